/* test_hostile.c - files made to harm: a sentence at once, or shown as is. */
#include "tests/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/list.h"
#include "model/notice.h"
#include "tests/fixture.h"

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Open the file's last table and read its first row; says what went wrong,
 * "" for nothing. In two seconds of its own. */
static char *look(const char *path)
{
    struct err e = {0};
    double start = seconds();
    struct edition *ed = edition_open(path, &e);
    struct list *l = NULL;

    if (ed)
        l = list_open(ed, edition_annex_count(ed) - 1, &e);
    if (l && list_row_count(l) > 0)
        list_row(l, 1, &e);
    list_close(l);
    edition_close(ed);
    assert_true(seconds() - start < 2);
    return xstrdup(e.msg);
}

static void views_run_only_what_is_bounded(void **state)
{
    static const struct {
        const char *sql, *part; /* of the sentence, "": it can be read */
    } cases[] = {
        {"CREATE VIEW v AS SELECT printf('%.*c',900000000,'x')",
         "v: printf(): a width is over 1,000"},
        {"CREATE VIEW v AS SELECT format('%9999d',1)",
         "v: format(): a width is over 1,000"},
        {"CREATE VIEW v AS SELECT instr(hex(zeroblob(9000000)),'x')",
         "v: needs zeroblob()"},
        {"CREATE TABLE h(b); INSERT INTO h VALUES(zeroblob(3900000));"
         "CREATE VIEW v AS SELECT instr(b,x'01') FROM h",
         ""},
        {"CREATE VIEW v AS SELECT a FROM t WHERE replace("
         "group_concat(a||a||a||a) OVER (),'x','yyyy') LIKE '%'",
         "v: "},
        {"CREATE VIEW v AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL"
         " SELECT i+1 FROM c) SELECT i FROM c",
         "v: takes too long"},
        {"CREATE VIEW v AS WITH RECURSIVE c(i) AS (SELECT hex(a) FROM t UNION"
         " ALL SELECT i||i FROM c) SELECT i FROM c",
         "v: "},
        {"CREATE VIEW v AS WITH RECURSIVE c(i) AS (SELECT 'x' UNION SELECT"
         " i||a FROM c, t) SELECT count(*) FROM c",
         "v: "},
        {"CREATE VIEW v AS SELECT randomblob(4000000)", "randomblob()"},
        {"CREATE VIEW v AS SELECT json_array(a) FROM t",
         "v: needs json_array()"},
        {"CREATE VIEW v AS SELECT load_extension('x')", "load_extension()"},
        {"CREATE VIEW v AS SELECT fts3_tokenizer('simple')", "fts3_tokenizer"},
        {"CREATE VIEW v AS SELECT * FROM pragma_table_list", "needs"},
        {"CREATE VIEW v AS SELECT * FROM json_each('[1]')", "json_each"},
        {"CREATE VIEW v AS SELECT lower(a) AS b, count(*) FROM t", ""},
        {"CREATE VIEW v AS SELECT * FROM none", "none"},
        {"CREATE VIEW v AS SELECT * FROM v", "circular"},
        {"CREATE VIEW v AS SELECT 1 FROM t a, t b, t c, t d, t e, t f",
         "v: takes too long"},
        {"CREATE VIEW v AS SELECT a.a||b.a||c.a||d.a||e.a AS x FROM t a, t b,"
         " t c, t d, t e ORDER BY x",
         "v: "},
        {"CREATE TABLE g(a, b AS (printf('%.*c',a,'x')));"
         "INSERT INTO g(a) VALUES(9000);CREATE VIEW v AS SELECT length(b) FROM "
         "g",
         "v: printf()"},
        {"CREATE TABLE g(a, b AS (json_array(a)));"
         "INSERT INTO g(a) VALUES(1);CREATE VIEW v AS SELECT b FROM g",
         "needs json_array()"},
        {"CREATE TABLE g(a, b AS (json_array(a)));"
         "INSERT INTO g(a) VALUES(1);CREATE VIEW v AS SELECT a FROM g",
         ""},
        {"CREATE TABLE g(a, b AS (json_array(a)));"
         "CREATE VIEW v AS SELECT * FROM pragma_database_list",
         "v: needs PRAGMA database_list"},
        {"CREATE TABLE g(a, b AS (json_array(a)));"
         "CREATE VIEW v AS SELECT load_extension('x') FROM g",
         "v: needs load_extension()"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str sql = {0};
        char *path, *msg;

        str_add(&sql,
                "CREATE TABLE t(a);"
                "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1"
                " FROM c WHERE i<200) INSERT INTO t SELECT 'x'||i FROM c;");
        str_add(&sql, cases[i].sql);
        path = fixture_sql("view", str_text(&sql));
        msg = look(path);
        if (*cases[i].part ? !strstr(msg, cases[i].part) : *msg)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].sql, msg,
                     cases[i].part);
        free(msg);
        free(path);
        str_clear(&sql);
    }
}

