/* test_find.c - the search session: what each event does in each of its states,
 * with the work between them left half done. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "tests/browsing.h"
#include "tests/fixture.h"
#include "ui/list_pane.h"

/* How a session is brought into each state, on the slow list; nothing in it
 * holds 戊, which so takes longest to be known. */
static const char *const ways[FIND_STATES] = {
    [FIND_IDLE] = "",
    [FIND_JUMP_TYPING] = "/戊",
    [FIND_JUMP_SETTLING] = "/戊\r",
    [FIND_FILTER_TYPING] = "&甲",
    [FIND_FILTER_SETTLING] = "&甲\r",
    [FIND_FILTER_THEN_AGAIN] = "&甲\rn",
    [FIND_FILTER_THEN_TYPING] = "&甲\r/乙",
    [FIND_FILTER_THEN_ACCEPTED] = "&甲\r/乙\r",
    [FIND_AGAIN_WAITING] = "/戊\rjn",
};

static void open_in(struct browsing *b, enum find_state state)
{
    browsing_open_slow(b);
    browsing_press(b, ways[state]);
    if (b->app.stale)
        app_work(&b->app, 0);
    if (b->app.find.state != state)
        fail_msg("\"%s\" leads to state %d, not %d", ways[state],
                 b->app.find.state, state);
}

/* What may happen beside keys. */
enum {
    OTHER_LIST = 0x1C, /* another list is shown */
    OTHER_FILTER,      /* other rows are */
    WORK,              /* nothing happens: all is worked off */
};

static void happen(struct browsing *b, const char *event)
{
    struct rowset rows;

    switch (*event) {
    case OTHER_LIST:
        assert_true(view_go_list(&b->app.view, 1, 0, NULL));
        break;
    case OTHER_FILTER:
        rowset_init(&rows, SLOW_ROWS);
        rowset_add(&rows, 7);
        filter_add(&b->app.view.filter, &rows, "seven");
        break;
    case WORK:
        browsing_work(b);
        break;
    default:
        browsing_press(b, event);
        return;
    }
    find_look(&b->app.find);
}

#define LIST_EVENT   "\x1C"
#define FILTER_EVENT "\x1D"
#define WORK_EVENT   "\x1E"

