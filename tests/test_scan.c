/* test_scan.c - a scan finds the rows that match, whatever it is told. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/list.h"
#include "model/scan.h"
#include "tests/fixture.h"
#include "tests/opened.h"

enum { ROWS = 3000 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const words[] = {
    "湖南", "湖北", "北京", "广东", "重庆", "工艺", "美术", "职业", "教育",
    "集团", "学院", "机电", "ABC",  "２０", "x y",  "工藝", "",     "𠮷",
};

/* SQL that makes `table` with random rows, rowids `step` apart. */
static char *random_rows(const char *table, int rows, int step)
{
    struct str sql = {0};
    uint32_t seed = 7;
    char begin[100];

    snprintf(begin, sizeof(begin),
             "INSERT INTO %s(rowid,\"序号\",\"名称\",\"单位\") VALUES", table);
    str_addf(&sql,
             "CREATE TABLE %s(\"序号\" INTEGER, \"名称\" TEXT,"
             " \"单位\" TEXT);",
             table);
    for (int i = 1; i <= rows; i++) {
        const char *w[4];

        for (int k = 0; k < 4; k++)
            w[k] = words[next_random(&seed) % ARRAY_LEN(words)];
        str_addf(&sql, "%s(%d,%d,'%s%s',%s%s%s%s)%s",
                 i % 400 == 1 ? begin : ",", i * step - step / 2, i, w[0], w[1],
                 *w[2] ? "'" : "NULL", w[2], *w[2] ? w[3] : "",
                 *w[2] ? "'" : "", i % 400 == 0 || i == rows ? ";" : "");
    }
    return str_take(&sql);
}

/* A plain table with holes between its rowids, an edition without scan blocks,
 * and one with many. */
enum source { PLAIN, EDITION, BLOCKS, SOURCES };

static char *random_file(enum source source)
{
    char *sql = random_rows(source == PLAIN ? "t" : "annex_1", ROWS,
                            source == PLAIN ? 7 : 1);
    char *path = source == PLAIN
                     ? fixture_sql("random", sql)
                     : fixture_list("random", sql, source == BLOCKS ? 4096 : 0);

    free(sql);
    return path;
}

static struct query *compile(struct list *l, const char *text)
{
    const char *names[8];
    struct query_columns columns = {.names = names,
                                    .count = list_column_count(l)};
    struct err e = {0};
    struct query *q;

    assert_true(columns.count <= ARRAY_LEN(names));
    for (size_t i = 0; i < columns.count; i++)
        names[i] = list_column(l, i)->name;
    q = query_new(text, strlen(text), &columns, &e);
    if (!q)
        fail_msg("%s: %s", text, e.msg);
    return q;
}

/* Whether a row matches, asked of the row itself. */
static bool row_matches(struct list *l, struct query *q, int64_t row)
{
    const struct record *r = list_row(l, row, NULL);
    struct query_cell cells[8];

    assert_non_null(r);
    for (size_t i = 0; i < r->count; i++)
        cells[i] = (struct query_cell){r->values[i].text, r->values[i].len};
    return query_match(q, cells, r->count, NULL);
}

static void check_found(struct list *l, struct query *q, struct scan *s,
                        const struct rowset *within, const char *text)
{
    int64_t count = 0;

    for (int64_t row = 1; row <= list_row_count(l); row++) {
        bool expected =
            row_matches(l, q, row) && (!within || rowset_has(within, row));

        count += expected;
        if (rowset_has(scan_found(s), row) != expected)
            fail_msg("%s: row %lld", text, (long long)row);
    }
    assert_int_equal(scan_found(s)->count, count);
}

static const char *const queries[] = {
    "湖南",      "hn",      "工藝", "gongyi jt", "!湖南",     "2",
    "单位:湖南", "^湖",     "=abc", "ABC",       "ｘｙ",      "没有的",
    "𠮷",        "序号:12", "h",    "xy 12",     "!hn !北京",
};

static void the_same_rows_as_each_row_says(void **state)
{
    (void)state;
    for (enum source k = PLAIN; k < SOURCES; k++) {
        struct opened o = open_list(random_file(k));

        for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
            struct query *q = compile(o.list, queries[i]);
            struct scan *s = scan_new(o.list, q, (int64_t)i * 190, NULL);

            assert_true(scan_step(s, -1, NULL));
            assert_false(scan_failed(s));
            check_found(o.list, q, s, NULL, queries[i]);
            scan_free(s);
            query_free(q);
        }
        close_list(&o);
    }
}

