/* test_list_work.c - what goes through a whole list: sort, count of values,
 * look for a number; at once and in the shortest slices. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/list_finder.h"
#include "model/list_sort.h"
#include "model/list_tally.h"
#include "tests/fixture.h"
#include "tests/opened.h"

static bool a_key_waits;

static bool key_waits(void)
{
    return a_key_waits;
}

/* 5,000 rows with numbers that fall, 50 names, every 100th of them empty. */
static struct opened open_large(const char *name)
{
    return open_list(fixture_sql(
        name, "CREATE TABLE t(\"编号\" INTEGER, v TEXT);"
              "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
              " WHERE i<5000) INSERT INTO t SELECT 6000-i,"
              " CASE WHEN i%100 THEN '第'||(i*7%50)||'类' END FROM c"));
}

static int64_t row_of(struct list *l, int64_t number)
{
    struct list_finder f;

    list_finder_init(&f, l, number);
    assert_int_equal(list_finder_step(&f, -1, NULL), WORK_DONE);
    return f.row;
}

static uint32_t *sorted(struct list *l, size_t column, bool descending)
{
    struct list_sort *s = list_sort_new(l, column, descending, NULL);
    uint32_t *order;

    assert_int_equal(list_sort_step(s, -1, NULL), WORK_DONE);
    assert_int_equal(list_sort_percent(s), 100);
    order = list_sort_take(s);
    list_sort_free(s);
    return order;
}

/* By its first column. */
static void is_sorted(struct list *l, bool descending, const uint32_t *expected,
                      size_t count)
{
    uint32_t *order = sorted(l, 0, descending);

    assert_memory_equal(order, expected, count * sizeof(*order));
    free(order);
}

static size_t tallied(struct list *l, size_t column, const struct rowset *only,
                      size_t limit, struct list_frequency **f, size_t *distinct)
{
    struct list_tally *t = list_tally_new(l, column, only);
    size_t count;

    assert_int_equal(list_tally_step(t, -1, NULL), WORK_DONE);
    count = list_tally_take(t, limit, f, distinct);
    list_tally_free(t);
    return count;
}

static void numbers_are_found(void **state)
{
    static const struct {
        int64_t number, row;
    } cases[] = {{1, 1},   {3, 3},   {4, 0},   {88, 4},  {98, 5}, {99, 6},
                 {105, 7}, {106, 0}, {107, 8}, {108, 0}, {0, 0},  {-5, 0}};
    struct opened o = open_list(fixture_edition("numbers"));

    (void)state;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < ARRAY_LEN(cases); i++)
            assert_int_equal(row_of(o.list, cases[i].number), cases[i].row);
    close_list(&o);
}

static void numbers_in_no_order_are_found_too(void **state)
{
    struct opened o = open_list(fixture_sql(
        "mixed", "CREATE TABLE t(\"编号\" TEXT);"
                 "INSERT INTO t VALUES('7'),('003'),(''),('x'),('1'),('9');"));

    (void)state;
    assert_int_equal(row_of(o.list, 3), 2);
    assert_int_equal(row_of(o.list, 1), 5);
    assert_int_equal(row_of(o.list, 9), 6);
    assert_int_equal(row_of(o.list, 2), 0);
    close_list(&o);
}

static void a_number_is_looked_for_in_slices(void **state)
{
    struct opened o = open_large("slices");
    struct list_finder f;
    enum work work;
    int slices = 0, last = 0;

    (void)state;
    list_finder_init(&f, o.list, 1500);
    while ((work = list_finder_step(&f, 0, NULL)) == WORK_MORE) {
        slices++;
        assert_true(list_finder_percent(&f) >= last);
        last = list_finder_percent(&f);
    }
    assert_int_equal(work, WORK_DONE);
    assert_int_equal(f.row, 4500);
    assert_true(slices > 5);
    list_finder_init(&f, o.list, 999);
    while ((work = list_finder_step(&f, 0, NULL)) == WORK_MORE)
        ;
    assert_int_equal(work, WORK_DONE);
    assert_int_equal(f.row, 0);
    close_list(&o);
}

