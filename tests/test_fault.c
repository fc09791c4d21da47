/* test_fault.c - whichever call fails, printing and importing end well. */
#include "tests/test.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/fault/run.h"
#include "tests/fixture.h"

#define TROUBLE 2

/* Either nobody noticed, or one line and status 2; what was printed before is
 * as it is without the failure. */
static void assert_ended_well(const struct fault_run *r,
                              const struct fault_run *usual, const char *fault)
{
    bool same = r->out.len == usual->out.len;

    if (r->out.len > usual->out.len ||
        memcmp(str_text(&r->out), str_text(&usual->out), r->out.len) != 0)
        fail_msg("%s (from %s): printed something else", fault, r->log.caller);
    if (r->status == usual->status && same && r->err.len == 0)
        return;
    if (r->status != TROUBLE ||
        !fault_is_one_line(str_text(&r->err), "gongwen: "))
        fail_msg("%s (from %s): status %d, \"%s\"", fault, r->log.caller,
                 r->status, str_text(&r->err));
}

static void print_with_every(enum fault_kind kind, bool on, long stride,
                             const char *const *argv)
{
    struct fault_run usual = fault_run(argv, NULL);
    long calls = usual.log.calls[kind];
    long failed = 0;

    assert_int_equal(usual.status, 0);
    assert_true(calls > 0);
    for (long n = 1; n <= calls; n += stride) {
        const char *fault = fault_name(kind, n, on);
        struct fault_run r = fault_run(argv, fault);

        assert_ended_well(&r, &usual, fault);
        /* The disk's fault is not the file's. */
        if (kind != FAULT_MEMORY && strstr(str_text(&r.err), "damaged"))
            fail_msg("%s (from %s): \"%s\"", fault, r.log.caller,
                     str_text(&r.err));
        failed += r.log.failed > 0;
        fault_run_clear(&r);
    }
    assert_int_equal(failed, (calls + stride - 1) / stride);
    fault_run_clear(&usual);
}

static const char *const whole[] = {"./gongwen", "--lang=en", "--print", NULL};
static const char *const search[] = {"./gongwen", "--search=hngymsh",
                                     "--format=json", NULL};

static const char *const verify[] = {"./gongwen", "--lang=en", "--verify",
                                     NULL};

static void printing_says_when_memory_is_refused(void **state)
{
    (void)state;
    print_with_every(FAULT_MEMORY, false, fault_stride(59), whole);
    print_with_every(FAULT_MEMORY, false, fault_stride(83), search);
}

static void printing_says_when_memory_has_run_out(void **state)
{
    (void)state;
    print_with_every(FAULT_MEMORY, true, fault_stride(151), whole);
}

static void printing_says_when_the_file_cannot_be_read(void **state)
{
    (void)state;
    for (int on = 0; on < 2; on++) {
        print_with_every(FAULT_READ, on, 1, whole);
        print_with_every(FAULT_READ, on, 1, verify);
        print_with_every(FAULT_OPEN, on, 1, whole);
    }
}

static void printing_says_when_its_output_cannot_be_closed(void **state)
{
    struct fault_run usual = fault_run(whole, NULL);
    long last = usual.log.calls[FAULT_CLOSE];
    struct fault_run r = fault_run(whole, fault_name(FAULT_CLOSE, last, false));

    (void)state;
    assert_true(last > 0);
    assert_int_equal(r.status, TROUBLE);
    assert_true(fault_is_one_line(str_text(&r.err), "gongwen: "));
    assert_string_equal(str_text(&r.out), str_text(&usual.out));
    fault_run_clear(&r);
    fault_run_clear(&usual);
}

/* ---- the importer ---- */

#define OLD "what was there before\n"

struct job {
    char *output, *source;
    const char *argv[6];
};

static struct job job(void)
{
    struct job j = {.output = fixture_path("new.db")};
    struct str source = {0};
    const char *srcdir = getenv("srcdir");

