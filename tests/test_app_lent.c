/* test_app_lent.c - what one part of the browser shows or works on stays sound
 * while another lets it go: searches, filters, counts and links left half done
 * between two keys. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/schema.h"
#include "tests/browsing.h"
#include "tests/fixture.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

static void expect(struct browsing *b, const char *words)
{
    if (!strstr(browsing_drawn(b), words))
        fail_msg("no \"%s\" on\n%.300s...\n%s", words, browsing_drawn(b),
                 browsing_bottom(b));
}

/* The title counts the filter's rows as some of more. */
static void expect_partial(struct browsing *b)
{
    const char *of = strstr(browsing_drawn(b), "/20,000");

    if (of && of[-1] != '+')
        fail_msg("as if it were all:\n%.160s", browsing_drawn(b));
}

/* The keys, with slices of work of 0 to 3 ms between them. */
static void press_with_slices(struct browsing *b, const char *keys, int ms)
{
    for (; *keys; keys++) {
        char key[8] = {*keys};
        size_t n = 1;

        while (((unsigned char)keys[1] & 0xC0) == 0x80)
            key[n++] = *++keys;
        browsing_press(b, key);
        if (app_is_busy(&b->app))
            app_work(&b->app, ms);
        browsing_drawn(b);
    }
}

static void a_search_that_the_list_does_not_understand_goes_dark(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open(&b, fixture_edition("colon.db"));
    browsing_type(&b, "1/序号:\r2n");
    expect(&b, "nothing to search for");
    browsing_type(&b, "1jn3j");
    assert_int_equal(browsing_cells(&b, STYLE_MATCH, STYLE_MATCH_CURRENT), 0);
    browsing_close(&b);
}

static void a_filter_that_goes_takes_no_search_with_it(void **state)
{
    (void)state;
    for (int ms = 0; ms <= 3; ms++) {
        struct browsing b;

        browsing_open_slow(&b);
        browsing_press(&b, "/乙\r");
        browsing_press(&b, "lF");
        browsing_work(&b);
        browsing_press(&b, "\r");
        browsing_work(&b);
        press_with_slices(&b, "n&甲\033", ms);
        browsing_work(&b);
        press_with_slices(&b, "n\033nn", ms);
        browsing_work(&b);
        browsing_close(&b);
    }
}

/* A search within a filter that is still being found, on any machine. */
static void a_search_within_a_filter_counts_all_of_it(void **state)
{
    (void)state;
    for (int ms = 0; ms <= 3; ms++) {
        struct browsing b;

        browsing_open_slow(&b);
        press_with_slices(&b, "&甲\r/乙\r", ms);
        browsing_work(&b);
        assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_HALF);
        expect(&b, "1/200 ");
        browsing_type(&b, "n");
        expect(&b, "2/200 ");
        browsing_close(&b);
    }
}

/* While it is counted, every count says that it is none yet. */
static void a_filter_that_was_accepted_early_counts_all_of_it(void **state)
{
    (void)state;
    for (int ms = 0; ms <= 3; ms++) {
        struct browsing b;

        browsing_open_slow(&b);
        press_with_slices(&b, "&甲乙\rj", ms);
        while (app_is_busy(&b.app)) {
            expect_partial(&b);
            app_work(&b.app, 1);
        }
        expect(&b, "200/20,000");
        assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_BOTH);
        browsing_close(&b);
    }
}

static const char far_sql[] =
    "WITH RECURSIVE c(i) AS (SELECT 3 UNION ALL SELECT i+1 FROM c"
    " WHERE i<80) INSERT INTO block SELECT 2, i, 'body', 0,"
    " iif(i=70, '这里提到了联想职业教育集团。', '第' || i || '段。'), NULL "
    "FROM c;"
    "INSERT INTO mention VALUES(1,1,2,70);"
    "INSERT INTO annex(id,notice_id,seq,number,title,kind,held,table_name)"
    " VALUES(4,2,1,'1','乙名单','list',1,'annex_4');"
    "CREATE TABLE annex_4(\"序号\" INTEGER, \"学校\" TEXT);"
    "INSERT INTO annex_4 VALUES(1,'甲市第一中学');"
    "INSERT INTO field VALUES(4,1,'序号','integer','source'),"
    "(4,2,'学校','text','source');";

