/* test_scroll.c - cursor and view of what scrolls. */
#include "tests/test.h"

#include "base/mem.h"
#include "ui/scroll.h"

static void motions_move_cursor_and_view(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        bool moved;
        int cursor, top;
    } steps[] = { /* 10 items, 4 lines */
        { ACTION_UP, false, 0, 0 },
        { ACTION_DOWN, true, 1, 0 },
        { ACTION_SCROLL_DOWN, true, 1, 1 },
        { ACTION_SCROLL_DOWN, true, 2, 2 },  /* the cursor stays in view */
        { ACTION_SCROLL_UP, true, 2, 1 },
        { ACTION_HOME, true, 0, 0 },
        { ACTION_HALF_DOWN, true, 2, 2 },
        { ACTION_HALF_UP, true, 0, 0 },
        { ACTION_PAGE_DOWN, true, 3, 3 },    /* a line of it stays in view */
        { ACTION_PAGE_DOWN, true, 6, 6 },
        { ACTION_PAGE_DOWN, true, 9, 6 },    /* the last page is full */
        { ACTION_PAGE_DOWN, false, 9, 6 },
        { ACTION_SCROLL_DOWN, false, 9, 6 },
        { ACTION_PAGE_UP, true, 6, 3 },
        { ACTION_PAGE_UP, true, 3, 0 },
        { ACTION_PAGE_UP, true, 0, 0 },
        { ACTION_END, true, 9, 6 },
        { ACTION_END, false, 9, 6 },
        { ACTION_SCROLL_UP, true, 8, 5 },
        { ACTION_HOME, true, 0, 0 },
    };
    /* clang-format on */
    struct scroll s = {0};

    (void)state;
    scroll_resize(&s, 10, 4);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        struct scroll was = s;
        bool moved;

        assert_true(scroll_handle(&s, steps[i].action));
        moved = s.cursor != was.cursor || s.top != was.top;
        if (moved != steps[i].moved || s.cursor != steps[i].cursor ||
            s.top != steps[i].top)
            fail_msg("step %zu: moved %d, cursor %d, top %d", i, moved,
                     (int)s.cursor, (int)s.top);
    }
}

static void a_text_moves_its_view_with_every_motion(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        int64_t top; /* expected */
    } steps[] = { /* 10 lines, 4 in view */
        { ACTION_UP, 0 }, { ACTION_DOWN, 1 }, { ACTION_SCROLL_DOWN, 2 },
        { ACTION_UP, 1 }, { ACTION_PAGE_DOWN, 4 }, { ACTION_PAGE_DOWN, 6 },
        { ACTION_DOWN, 6 }, { ACTION_HALF_UP, 4 }, { ACTION_HOME, 0 },
        { ACTION_END, 6 }, { ACTION_PAGE_UP, 3 },
    };
    /* clang-format on */
    struct scroll s = {0};

    (void)state;
    scroll_resize(&s, 10, 4);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        assert_true(scroll_handle_text(&s, steps[i].action));
        if (s.top != steps[i].top || s.cursor < s.top || s.cursor > s.top + 3)
            fail_msg("step %zu: top %d, cursor %d", i, (int)s.top,
                     (int)s.cursor);
    }
    assert_false(scroll_handle_text(&s, ACTION_OPEN));
    assert_int_equal(s.top, 3);
}

static void nothing_moves_where_there_is_nothing(void **state)
{
    struct scroll s = {0};

    (void)state;
    scroll_resize(&s, 0, 0);
    for (int action = ACTION_UP; action <= ACTION_END; action++) {
        assert_true(scroll_handle(&s, (enum action)action));
        assert_int_equal(s.cursor, 0);
        assert_int_equal(s.top, 0);
        assert_int_equal(s.height, 1);
    }
}

static void other_actions_are_not_ours(void **state)
{
    struct scroll s = {0};

    (void)state;
    scroll_resize(&s, 10, 4);
    assert_false(scroll_handle(&s, ACTION_OPEN));
    assert_int_equal(s.cursor, 0);
    assert_int_equal(s.top, 0);
    assert_false(scroll_handle(&s, ACTION_NONE));
}

static void a_new_size_keeps_the_cursor_in_view(void **state)
{
    struct scroll s = {0};

    (void)state;
    scroll_resize(&s, 10, 10);
    scroll_to(&s, 8);
    assert_int_equal(s.top, 0);
    scroll_resize(&s, 10, 3);
    assert_int_equal(s.cursor, 8);
    assert_int_equal(s.top, 6);
    scroll_resize(&s, 10, 5); /* the last page stays full */
    assert_int_equal(s.top, 5);
    scroll_resize(&s, 4, 3);
    assert_int_equal(s.cursor, 3);
    assert_int_equal(s.top, 1);
    scroll_to(&s, -7);
    assert_int_equal(s.cursor, 0);
    assert_int_equal(s.top, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(motions_move_cursor_and_view),
        cmocka_unit_test(a_text_moves_its_view_with_every_motion),
        cmocka_unit_test(nothing_moves_where_there_is_nothing),
        cmocka_unit_test(other_actions_are_not_ours),
        cmocka_unit_test(a_new_size_keeps_the_cursor_in_view),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
