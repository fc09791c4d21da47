/* test_scan_query.c - blocks: the same rows as query_match(), and no harm from
 * damaged ones. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/random_query.h"
#include "search/scan_query.h"
#include "text/utf8.h"

#define ROWS    60
#define COLUMNS 3

struct blocks {
    char **bytes;
    size_t *lens;
    size_t len, cap, lens_cap;
    char *alphabet;
    size_t alphabet_len;
};

static void keep(struct blocks *b, struct scan_writer *w)
{
    size_t len;
    const char *bytes = scan_writer_take(w, &len);

    if (!bytes)
        return;
    b->bytes = mem_grow(b->bytes, b->len, &b->cap, sizeof(*b->bytes));
    b->lens = mem_grow(b->lens, b->len, &b->lens_cap, sizeof(*b->lens));
    b->bytes[b->len] = xmemdup(bytes, len);
    b->lens[b->len++] = len;
}

static void blocks_make(struct blocks *b, const struct query_cell *cells,
                        size_t rows, size_t columns, size_t size)
{
    struct scan_writer *w = scan_writer_new(size);
    const char *bytes;

    *b = (struct blocks){0};
    for (size_t r = 0; r < rows; r++)
        if (scan_writer_add(w, cells + r * columns, columns))
            keep(b, w);
    keep(b, w);
    bytes = scan_writer_alphabet(w, &b->alphabet_len);
    b->alphabet = xmemdup(bytes, b->alphabet_len);
    scan_writer_free(w);
}

static void blocks_clear(struct blocks *b)
{
    for (size_t i = 0; i < b->len; i++)
        free(b->bytes[i]);
    free(b->bytes);
    free(b->lens);
    free(b->alphabet);
}

/* Set found[] for the rows of a query; 2 for those that are not held. */
static void scan(const struct blocks *b, struct query *q, size_t rows,
                 unsigned char *found)
{
    struct err e = {0};
    struct scan_alphabet *a =
        scan_alphabet_read(b->alphabet, b->alphabet_len, &e);
    struct scan_query *s;
    struct scan_hits hits = {0};

    assert_non_null(a);
    s = scan_query_new(q, a);
    scan_alphabet_free(a);
    memset(found, 0, rows);
    for (size_t i = 0; i < b->len; i++) {
        struct scan_block block;
        uint32_t before = 0;

        assert_true(scan_block_open(&block, b->bytes[i], b->lens[i], &e));
        scan_query_run(s, &block, &hits);
        for (size_t h = 0; h < hits.len; h++) {
            assert_true(hits.rows[h] > before && hits.rows[h] <= rows);
            before = hits.rows[h];
            found[before - 1] = 1;
        }
        for (size_t h = 0; h < hits.unsure_len; h++)
            found[hits.unsure[h] - 1] = 2;
    }
    if (scan_query_finds_none(s))
        for (size_t r = 0; r < rows; r++)
            assert_int_equal(found[r], 0);
    scan_hits_clear(&hits);
    scan_query_free(s);
}

static const char *const headings[COLUMNS] = {"序号", "集团名称", "地区"};
static const struct query_columns columns = {.names = headings,
                                             .count = COLUMNS};

/* Compare on random rows; returns how many of them were found. */
static size_t check_table(uint32_t *state)
{
    size_t count = 0;
    struct str text[ROWS * COLUMNS] = {{0}};
    struct query_cell cells[ROWS * COLUMNS];
    struct blocks b;
    struct str query = {0};

    for (size_t c = 0; c < ROWS * COLUMNS; c++) {
        random_text(&text[c], state);
        cells[c] = (struct query_cell){str_text(&text[c]), text[c].len};
    }
    blocks_make(&b, cells, ROWS, COLUMNS, random_under(state, 2000) + 1);
    for (int i = 0; i < 40; i++) {
        unsigned char found[ROWS];
        struct query *q;

        str_truncate(&query, 0);
        random_query(&query, cells, ROWS * COLUMNS, headings, COLUMNS, state);
        q = query_new(str_text(&query), query.len, &columns, NULL);
        if (!q)
            continue;
        scan(&b, q, ROWS, found);
        for (size_t r = 0; r < ROWS; r++) {
            count += found[r];
            if (found[r] != query_match(q, cells + r * COLUMNS, COLUMNS, NULL))
                fail_msg("%s: row %zu: %s|%s|%s: scan says %d",
                         str_text(&query), r, cells[r * COLUMNS].text,
                         cells[r * COLUMNS + 1].text,
                         cells[r * COLUMNS + 2].text, found[r]);
        }
        query_free(q);
    }
    for (size_t c = 0; c < ROWS * COLUMNS; c++)
        str_clear(&text[c]);
    str_clear(&query);
    blocks_clear(&b);
    return count;
}

static void blocks_and_rows_give_the_same(void **state)
{
    uint32_t seed = 20201015;
    size_t found = 0;

    (void)state;
    for (int i = 0; i < 30; i++)
        found += check_table(&seed);
    assert_true(found > 1000);
}

