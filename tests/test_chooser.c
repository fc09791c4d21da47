/* test_chooser.c - lines to choose from: actions in, pictures out. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/picture.h"
#include "ui/chooser.h"

static struct pane *shown_in(struct pane *p, struct canvas *c, int rows,
                             int columns)
{
    canvas_init(c, rows, columns, AMBIGUOUS_NARROW);
    pane_resize(p, (struct rect){0, 0, rows, columns}, AMBIGUOUS_NARROW);
    pane_draw(p, c, true, NULL);
    picture_is_whole(c);
    return p;
}

/* Two headings, with 3 and 2 lines under them. */
static struct pane *outline(int64_t target)
{
    static const char *const texts[] = {
        "总则", "一、定位", "二、领导", "三、创新", "附则", "附件", "署名"};
    struct chooser_lines lines = {0};
    int64_t next = 0;

    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        bool is_heading = i == 0 || i == 4;

        chooser_add(&lines, texts[i], NULL, is_heading ? -1 : next++);
        if (!is_heading)
            lines.items[i].indent = 2;
    }
    return chooser_new("提纲", &lines, target);
}

static void the_cursor_skips_headings_and_brings_them_into_view(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        enum pane_result result;
        int64_t target;
        const char *shown;
    } steps[] = {
        { ACTION_NONE, PANE_IGNORED, 0,
          "> 提纲   1/5\n  总则\n>   一、定位\n    二、领导\n" },
        { ACTION_UP, PANE_SAME, 0,
          "> 提纲   1/5\n  总则\n>   一、定位\n    二、领导\n" },
        { ACTION_DOWN, PANE_CHANGED, 1,
          "> 提纲   2/5\n  总则\n    一、定位\n>   二、领导\n" },
        { ACTION_DOWN, PANE_CHANGED, 2,
          "> 提纲   3/5\n    一、定位\n    二、领导\n>   三、创新\n" },
        { ACTION_DOWN, PANE_CHANGED, 3,
          "> 提纲   4/5\n    三、创新\n  附则\n>   附件\n" },
        { ACTION_UP, PANE_CHANGED, 2,
          "> 提纲   3/5\n>   三、创新\n  附则\n    附件\n" },
        { ACTION_END, PANE_CHANGED, 4,
          "> 提纲   5/5\n  附则\n    附件\n>   署名\n" },
        { ACTION_DOWN, PANE_SAME, 4,
          "> 提纲   5/5\n  附则\n    附件\n>   署名\n" },
        { ACTION_OPEN, PANE_CHOSEN, 4,
          "> 提纲   5/5\n  附则\n    附件\n>   署名\n" },
        { ACTION_HOME, PANE_CHANGED, 0,
          "> 提纲   1/5\n  总则\n>   一、定位\n    二、领导\n" },
        { ACTION_QUIT, PANE_IGNORED, 0,
          "> 提纲   1/5\n  总则\n>   一、定位\n    二、领导\n" },
    };
    /* clang-format on */
    struct pane *p = outline(-1);
    struct canvas c;

    (void)state;
    shown_in(p, &c, 4, 12);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        enum pane_result result = pane_handle(p, steps[i].action);

        pane_draw(p, &c, true, NULL);
        if (result != steps[i].result || chooser_target(p) != steps[i].target ||
            strcmp(picture(&c), steps[i].shown) != 0)
            fail_msg("step %zu: %d, target %d\n%s", i, result,
                     (int)chooser_target(p), picture(&c));
    }
    pane_destroy(p);
    canvas_clear(&c);
}

static void the_cursor_begins_where_it_is_told(void **state)
{
    struct pane *p = outline(3);
    struct canvas c;

    (void)state;
    shown_in(p, &c, 3, 12);
    assert_int_equal(chooser_target(p), 3);
    assert_string_equal(picture(&c), "> 提纲   4/5\n  附则\n>   附件\n");
    assert_string_equal(picture_styles(&c, 1), "..cccc");
    assert_string_equal(picture_styles(&c, 2), ">...>>>>");
    pane_destroy(p);
    canvas_clear(&c);
}

static struct pane *help(void)
{
    struct chooser_lines lines = {0};

    chooser_add(&lines, "移动", NULL, -1);
    chooser_add(&lines, "向下一行或一条记录", "j Down Ctrl-N", -1);
    chooser_add(&lines, "退出", "q", -1);
    chooser_add(&lines, "帮助", "F1", -1);
    return chooser_new("帮助", &lines, -1);
}

