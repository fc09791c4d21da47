/* test_app_work.c - what takes long goes on in slices, says how far it is, and
 * ends with the next key. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "canvas/key.h"
#include "tests/browsing.h"
#include "tests/fixture.h"
#include "ui/list_pane.h"

/*
 * Rows too many to be looked at within a key. Their numbers fall, so that one
 * that is not there is looked for in all of them; only the last name is like
 * no other.
 */
static void open_slow(struct browsing *b)
{
    browsing_open(
        b, fixture_sql(
               "slow.db",
               "CREATE TABLE t(\"编号\" INTEGER, v TEXT);"
               "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
               " WHERE i<20000) INSERT INTO t SELECT 90000-i,"
               " CASE WHEN i<20000 THEN 'abc'||(i%9) ELSE 'xyz' END FROM c;"));
}

static void expect(struct browsing *r, const char *words)
{
    if (!strstr(browsing_drawn(r), words))
        fail_msg("no \"%s\" on\n%s", words, browsing_drawn(r));
}

static void a_sort_says_how_far_it_is_and_comes_to_its_end(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, "s");
    assert_int_equal(r.app.job.kind, JOB_SORT);
    assert_int_equal(list_pane_sorted_by(browsing_list(&r), NULL), -1);
    expect(&r, "Sorting: ");
    browsing_work(&r);
    assert_int_equal(list_pane_sorted_by(browsing_list(&r), NULL), 1);
    assert_int_equal(list_pane_row_at(browsing_list(&r), 0), 9);
    assert_int_equal(list_pane_row_at(browsing_list(&r), 19999), 20000);
    browsing_close(&r);
}

static void any_key_stops_it_and_the_order_stays(void **state)
{
    static const struct {
        char begins, ends;
    } cases[] = {{'s', KEYS_ESC}, {'s', 3}, {'s', 'j'}, {'s', '/'},
                 {'F', KEYS_ESC}, {'F', 3}, {'F', 'j'}};
    struct browsing r;

    (void)state;
    open_slow(&r);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int64_t row = list_pane_row(browsing_list(&r));

        app_key(&r.app, cases[i].begins);
        assert_true(r.app.job.kind != JOB_NONE);
        app_key(&r.app, cases[i].ends);
        assert_int_equal(r.app.job.kind, JOB_NONE);
        assert_int_equal(list_pane_sorted_by(browsing_list(&r), NULL), -1);
        assert_int_equal(r.app.overlay.kind, OVERLAY_NONE);
        assert_false(r.app.wish.quit);
        if (cases[i].ends == 'j')
            assert_int_equal(list_pane_row(browsing_list(&r)), row + 1);
        else if (cases[i].ends == '/')
            app_key(&r.app, KEYS_ESC);
        else
            expect(&r, "Stopped");
    }
    browsing_close(&r);
}

static void values_are_counted_between_keys(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, "F");
    assert_int_equal(r.app.job.kind, JOB_TALLY);
    expect(&r, "Counting the values: ");
    browsing_work(&r);
    assert_int_equal(r.app.overlay.kind, OVERLAY_FREQUENCIES);
    expect(&r, "abc1");
    browsing_close(&r);
}

static void a_number_that_is_not_there_is_looked_for_between_keys(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, ":5\r");
    assert_int_equal(r.app.job.kind, JOB_NUMBER);
    expect(&r, "Looking for No. 5: ");
    browsing_work(&r);
    expect(&r, "There is no record No. 5");
    browsing_press(&r, ":5\r\003");
    assert_int_equal(r.app.job.kind, JOB_NONE);
    expect(&r, "Stopped");
    browsing_close(&r);
}

static void an_accepted_search_goes_to_its_match_once_it_is_known(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, "/xyz\r");
    assert_int_equal(list_pane_row(browsing_list(&r)), 1);
    browsing_work(&r);
    assert_int_equal(list_pane_row(browsing_list(&r)), 20000);
    browsing_press(&r, "g/nothing\r");
    browsing_work(&r);
    expect(&r, "Not in this list: nothing");
    assert_int_equal(list_pane_row(browsing_list(&r)), 1);
    browsing_close(&r);
}

static void
a_key_in_between_keeps_the_cursor_where_the_reader_puts_it(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, "/xyz\rj");
    browsing_work(&r);
    assert_int_equal(list_pane_row(browsing_list(&r)), 2);
    browsing_press(&r, "n");
    assert_int_equal(list_pane_row(browsing_list(&r)), 20000);
    browsing_close(&r);
}

static void a_filter_that_finds_nothing_gives_way(void **state)
{
    struct browsing r;

    (void)state;
    open_slow(&r);
    browsing_press(&r, "&nothing\r");
    browsing_work(&r);
    expect(&r, "Not in this list: nothing");
    assert_int_equal(list_pane_rows(browsing_list(&r)), 20000);
    assert_false(list_pane_is_filtered(browsing_list(&r)));
    browsing_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sort_says_how_far_it_is_and_comes_to_its_end),
        cmocka_unit_test(any_key_stops_it_and_the_order_stays),
        cmocka_unit_test(values_are_counted_between_keys),
        cmocka_unit_test(a_number_that_is_not_there_is_looked_for_between_keys),
        cmocka_unit_test(an_accepted_search_goes_to_its_match_once_it_is_known),
        cmocka_unit_test(
            a_key_in_between_keeps_the_cursor_where_the_reader_puts_it),
        cmocka_unit_test(a_filter_that_finds_nothing_gives_way),
    };

    return cmocka_run_group_tests_name("tests", tests, NULL, fixture_clean);
}
