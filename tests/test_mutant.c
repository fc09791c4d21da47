/*
 * test_mutant.c - copies of an edition with a few bits flipped, or with two
 * pages in each other's place: refused, known as damaged, or still the same
 * text; never a crash or a long wait.
 * MUTANTS in the environment asks for another number of copies.
 */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/list_finder.h"
#include "model/notice.h"
#include "model/scan.h"
#include "tests/fixture.h"

enum { MUTANTS = 500 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* What a reader sees, and whether some part was refused with a sentence. */
struct view {
    struct str text;
    bool is_refused;
};

static void add_list(struct edition *ed, size_t annex, struct view *v)
{
    struct str *out = &v->text;
    struct list *l = list_open(ed, annex, NULL);
    struct list_finder finder;

    if (!l) {
        v->is_refused = v->is_refused || edition_annex(ed, annex)->held;
        return;
    }
    for (size_t i = 0; i < list_column_count(l); i++)
        str_addf(out, "%s|", list_column(l, i)->name);
    for (size_t i = 0; i < list_gap_count(l); i++)
        str_addf(out, "gap %d|", (int)list_gap(l, i)->first);
    for (int64_t row = 1; row <= list_row_count(l) && row < 100; row++) {
        const struct record *r = list_row(l, row, NULL);
        struct list_mention *m;

        v->is_refused = v->is_refused || !r;
        for (size_t i = 0; r && i < r->count; i++)
            str_append(out, r->values[i].text, r->values[i].len);
        str_addf(out, "|%zu|", list_mentions(l, row, &m));
        free(m);
    }
    list_finder_init(&finder, l, 98);
    list_finder_step(&finder, -1, NULL);
    list_close(l);
}

static void search_list(struct edition *ed, size_t annex)
{
    struct list *l = list_open(ed, annex, NULL);
    struct query *q = query_new("hn", 2, NULL, NULL);
    struct scan *s = l ? scan_new(l, q, 3, NULL) : NULL;

    if (s)
        scan_step(s, -1, NULL);
    scan_free(s);
    query_free(q);
    list_close(l);
}

static void add_notice(struct edition *ed, size_t index, struct view *v)
{
    struct notice *n = notice_open(ed, index, NULL);
    struct str *out = &v->text;

    v->is_refused = v->is_refused || !n;
    for (size_t i = 0; n && i < notice_block_count(n) && i < 100; i++) {
        const struct block *b = notice_block(n, i, NULL);
        size_t links;

        v->is_refused = v->is_refused || !b;
        if (b)
            str_append(out, b->text, b->len);
        notice_links(n, i, &links);
        str_addf(out, "|%zu|", links);
    }
    notice_close(n);
}

static void add_all(struct edition *ed, struct view *v)
{
    struct str *out = &v->text;

    for (size_t i = 0; i < edition_notice_count(ed); i++) {
        str_addf(out, "%s|%s|", edition_notice(ed, i)->title,
                 edition_notice(ed, i)->doc_number);
        add_notice(ed, i, v);
    }
    for (size_t i = 0; i < edition_annex_count(ed); i++) {
        str_addf(out, "%s|", edition_annex(ed, i)->title);
        add_list(ed, i, v);
        search_list(ed, i);
    }
}

/* Fails with the place where the texts part. */
static void check_same(const char *seen, const char *whole)
{
    size_t at = 0;

    while (seen[at] && seen[at] == whole[at])
        at++;
    if (seen[at] != whole[at])
        fail_msg("\"%.60s\" is not \"%.60s\"", seen + at, whole + at);
}

struct tally {
    int refused, damaged, same;
};

static void try_mutant(const unsigned char *bytes, size_t len,
                       const char *whole, struct tally *t)
{
    char *path = fixture_bytes("mutant", bytes, len);
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);
    struct view seen = {0};

    if (!ed) {
        assert_int_not_equal(e.code, ERR_NONE);
        assert_ptr_equal(strstr(e.msg, path), e.msg);
        t->refused++;
        free(path);
        return;
    }
    add_all(ed, &seen);
    if (edition_is_foreign(ed) || seen.is_refused) {
        t->refused++;
    } else if (edition_verify(ed, -1, &e) == EDITION_SOUND) {
        check_same(str_text(&seen.text), whole);
        t->same++;
    } else {
        t->damaged++;
    }
    str_clear(&seen.text);
    edition_close(ed);
    free(path);
}

static void no_mutant_shows_other_text_as_sound(void **state)
{
    char *path = fixture_edition("whole");
    struct edition *ed = edition_open(path, NULL);
    struct view whole = {0};
    struct tally t = {0};
    const char *more = getenv("MUTANTS");
    int mutants = more ? (int)strtol(more, NULL, 10) : MUTANTS;
    uint32_t seed = 20201015;
    size_t len;
    unsigned char *bytes = fixture_read(path, &len);

    (void)state;
    assert_non_null(ed);
    add_all(ed, &whole);
    edition_close(ed);
    for (int i = 0; i < mutants; i++) {
        unsigned char *copy = (unsigned char *)xmemdup((char *)bytes, len);
        int flips = 1 + i % 4;
        double start = seconds();

        for (int k = 0; k < flips; k++) {
            /* Most of a small file is empty: half go where the text is. */
            size_t at = next_random(&seed) % len;

            while (i % 2 && bytes[at] == 0)
                at = (at + 1) % len;
            copy[at] ^= (unsigned char)(1u << next_random(&seed) % 8);
        }
        try_mutant(copy, len, str_text(&whole.text), &t);
        assert_true(seconds() - start < 3);
        free(copy);
    }
    assert_int_equal(t.refused + t.damaged + t.same, mutants);
    assert_true(t.refused > 0 && t.damaged > 0 && t.same > 0);
    free(bytes);
    str_clear(&whole.text);
    free(path);
}

/* As a broken disk or a copy out of order makes them: all pairs. Where the
 * table of the hash is empty then, nothing is left to compare with. */
static void no_pages_swapped_go_unseen(void **state)
{
    enum { PAGE = 4096 };
    char *path = fixture_edition("whole"), swap[PAGE];
    struct edition *ed = edition_open(path, NULL);
    struct view whole = {0};
    struct tally t = {0};
    size_t len, pages;
    unsigned char *bytes = fixture_read(path, &len);

    (void)state;
    assert_non_null(ed);
    add_all(ed, &whole);
    edition_close(ed);
    pages = len / PAGE;
    assert_int_equal(len % PAGE, 0);
    for (size_t i = 1; i < pages; i++) {
        for (size_t k = 1; k < i; k++) {
            unsigned char *a = bytes + i * PAGE, *b = bytes + k * PAGE;

            memcpy(swap, a, PAGE);
            memcpy(a, b, PAGE);
            memcpy(b, swap, PAGE);
            try_mutant(bytes, len, str_text(&whole.text), &t);
            memcpy(swap, a, PAGE);
            memcpy(a, b, PAGE);
            memcpy(b, swap, PAGE);
        }
    }
    /* Two empty tables are the same. */
    assert_true(t.refused > 0 && t.damaged > 0);
    free(bytes);
    str_clear(&whole.text);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_mutant_shows_other_text_as_sound),
        cmocka_unit_test(no_pages_swapped_go_unseen),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