/* What people's views do, with what the first row holds then. */
static void views_of_every_day_are_read(void **state)
{
    static const struct {
        const char *sql, *first;
    } cases[] = {
        {"SELECT name FROM u WHERE name LIKE '%Col%'", "A college"},
        {"SELECT name FROM u WHERE name GLOB '*学[院校]*'", "湖南某学院"},
        {"SELECT trim(name)||ltrim(' x')||rtrim('y ') FROM u", "A collegexy"},
        {"SELECT date(day)||' '||strftime('%Y年',day) FROM u",
         "2020-10-15 2020年"},
        {"SELECT cast(julianday(day)-julianday('2020-10-01') AS INT) FROM u",
         "14"},
        {"SELECT substr(name,instr(name,'col')) FROM u", "college"},
        {"SELECT replace(name,'college','school') FROM u", "A school"},
        {"SELECT group_concat(name,'、') FROM u", "A college、湖南某学院"},
        {"SELECT row_number() OVER (ORDER BY id DESC)||name FROM u",
         "1湖南某学院"},
        {"SELECT rank() OVER (ORDER BY id)||'/'||count(*) OVER () FROM u",
         "1/2"},
        {"SELECT printf('%05.1f|%-4s|%d',id,'x',id) FROM u", "001.0|x   |1"},
        {"SELECT format('%s',name) FROM u", "A college"},
        {"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE"
         " i<5) SELECT sum(i) FROM c",
         "15"},
        {"SELECT iif(id>1,'b',coalesce(NULL,upper(name))) FROM u", "A COLLEGE"},
        {"SELECT round(avg(id),1)||hex('a')||quote('x')||char(65) FROM u",
         "1.561'x'A"},
        {"SELECT sum(id) FILTER (WHERE name LIKE 'a%') FROM u", "1"},
        {"SELECT name FROM u UNION SELECT 'a' ORDER BY 1", "A college"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str sql = {0};
        struct err e = {0};
        struct edition *ed;
        struct list *l;
        char *path;

        str_addf(&sql,
                 "CREATE TABLE u(id INTEGER, name TEXT, day TEXT);"
                 "INSERT INTO u VALUES(1,'A college','2020-10-15'),"
                 "(2,'湖南某学院','2020-10-16');CREATE VIEW v AS %s",
                 cases[i].sql);
        path = fixture_sql("everyday", str_text(&sql));
        str_clear(&sql);
        ed = edition_open(path, &e);
        assert_non_null(ed);
        l = list_open(ed, 1, &e);
        if (!l || !list_row(l, 1, &e))
            fail_msg("%s: %s", cases[i].sql, e.msg);
        if (strcmp(list_row(l, 1, NULL)->values[0].text, cases[i].first) != 0)
            fail_msg("%s: \"%s\"", cases[i].sql,
                     list_row(l, 1, NULL)->values[0].text);
        list_close(l);
        edition_close(ed);
        free(path);
    }
}

/* A column that is not run, or a cell that fails, hides no other. */
static void generated_columns_hide_nothing(void **state)
{
    static const char *const expected[][4] = {
        {"1", "b1", "(needs json_array(), which is not run here)", "x"},
        {"2000", "b2000", "(needs json_array(), which is not run here)",
         "(printf(): a width is over 1,000)"},
        {"3", "b3", "(needs json_array(), which is not run here)", "  x"},
    };
    char *path = fixture_sql(
        "generated",
        "CREATE TABLE g(a INTEGER, b AS ('b'||a), c AS (json_array(a)),"
        " d AS (printf('%*s',a,'x')));"
        "INSERT INTO g(a) VALUES(1),(2000),(3);"
        "CREATE TABLE w(a PRIMARY KEY, b AS (upper(a))) WITHOUT ROWID;"
        "INSERT INTO w(a) VALUES('x')");
    struct edition *ed = edition_open(path, NULL);
    struct list *l = list_open(ed, 0, NULL);

    (void)state;
    assert_int_equal(edition_annex(ed, 0)->columns, 4);
    assert_non_null(l);
    assert_int_equal(list_column_count(l), 4);
    for (int64_t row = 1; row <= 3; row++)
        for (size_t i = 0; i < 4; i++)
            assert_string_equal(list_row(l, row, NULL)->values[i].text,
                                expected[row - 1][i]);
    list_close(l);
    l = list_open(ed, 1, NULL);
    assert_string_equal(list_row(l, 1, NULL)->values[1].text, "X");
    list_close(l);
    edition_close(ed);
    free(path);
}

static void the_library_says_what_each_table_is(void **state)
{
    char *path = fixture_sql(
        "kinds", "CREATE TABLE t(a,b); INSERT INTO t VALUES(1,2),(3,4);"
                 "CREATE VIRTUAL TABLE notes USING fts5(a);"
                 "CREATE TABLE notes_of_mine(a);"
                 "CREATE VIEW v AS SELECT a FROM t;"
                 "CREATE VIEW bad AS SELECT json(a) FROM t;"
                 "CREATE VIRTUAL TABLE r USING rtree(id,x,y);"
                 "CREATE VIEW endless AS WITH RECURSIVE c(i) AS (SELECT 1"
                 " UNION ALL SELECT i+1 FROM c) SELECT i,i,i FROM c;");
    static const struct {
        const char *title;
        enum annex_source source;
        int columns;
        int64_t rows;
    } expected[] = {
        {"t", SOURCE_TABLE, 2, 2},
        {"notes", SOURCE_VIRTUAL, 0, -1},
        {"notes_of_mine", SOURCE_TABLE, 1, 0},
        {"v", SOURCE_VIEW, 1, 2},
        {"bad", SOURCE_VIEW, 0, -1},
        {"r", SOURCE_VIRTUAL, 0, -1},
        {"endless", SOURCE_VIEW, 3, -1},
    };
    struct edition *ed = edition_open(path, NULL);

    (void)state;
    assert_non_null(ed);
    assert_int_equal(edition_annex_count(ed), ARRAY_LEN(expected));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        const struct annex_info *a = edition_annex(ed, i);

        assert_string_equal(a->title, expected[i].title);
        assert_int_equal(a->source, expected[i].source);
        assert_int_equal(a->columns, expected[i].columns);
        assert_int_equal(list_count_rows(ed, i, 20), expected[i].rows);
        assert_int_equal(a->unreadable != NULL, expected[i].columns == 0);
    }
    edition_close(ed);
    free(path);
}