static void only_rows_within_count(void **state)
{
    struct rowset within;
    uint32_t seed = 3;

    (void)state;
    rowset_init(&within, ROWS);
    for (int i = 0; i < 100; i++)
        rowset_add(&within, next_random(&seed) % ROWS + 1);
    for (int64_t row = 1000; row < 1200; row++)
        rowset_add(&within, row);
    for (enum source k = PLAIN; k < SOURCES; k++) {
        struct opened o = open_list(random_file(k));

        for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
            struct query *q = compile(o.list, queries[i]);
            struct scan *s = scan_new(o.list, q, 1100, &within);

            while (!scan_step(s, 0, NULL))
                ;
            check_found(o.list, q, s, &within, queries[i]);
            scan_free(s);
            query_free(q);
        }
        close_list(&o);
    }
    rowset_clear(&within);
}

/* Go through a list in the smallest slices; says how many there were. */
static int go_in_slices(struct list *l, struct query *q)
{
    struct scan *s = scan_new(l, q, 2000, NULL);
    int slices = 1;

    assert_false(scan_covers(s, 2000, 2000));
    assert_false(scan_step(s, 0, NULL));
    assert_true(scan_covers(s, 2000, 2010));
    assert_false(scan_covers(s, 1, 2));
    assert_false(scan_covers(s, 1700, 2000));
    for (; !scan_step(s, 0, NULL); slices++) {
        int64_t at = 1 + slices * 97 % ROWS;

        /* What it says it has looked at is final. */
        if (scan_covers(s, at, at))
            assert_int_equal(rowset_has(scan_found(s), at),
                             row_matches(l, q, at));
    }
    assert_true(scan_is_done(s));
    assert_true(scan_covers(s, 1, ROWS));
    check_found(l, q, s, NULL, "in slices");
    scan_free(s);
    return slices;
}

static void a_slice_goes_on_from_where_the_reader_is(void **state)
{
    (void)state;
    for (enum source k = PLAIN; k < SOURCES; k++) {
        struct opened o = open_list(random_file(k));
        struct query *q = compile(o.list, "hn");

        assert_true(go_in_slices(o.list, q) > 3);
        query_free(q);
        close_list(&o);
    }
}

/* Where the scan blocks begin and end in the file's bytes: their magic. */
static size_t find_block(const unsigned char *bytes, size_t len, size_t from)
{
    for (size_t i = from; i + 4 <= len; i++)
        if (memcmp(bytes + i, "GSB1", 4) == 0)
            return i;
    return len;
}

static void a_damaged_block_changes_no_result(void **state)
{
    char *path = random_file(BLOCKS);
    size_t len, at = 0;
    unsigned char *bytes = fixture_read(path, &len);
    uint32_t seed = 11;
    int damaged = 0;

    (void)state;
    free(path);
    while ((at = find_block(bytes, len, at + 1)) < len && damaged < 12) {
        size_t byte = at + next_random(&seed) % 2000;
        unsigned char bit = (unsigned char)(1u << damaged % 8);
        struct opened o;
        struct query *q;
        struct scan *s;

        bytes[byte] ^= bit;
        o = open_list(fixture_bytes("damaged", bytes, len));
        bytes[byte] ^= bit;
        q = compile(o.list, "hn");
        s = scan_new(o.list, q, 1500, NULL);
        assert_true(scan_step(s, -1, NULL));
        assert_false(scan_failed(s));
        check_found(o.list, q, s, NULL, "damaged");
        assert_int_equal(edition_verify(o.ed, -1, NULL), EDITION_DAMAGED);
        scan_free(s);
        query_free(q);
        close_list(&o);
        damaged++;
    }
    assert_true(damaged > 5);
    free(bytes);
}

static void blocks_that_do_not_fit_are_not_used(void **state)
{
    static const char *const sql[] = {
        "DELETE FROM scan_block WHERE seq=0",
        "DELETE FROM scan_block WHERE seq=3",
        "DELETE FROM scan_block WHERE seq=(SELECT max(seq) FROM scan_block)",
        "UPDATE scan_block SET first_row=first_row+1 WHERE seq=2",
        "UPDATE scan_block SET first_row=9999 WHERE seq=2",
        "UPDATE scan_block SET hash=0 WHERE seq=2",
        "UPDATE scan_block SET data='x' WHERE seq=2",
        "UPDATE scan_block SET data=7 WHERE seq=0",
        "UPDATE scan_block SET data=zeroblob(2000000) WHERE seq=2",
        "INSERT INTO annex_1 SELECT * FROM annex_1 WHERE rowid=1",
        "DROP TABLE scan_block; CREATE TABLE scan_block(x)",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sql); i++) {
        char *path = random_file(BLOCKS);
        struct opened o;
        struct query *q;
        struct scan *s;

        fixture_alter(path, sql[i]);
        o = open_list(path);
        q = compile(o.list, "gongyi");
        s = scan_new(o.list, q, 1, NULL);
        assert_true(scan_step(s, -1, NULL));
        check_found(o.list, q, s, NULL, sql[i]);
        scan_free(s);
        query_free(q);
        close_list(&o);
    }
}