static void rows_are_sorted_by_value(void **state)
{
    static const uint32_t up[] = {4, 6, 2, 1, 3, 5},
                          down[] = {3, 1, 2, 4, 6, 5};
    struct opened o =
        open_list(fixture_sql("sort", "CREATE TABLE t(n INTEGER, v TEXT);"
                                      "INSERT INTO t VALUES(10,'b'),(9,'a'),"
                                      "('x','c'),(1,''),(NULL,'a'),(1,NULL)"));

    (void)state;
    is_sorted(o.list, false, up, ARRAY_LEN(up));
    is_sorted(o.list, true, down, ARRAY_LEN(down));
    close_list(&o);
}

static void texts_are_sorted_as_they_are_read(void **state)
{
    static const uint32_t up[] = {4, 2, 5, 3, 1};
    struct opened o = open_list(fixture_sql(
        "pinyin", "CREATE TABLE t(v TEXT);"
                  "INSERT INTO t VALUES('重庆工业职业学院二分院'),"
                  "('重庆工业职业学院'),('重庆工业职业学院二分部'),('北京'),"
                  "('重庆工业职业学院')"));

    (void)state;
    is_sorted(o.list, false, up, ARRAY_LEN(up));
    close_list(&o);
}

static void values_are_counted(void **state)
{
    struct opened o = open_list(fixture_edition("counted"));
    struct list_frequency *f;
    struct rowset only;
    size_t distinct;

    (void)state;
    assert_int_equal(tallied(o.list, 3, NULL, 2, &f, &distinct), 2);
    assert_int_equal(distinct, 4);
    assert_string_equal(f[0].text, "北京");
    assert_int_equal(f[0].count, 3);
    assert_int_equal(f[1].count, 3);
    list_frequencies_free(f, 2);
    rowset_init(&only, 8);
    rowset_add(&only, 8);
    assert_int_equal(tallied(o.list, 3, &only, 9, &f, &distinct), 1);
    assert_string_equal(f[0].text, "广东");
    list_frequencies_free(f, 1);
    rowset_clear(&only);
    close_list(&o);
}

static void numbers_below_zero_stand_before_it(void **state)
{
    static const uint32_t up[] = {5, 2, 6, 1, 4, 8, 3, 7},
                          down[] = {7, 3, 1, 4, 8, 6, 2, 5};
    struct opened o = open_list(fixture_sql(
        "signs", "CREATE TABLE t(n REAL);"
                 "INSERT INTO t VALUES(0.0),(-2),(1.5),(-0.0),(-1e300),(-0.5),"
                 "(9e999),(0)"));

    (void)state;
    is_sorted(o.list, false, up, ARRAY_LEN(up));
    is_sorted(o.list, true, down, ARRAY_LEN(down));
    close_list(&o);
}

static void slices_sort_as_one_stretch_does(void **state)
{
    struct opened o = open_large("sliced");

    (void)state;
    for (size_t column = 0; column < 2; column++)
        for (int descending = 0; descending < 2; descending++) {
            uint32_t *whole = sorted(o.list, column, descending), *order;
            struct list_sort *s =
                list_sort_new(o.list, column, descending, NULL);
            int slices = 0, last = 0;

            while (list_sort_step(s, 0, NULL) == WORK_MORE) {
                slices++;
                assert_in_range(list_sort_percent(s), last, 100);
                last = list_sort_percent(s);
            }
            order = list_sort_take(s);
            assert_memory_equal(order, whole, 5000 * sizeof(*order));
            assert_true(slices > 10);
            list_sort_free(s);
            free(order);
            free(whole);
        }
    close_list(&o);
}

static void slices_count_as_one_stretch_does(void **state)
{
    struct opened o = open_large("counted.db");
    struct list_frequency *whole, *f;
    size_t distinct;
    size_t count = tallied(o.list, 1, NULL, 99, &whole, &distinct);
    struct list_tally *t = list_tally_new(o.list, 1, NULL);
    int slices = 0;

    (void)state;
    while (list_tally_step(t, 0, NULL) == WORK_MORE)
        slices++;
    assert_true(slices > 5);
    assert_int_equal(list_tally_take(t, 99, &f, &distinct), count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(f[i].text, whole[i].text);
        assert_int_equal(f[i].count, whole[i].count);
        assert_true(i == 0 || f[i].count < f[i - 1].count ||
                    (f[i].count == f[i - 1].count &&
                     strcmp(f[i - 1].text, f[i].text) < 0));
    }
    list_tally_free(t);
    list_frequencies_free(whole, count);
    list_frequencies_free(f, count);
    close_list(&o);
}