static bool key_waits(void)
{
    return true;
}

/* What takes long is given up for a key; what does not is finished. */
static void a_key_ends_the_reading_of_a_slow_view(void **state)
{
    char *path = fixture_sql(
        "slow", "CREATE VIEW v AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL"
                " SELECT i+1 FROM c) SELECT i FROM c;"
                "CREATE VIEW quick AS SELECT 1;");
    struct edition *ed = edition_open(path, NULL);
    struct err e = {0};
    double start = seconds();
    struct list *l;

    (void)state;
    assert_non_null(ed);
    edition_watch(ed, key_waits);
    assert_null(list_open(ed, 0, &e));
    assert_non_null(strstr(e.msg, "v: reading was stopped by a key"));
    assert_true(seconds() - start < 0.6);
    l = list_open(ed, 1, &e);
    assert_non_null(l);
    assert_non_null(list_row(l, 1, &e));
    list_close(l);
    edition_close(ed);
    free(path);
}

static void virtual_tables_are_named_and_not_run(void **state)
{
    static const char *const sql[] = {
        "CREATE VIRTUAL TABLE v USING fts5(a)",
        "CREATE VIRTUAL TABLE v USING rtree(id, a, b)",
        ("CREATE VIRTUAL TABLE f USING fts5(a);"
         "CREATE VIEW v AS SELECT * FROM f"),
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sql); i++) {
        char *path = fixture_sql("virtual", sql[i]);
        struct err e = {0};
        struct edition *ed = edition_open(path, &e);
        bool seen = false;

        assert_non_null(ed);
        for (size_t k = 0; k < edition_annex_count(ed); k++) {
            const struct annex_info *a = edition_annex(ed, k);

            if (strcmp(a->title, "v") != 0)
                continue;
            seen = true;
            assert_non_null(a->unreadable);
            assert_null(strstr(a->unreadable, path));
            assert_null(list_open(ed, k, &e));
            assert_non_null(strstr(e.msg, a->unreadable));
        }
        assert_true(seen);
        edition_close(ed);
        free(path);
    }
}

/* An edition spoiled by some SQL after it was made. */
static char *spoiled(const char *name, const char *sql)
{
    char *path = fixture_edition(name);

    fixture_alter(path, sql);
    return path;
}

