/* test_app_work.c - what takes long goes on in slices, says how far it is, and
 * ends with the next key. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "browse/app.h"
#include "base/i18n.h"
#include "canvas/key.h"
#include "model/edition.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "ui/list_pane.h"

#define ROWS    24
#define COLUMNS 80

struct document {
    struct edition *edition;
    struct app app;
    struct canvas canvas;
};

/*
 * 2,500 rows, each of which takes SQLite some time to work out: more in all
 * than any key may take, by far. Their numbers fall, so that one that is not
 * there is looked for in all of them; only the last name is like no other.
 */
static void open_slow(struct document *r)
{
    char *path = fixture_sql(
        "slow.db",
        "CREATE TABLE t(n INTEGER, v TEXT);"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<2500) INSERT INTO t SELECT 9000-i,"
        " CASE WHEN i<2500 THEN 'abc'||(i%9) ELSE 'xyz' END FROM c;"
        "CREATE VIEW a AS SELECT n+0*(SELECT count(*) FROM t AS x"
        " WHERE x.n<t.n+9000) AS \"编号\", v FROM t;");
    struct err e = {0};

    i18n_set_language(I18N_EN);
    *r = (struct document){.edition = edition_open(path, &e)};
    free(path);
    if (!r->edition)
        fail_msg("%s", e.msg);
    app_open(&r->app, r->edition);
    app_resize(&r->app, ROWS, COLUMNS, AMBIGUOUS_NARROW);
    canvas_init(&r->canvas, ROWS, COLUMNS, AMBIGUOUS_NARROW);
    if (!view_go_list(&r->app.view, 1, 0, &e))
        fail_msg("%s", e.msg);
}

static void close_reader(struct document *r)
{
    app_close(&r->app);
    edition_close(r->edition);
    canvas_clear(&r->canvas);
}

static void type(struct document *r, const char *keys)
{
    for (; *keys; keys++)
        app_key(&r->app, *keys);
}

static void finish(struct document *r)
{
    while (app_is_busy(&r->app))
        app_work(&r->app, 8);
}

static struct pane *list_of(struct document *r)
{
    return r->app.view.panes[FRAME_LIST];
}

static void expect(struct document *r, const char *words)
{
    int row, column;

    app_draw(&r->app, &r->canvas, &row, &column);
    picture_is_whole(&r->canvas);
    if (!strstr(picture(&r->canvas), words))
        fail_msg("no \"%s\" on\n%s", words, picture(&r->canvas));
}

static void a_sort_says_how_far_it_is_and_comes_to_its_end(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, "s");
    assert_int_equal(r.app.job.kind, JOB_SORT);
    assert_int_equal(list_pane_sorted_by(list_of(&r), NULL), -1);
    expect(&r, "Sorting: ");
    finish(&r);
    assert_int_equal(list_pane_sorted_by(list_of(&r), NULL), 1);
    assert_int_equal(list_pane_row_at(list_of(&r), 0), 9);
    assert_int_equal(list_pane_row_at(list_of(&r), 2499), 2500);
    close_reader(&r);
}

static void any_key_stops_it_and_the_order_stays(void **state)
{
    static const struct {
        char begins, ends;
    } cases[] = {{'s', KEYS_ESC}, {'s', 3}, {'s', 'j'}, {'s', '/'},
                 {'F', KEYS_ESC}, {'F', 3}, {'F', 'j'}};
    struct document r;

    (void)state;
    open_slow(&r);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int64_t row = list_pane_row(list_of(&r));

        app_key(&r.app, cases[i].begins);
        assert_true(r.app.job.kind != JOB_NONE);
        app_key(&r.app, cases[i].ends);
        assert_int_equal(r.app.job.kind, JOB_NONE);
        assert_int_equal(list_pane_sorted_by(list_of(&r), NULL), -1);
        assert_int_equal(r.app.overlay.kind, OVERLAY_NONE);
        assert_false(r.app.wish.quit);
        if (cases[i].ends == 'j')
            assert_int_equal(list_pane_row(list_of(&r)), row + 1);
        else if (cases[i].ends == '/')
            app_key(&r.app, KEYS_ESC);
        else
            expect(&r, "Stopped");
    }
    close_reader(&r);
}

static void values_are_counted_between_keys(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, "F");
    assert_int_equal(r.app.job.kind, JOB_TALLY);
    expect(&r, "Counting the values: ");
    finish(&r);
    assert_int_equal(r.app.overlay.kind, OVERLAY_FREQUENCIES);
    expect(&r, "abc1");
    close_reader(&r);
}

static void a_number_that_is_not_there_is_looked_for_between_keys(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, ":5\r");
    assert_int_equal(r.app.job.kind, JOB_NUMBER);
    expect(&r, "Looking for No. 5: ");
    finish(&r);
    expect(&r, "There is no record No. 5");
    type(&r, ":5\r\003");
    assert_int_equal(r.app.job.kind, JOB_NONE);
    expect(&r, "Stopped");
    close_reader(&r);
}

static void an_accepted_search_goes_to_its_match_once_it_is_known(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, "/xyz\r");
    assert_int_equal(list_pane_row(list_of(&r)), 1);
    finish(&r);
    assert_int_equal(list_pane_row(list_of(&r)), 2500);
    type(&r, "g/nothing\r");
    finish(&r);
    expect(&r, "Not in this list: nothing");
    assert_int_equal(list_pane_row(list_of(&r)), 1);
    close_reader(&r);
}

static void
a_key_in_between_keeps_the_cursor_where_the_reader_puts_it(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, "/xyz\rj");
    finish(&r);
    assert_int_equal(list_pane_row(list_of(&r)), 2);
    type(&r, "n");
    assert_int_equal(list_pane_row(list_of(&r)), 2500);
    close_reader(&r);
}

static void a_filter_that_finds_nothing_gives_way(void **state)
{
    struct document r;

    (void)state;
    open_slow(&r);
    type(&r, "&nothing\r");
    finish(&r);
    expect(&r, "Not in this list: nothing");
    assert_int_equal(list_pane_rows(list_of(&r)), 2500);
    assert_null(list_pane_filtered(list_of(&r)));
    close_reader(&r);
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
