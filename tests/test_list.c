/* test_list.c - a list's columns, rows by window, numbers, gaps, order. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/list.h"
#include "tests/fixture.h"
#include "tests/opened.h"

static const char *cell(struct list *l, int64_t row, size_t column)
{
    struct err e = {0};
    const struct record *r = list_row(l, row, &e);

    if (!r)
        fail_msg("row %lld: %s", (long long)row, e.msg);
    assert_int_equal(r->row, row);
    return r->values[column].text;
}

static void columns_say_what_is_derived(void **state)
{
    struct opened o = open_list(fixture_edition("columns"));

    (void)state;
    assert_int_equal(list_column_count(o.list), 4);
    assert_string_equal(list_column(o.list, 0)->name, "序号");
    assert_int_equal(list_column(o.list, 0)->kind, COLUMN_INTEGER);
    assert_null(list_column(o.list, 0)->derived);
    assert_int_equal(list_column(o.list, 3)->kind, COLUMN_TEXT);
    assert_string_equal(list_column(o.list, 3)->derived, "regions.tsv");
    assert_int_equal(list_number_column(o.list), 0);
    assert_ptr_equal(list_edition(o.list), o.ed);
    close_list(&o);
}

static void rows_and_gaps_stand_as_in_the_source(void **state)
{
    struct opened o = open_list(fixture_edition("rows"));
    const struct list_gap *gap;

    (void)state;
    assert_int_equal(list_row_count(o.list), 8);
    assert_string_equal(cell(o.list, 5, 0), "98");
    assert_string_equal(cell(o.list, 5, 1), "湖南工艺美术职业教育集团");
    assert_string_equal(cell(o.list, 8, 3), "广东");
    assert_null(list_row(o.list, 0, NULL));
    assert_null(list_row(o.list, 9, NULL));
    assert_int_equal(list_gap_count(o.list), 4);
    gap = list_gap_of(o.list, 50);
    assert_non_null(gap);
    assert_int_equal(gap->after_row, 3);
    assert_int_equal(gap->last, 87);
    assert_null(list_gap_of(o.list, 98));
    close_list(&o);
}

static void a_record_is_mentioned_by_documents(void **state)
{
    struct opened o = open_list(fixture_edition("mentions"));
    struct list_mention *m;

    (void)state;
    assert_int_equal(list_mentions(o.list, 5, &m), 2);
    assert_int_equal(m[0].notice, 1);
    assert_int_equal(m[1].block_seq, 2);
    free(m);
    assert_int_equal(list_mentions(o.list, 1, &m), 0);
    free(m);
    close_list(&o);
}

/* 3,000 rows with a rowid of 10 n and a hole in the middle. */
static char *sparse_table(const char *name)
{
    return fixture_sql(
        name,
        "CREATE TABLE t(n INTEGER, v TEXT);"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<9000) INSERT INTO t(rowid,n,v)"
        " SELECT CASE WHEN i<4000 THEN i*10 ELSE i*10+70000 END, i, 'v'||i"
        " FROM c");
}

static void sparse_rowids_are_counted_through(void **state)
{
    static const int64_t rows[] = {1,    2,    256,  257, 4096, 4097,
                                   9000, 8999, 5000, 3,   8193};
    struct opened o = open_list(sparse_table("sparse"));

    (void)state;
    assert_int_equal(list_row_count(o.list), 9000);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(strtol(cell(o.list, rows[i], 0), NULL, 10), rows[i]);
    close_list(&o);
}

