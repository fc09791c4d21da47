/* test_motion.c - a page is the same in every pane. */
#include "tests/test.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/motion.h"

static void lines_halves_and_pages_by_the_height(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        int height;
        enum motion_kind kind; /* expected */
        int64_t lines;
    } cases[] = {
        { ACTION_UP, 10, MOTION_LINE, -1 },
        { ACTION_DOWN, 1, MOTION_LINE, 1 },
        { ACTION_SCROLL_UP, 10, MOTION_SCROLL, -1 },
        { ACTION_SCROLL_DOWN, 10, MOTION_SCROLL, 1 },
        { ACTION_PAGE_DOWN, 10, MOTION_PAGE, 9 },
        { ACTION_PAGE_UP, 10, MOTION_PAGE, -9 },
        { ACTION_PAGE_DOWN, 3, MOTION_PAGE, 2 },
        { ACTION_PAGE_DOWN, 2, MOTION_PAGE, 1 },
        { ACTION_PAGE_DOWN, 1, MOTION_PAGE, 1 },
        { ACTION_HALF_DOWN, 10, MOTION_PAGE, 5 },
        { ACTION_HALF_UP, 3, MOTION_PAGE, -1 },
        { ACTION_HALF_UP, 1, MOTION_PAGE, -1 },
        { ACTION_OPEN, 10, MOTION_NONE, 0 },
        { ACTION_SECTION_NEXT, 10, MOTION_NONE, 0 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct motion m = motion_of(cases[i].action, cases[i].height);

        if (m.kind != cases[i].kind || m.lines != cases[i].lines)
            fail_msg("case %zu: kind %d, %d lines", i, (int)m.kind,
                     (int)m.lines);
    }
    assert_int_equal(motion_of(ACTION_HOME, 5).kind, MOTION_HOME);
    assert_int_equal(motion_of(ACTION_END, 5).kind, MOTION_END);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_halves_and_pages_by_the_height),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