static void a_text_scrolls_and_nothing_is_chosen(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        enum pane_result result;
        const char *shown;
    } steps[] = {
        { ACTION_NONE, PANE_IGNORED,
          "> 帮助          50%\n 移动\n j Down>  向下一行>\n" },
        { ACTION_COLUMN_NEXT, PANE_CHANGED,
          "> 帮助          50%\n 移动\n j Down>  或一条记>\n" },
        { ACTION_COLUMN_NEXT, PANE_CHANGED,
          "> 帮助          50%\n 移动\n j Down>   一条记录\n" },
        { ACTION_COLUMN_NEXT, PANE_SAME,
          "> 帮助          50%\n 移动\n j Down>   一条记录\n" },
        { ACTION_HOME, PANE_SAME,
          "> 帮助          50%\n 移动\n j Down>   一条记录\n" },
        { ACTION_COLUMN_PREV, PANE_CHANGED,
          "> 帮助          50%\n 移动\n j Down>  或一条记>\n" },
        { ACTION_COLUMN_PREV, PANE_CHANGED,
          "> 帮助          50%\n 移动\n j Down>  向下一行>\n" },
        { ACTION_UP, PANE_SAME,
          "> 帮助          50%\n 移动\n j Down>  向下一行>\n" },
        { ACTION_DOWN, PANE_CHANGED,
          "> 帮助          75%\n j Down>  向下一行>\n q        退出\n" },
        { ACTION_PAGE_DOWN, PANE_CHANGED,
          "> 帮助         100%\n q        退出\n F1       帮助\n" },
        { ACTION_END, PANE_SAME,
          "> 帮助         100%\n q        退出\n F1       帮助\n" },
        { ACTION_OPEN, PANE_SAME,
          "> 帮助         100%\n q        退出\n F1       帮助\n" },
    };
    /* clang-format on */
    struct pane *p = help();
    struct canvas c;

    (void)state;
    shown_in(p, &c, 3, 19);
    assert_int_equal(chooser_target(p), -1);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        enum pane_result result = pane_handle(p, steps[i].action);

        pane_draw(p, &c, true, NULL);
        picture_is_whole(&c);
        if (result != steps[i].result ||
            strcmp(picture(&c), steps[i].shown) != 0)
            fail_msg("step %zu: %d\n%s", i, result, picture(&c));
    }
    pane_destroy(p);
    canvas_clear(&c);
}

static struct pane *frequencies(void)
{
    struct chooser_lines lines = {0};

    chooser_add(&lines, "湖南", "1,000", 0);
    lines.items[0].bar = 1000;
    chooser_add(&lines, "新疆生产建设兵团", "500", 1);
    lines.items[1].bar = 500;
    chooser_add(&lines, "北京", "1", 2);
    lines.items[2].bar = 1;
    chooser_add(&lines, "（空）", "0", 3);
    lines.items[3].bar = 0;
    return chooser_new("地区", &lines, -1);
}

static void bars_stand_beside_counts_at_any_width(void **state)
{
    struct pane *p = frequencies();
    struct canvas c;

    (void)state;
    shown_in(p, &c, 5, 40);
    assert_string_equal(picture(&c),
                        "> 地区                               1/4\n"
                        "> 1,000  湖南              #############\n"
                        "    500  新疆生产建设兵团  #######\n"
                        "      1  北京              #\n"
                        "      0  （空）\n");
    canvas_clear(&c);
    shown_in(p, &c, 5, 20);
    assert_string_equal(picture(&c), "> 地区           1/4\n"
                                     "> 1,000  湖南    ###\n"
                                     "    500  新疆 >  ##\n"
                                     "      1  北京    #\n"
                                     "      0  （空）\n");
    pane_destroy(p);
    canvas_clear(&c);
}

static void every_size_is_drawn_without_half_a_character(void **state)
{
    struct pane *panes[] = {outline(-1), help(), frequencies()};
    struct chooser_lines none = {0};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(panes); i++) {
        for (int columns = 1; columns < 50; columns++) {
            struct canvas c;

            shown_in(panes[i], &c, 1 + columns % 7, columns);
            pane_handle(panes[i], columns % 3 ? ACTION_DOWN : ACTION_END);
            pane_handle(panes[i], ACTION_COLUMN_NEXT);
            pane_draw(panes[i], &c, false, NULL);
            picture_is_whole(&c);
            canvas_clear(&c);
        }
        pane_destroy(panes[i]);
    }
    panes[0] = chooser_new("空", &none, -1);
    assert_int_equal(pane_handle(panes[0], ACTION_DOWN), PANE_SAME);
    assert_int_equal(chooser_target(panes[0]), -1);
    pane_destroy(panes[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_skips_headings_and_brings_them_into_view),
        cmocka_unit_test(the_cursor_begins_where_it_is_told),
        cmocka_unit_test(a_text_scrolls_and_nothing_is_chosen),
        cmocka_unit_test(bars_stand_beside_counts_at_any_width),
        cmocka_unit_test(every_size_is_drawn_without_half_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