    str_addf(&source, "%s/data/000_a562e178ea6b730c.txt",
             srcdir ? srcdir : ".");
    j.source = str_take(&source);
    memcpy(j.argv,
           ((const char *[]){"./gongwen-import", "--lang=en", "-o", j.output,
                             j.source, NULL}),
           sizeof(j.argv));
    return j;
}

static void job_clear(struct job *j)
{
    free(j->output);
    free(j->source);
}

static size_t unfinished_files(void)
{
    struct str pattern = {0};
    glob_t found = {0};
    size_t n;

    str_addf(&pattern, "%s/.gongwen-import*", fixture_dir());
    n = glob(str_text(&pattern), 0, NULL, &found) == 0 ? found.gl_pathc : 0;
    globfree(&found);
    str_clear(&pattern);
    return n;
}

static bool holds(const struct job *j, const char *wanted, size_t wanted_len)
{
    size_t len;
    unsigned char *bytes = fixture_read(j->output, &len);
    bool same = len == wanted_len && memcmp(bytes, wanted, len) == 0;

    free(bytes);
    return same;
}

/* The whole new file and no word, or a line and mostly the old one: what comes
 * after the new one took its place may fail too. */
static void assert_whole_or_old(const struct job *j, const struct fault_run *r,
                                const struct str *made, const char *fault)
{
    if (!holds(j, made->text, made->len) &&
        (r->status == 0 || !holds(j, OLD, strlen(OLD))))
        fail_msg("%s (from %s): status %d and another file", fault,
                 r->log.caller, r->status);
    if (r->status == 0
            ? r->err.len > 0
            : (r->status > TROUBLE ||
               !fault_is_one_line(str_text(&r->err), "gongwen-import: ")))
        fail_msg("%s (from %s): status %d, \"%s\"", fault, r->log.caller,
                 r->status, str_text(&r->err));
    if (unfinished_files() > 0)
        fail_msg("%s (from %s): something unfinished stays", fault,
                 r->log.caller);
}

static void import_with_every(enum fault_kind kind, bool on, long stride)
{
    struct job j = job();
    struct fault_run usual = fault_run(j.argv, NULL);
    struct str made = {0};
    size_t len;
    unsigned char *bytes = fixture_read(j.output, &len);

    assert_int_equal(usual.status, 0);
    assert_true(usual.log.calls[kind] > 0);
    str_append(&made, (const char *)bytes, len);
    free(bytes);
    for (long n = 1; n <= usual.log.calls[kind]; n += stride) {
        const char *fault = fault_name(kind, n, on);
        struct fault_run r;

        free(fixture_bytes("new.db", OLD, strlen(OLD)));
        r = fault_run(j.argv, fault);
        assert_true(r.log.failed > 0);
        assert_whole_or_old(&j, &r, &made, fault);
        fault_run_clear(&r);
    }
    str_clear(&made);
    fault_run_clear(&usual);
    job_clear(&j);
}

static void importing_leaves_nothing_half_done_without_memory(void **state)
{
    (void)state;
    import_with_every(FAULT_MEMORY, false, fault_stride(101));
    import_with_every(FAULT_MEMORY, true, fault_stride(307));
}

static void importing_leaves_nothing_half_done_without_disk(void **state)
{
    (void)state;
    for (int on = 0; on < 2; on++) {
        import_with_every(FAULT_READ, on, 1);
        import_with_every(FAULT_OPEN, on, 1);
        import_with_every(FAULT_WRITE, on, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printing_says_when_memory_is_refused),
        cmocka_unit_test(printing_says_when_memory_has_run_out),
        cmocka_unit_test(printing_says_when_the_file_cannot_be_read),
        cmocka_unit_test(printing_says_when_its_output_cannot_be_closed),
        cmocka_unit_test(importing_leaves_nothing_half_done_without_memory),
        cmocka_unit_test(importing_leaves_nothing_half_done_without_disk),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