static void tables_without_rowid_and_views_are_lists(void **state)
{
    static const char *const sql[] = {
        "CREATE TABLE t(n TEXT PRIMARY KEY, v) WITHOUT ROWID;"
        "INSERT INTO t VALUES('a',1),('b',2),('c',3)",
        "CREATE TABLE x(rowid TEXT, oid, _rowid_);"
        "CREATE TABLE u(n);DROP TABLE x;"
        "CREATE TABLE t(n, rowid, oid, _rowid_);DROP TABLE u;"
        "INSERT INTO t(n) VALUES('a'),('b'),('c')",
        "CREATE TABLE u(n);CREATE VIEW t AS SELECT lower(n) AS n FROM u;"
        "INSERT INTO u VALUES('A'),('B'),('C');",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sql); i++) {
        struct err e = {0};
        char *path = fixture_sql("norowid", sql[i]);
        struct edition *ed = edition_open(path, &e);
        struct list *l;

        assert_non_null(ed);
        l = list_open(ed, edition_annex_count(ed) - 1, &e);
        if (!l)
            fail_msg("%s", e.msg);
        assert_int_equal(list_row_count(l), 3);
        assert_string_equal(cell(l, 3, 0), "c");
        assert_string_equal(cell(l, 1, 0), "a");
        list_close(l);
        edition_close(ed);
        free(path);
    }
}

static void a_row_is_valid_until_a_far_one_is_read(void **state)
{
    struct opened o = open_list(sparse_table("window"));
    const struct record *first;

    (void)state;
    first = list_row(o.list, 1000, NULL);
    for (int64_t row = 600; row <= 1400; row += 50)
        assert_non_null(list_row(o.list, row, NULL));
    assert_string_equal(first->values[0].text, "1000");
    close_list(&o);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Rows anywhere, in any order: each is the right one, and still there while
 * only near ones are read (the sanitizer tells if not). */
static void rows_are_right_wherever_one_jumps(void **state)
{
    struct opened o = open_list(sparse_table("jumps"));
    uint32_t seed = 5;
    int64_t row = 1;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        const struct record *r;
        int64_t near;

        row = i % 3 ? row + next_random(&seed) % 600 - 300
                    : next_random(&seed) % 9000 + 1;
        row = row < 1 ? 1 : row > 9000 ? 9000 : row;
        r = list_row(o.list, row, NULL);
        assert_non_null(r);
        near = row + next_random(&seed) % 801 - 400;
        if (near >= 1 && near <= 9000)
            assert_non_null(list_row(o.list, near, NULL));
        assert_int_equal(strtol(r->values[0].text, NULL, 10), row);
        assert_int_equal(strtol(r->values[1].text + 1, NULL, 10), row);
    }
    close_list(&o);
}

static void an_empty_name_is_a_name(void **state)
{
    struct opened o = open_list(fixture_sql(
        "noname", "CREATE TABLE \"\"(a); INSERT INTO \"\" VALUES('x')"));

    (void)state;
    assert_string_equal(edition_annex(o.ed, 0)->title, "");
    assert_string_equal(cell(o.list, 1, 0), "x");
    close_list(&o);
}

static void values_of_any_type_are_shown(void **state)
{
    struct opened o = open_list(fixture_sql(
        "types", "CREATE TABLE t(v);"
                 "INSERT INTO t VALUES(NULL),(7),(1.5),('x'),(x'00ff'),"
                 "(CAST(x'61006200' AS TEXT)),(''),(x'')"));
    static const enum value_kind kinds[] = {
        VALUE_NULL,      VALUE_NUMBER, VALUE_NUMBER, VALUE_TEXT,
        VALUE_DESCRIBED, VALUE_TEXT,   VALUE_TEXT,   VALUE_DESCRIBED};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        const struct record *r = list_row(o.list, (int64_t)i + 1, NULL);

        assert_non_null(r);
        assert_int_equal(r->values[0].kind, kinds[i]);
        assert_non_null(r->values[0].text);
        assert_int_equal(r->values[0].text[r->values[0].len], 0);
    }
    assert_int_equal(list_row(o.list, 6, NULL)->values[0].len, 4);
    close_list(&o);
}

static void a_cell_over_the_limit_is_shown_by_its_size(void **state)
{
    struct opened o = open_list(
        fixture_sql("large", "CREATE TABLE t(a, b, c);"
                             "INSERT INTO t VALUES('one', 'x', 1),"
                             "('two', CAST(zeroblob(5000000) AS TEXT), 2),"
                             "('three', 'z', 3)"));

    (void)state;
    assert_string_equal(cell(o.list, 2, 0), "two");
    assert_string_equal(cell(o.list, 2, 2), "2");
    assert_non_null(strstr(cell(o.list, 2, 1), "5000000"));
    assert_string_equal(cell(o.list, 3, 0), "three");
    assert_string_equal(cell(o.list, 1, 1), "x");
    close_list(&o);
}

