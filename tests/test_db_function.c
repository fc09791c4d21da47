/* test_db_function.c - our bounded functions say what SQLite's own say, and
 * stop where those run away. */
#include "tests/test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/db_function.h"

static sqlite3 *own, *ours;

static int open_both(void **state)
{
    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &own), SQLITE_OK);
    assert_int_equal(sqlite3_open(":memory:", &ours), SQLITE_OK);
    assert_true(db_function_add_all(ours));
    return 0;
}

static int close_both(void **state)
{
    (void)state;
    assert_int_equal(sqlite3_close(own), SQLITE_OK);
    assert_int_equal(sqlite3_close(ours), SQLITE_OK);
    return 0;
}

/* A result as "type:text", or its error. */
static char *result(sqlite3 *db, const char *sql)
{
    struct str out = {0};
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_step(st);
    if (rc == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(st, 0);

        str_addf(&out, "%d:", sqlite3_column_type(st, 0));
        str_append(&out, text ? text : "NULL",
                   text ? (size_t)sqlite3_column_bytes(st, 0) : 4);
    } else {
        str_add(&out, sqlite3_errmsg(db));
    }
    sqlite3_finalize(st);
    return str_take(&out);
}

static void check_same(const char *sql)
{
    char *wanted = result(own, sql), *got = result(ours, sql);

    if (strcmp(wanted, got) != 0)
        fail_msg("%s: \"%s\", not \"%s\"", sql, got, wanted);
    free(wanted);
    free(got);
}

static void odd_arguments_are_taken_as_sqlite_does(void **state)
{
    static const char *const cases[] = {
        "NULL LIKE 'a'",
        "'a' LIKE NULL",
        "12 LIKE '1_'",
        "x'6162' LIKE 'A%'",
        "'a%' LIKE 'a!%' ESCAPE '!'",
        "'ab' LIKE 'a!%' ESCAPE '!'",
        "'a_b' LIKE '%!_b' ESCAPE '!'",
        "'%' LIKE '%%' ESCAPE '%'",
        "'a' LIKE 'a!' ESCAPE '!'",
        "'A!' LIKE 'a!!' ESCAPE '!'",
        "'a' LIKE 'a' ESCAPE NULL",
        "'xb' LIKE '__' ESCAPE '_'",
        "'É' LIKE 'é'",
        "'中国' LIKE '_国'",
        "'' LIKE ''",
        "'' LIKE '%'",
        "'a' GLOB '[]a]'",
        "']' GLOB '[]]'",
        "'-' GLOB '[a-]'",
        "'b' GLOB '[^a]'",
        "'^' GLOB '[a^]'",
        "'a' GLOB '[a'",
        "'c' GLOB '[a-c-e]'",
        "'学' GLOB '[一-龥]'",
        "'A' GLOB 'a'",
        "instr('中国中',  '中')",
        "instr('abc','')",
        "instr('','')",
        "instr(x'e4b8ad', x'ad')",
        "instr('中', x'ad')",
        "instr(NULL,'a')",
        "instr(1234,3)",
        "replace('aaa','a','bb')",
        "replace('abc','','x')",
        "replace('abc','d',NULL)",
        "replace('abc','b','')",
        "replace(121,1,'中')",
        "replace(x'6161','a','b')",
        "trim('  a ')",
        "trim('中a中','中')",
        "trim('abcba','ab')",
        "ltrim('',' ')",
        "rtrim('aaa','a')",
        "trim('x','')",
        "trim(NULL)",
        "trim('a',NULL)",
        "rtrim(' é é','é')",
        "typeof(trim(5))",
        "printf('%d|%5d|%-5d|%05d|%+d',1,2,3,4,5)",
        "printf('%,d',1234567)",
        "printf('%x %X %o %#x',255,255,8,255)",
        "printf('%u',-1)",
        "printf('%.2f %8.3f %e %g',3.14159,2.5,12345.678,0.0001)",
        "printf('%!.20f',0.1)",
        "printf('%s|%10s|%-10s|%.2s','a','b','c','def')",
        "printf('%!5s|%!.1s','中','中国')",
        "printf('%q %Q %w','it''s','a''b','\"')",
        "printf('%Q',NULL)",
        "printf('%s',NULL)",
        "printf('%d')",
        "printf('%s')",
        "printf('%c|%5c|%-5c|%.3c','abc','中','x','y')",
        "printf('%c','')",
        "printf('%%|%5%')",
        "printf('%*d|%-*d|%.*f',5,1,5,2,2,1.239)",
        "printf('%*d',-5,1)",
        "printf('%')",
        "printf('a%yb')",
        "printf('')",
        "printf(NULL)",
        "printf('%lld %ld',1,2)",
        "printf('%n%d',7)",
        "printf('%z','a')",
        "printf('%i',12)",
        "printf('%s',x'6162')",
        "printf('%d','12abc')",
        "format('%s-%d','a',1)",
        "printf(5)",
        "printf('%.3d',5)",
        "printf('% d',5)",
        "printf('%p',255)",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str sql = {0};

        str_addf(&sql, "SELECT %s", cases[i]);
        check_same(str_text(&sql));
        str_clear(&sql);
    }
}