static void a_key_ends_a_slice_and_loses_nothing(void **state)
{
    struct opened o = open_large("keys");
    struct list_tally *t = list_tally_new(o.list, 1, NULL);
    struct list_frequency *f;
    size_t distinct, count;
    int64_t rows = 0;

    (void)state;
    edition_watch(o.ed, key_waits);
    a_key_waits = true;
    assert_int_equal(list_tally_step(t, 60000, NULL), WORK_MORE);
    assert_true(list_tally_percent(t) < 50);
    a_key_waits = false;
    while (list_tally_step(t, 60000, NULL) == WORK_MORE)
        ;
    count = list_tally_take(t, 99, &f, &distinct);
    for (size_t i = 0; i < count; i++)
        rows += f[i].count;
    assert_int_equal(rows, 5000);
    list_frequencies_free(f, count);
    list_tally_free(t);
    close_list(&o);
}

static void too_many_rows_are_refused_in_words(void **state)
{
    struct opened o = open_list(fixture_sql(
        "refused", "CREATE TABLE t(a);"
                   "CREATE TABLE d(a);"
                   "INSERT INTO d VALUES(1),(2),(3),(4),(5),(6),(7),(8),(9);"
                   "INSERT INTO t SELECT 1 FROM d a,d b,d c,d e,d f,d g,d h,"
                   "(SELECT 1 FROM d LIMIT 1)"));
    struct err e = {0};

    (void)state;
    assert_int_equal(list_row_count(o.list), 4782969);
    assert_null(list_sort_new(o.list, 0, false, &e));
    assert_int_equal(e.code, ERR_LIMIT);
    close_list(&o);
}

/* Of a foreign table whose columns have no types, as the importers of others
 * make it: the form of the cells says what they are. */
static void cells_sort_by_what_is_written_in_them(void **state)
{
    static const struct {
        const char *cells[6];
        uint32_t order[6];
    } cases[] = {
        {{"12%", "5%", "100%", "-1%", "无", "5.5%"}, {4, 2, 6, 1, 3, 5}},
        {{"2020年10月", "2020年9月", "2020-9-15", "2019/12/31", "", "2020年"},
         {4, 6, 2, 3, 1, 5}},
        {{"96939.51", "9694.88", "1,234.50", "￥800", "-3", "1234.5"},
         {5, 4, 3, 6, 2, 1}},
        {{"100", "9", "20", "9", "1", "0"}, {6, 5, 2, 4, 3, 1}},
        {{"9月", "10月1日", "10月", "1月", "12月", "2月"}, {4, 6, 1, 3, 2, 5}},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str sql = {0};
        struct opened o;

        str_add(&sql, "CREATE TABLE t(v TEXT);");
        for (int r = 0; r < 6; r++)
            str_addf(&sql, "INSERT INTO t VALUES('%s');", cases[i].cells[r]);
        o = open_list(fixture_sql("kinds.db", str_text(&sql)));
        str_clear(&sql);
        is_sorted(o.list, false, cases[i].order, 6);
        close_list(&o);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_sort_by_what_is_written_in_them),
        cmocka_unit_test(numbers_are_found),
        cmocka_unit_test(numbers_in_no_order_are_found_too),
        cmocka_unit_test(a_number_is_looked_for_in_slices),
        cmocka_unit_test(rows_are_sorted_by_value),
        cmocka_unit_test(texts_are_sorted_as_they_are_read),
        cmocka_unit_test(numbers_below_zero_stand_before_it),
        cmocka_unit_test(slices_sort_as_one_stretch_does),
        cmocka_unit_test(values_are_counted),
        cmocka_unit_test(slices_count_as_one_stretch_does),
        cmocka_unit_test(a_key_ends_a_slice_and_loses_nothing),
        cmocka_unit_test(too_many_rows_are_refused_in_words),
    };

    return cmocka_run_group_tests_name("tests", tests, NULL, fixture_clean);
}