static void a_spoiled_edition_is_refused(void **state)
{
    static const struct {
        const char *sql, *part;
    } cases[] = {
        {"DROP TABLE notice;", "notice"},
        {"ALTER TABLE annex DROP COLUMN kind;", "kind"},
        {"DROP TABLE notice; CREATE VIEW notice AS SELECT 1 AS id;", ": "},
        {"CREATE TABLE g(a, b AS (a||a));", "computed"},
        {"UPDATE annex_1 SET rowid=9000000000000000000 WHERE rowid=8;",
         "numbered"},
        {"UPDATE annex_1 SET rowid=-1 WHERE rowid=1;", ""},
        {"UPDATE field SET column_name='x' WHERE seq=2;", "not the columns"},
        {"UPDATE field SET column_name='序号' WHERE seq=2;", "not the columns"},
        {"UPDATE gap SET after_row=99 WHERE after_row=3;", "gap"},
        {"UPDATE gap SET last=-99 WHERE after_row=3;", "gap"},
        {"UPDATE gap SET first=-9223372036854775807-1 WHERE after_row=3;",
         "gap"},
        {"UPDATE gap SET last=9223372036854775807 WHERE after_row=3;", "gap"},
        {"UPDATE annex SET table_name='none' WHERE id=1;", "none"},
        {"UPDATE annex SET table_name='sqlite_schema' WHERE id=1;",
         "not the columns"},
        {"DELETE FROM annex_1 WHERE rowid=1;", "row 1"},
        {"INSERT INTO notice SELECT id+2, CAST(zeroblob(9000000) AS TEXT),1,1,"
         "1,1,1,1,1,1 FROM notice;",
         "too large"},
        {"INSERT INTO notice SELECT id+2, CAST(zeroblob(3900000) AS TEXT),"
         "CAST(zeroblob(3900000) AS TEXT),CAST(zeroblob(3900000) AS TEXT),"
         "CAST(zeroblob(3900000) AS TEXT),CAST(zeroblob(3900000) AS TEXT),"
         "1,1,1,1 FROM notice;",
         "too large"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *path = spoiled("spoiled", cases[i].sql);
        struct err e = {0};
        struct edition *ed = edition_open(path, &e);
        struct list *l = ed ? list_open(ed, 0, &e) : NULL;

        if (l)
            list_row(l, 1, &e);
        if (!strstr(e.msg, cases[i].part))
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].sql, e.msg,
                     cases[i].part);
        list_close(l);
        edition_close(ed);
        free(path);
    }
}

static void a_hole_in_the_rows_hides_no_other_row(void **state)
{
    char *path = spoiled("hole", "DELETE FROM annex_1 WHERE rowid=3;");
    struct edition *ed = edition_open(path, NULL);
    struct list *l = list_open(ed, 0, NULL);

    (void)state;
    assert_non_null(l);
    assert_int_equal(list_row_count(l), 8);
    assert_null(list_row(l, 3, NULL));
    assert_non_null(list_row(l, 2, NULL));
    assert_string_equal(list_row(l, 4, NULL)->values[0].text, "88");
    list_close(l);
    edition_close(ed);
    free(path);
}

/* The table of blocks again, without the key that keeps its rows apart. */
#define KEYLESS                                                                \
    "CREATE TABLE copy AS SELECT * FROM block; DROP TABLE block;"              \
    "ALTER TABLE copy RENAME TO block;"

static void paragraphs_are_numbered_upwards_from_1(void **state)
{
    static const char *const sql[] = {
        "UPDATE block SET seq=0 WHERE seq=1;",
        "UPDATE block SET seq=-9223372036854775807-1 WHERE seq=1;",
        KEYLESS "UPDATE block SET seq=7 WHERE seq=8;",
        KEYLESS "UPDATE block SET seq=9223372036854775807 WHERE seq>10;",
        KEYLESS "UPDATE block SET seq='x' WHERE seq=12;",
        KEYLESS "UPDATE block SET seq=NULL WHERE seq=12;",
        (KEYLESS "DELETE FROM block; WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL"
                 " SELECT i+1 FROM c WHERE i<5000) INSERT INTO block"
                 " SELECT 1,i,'body',0,'x',NULL FROM c;"
                 "INSERT INTO block VALUES(1,'x','body',0,'x',NULL);"),
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sql); i++) {
        char *path = spoiled("numbering", sql[i]);
        struct err e = {0};
        struct edition *ed = edition_open(path, &e);
        struct notice *n = notice_open(ed, 0, &e);

        if (n || e.code != ERR_DATA || !strstr(e.msg, "numbered"))
            fail_msg("%s: \"%s\"", sql[i], e.msg);
        edition_close(ed);
        free(path);
    }
}

