/* test_frame.c - rectangles of the panes at every size of the screen. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/frame.h"

/* "row,column rowsxcolumns" of the three panes, "-" where not shown. */
static const char *rects(const struct frame *f)
{
    static char text[200];
    size_t at = 0;

    for (int p = FRAME_NOTICE; p < FRAME_PANES; p++) {
        struct rect r = frame_rect(f, (enum frame_pane)p);
        const char *blank = p ? " " : "";
        int n;

        if (!r.rows)
            n = snprintf(text + at, sizeof(text) - at, "%s-", blank);
        else
            n = snprintf(text + at, sizeof(text) - at, "%s%d,%d:%dx%d", blank,
                         r.row, r.column, r.rows, r.columns);
        at += (size_t)n;
    }
    return text;
}

static void panes_stand_by_the_size_of_the_screen(void **state)
{
    /* clang-format off */
    static const struct {
        struct frame f;
        const char *rects;
        int border;
    } cases[] = {
        { { 24, 80, FRAME_LIST, false, 0, 0, false, false },
          "0,0:8x80 8,0:8x80 16,0:7x80", -1 },
        { { 23, 79, FRAME_LIST, false, 0, 0, false, false },
          "0,0:7x79 7,0:8x79 15,0:7x79", -1 },
        { { 16, 40, FRAME_LIST, false, 0, 0, false, false },
          "0,0:5x40 5,0:5x40 10,0:5x40", -1 },
        { { 15, 40, FRAME_LIST, false, 0, 0, false, false }, "- 0,0:14x40 -", -1 },
        { { 24, 39, FRAME_NOTICE, false, 0, 0, false, false }, "0,0:23x39 - -", -1 },
        { { 12, 41, FRAME_RECORD, false, 0, 0, false, false }, "- - 0,0:11x41", -1 },
        { { 6, 20, FRAME_LIST, false, 0, 0, false, false }, "- 0,0:5x20 -", -1 },
        { { 2, 9, FRAME_LIST, false, 0, 0, false, false }, "- - -", -1 },
        { { 3, 10, FRAME_LIST, false, 0, 0, false, false }, "- 0,0:2x10 -", -1 },
        /* The list has its 44 columns before the notice has its measure. */
        { { 30, 100, FRAME_LIST, false, 0, 0, false, false },
          "0,0:29x55 0,56:18x44 18,56:11x44", 55 },
        { { 30, 103, FRAME_LIST, false, 0, 0, false, false },
          "0,0:29x58 0,59:18x44 18,59:11x44", 58 },
        { { 43, 132, FRAME_LIST, false, 0, 0, false, false },
          "0,0:42x58 0,59:28x73 28,59:14x73", 58 },
        { { 24, 80, FRAME_LIST, true, 0, 0, false, false }, "- 0,0:23x80 -", -1 },
        { { 43, 132, FRAME_NOTICE, true, 3, 0, false, false }, "0,0:42x132 - -", -1 },
        /* What the user grew. */
        { { 24, 80, FRAME_LIST, false, 3, 1, false, false },
          "0,0:11x80 11,0:4x80 15,0:8x80", -1 },
        { { 24, 80, FRAME_LIST, false, 99, 99, false, false },
          "0,0:17x80 17,0:3x80 20,0:3x80", -1 },
        { { 24, 80, FRAME_LIST, false, -99, -99, false, false },
          "0,0:3x80 3,0:17x80 20,0:3x80", -1 },
        { { 30, 100, FRAME_LIST, false, 2, 0, false, false },
          "0,0:29x59 0,60:18x40 18,60:11x40", 59 },
        { { 30, 100, FRAME_LIST, false, 99, 99, false, false },
          "0,0:29x75 0,76:3x24 3,76:26x24", 75 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct frame *f = &cases[i].f;

        if (strcmp(rects(f), cases[i].rects) != 0 ||
            frame_border(f) != cases[i].border)
            fail_msg("case %zu, %dx%d: %s, border %d", i, f->columns, f->rows,
                     rects(f), frame_border(f));
    }
}

static bool lies_in(const struct frame *f, struct rect r)
{
    return r.row >= 0 && r.column >= 0 && r.rows >= 0 && r.columns >= 0 &&
           r.row + r.rows <= f->rows - 1 && r.column + r.columns <= f->columns;
}

static bool overlap(struct rect a, struct rect b)
{
    return a.rows && b.rows && a.row < b.row + b.rows &&
           b.row < a.row + a.rows && a.column < b.column + b.columns &&
           b.column < a.column + a.columns;
}

/* The panes and the border fill the screen but for the bottom line. */
static void check_size(const struct frame *f)
{
    struct rect r[FRAME_PANES];
    int cells = 0;

    for (int p = 0; p < FRAME_PANES; p++) {
        r[p] = frame_rect(f, (enum frame_pane)p);
        if (!r[p].rows)
            continue;
        if (!lies_in(f, r[p]) || r[p].rows < 2 || r[p].columns < 10)
            fail_msg("%dx%d: %s", f->columns, f->rows, rects(f));
        for (int q = 0; q < p; q++) {
            if (overlap(r[p], r[q]))
                fail_msg("%dx%d overlap: %s", f->columns, f->rows, rects(f));
        }
        cells += r[p].rows * r[p].columns;
    }
    if (frame_border(f) >= 0)
        cells += f->rows - 1;
    if (cells != (frame_is_tiny(f) ? 0 : (f->rows - 1) * f->columns))
        fail_msg("%dx%d: cells left over: %s", f->columns, f->rows, rects(f));
}

static void
at_every_size_the_panes_fill_the_screen_and_do_not_overlap(void **state)
{
    static const int grown[] = {0, 1, -1, 7, -40, 1000, -1000};

    (void)state;
    for (int rows = 1; rows <= 400; rows += rows < 60 ? 1 : 17) {
        for (int columns = 1; columns <= 800; columns++) {
            int i = rows + columns;
            struct frame f = {
                .rows = rows,
                .columns = columns,
                .focus = (enum frame_pane)(i % FRAME_PANES),
                .split = grown[i % (int)ARRAY_LEN(grown)],
                .below = grown[i / 3 % (int)ARRAY_LEN(grown)],
            };

            check_size(&f);
            f.split = f.below = 0;
            check_size(&f);
            f.no_notice = true;
            if (f.focus == FRAME_NOTICE)
                f.focus = FRAME_LIST;
            check_size(&f);
            f.zoomed = true;
            check_size(&f);
            f.zoomed = f.no_notice = false;
            f.no_list = true;
            f.focus = FRAME_NOTICE;
            check_size(&f);
        }
    }
}

static void growing_and_shrinking_are_each_others_reverse(void **state)
{
    static const struct {
        int rows, columns;
    } sizes[] = {{24, 80}, {30, 100}, {43, 132}, {16, 40}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        for (int p = 0; p < FRAME_PANES; p++) {
            struct frame f = {.rows = sizes[i].rows,
                              .columns = sizes[i].columns,
                              .focus = (enum frame_pane)p};
            char *before = xstrdup(rects(&f));
            int area =
                frame_rect(&f, f.focus).rows * frame_rect(&f, f.focus).columns;

            assert_true(frame_grow(&f, 1));
            assert_true(frame_rect(&f, f.focus).rows *
                            frame_rect(&f, f.focus).columns >
                        area);
            assert_true(frame_grow(&f, -1));
            assert_string_equal(rects(&f), before);
            free(before);
        }
    }
}

static void growing_ends_and_the_first_step_back_is_seen(void **state)
{
    (void)state;
    for (int p = 0; p < FRAME_PANES; p++) {
        struct frame f = {
            .rows = 24, .columns = 80, .focus = (enum frame_pane)p};
        int steps = 0;
        int rows;

        while (frame_grow(&f, 1))
            assert_in_range(++steps, 1, 30);
        rows = frame_rect(&f, f.focus).rows;
        assert_true(frame_grow(&f, -1));
        assert_int_equal(frame_rect(&f, f.focus).rows, rows - 1);
    }
}

static void what_was_grown_survives_a_smaller_screen(void **state)
{
    struct frame f = {.rows = 40, .columns = 80, .focus = FRAME_NOTICE};
    char *before;

    (void)state;
    for (int i = 0; i < 8; i++)
        assert_true(frame_grow(&f, 1));
    before = xstrdup(rects(&f));
    f.rows = 17;
    assert_int_equal(frame_rect(&f, FRAME_LIST).rows, 3);
    f.rows = 40;
    assert_string_equal(rects(&f), before);
    free(before);
}

static void a_notice_without_lists_has_the_whole_screen(void **state)
{
    struct frame f = {
        .rows = 30, .columns = 120, .focus = FRAME_NOTICE, .no_list = true};

    (void)state;
    assert_string_equal(rects(&f), "0,0:29x120 - -");
    assert_int_equal(frame_border(&f), -1);
    assert_false(frame_grow(&f, 1));
    assert_true(frame_has(&f, FRAME_NOTICE));
    assert_false(frame_has(&f, FRAME_LIST));
    assert_false(frame_has(&f, FRAME_RECORD));
}

static void a_file_of_nothing_still_has_a_pane(void **state)
{
    struct frame f = {.rows = 30,
                      .columns = 120,
                      .focus = FRAME_LIST,
                      .no_notice = true,
                      .no_list = true};

    (void)state;
    assert_true(frame_has(&f, FRAME_LIST));
    assert_true(frame_rect(&f, FRAME_LIST).rows > 0);
}

static void without_a_notice_list_and_record_share_the_screen(void **state)
{
    struct frame f = {
        .rows = 30, .columns = 120, .focus = FRAME_LIST, .no_notice = true};

    (void)state;
    assert_string_equal(rects(&f), "- 0,0:20x120 20,0:9x120");
    assert_int_equal(frame_border(&f), -1);
    assert_true(frame_grow(&f, 1));
    assert_string_equal(rects(&f), "- 0,0:21x120 21,0:8x120");
    assert_true(frame_grow(&f, -1));
    assert_string_equal(rects(&f), "- 0,0:20x120 20,0:9x120");
}

static void a_lone_pane_cannot_grow(void **state)
{
    struct frame f = {.rows = 24, .columns = 80, .zoomed = true};

    (void)state;
    assert_false(frame_grow(&f, 1));
    f.zoomed = false;
    f.rows = 10;
    assert_false(frame_grow(&f, -1));
    assert_int_equal(f.split, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panes_stand_by_the_size_of_the_screen),
        cmocka_unit_test(
            at_every_size_the_panes_fill_the_screen_and_do_not_overlap),
        cmocka_unit_test(growing_and_shrinking_are_each_others_reverse),
        cmocka_unit_test(growing_ends_and_the_first_step_back_is_seen),
        cmocka_unit_test(what_was_grown_survives_a_smaller_screen),
        cmocka_unit_test(a_notice_without_lists_has_the_whole_screen),
        cmocka_unit_test(a_file_of_nothing_still_has_a_pane),
        cmocka_unit_test(without_a_notice_list_and_record_share_the_screen),
        cmocka_unit_test(a_lone_pane_cannot_grow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