static void strange_names_are_names(void **state)
{
    struct opened o = open_list(fixture_sql(
        "names", "CREATE TABLE \"a\"\"b'c\x01]\"(\"\" INT, \"x\"\"y\");"
                 "INSERT INTO \"a\"\"b'c\x01]\" VALUES(1, 2)"));

    (void)state;
    assert_string_equal(edition_annex(o.ed, 0)->title, "a\"b'c\x01]");
    assert_string_equal(list_column(o.list, 1)->name, "x\"y");
    assert_string_equal(cell(o.list, 1, 0), "1");
    assert_string_equal(cell(o.list, 1, 1), "2");
    close_list(&o);
}

static void two_thousand_columns_are_shown(void **state)
{
    struct str sql = {0};
    struct opened o;

    (void)state;
    str_add(&sql, "CREATE TABLE t(c0");
    for (int i = 1; i < 2000; i++)
        str_addf(&sql, ",c%d", i);
    str_add(&sql, ");INSERT INTO t(c0,c1999) VALUES('a','z'),('b','y')");
    o = open_list(fixture_sql("wide", str_text(&sql)));
    str_clear(&sql);
    assert_int_equal(list_column_count(o.list), 2000);
    assert_string_equal(cell(o.list, 2, 1999), "y");
    assert_string_equal(cell(o.list, 1, 0), "a");
    close_list(&o);
}

static void a_cell_under_a_strange_name_is_read_alone(void **state)
{
    struct opened o = open_list(
        fixture_sql("names", "CREATE TABLE \"t@\"(\"e@mail\", \"a\"\"b%s\");"
                             "INSERT INTO \"t@\" VALUES"
                             "('x@y', CAST(zeroblob(5000000) AS TEXT));"));

    (void)state;
    assert_string_equal(list_column(o.list, 0)->name, "e@mail");
    assert_string_equal(cell(o.list, 1, 0), "x@y");
    assert_non_null(strstr(cell(o.list, 1, 1), "5000000"));
    close_list(&o);
}

static void the_column_of_numbers_is_known_by_its_heading(void **state)
{
    static const struct {
        const char *columns;
        int number; /* the column, -1: none */
    } cases[] = {
        {"\"名称\", \"序号\"", 1},      {"\"编号\", \"学校序号\"", 1},
        {"\"编号\", \"No.\"", 0},       {"\"序号\", \"总序号\"", 0},
        {"\"名称\", \"项目编号\"", -1}, {"\"序号（旧）\", \"a\"", -1},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str sql = {0};
        struct opened o;

        str_addf(&sql, "CREATE TABLE t(%s)", cases[i].columns);
        o = open_list(fixture_sql("numbered", str_text(&sql)));
        if (list_number_column(o.list) != cases[i].number)
            fail_msg("%s: column %d", cases[i].columns,
                     list_number_column(o.list));
        close_list(&o);
        str_clear(&sql);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_say_what_is_derived),
        cmocka_unit_test(rows_and_gaps_stand_as_in_the_source),
        cmocka_unit_test(a_record_is_mentioned_by_documents),
        cmocka_unit_test(sparse_rowids_are_counted_through),
        cmocka_unit_test(tables_without_rowid_and_views_are_lists),
        cmocka_unit_test(a_row_is_valid_until_a_far_one_is_read),
        cmocka_unit_test(rows_are_right_wherever_one_jumps),
        cmocka_unit_test(an_empty_name_is_a_name),
        cmocka_unit_test(values_of_any_type_are_shown),
        cmocka_unit_test(a_cell_over_the_limit_is_shown_by_its_size),
        cmocka_unit_test(strange_names_are_names),
        cmocka_unit_test(two_thousand_columns_are_shown),
        cmocka_unit_test(a_cell_under_a_strange_name_is_read_alone),
        cmocka_unit_test(the_column_of_numbers_is_known_by_its_heading),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