static void an_empty_list_is_done_at_once(void **state)
{
    struct opened o = open_list(fixture_sql("none", "CREATE TABLE t(a)"));
    struct query *q = compile(o.list, "a");
    struct scan *s = scan_new(o.list, q, 1, NULL);

    (void)state;
    assert_true(scan_is_done(s));
    assert_true(scan_step(s, 5, NULL));
    assert_int_equal(scan_found(s)->count, 0);
    scan_free(s);
    query_free(q);
    close_list(&o);
}

static void what_is_only_described_is_not_found(void **state)
{
    struct opened o = open_list(fixture_sql(
        "described", "CREATE TABLE t(a, b);"
                     "INSERT INTO t VALUES(x'6162', 'x'),('ab', NULL),"
                     "(CAST(zeroblob(5000000) AS TEXT), 'ab')"));
    struct query *q = compile(o.list, "ab");
    struct scan *s = scan_new(o.list, q, 1, NULL);

    (void)state;
    assert_true(scan_step(s, -1, NULL));
    assert_false(rowset_has(scan_found(s), 1));
    assert_true(rowset_has(scan_found(s), 2));
    assert_true(rowset_has(scan_found(s), 3));
    scan_free(s);
    query_free(q);
    q = compile(o.list, "bytes");
    s = scan_new(o.list, q, 1, NULL);
    assert_true(scan_step(s, -1, NULL));
    assert_int_equal(scan_found(s)->count, 0);
    scan_free(s);
    query_free(q);
    close_list(&o);
}

static int64_t count_found(struct list *l, const char *text)
{
    struct query *q = compile(l, text);
    struct scan *s = scan_new(l, q, 1, NULL);
    int64_t count;

    assert_true(scan_step(s, -1, NULL));
    count = scan_found(s)->count;
    scan_free(s);
    query_free(q);
    return count;
}

static void a_row_that_does_not_come_whole_keeps_all_its_texts(void **state)
{
    struct opened o = open_list(fixture_sql(
        "wide", "CREATE TABLE t(a, b, c, d);"
                "INSERT INTO t VALUES('湖南工艺', zeroblob(5000000),"
                " 12345, '美术'||hex(zeroblob(60000)))"));

    (void)state;
    assert_int_equal(count_found(o.list, "a:湖南 d:美术 c:123"), 1);
    assert_int_equal(count_found(o.list, "a:00"), 0);
    close_list(&o);
}

static void numbers_are_found_as_they_are_shown(void **state)
{
    struct opened o = open_list(fixture_sql(
        "numbers", "CREATE TABLE t(a);"
                   "INSERT INTO t VALUES(-9223372036854775807-1),(0),(-17),"
                   "(9223372036854775807),(1.5),(1e100)"));

    (void)state;
    assert_int_equal(count_found(o.list, "^-9223372036854775808"), 1);
    assert_int_equal(count_found(o.list, "^9223372036854775807"), 1);
    assert_int_equal(count_found(o.list, "^0"), 1);
    assert_int_equal(count_found(o.list, "^-17"), 1);
    assert_int_equal(count_found(o.list, "^1.5"), 1);
    assert_int_equal(count_found(o.list, "^1.0e+100"), 1);
    close_list(&o);
}

static void a_file_of_another_encoding_is_searched_too(void **state)
{
    struct opened o = open_list(
        fixture_sql("utf16", "PRAGMA encoding='UTF-16le'; CREATE TABLE t(a);"
                             "INSERT INTO t VALUES('湖南工艺'),('北京'),(12)"));

    (void)state;
    assert_int_equal(count_found(o.list, "hngy"), 1);
    assert_int_equal(count_found(o.list, "12"), 1);
    close_list(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_rows_as_each_row_says),
        cmocka_unit_test(only_rows_within_count),
        cmocka_unit_test(a_slice_goes_on_from_where_the_reader_is),
        cmocka_unit_test(a_damaged_block_changes_no_result),
        cmocka_unit_test(blocks_that_do_not_fit_are_not_used),
        cmocka_unit_test(an_empty_list_is_done_at_once),
        cmocka_unit_test(what_is_only_described_is_not_found),
        cmocka_unit_test(a_row_that_does_not_come_whole_keeps_all_its_texts),
        cmocka_unit_test(numbers_are_found_as_they_are_shown),
        cmocka_unit_test(a_file_of_another_encoding_is_searched_too),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