static void each_event_does_in_each_state_what_the_table_says(void **state)
{
    /* clang-format off */
    static const struct {
        enum find_state from;
        const char *event;
        enum find_state to;
        int rows; /* that are shown once all is worked off */
    } cases[] = {
        { FIND_IDLE, "j", FIND_IDLE, SLOW_ROWS },
        { FIND_IDLE, "n", FIND_IDLE, SLOW_ROWS },
        { FIND_IDLE, "/", FIND_JUMP_TYPING, SLOW_ROWS },
        { FIND_IDLE, "&", FIND_FILTER_TYPING, SLOW_ROWS },
        { FIND_IDLE, FILTER_EVENT, FIND_IDLE, 1 },
        { FIND_JUMP_TYPING, "\r", FIND_JUMP_SETTLING, SLOW_ROWS },
        { FIND_JUMP_TYPING, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_JUMP_TYPING, "j", FIND_JUMP_TYPING, SLOW_ROWS },
        { FIND_JUMP_TYPING, WORK_EVENT, FIND_JUMP_TYPING, SLOW_ROWS },
        { FIND_JUMP_SETTLING, "j", FIND_IDLE, SLOW_ROWS },
        { FIND_JUMP_SETTLING, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_JUMP_SETTLING, "n", FIND_AGAIN_WAITING, SLOW_ROWS },
        { FIND_JUMP_SETTLING, "/", FIND_JUMP_TYPING, SLOW_ROWS },
        { FIND_JUMP_SETTLING, "&", FIND_FILTER_TYPING, SLOW_ROWS },
        { FIND_JUMP_SETTLING, WORK_EVENT, FIND_IDLE, SLOW_ROWS },
        { FIND_JUMP_SETTLING, LIST_EVENT, FIND_IDLE, 1 },
        { FIND_JUMP_SETTLING, FILTER_EVENT, FIND_IDLE, 1 },
        { FIND_FILTER_TYPING, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_FILTER_TYPING, "\r", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_TYPING, WORK_EVENT, FIND_FILTER_TYPING, SLOW_HALF },
        { FIND_FILTER_SETTLING, "j", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_SETTLING, "F", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_SETTLING, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_FILTER_SETTLING, "\003", FIND_IDLE, SLOW_ROWS },
        { FIND_FILTER_SETTLING, "n", FIND_FILTER_THEN_AGAIN, SLOW_HALF },
        { FIND_FILTER_SETTLING, "/", FIND_FILTER_THEN_TYPING, SLOW_HALF },
        { FIND_FILTER_SETTLING, "&", FIND_FILTER_THEN_TYPING, SLOW_HALF },
        { FIND_FILTER_SETTLING, WORK_EVENT, FIND_IDLE, SLOW_HALF },
        { FIND_FILTER_SETTLING, LIST_EVENT, FIND_IDLE, 1 },
        { FIND_FILTER_SETTLING, FILTER_EVENT, FIND_IDLE, 1 },
        { FIND_FILTER_THEN_AGAIN, "j", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_THEN_AGAIN, "N", FIND_FILTER_THEN_AGAIN, SLOW_HALF },
        { FIND_FILTER_THEN_AGAIN, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_FILTER_THEN_AGAIN, WORK_EVENT, FIND_IDLE, SLOW_HALF },
        { FIND_FILTER_THEN_AGAIN, LIST_EVENT, FIND_IDLE, 1 },
        { FIND_FILTER_THEN_TYPING, "\033", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_THEN_TYPING, "\r", FIND_FILTER_THEN_ACCEPTED, SLOW_HALF },
        { FIND_FILTER_THEN_TYPING, WORK_EVENT, FIND_JUMP_TYPING, SLOW_HALF },
        { FIND_FILTER_THEN_TYPING, LIST_EVENT, FIND_JUMP_TYPING, 1 },
        { FIND_FILTER_THEN_ACCEPTED, "j", FIND_FILTER_SETTLING, SLOW_HALF },
        { FIND_FILTER_THEN_ACCEPTED, "n", FIND_FILTER_THEN_AGAIN, SLOW_HALF },
        { FIND_FILTER_THEN_ACCEPTED, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_FILTER_THEN_ACCEPTED, WORK_EVENT, FIND_IDLE, SLOW_HALF },
        { FIND_FILTER_THEN_ACCEPTED, LIST_EVENT, FIND_IDLE, 1 },
        { FIND_AGAIN_WAITING, "j", FIND_IDLE, SLOW_ROWS },
        { FIND_AGAIN_WAITING, "\033", FIND_IDLE, SLOW_ROWS },
        { FIND_AGAIN_WAITING, "/", FIND_JUMP_TYPING, SLOW_ROWS },
        { FIND_AGAIN_WAITING, "&", FIND_FILTER_TYPING, SLOW_ROWS },
        { FIND_AGAIN_WAITING, WORK_EVENT, FIND_IDLE, SLOW_ROWS },
        { FIND_AGAIN_WAITING, LIST_EVENT, FIND_IDLE, 1 },
        { FIND_AGAIN_WAITING, FILTER_EVENT, FIND_IDLE, 1 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct browsing b;
        enum find_state to;

        open_in(&b, cases[i].from);
        happen(&b, cases[i].event);
        to = b.app.find.state;
        browsing_work(&b);
        if (to != cases[i].to ||
            list_pane_rows(browsing_list(&b)) != cases[i].rows)
            fail_msg("case %zu (state %d, event %#x): state %d, rows %d", i,
                     cases[i].from, (unsigned char)*cases[i].event, to,
                     (int)list_pane_rows(browsing_list(&b)));
        browsing_drawn(&b);
        browsing_close(&b);
    }
}

static void n_goes_in_what_a_filter_leaves_once_that_is_found(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open_slow(&b);
    browsing_press(&b, "&乙\rn");
    browsing_work(&b);
    assert_int_equal(list_pane_row(browsing_list(&b)), 200);
    browsing_close(&b);
}

static void the_next_search_is_done_in_it_too(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open_slow(&b);
    browsing_press(&b, "&甲\r/乙\r");
    assert_int_equal(list_pane_row(browsing_list(&b)), 2);
    browsing_work(&b);
    assert_int_equal(list_pane_row(browsing_list(&b)), 100);
    assert_non_null(strstr(browsing_bottom(&b), " 1/200 "));
    browsing_press(&b, "&丙\r&甲\r");
    browsing_work(&b);
    assert_non_null(strstr(browsing_bottom(&b), "filtered records: 丙"));
    assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_HALF);
    browsing_close(&b);
}

static void what_is_given_up_leaves_the_filter_before_it(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open_slow(&b);
    browsing_type(&b, "&甲\r");
    browsing_press(&b, "&乙\rj\033");
    assert_non_null(strstr(browsing_bottom(&b), "Stopped"));
    browsing_work(&b);
    assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_HALF);
    assert_non_null(strstr(browsing_drawn(&b), "10,000/20,000"));
    browsing_close(&b);
}

/* The reader goes to a row that the filter in hand would hide. */
static void a_number_takes_away_a_filter_that_is_still_being_found(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open_slow(&b);
    browsing_press(&b, "&乙\r:3\r");
    browsing_work(&b);
    assert_int_equal(list_pane_row(browsing_list(&b)), 3);
    assert_int_equal(list_pane_rows(browsing_list(&b)), SLOW_ROWS);
    browsing_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_event_does_in_each_state_what_the_table_says),
        cmocka_unit_test(n_goes_in_what_a_filter_leaves_once_that_is_found),
        cmocka_unit_test(the_next_search_is_done_in_it_too),
        cmocka_unit_test(what_is_given_up_leaves_the_filter_before_it),
        cmocka_unit_test(
            a_number_takes_away_a_filter_that_is_still_being_found),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