static void a_level_is_small_whatever_the_file_says(void **state)
{
    char *path = spoiled("level", "UPDATE block SET level=2000000000"
                                  " WHERE seq=1;"
                                  "UPDATE block SET level=-1 WHERE seq=5;"
                                  "UPDATE block SET level=4 WHERE seq=6;");
    struct edition *ed = edition_open(path, NULL);
    struct notice *n = notice_open(ed, 0, NULL);

    (void)state;
    assert_non_null(n);
    assert_int_equal(notice_block(n, 0, NULL)->level, 0);
    assert_int_equal(notice_block(n, 4, NULL)->level, 0);
    assert_int_equal(notice_block(n, 5, NULL)->level, 4);
    notice_close(n);
    edition_close(ed);
    free(path);
}

static void a_large_paragraph_is_described(void **state)
{
    char *path =
        spoiled("paragraph", "UPDATE block SET text=CAST(zeroblob(5000000) AS"
                             " TEXT) WHERE notice_id=1 AND seq=4;"
                             "DELETE FROM block WHERE notice_id=1 AND seq=6;");
    struct edition *ed = edition_open(path, NULL);
    struct notice *n = notice_open(ed, 0, NULL);

    (void)state;
    assert_non_null(n);
    assert_int_equal(notice_block_count(n), 11);
    assert_non_null(strstr(notice_block(n, 3, NULL)->text, "too large"));
    assert_int_equal(notice_block(n, 4, NULL)->seq, 5);
    assert_int_equal(notice_block(n, 5, NULL)->seq, 7);
    assert_true(notice_offset(n, 11) > 0);
    notice_close(n);
    edition_close(ed);
    free(path);
}

static void a_thousand_huge_cells_take_bounded_memory(void **state)
{
    char *path = fixture_sql(
        "huge", "CREATE TABLE t(a, b);"
                "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
                " WHERE i<60) INSERT INTO t"
                " SELECT i, replace(hex(zeroblob(500000)),'00','ab') FROM c");
    struct edition *ed = edition_open(path, NULL);
    struct list *l = list_open(ed, 0, NULL);
    size_t held = 0;

    (void)state;
    assert_non_null(l);
    for (int64_t row = 1; row <= 60; row++) {
        const struct record *r = list_row(l, row, NULL);

        assert_non_null(r);
        held += r->values[1].len;
    }
    assert_true(held < 40 * 1000 * 1000);
    assert_int_equal(list_row(l, 1, NULL)->values[1].len, 1000000);
    list_close(l);
    edition_close(ed);
    free(path);
}

/* Each view is the one before it, twice: the last is a million of them. */
static void views_that_double_each_other_are_given_up_at_once(void **state)
{
    static const bool are_joins[] = {true, false};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(are_joins); i++) {
        struct str sql = {0};
        char before[16] = "t", *path, *msg;

        str_add(&sql, "CREATE TABLE t(a); INSERT INTO t VALUES(1);");
        for (int k = 0; k < 20; k++) {
            str_addf(&sql, "CREATE VIEW v%d AS SELECT x.a FROM %s x ", k,
                     before);
            if (are_joins[i])
                str_addf(&sql, "JOIN %s y ON x.a=y.a;", before);
            else
                str_addf(&sql, "UNION ALL SELECT a FROM %s;", before);
            snprintf(before, sizeof(before), "v%d", k);
        }
        path = fixture_sql("doubling", str_text(&sql));
        sqlite3_memory_highwater(1);
        msg = look(path); /* in two seconds */
        assert_true(strstr(msg, "memory") || strstr(msg, "not looked at"));
        assert_true(sqlite3_memory_highwater(0) < 16 << 20);
        free(msg);
        free(path);
        str_clear(&sql);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_run_only_what_is_bounded),
        cmocka_unit_test(views_of_every_day_are_read),
        cmocka_unit_test(generated_columns_hide_nothing),
        cmocka_unit_test(the_library_says_what_each_table_is),
        cmocka_unit_test(a_key_ends_the_reading_of_a_slow_view),
        cmocka_unit_test(virtual_tables_are_named_and_not_run),
        cmocka_unit_test(a_spoiled_edition_is_refused),
        cmocka_unit_test(a_hole_in_the_rows_hides_no_other_row),
        cmocka_unit_test(paragraphs_are_numbered_upwards_from_1),
        cmocka_unit_test(views_that_double_each_other_are_given_up_at_once),
        cmocka_unit_test(a_level_is_small_whatever_the_file_says),
        cmocka_unit_test(a_large_paragraph_is_described),
        cmocka_unit_test(a_thousand_huge_cells_take_bounded_memory),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
