/* test_query_random.c - the engine against the rules told once more, one
 * character after the other, and what must hold for any query and text. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/random_query.h"
#include "search/fold.h"
#include "search/pinyin.h"
#include "search/query.h"
#include "text/utf8.h"

#define MAX_CHARS 64
#define NO_MATCH  100

/* Code points of a text or of a term, without what is transparent. */
struct chars {
    uint32_t cps[MAX_CHARS];
    size_t at[MAX_CHARS], end[MAX_CHARS]; /* bytes */
    size_t n;
};

static void read_chars(struct chars *out, const char *s, size_t len)
{
    size_t i = 0;

    out->n = 0;
    while (i < len) {
        uint32_t cp;
        size_t used = utf8_decode(s + i, len - i, &cp);

        if (!fold_is_transparent(cp)) {
            assert_true(out->n < MAX_CHARS);
            out->cps[out->n] = cp;
            out->at[out->n] = i;
            out->end[out->n++] = i + used;
        }
        i += used;
    }
}

static bool is_letter(uint32_t cp)
{
    cp = fold(cp);
    return (cp >= 'a' && cp <= 'z') || cp == 0xFC;
}

static bool is_apostrophe(const struct chars *q, size_t p)
{
    return q->cps[p] == '\'' ||
           (q->cps[p] == 0x2019 && p && is_letter(q->cps[p - 1]) &&
            p + 1 < q->n && is_letter(q->cps[p + 1]));
}