static void a_link_of_a_record_leads_to_where_it_is_mentioned(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open(&b, fixture_edition_with("far.db", SCHEMA_VERSION, far_sql));
    browsing_type(&b, "3))\r");
    assert_int_equal(notice_pane_index(browsing_notice(&b)), 1);
    expect(&b, "这里提到了联想职业教育集团");
    browsing_close(&b);
}

/* The count of matches at the right of the bottom line: "2/11". */
static void read_count(struct browsing *b, int *at, int *of)
{
    const char *line = browsing_bottom(b);
    const char *end = strstr(line, "  F1");

    while (end && end > line && end[-1] != ' ')
        end--;
    if (!end || sscanf(end, "%d/%d", at, of) != 2)
        fail_msg("no count: %s", line);
}

static void a_link_to_the_notice_that_is_shown_darkens_nothing(void **state)
{
    struct browsing b;
    int at, of, all;

    (void)state;
    browsing_open(&b, fixture_edition("same.db"));
    browsing_type(&b, "1/职业\r");
    read_count(&b, &at, &all);
    assert_true(browsing_cells(&b, STYLE_MATCH, STYLE_MATCH_CURRENT) > 0);
    browsing_type(&b, "3)\r");
    assert_int_equal(b.app.view.frame.focus, FRAME_NOTICE);
    assert_true(browsing_cells(&b, STYLE_MATCH, STYLE_MATCH_CURRENT) > 0);
    browsing_type(&b, "n");
    read_count(&b, &at, &of);
    assert_int_equal(at, 2);
    assert_int_equal(of, all);
    browsing_close(&b);
}

/* The same while the notice is still searched. */
static void
a_notice_is_searched_on_when_a_link_leads_to_its_beginning(void **state)
{
    static const char long_sql[] =
        "WITH RECURSIVE c(i) AS (SELECT 13 UNION ALL SELECT i+1 FROM c"
        " WHERE i<60000) INSERT INTO block SELECT 1, i, 'body', 0,"
        " iif(i%1000=0, '乙', '丁'), NULL FROM c;";
    struct browsing b;

    (void)state;
    browsing_open(&b,
                  fixture_edition_with("long.db", SCHEMA_VERSION, long_sql));
    press_with_slices(&b, "1/乙\r3)\r", 0);
    browsing_work(&b);
    expect(&b, " 60 ");
    press_with_slices(&b, "1/乙\rn3)\r1n", 0);
    browsing_work(&b);
    expect(&b, "/60 ");
    browsing_close(&b);
}

static void n_waits_for_a_filter_that_is_being_found(void **state)
{
    (void)state;
    for (int ms = 0; ms <= 3; ms++) {
        struct browsing b;

        browsing_open_slow(&b);
        if (ms)
            press_with_slices(&b, "1&乙\rn", ms);
        else
            browsing_press(&b, "1&乙\rn");
        browsing_work(&b);
        assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_BOTH);
        expect(&b, "200/20,000");
        press_with_slices(&b, "2&\r3&甲\rN", ms);
        browsing_work(&b);
        assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_HALF);
        browsing_close(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_that_the_list_does_not_understand_goes_dark),
        cmocka_unit_test(a_filter_that_goes_takes_no_search_with_it),
        cmocka_unit_test(a_search_within_a_filter_counts_all_of_it),
        cmocka_unit_test(a_filter_that_was_accepted_early_counts_all_of_it),
        cmocka_unit_test(a_link_of_a_record_leads_to_where_it_is_mentioned),
        cmocka_unit_test(a_link_to_the_notice_that_is_shown_darkens_nothing),
        cmocka_unit_test(
            a_notice_is_searched_on_when_a_link_leads_to_its_beginning),
        cmocka_unit_test(n_waits_for_a_filter_that_is_being_found),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