static uint32_t seed = 20310930;

static uint32_t below(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

/* A literal of up to `most` pieces. */
static void add_random(struct str *sql, uint32_t most)
{
    static const char *const pieces[] = {"a", "A", "b", "%",  "_",  "*", "?",
                                         "[", "]", "^", "-",  "中", "é", "ab",
                                         "!", "a", "%", "__", "[a", "]"};

    str_addc(sql, '\'');
    for (uint32_t n = below(most + 1); n > 0; n--)
        str_add(sql, pieces[below(ARRAY_LEN(pieces))]);
    str_addc(sql, '\'');
}

static void random_texts_give_the_same(void **state)
{
    static const struct {
        const char *start, *between, *end;
        uint32_t arguments;
    } calls[] = {
        {"like(", ",", ")", 2},  {"glob(", ",", ")", 2},
        {"instr(", ",", ")", 2}, {"replace(", ",", ")", 3},
        {"trim(", ",", ")", 2},  {"ltrim(", ",", ")", 2},
        {"rtrim(", ",", ")", 2}, {"", " LIKE ", " ESCAPE '!'", 2},
        {"", " GLOB ", "", 2},
    };

    (void)state;
    for (int i = 0; i < 20000; i++) {
        size_t call = below(ARRAY_LEN(calls));
        struct str sql = {0};

        str_addf(&sql, "SELECT %s", calls[call].start);
        for (uint32_t k = 0; k < calls[call].arguments; k++) {
            str_add(&sql, k ? calls[call].between : "");
            add_random(&sql, k == 0 ? 8 : 5);
        }
        str_add(&sql, calls[call].end);
        check_same(str_text(&sql));
        str_clear(&sql);
    }
}

static void what_would_run_away_is_an_error(void **state)
{
    static const struct {
        const char *sql, *error;
    } cases[] = {
        {"SELECT printf('%.*c',900000000,'x')",
         "printf(): a width is over 1,000"},
        {"SELECT format('%*d',-2000,1)", "format(): a width is over 1,000"},
        {"SELECT printf('%99999999999999999999d',1)",
         "printf(): a width is over 1,000"},
        {"SELECT printf('%.1001f',1)", "printf(): a width is over 1,000"},
        {"SELECT instr(zeroblob(64001),'x')",
         "instr(): an argument is too long"},
        {"SELECT replace('a','a',zeroblob(64001))",
         "replace(): an argument is too long"},
        {"SELECT trim(zeroblob(64001))", "trim(): an argument is too long"},
        {"SELECT trim('a',zeroblob(1001))", "trim(): an argument is too long"},
        {"SELECT 'a' LIKE hex(zeroblob(501))",
         "like(): the pattern is too long"},
        {"SELECT printf('%s',hex(zeroblob(32001)))",
         "printf(): an argument is too long"},
        {"SELECT 'a' LIKE 'a' ESCAPE '!!'",
         "like(): ESCAPE must be one character"},
        {"SELECT length(replace(hex(zeroblob(30000)),'0','xxxxxxxx'))",
         "string or blob too big"},
        {"SELECT printf('%1000d',1)||'' LIKE '% 1'", "1:1"},
        {"SELECT length(printf('%.*c',1000,'中'))", "1:1000"},
        /* The worst for a pattern: never done again for each %. */
        {"SELECT hex(zeroblob(30000)) LIKE replace(hex(zeroblob(100)),'0',"
         "'%0')||'1'",
         "1:0"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *got = result(ours, cases[i].sql);

        if (strcmp(got, cases[i].error) != 0)
            fail_msg("%s: \"%s\"", cases[i].sql, got);
        free(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_arguments_are_taken_as_sqlite_does),
        cmocka_unit_test(random_texts_give_the_same),
        cmocka_unit_test(what_would_run_away_is_an_error),
    };

    return cmocka_run_group_tests(tests, open_both, close_both);
}