static bool spells(uint32_t typed, char c)
{
    uint32_t letter = fold(typed);

    if (c == PINYIN_U)
        return letter == 'v' || letter == 'u' || letter == 0xFC;
    return letter == (uint32_t)c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t fewest(const struct chars *q, size_t p, const struct chars *t,
                     size_t i);

/* The fewest characters if the one at `i` is read as `r` from `p` on. */
static size_t by_reading(const struct chars *q, size_t p, const struct chars *t,
                         size_t i, const struct pinyin_reading *r)
{
    size_t best = NO_MATCH, len = strlen(r->spelling);

    for (size_t k = 1; k <= len && p + k <= q->n; k++) {
        bool is_whole = k == len;
        bool is_initial = k == 1 || (k == 2 && r->spelling[1] == 'h');
        bool is_half = p + k == q->n;

        if (!is_letter(q->cps[p + k - 1]) ||
            !spells(q->cps[p + k - 1], r->spelling[k - 1]))
            break;
        if (is_whole || (!r->rare && (is_initial || is_half)))
            best = least(best, fewest(q, p + k, t, i + 1));
    }
    return best == NO_MATCH ? NO_MATCH : best + 1;
}

/* The fewest characters of the text from `i` on that are what the term says
 * from `p` on. */
static size_t fewest(const struct chars *q, size_t p, const struct chars *t,
                     size_t i)
{
    const struct pinyin_reading *readings;
    size_t n, best = NO_MATCH;

    if (p == q->n)
        return 0;
    if (p && is_apostrophe(q, p)) {
        best = fewest(q, p + 1, t, i);
        /* An apostrophe of the text may stand for it, where it parts two
         * syllables. */
        if (p + 1 < q->n && i < t->n && fold(t->cps[i]) == FOLD_QUOTE)
            best = least(best, 1 + fewest(q, p, t, i + 1));
        return least(best, NO_MATCH);
    }
    if (i == t->n)
        return NO_MATCH;
    if (fold(t->cps[i]) == fold(q->cps[p]))
        best = least(best, 1 + fewest(q, p + 1, t, i + 1));
    n = pinyin_readings(pinyin_set(t->cps[i]), &readings);
    for (size_t r = 0; r < n; r++)
        best = least(best, by_reading(q, p, t, i, &readings[r]));
    return least(best, NO_MATCH);
}

/* The ranges of one term without signs, by the rules. */
static void by_the_rules(const struct chars *q, const struct chars *t,
                         struct query_ranges *out)
{
    size_t i = 0;

    out->len = 0;
    while (i < t->n) {
        size_t n = fewest(q, 0, t, i);

        if (n == NO_MATCH) {
            i++;
            continue;
        }
        out->items =
            mem_grow(out->items, out->len, &out->cap, sizeof(*out->items));
        out->items[out->len++] = (struct query_range){
            0, (uint32_t)t->at[i], (uint32_t)(t->end[i + n - 1] - t->at[i])};
        i += n;
    }
}

static bool begins_with_sign(const struct str *term)
{
    struct chars c;

    read_chars(&c, str_text(term), term->len);
    return c.n == 0 || fold(c.cps[0]) == '!' || fold(c.cps[0]) == '^' ||
           fold(c.cps[0]) == '=';
}

/* Make a term that begins with no sign. */
static void random_term(struct str *term, const struct query_cell *cell,
                        uint32_t *state)
{
    size_t i = 0;

    do {
        str_truncate(term, 0);
        random_query(term, cell, 1, NULL, 0, state);
    } while (begins_with_sign(term));
    /* The first word of it. */
    while (i < term->len) {
        uint32_t cp;
        size_t used = utf8_decode(term->text + i, term->len - i, &cp);

        if (fold_is_space(cp))
            break;
        i += used;
    }
    str_truncate(term, i);
}

static void terms_are_found_by_the_rules(void **state)
{
    uint32_t seed = 98;
    struct str text = {0}, term = {0};
    struct query_ranges got = {0}, want = {0};
    size_t found = 0;

    (void)state;
    for (int round = 0; round < 6000; round++) {
        struct query_cell cell;
        struct chars q, t;
        struct query *query;

        str_truncate(&text, 0);
        random_text(&text, &seed);
        cell = (struct query_cell){str_text(&text), text.len};
        random_term(&term, &cell, &seed);
        query = query_new(str_text(&term), term.len, NULL, NULL);
        if (!query || query_is_empty(query)) {
            query_free(query);
            continue;
        }
        read_chars(&q, term.text, term.len);
        read_chars(&t, cell.text, cell.len);
        by_the_rules(&q, &t, &want);
        if (query_match(query, &cell, 1, &got) != (want.len > 0) ||
            got.len != want.len ||
            (got.len &&
             memcmp(got.items, want.items, got.len * sizeof(*got.items)) != 0))
            fail_msg("round %d: %s in %s", round, term.text, cell.text);
        found += want.len > 0;
        query_free(query);
    }
    assert_true(found > 1500);
    query_ranges_clear(&got);
    query_ranges_clear(&want);
    str_clear(&text);
    str_clear(&term);
}

/* The edges of a range are characters, and it does not touch a blank. */
static void check_edges(const char *text, const struct query_range *r)
{
    uint32_t cp;

    utf8_decode(text + r->start, r->len, &cp);
    assert_false(fold_is_transparent(cp));
    utf8_decode(text + r->start + r->len - 1, 1, &cp);
    if (cp < 0x80)
        assert_false(fold_is_transparent(cp));
}

static void rows_match_where_something_is_lit(void **state)
{
    uint32_t seed = 14;
    struct str text = {0}, query = {0};
    struct query_ranges ranges = {0};

    (void)state;
    for (int round = 0; round < 6000; round++) {
        struct query_cell cell;
        struct query *q;
        bool found;

        str_truncate(&text, 0);
        str_truncate(&query, 0);
        random_text(&text, &seed);
        cell = (struct query_cell){str_text(&text), text.len};
        random_query(&query, &cell, 1, NULL, 0, &seed);
        q = query_new(str_text(&query), query.len, NULL, NULL);
        if (!q)
            continue;
        found = query_match(q, &cell, 1, &ranges);
        assert_int_equal(found, query_match(q, &cell, 1, NULL));
        if (query_has_ranges(q))
            assert_int_equal(found, ranges.len > 0);
        else
            assert_int_equal(ranges.len, 0);
        for (size_t i = 0; i < ranges.len; i++)
            check_edges(cell.text, &ranges.items[i]);
        query_free(q);
    }
    query_ranges_clear(&ranges);
    str_clear(&text);
    str_clear(&query);
}

/* A long text is searched in another way: the same ranges as its parts
 * have, parted by what no term takes. */
static void long_texts_are_searched_as_short_ones(void **state)
{
    uint32_t seed = 7;
    struct str part = {0}, text = {0}, query = {0};
    struct query_ranges one = {0}, all = {0};

    (void)state;
    for (int round = 0; round < 200; round++) {
        struct query_cell cell;
        struct query *q;
        size_t times = 0;

        str_truncate(&part, 0);
        str_truncate(&text, 0);
        random_text(&part, &seed);
        str_add(&part, "x\x01");
        cell = (struct query_cell){part.text, part.len};
        random_term(&query, &cell, &seed);
        q = query_new(str_text(&query), query.len, NULL, NULL);
        if (!q || memchr(query.text, 1, query.len)) {
            query_free(q);
            continue;
        }
        query_match(q, &cell, 1, &one);
        for (; times < 3000; times++)
            str_append(&text, part.text, part.len);
        cell = (struct query_cell){text.text, text.len};
        query_match(q, &cell, 1, &all);
        assert_int_equal(all.len, one.len * times);
        for (size_t i = 0; i < all.len; i++) {
            const struct query_range *want = &one.items[i % one.len];

            assert_int_equal(all.items[i].start,
                             want->start + part.len * (i / one.len));
            assert_int_equal(all.items[i].len, want->len);
        }
        query_free(q);
    }
    query_ranges_clear(&one);
    query_ranges_clear(&all);
    str_clear(&part);
    str_clear(&text);
    str_clear(&query);
}

/* Adding a letter and taking it away again leads back, and a query that was
 * used on other texts answers as a new one. */
static void a_query_keeps_nothing_of_the_texts_it_saw(void **state)
{
    uint32_t seed = 5;
    struct str text = {0};
    struct query *old = query_new("hn'g", 4, NULL, NULL);

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct query *new = query_new("hn'g", 4, NULL, NULL);
        struct query_cell cell;

        str_truncate(&text, 0);
        random_text(&text, &seed);
        cell = (struct query_cell){str_text(&text), text.len};
        assert_int_equal(query_match(old, &cell, 1, NULL),
                         query_match(new, &cell, 1, NULL));
        query_free(new);
    }
    query_free(old);
    str_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_found_by_the_rules),
        cmocka_unit_test(rows_match_where_something_is_lit),
        cmocka_unit_test(long_texts_are_searched_as_short_ones),
        cmocka_unit_test(a_query_keeps_nothing_of_the_texts_it_saw),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
