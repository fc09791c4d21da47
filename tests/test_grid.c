/* test_grid.c - cells stand where a browser would put them. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "import/grid.h"

static void add(struct grid *g, const char *text, int rows, int columns)
{
    grid_add_cell(g, text, text ? strlen(text) : 0, rows, columns);
}

/* Own texts of a row, "^" and "<" for what is covered, a blank between. */
static void row_is(const struct grid *g, size_t row, const char *wanted)
{
    struct str got = {0};

    for (size_t c = 0; c < g->rows[row].count; c++) {
        const struct grid_cell *cell = &g->rows[row].cells[c];

        if (c)
            str_addc(&got, ' ');
        if (!grid_is_covered(g, row, c))
            str_add(&got, cell->text ? cell->text : "-");
        else
            str_add(&got, cell->row == row ? "<" : "^");
    }
    assert_string_equal(str_text(&got), wanted);
    str_clear(&got);
}

static void cells_stand_behind_those_that_span(void **state)
{
    struct grid *g = grid_new();

    (void)state;
    grid_add_row(g, 1);
    add(g, "a", 3, 1);
    add(g, "b", 1, 2);
    add(g, "c", 2, 1);
    grid_add_row(g, 2);
    add(g, "d", 1, 1);
    add(g, "e", 2, 1);
    grid_add_row(g, 5);
    add(g, "f", 1, 1);
    add(g, "g", 1, 1);
    row_is(g, 0, "a b < c");
    row_is(g, 1, "^ d e ^");
    row_is(g, 2, "^ f ^ g");
    assert_int_equal(g->columns, 4);
    assert_int_equal(g->rows[2].line, 5);
    assert_string_equal(grid_text(g, 2, 0), "a");
    assert_string_equal(grid_text(g, 0, 2), "b");
    assert_string_equal(grid_text(g, 9, 9), "");
    /* What c covers of the second row is known when a third begins. */
    grid_add_row(g, 6);
    assert_int_equal(g->rows[2].count, 4);
    grid_free(g);
}

static void what_spans_above_fills_the_row_before_the_next(void **state)
{
    struct grid *g = grid_new();

    (void)state;
    grid_add_row(g, 1);
    add(g, "a", 1, 1);
    add(g, "b", 2, 2);
    grid_add_row(g, 2);
    add(g, "c", 1, 1);
    grid_add_row(g, 3);
    row_is(g, 1, "c ^ ^");
    add(g, "d", 1, 1);
    row_is(g, 2, "d");
    grid_free(g);
}

static void texts_are_clean_and_spans_are_bounded(void **state)
{
    struct grid *g = grid_new();
    const struct grid_cell *cell;

    (void)state;
    grid_add_row(g, 1);
    add(g,
        " \n a\033 \n\n \xE3\x80\x80"
        "b ",
        0, -5);
    add(g, "   ", 5000, 5000);
    add(g, NULL, 1, 1);
    assert_string_equal(grid_text(g, 0, 0), "a^[\nb");
    cell = &g->rows[0].cells[0];
    assert_int_equal(cell->row_span, 1);
    assert_int_equal(cell->col_span, 1);
    cell = &g->rows[0].cells[1];
    assert_null(cell->text);
    assert_int_equal(cell->row_span, GRID_MAX_SPAN);
    assert_int_equal(g->columns, GRID_MAX_SPAN + 2);
    grid_free(g);
}

static void a_grid_has_a_bound_and_keeps_its_cells(void **state)
{
    struct grid *g = grid_new();
    size_t own = 0;

    (void)state;
    for (int r = 0; r < 3000; r++) {
        grid_add_row(g, 1);
        add(g, "x", 1000, 1000);
        add(g, "y", 1, 1);
    }
    assert_true(g->places < 2 * GRID_MAX_PLACES);
    for (size_t r = 0; r < g->count; r++) {
        for (size_t c = 0; c < g->rows[r].count; c++)
            own += !grid_is_covered(g, r, c) && g->rows[r].cells[c].text;
    }
    assert_int_equal(own, 6000);
    grid_free(g);
    grid_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_stand_behind_those_that_span),
        cmocka_unit_test(what_spans_above_fills_the_row_before_the_next),
        cmocka_unit_test(texts_are_clean_and_spans_are_bounded),
        cmocka_unit_test(a_grid_has_a_bound_and_keeps_its_cells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
