/* test_sight.c - what is found is seen, in whatever column or field it is. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/browsing.h"
#include "tests/fixture.h"
#include "ui/list_pane.h"
#include "ui/record_pane.h"

#define WIDE "各县各市各区各乡各镇"

/* A list of `columns` columns, too wide for the screen: the last one of row 3
 * holds 丙, and so does the second one of row 5. */
static void open_wide(struct browsing *b, int columns)
{
    struct str sql = {0};

    str_add(&sql, "CREATE TABLE annex_1(");
    for (int i = 1; i <= columns; i++)
        str_addf(&sql, "%s\"第%d列\" TEXT", i > 1 ? "," : "", i);
    str_add(&sql, ");");
    for (int row = 1; row <= 6; row++) {
        str_add(&sql, "INSERT INTO annex_1 VALUES(");
        for (int i = 1; i <= columns; i++) {
            bool has = (row == 3 && i == columns) || (row == 5 && i == 2);

            str_addf(&sql, "%s'%s%s'", i > 1 ? "," : "", WIDE, has ? "丙" : "");
        }
        str_add(&sql, ");");
    }
    browsing_open(b, fixture_list("wide.db", str_text(&sql), 0));
    str_clear(&sql);
}

static int lit(struct browsing *b)
{
    browsing_drawn(b);
    return browsing_cells(b, STYLE_MATCH, STYLE_MATCH_CURRENT);
}

static void a_match_in_a_column_out_of_view_is_brought_into_view(void **state)
{
    static const char *const ways[] = {"z/丙", "z/丙\r", "z?丙\rn", "z&丙",
                                       "z&丙\r"};

    (void)state;
    for (int columns = 2; columns <= 40; columns += 19) {
        for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
            struct browsing b;

            open_wide(&b, columns);
            browsing_type(&b, ways[i]);
            assert_int_equal(list_pane_row(browsing_list(&b)), 3);
            if (!lit(&b))
                fail_msg("of %d columns \"%s\" lights nothing", columns,
                         ways[i]);
            browsing_close(&b);
        }
    }
}

static void n_shows_each_match_in_its_column(void **state)
{
    struct browsing b;

    (void)state;
    open_wide(&b, 7);
    browsing_type(&b, "z/丙\r");
    assert_int_equal(list_pane_column(browsing_list(&b)), 6);
    browsing_type(&b, "n");
    assert_int_equal(list_pane_row(browsing_list(&b)), 5);
    assert_int_equal(list_pane_column(browsing_list(&b)), 1);
    assert_true(lit(&b) > 0);
    browsing_close(&b);
}

static void a_column_stays_where_the_match_is_seen_already(void **state)
{
    struct browsing b;

    (void)state;
    open_wide(&b, 7);
    browsing_type(&b, "z/丙\r");
    assert_int_equal(list_pane_row(browsing_list(&b)), 3);
    /* The first column is the current one, the second beside it. */
    browsing_type(&b, "hhhhhhj/丙\r");
    assert_int_equal(list_pane_row(browsing_list(&b)), 5);
    assert_int_equal(list_pane_column(browsing_list(&b)), 0);
    browsing_close(&b);
}

static void esc_shows_all_as_it_was(void **state)
{
    static const char *const ways[] = {"z", "3z", "", "3zjj"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct browsing b;
        char *before;

        open_wide(&b, 40);
        browsing_type(&b, ways[i]);
        before = xstrdup(browsing_drawn(&b));
        browsing_type(&b, "/丙\033");
        assert_string_equal(browsing_drawn(&b), before);
        browsing_type(&b, "&丙\033");
        assert_string_equal(browsing_drawn(&b), before);
        free(before);
        browsing_close(&b);
    }
}

static void a_field_below_the_edge_is_scrolled_to(void **state)
{
    struct browsing b;

    (void)state;
    open_wide(&b, 40);
    browsing_type(&b, "3z/丙\r");
    assert_true(record_pane_top(view_record_pane(&b.app.view)) > 0);
    assert_true(lit(&b) > 0);
    browsing_type(&b, "n");
    assert_int_equal(record_pane_top(view_record_pane(&b.app.view)), 0);
    assert_true(lit(&b) > 0);
    browsing_close(&b);
}

static void a_match_stays_in_view_when_the_panes_change(void **state)
{
    static const char *const ways[] = {"z", "z-", "z---", "z++"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct browsing b;
        struct pane *list;

        open_wide(&b, 7);
        browsing_type(&b, "z/丙\r");
        list = browsing_list(&b);
        browsing_type(&b, ways[i]);
        assert_true(list_pane_shows(list, find_light(&b.app.find).query));
        browsing_size(&b, 24, 44, AMBIGUOUS_NARROW);
        assert_true(list_pane_shows(list, find_light(&b.app.find).query));
        browsing_close(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_in_a_column_out_of_view_is_brought_into_view),
        cmocka_unit_test(n_shows_each_match_in_its_column),
        cmocka_unit_test(a_column_stays_where_the_match_is_seen_already),
        cmocka_unit_test(esc_shows_all_as_it_was),
        cmocka_unit_test(a_field_below_the_edge_is_scrolled_to),
        cmocka_unit_test(a_match_stays_in_view_when_the_panes_change),
    };

    return cmocka_run_group_tests_name("tests", tests, NULL, fixture_clean);
}
