/* test_fault_screen.c - whichever call fails, the terminal is given back. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/fault/run.h"
#include "tests/fixture.h"
#include "tests/vt.h"

#define TROUBLE 2

/* The q ends the help. */
static const char *const keys[] = {"j",  "/",      "h", "n",
                                   "\r", "\033OP", "q", "Q"};

struct outcome {
    int status; /* as of vt_wait_exit() */
    bool restored;
    char *text; /* of the main screen at the end */
    struct fault_log log;
};

static struct outcome session(const char *fault)
{
    static const char *const argv[] = {"./gongwen", "--lang=en",
                                       "data/gongwen.db", NULL};
    const char *const *shim = fault_environment();
    const char *env[8] = {0};
    struct vt_options o = {
        .argv = argv, .env = env, .rows = 24, .columns = 160};
    struct outcome out;
    struct vt *vt;
    size_t n = 0;

    while (shim[n]) {
        env[n] = shim[n];
        n++;
    }
    env[n] = fault ? fault : "FAULT";
    vt = vt_start(&o);
    vt_rest(vt);
    for (size_t i = 0; i < ARRAY_LEN(keys) && !vt_has_ended(vt); i++) {
        vt_type(vt, keys[i]);
        vt_rest(vt);
    }
    out.status = vt_wait_exit(vt);
    out.restored = !vt_is_alternate(vt) && vt_is_cursor_shown(vt) &&
                   !vt_takes_pastes(vt) && vt_modes_are_restored(vt);
    out.text = vt_text(vt);
    out.log = fault_counts();
    vt_stop(vt);
    return out;
}

/* Whether the only line on the screen is a message of ours. */
static bool says_one_line(const char *text)
{
    struct str line = {0};
    bool good = false;

    text += strspn(text, " \n");
    str_append(&line, text, strcspn(text, "\n"));
    str_addc(&line, '\n');
    text += line.len - 1;
    good = fault_is_one_line(str_text(&line), "gongwen: ") &&
           text[strspn(text, " \n")] == '\0';
    str_clear(&line);
    return good;
}

/* curses crashes where it does not look at what malloc() gives, and elsewhere
 * ends the program in its own way: there the promise is the terminal alone. */
static bool is_of_curses(const char *library)
{
    return strncmp(library, "libncurses", 10) == 0 ||
           strncmp(library, "libtinfo", 8) == 0;
}

static void assert_ended_well(const struct outcome *out, const char *fault)
{
    if (!out->restored)
        fail_msg("%s (from %s): the terminal is not given back; status %d",
                 fault, out->log.caller, out->status);
    if (out->status == 0)
        return;
    if (is_of_curses(out->log.caller))
        return;
    if (out->status != TROUBLE || !says_one_line(out->text))
        fail_msg("%s (from %s): status %d:\n%s", fault, out->log.caller,
                 out->status, out->text);
}

static void browse_with_every(enum fault_kind kind, bool on, long stride)
{
    struct outcome usual = session(NULL);
    long calls = usual.log.calls[kind];
    long ends = 0;

    assert_int_equal(usual.status, 0);
    assert_true(calls > 0);
    free(usual.text);
    for (long n = 1; n <= calls; n += stride) {
        const char *fault = fault_name(kind, n, on);
        struct outcome out = session(fault);

        assert_ended_well(&out, fault);
        ends += out.status != 0 && out.status != TROUBLE;
        free(out.text);
    }
    print_message("# %ld calls, %ld tried; ended by curses at %ld\n", calls,
                  (calls + stride - 1) / stride, ends);
}

static void the_terminal_comes_back_when_memory_is_refused(void **state)
{
    (void)state;
    browse_with_every(FAULT_MEMORY, false, fault_stride(67));
}

static void the_terminal_comes_back_when_memory_has_run_out(void **state)
{
    (void)state;
    browse_with_every(FAULT_MEMORY, true, fault_stride(193));
}

static void the_terminal_comes_back_when_reading_fails(void **state)
{
    (void)state;
    browse_with_every(FAULT_READ, false, fault_stride(2));
    browse_with_every(FAULT_READ, true, fault_stride(5));
    browse_with_every(FAULT_OPEN, false, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_terminal_comes_back_when_memory_is_refused),
        cmocka_unit_test(the_terminal_comes_back_when_memory_has_run_out),
        cmocka_unit_test(the_terminal_comes_back_when_reading_fails),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