static void terms_of_more_than_64_characters_are_found(void **state)
{
    struct str text[3] = {{0}}, query = {0};
    struct query_cell cells[3];
    struct blocks b;
    struct query *q;
    unsigned char found[3];

    (void)state;
    for (int i = 0; i < 100; i++) {
        str_add(&text[0], "湖南");
        str_add(&text[1], i == 80 ? "河北" : "湖南");
        str_add(&query, i % 3 ? "hn" : "hunan");
    }
    str_add(&text[2], "　湖南");
    for (int i = 0; i < 3; i++)
        cells[i] = (struct query_cell){str_text(&text[i]), text[i].len};
    blocks_make(&b, cells, 3, 1, SCAN_BLOCK_GOOD);
    q = query_new(query.text, query.len, NULL, NULL);
    assert_non_null(q);
    scan(&b, q, 3, found);
    assert_memory_equal(found, "\1\0\0", 3);
    assert_true(query_match(q, &cells[0], 1, NULL));
    assert_false(query_match(q, &cells[1], 1, NULL));
    query_free(q);
    blocks_clear(&b);
    for (int i = 0; i < 3; i++)
        str_clear(&text[i]);
    str_clear(&query);
}

static void a_row_too_long_for_a_block_is_left_to_the_list(void **state)
{
    struct str text = {0};
    struct query_cell cells[3] = {{"湖南", 6}, {0}, {"湖北", 6}};
    struct blocks b;
    static const char *const queries[] = {"湖", "!河", "qq", "湖 !北"};
    static const char found[][4] = {"\1\2\1", "\1\2\1", "\0\2\0", "\1\2\0"};

    (void)state;
    while (text.len < 3 * 600000)
        str_add(&text, "湖");
    cells[1] = (struct query_cell){text.text, text.len};
    blocks_make(&b, cells, 3, 1, SCAN_BLOCK_GOOD);
    for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
        unsigned char got[3];
        struct query *q = query_new(queries[i], strlen(queries[i]), NULL, NULL);

        scan(&b, q, 3, got);
        assert_memory_equal(got, found[i], 3);
        query_free(q);
    }
    blocks_clear(&b);
    str_clear(&text);
}

static void characters_past_the_last_unit_are_left_to_the_list(void **state)
{
    static struct query_cell cells[70000];
    char *text = xmalloc(sizeof(cells) / sizeof(cells[0]) * 4);
    unsigned char *found = xmalloc(ARRAY_LEN(cells));
    struct blocks b;
    struct query *q;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
        size_t len = utf8_encode(0x10000 + (uint32_t)i, text + i * 4);

        cells[i] = (struct query_cell){text + i * 4, len};
    }
    blocks_make(&b, cells, ARRAY_LEN(cells), 1, SCAN_BLOCK_GOOD);
    q = query_new("\xF0\x90\x80\x81", 4, NULL, NULL);
    scan(&b, q, ARRAY_LEN(cells), found);
    for (size_t i = 0; i < ARRAY_LEN(cells); i++)
        assert_int_equal(found[i], i >= SCAN_ALPHABET_MAX ? 2 : i == 1);
    query_free(q);
    blocks_clear(&b);
    free(text);
    free(found);
}

/* What any bytes do: an error or rows that the block has, and no fault (the
 * sanitizers watch). */
static void damaged_blocks_do_no_harm(void **state)
{
    static const struct query_cell cells[] = {
        {"1", 1}, {"湖南工艺", 12}, {"𠮷", 4}, {"2", 1}, {"", 0}, {"河北", 6},
    };
    struct blocks b;
    struct scan_alphabet *a;
    struct scan_hits hits = {0};
    uint32_t seed = 33;
    struct query *q = query_new("h !q", 4, NULL, NULL);
    struct scan_query *s;
    size_t opened = 0;

    (void)state;
    blocks_make(&b, cells, 2, 3, SCAN_BLOCK_GOOD);
    assert_int_equal(b.len, 1);
    a = scan_alphabet_read(b.alphabet, b.alphabet_len, NULL);
    assert_non_null(a);
    s = scan_query_new(q, a);
    for (int i = 0; i < 6000; i++) {
        size_t len = b.lens[0];
        char *copy = xmemdup(b.bytes[0], len);
        struct scan_block block;

        for (uint32_t k = random_under(&seed, 3); k < 3; k++)
            copy[random_under(&seed, (uint32_t)len)] =
                (char)random_under(&seed, 256);
        if (i % 5 == 0)
            len = random_under(&seed, (uint32_t)len);
        if (scan_block_open(&block, copy, len, NULL)) {
            opened++;
            scan_query_run(s, &block, &hits);
            assert_true(hits.len + hits.unsure_len <= block.rows);
        }
        free(copy);
    }
    assert_in_range(opened, 500, 5500);
    scan_hits_clear(&hits);
    scan_query_free(s);
    scan_alphabet_free(a);
    query_free(q);
    blocks_clear(&b);
}

static void a_damaged_alphabet_is_refused(void **state)
{
    struct query_cell cell = {"湖南", 6};
    struct blocks b;
    struct err e = {0};

    (void)state;
    blocks_make(&b, &cell, 1, 1, SCAN_BLOCK_GOOD);
    for (size_t len = 0; len < b.alphabet_len; len++)
        assert_null(scan_alphabet_read(b.alphabet, len, NULL));
    b.alphabet[15] = 1; /* a code point over U+10FFFF */
    assert_null(scan_alphabet_read(b.alphabet, b.alphabet_len, &e));
    assert_int_equal(e.code, ERR_DATA);
    blocks_clear(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_and_rows_give_the_same),
        cmocka_unit_test(terms_of_more_than_64_characters_are_found),
        cmocka_unit_test(a_row_too_long_for_a_block_is_left_to_the_list),
        cmocka_unit_test(characters_past_the_last_unit_are_left_to_the_list),
        cmocka_unit_test(damaged_blocks_do_no_harm),
        cmocka_unit_test(a_damaged_alphabet_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
