/* test_cursor.c - the terminal's cursor stands where the reader is, for
 * braille, screen readers and input methods. */
#include "tests/test.h"

#include "base/mem.h"
#include "tests/browsing.h"
#include "tests/fixture.h"

static void it_stands_on_what_is_current(void **state)
{
    /* clang-format off */
    static const struct {
        const char *keys;
        enum style style; /* of the cell under it */
    } steps[] = {
        { "", STYLE_CURSOR_CELL }, { "j", STYLE_CURSOR_CELL },
        { "l", STYLE_CURSOR_CELL }, { "G", STYLE_CURSOR_CELL },
        { "s", STYLE_CURSOR_CELL }, { "z", STYLE_CURSOR_CELL },
        { "zL", STYLE_CURSOR }, { "j", STYLE_CURSOR }, { "q", STYLE_CURSOR_CELL },
        { "1", STYLE_CURSOR }, { ")", STYLE_LINK_CURRENT },
        { "/附件\r", STYLE_MATCH_CURRENT }, { "n", STYLE_MATCH_CURRENT },
        { "3", STYLE_TEXT }, { ")", STYLE_LINK_CURRENT },
        { "2/湖南\r", STYLE_MATCH_CURRENT },
    };
    /* clang-format on */
    struct browsing r;

    (void)state;
    browsing_open(&r, fixture_edition("cursor.db"));
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        int row, column;
        const struct cell *cell;

        browsing_type(&r, steps[i].keys);
        app_draw(&r.app, &r.canvas, &row, &column);
        if (row < 0)
            fail_msg("step %zu: there is none", i);
        cell = canvas_cell(&r.canvas, row, column);
        if (cell->style != steps[i].style)
            fail_msg("step %zu: at %d, %d, style %d", i, row, column,
                     cell->style);
    }
    browsing_close(&r);
}

static void it_goes_down_and_right_with_the_reader(void **state)
{
    struct browsing r;
    int row, column, row_was, column_was;

    (void)state;
    browsing_open(&r, fixture_edition("cursor.db"));
    app_draw(&r.app, &r.canvas, &row_was, &column_was);
    browsing_type(&r, "j");
    app_draw(&r.app, &r.canvas, &row, &column);
    assert_int_equal(row, row_was + 1);
    assert_int_equal(column, column_was);
    browsing_type(&r, "l");
    app_draw(&r.app, &r.canvas, &row, &column);
    assert_int_equal(row, row_was + 1);
    assert_true(column > column_was);
    browsing_close(&r);
}

static void while_something_is_typed_it_stands_there(void **state)
{
    struct browsing r;
    int row, column;

    (void)state;
    browsing_open(&r, fixture_edition("cursor.db"));
    browsing_type(&r, "/hn");
    app_draw(&r.app, &r.canvas, &row, &column);
    assert_int_equal(row, r.canvas.rows - 1);
    assert_int_equal(column, 3);
    browsing_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stands_on_what_is_current),
        cmocka_unit_test(it_goes_down_and_right_with_the_reader),
        cmocka_unit_test(while_something_is_typed_it_stands_there),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
