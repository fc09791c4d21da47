/* test_help.c - the help screen says every key of the table. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "tests/picture.h"
#include "text/cluster.h"
#include "ui/help.h"
#include "ui/keymap.h"

static size_t count_of(const struct chooser_lines *lines, const char *help)
{
    size_t count = 0;

    for (size_t i = 0; i < lines->len; i++)
        count += strcmp(lines->items[i].text, help) == 0;
    return count;
}

static void every_action_stands_in_it_once_with_its_keys(void **state)
{
    struct chooser_lines lines = {0};
    size_t headings = 0;

    (void)state;
    help_lines(&lines);
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
        assert_int_equal(
            count_of(&lines, i18n_text(action_info((enum action)a)->help)), 1);
    for (size_t i = 0; i < lines.len; i++) {
        assert_int_equal(lines.items[i].target, -1);
        headings += !lines.items[i].key;
        assert_true(!lines.items[i].key || *lines.items[i].key);
    }
    assert_int_equal(headings, 7);
    assert_int_equal(lines.len, ACTION_COUNT - 1 + headings);
    chooser_lines_clear(&lines);
}

/* In either language nothing is cut at 80 columns. */
static void nothing_is_cut_at_80_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i18n_language(i); i++) {
        struct chooser_lines lines = {0};
        struct pane *p;
        struct canvas c;

        i18n_set_language(i18n_language(i));
        help_lines(&lines);
        canvas_init(&c, (int)lines.len + 1, 80, AMBIGUOUS_NARROW);
        p = chooser_new("", &lines, -1);
        pane_resize(p, (struct rect){0, 0, c.rows, c.columns},
                    AMBIGUOUS_NARROW);
        pane_draw(p, &c, true, NULL);
        for (int row = 1; row < c.rows; row++) {
            if (canvas_cell(&c, row, 79)->base == '>')
                fail_msg("%s", picture(&c));
        }
        /* The longest list of keys is whole too. */
        assert_non_null(strstr(picture(&c), "PgDn Space f Ctrl-F Ctrl-V"));
        pane_destroy(p);
        canvas_clear(&c);
    }
    i18n_set_language(I18N_EN);
}

static void at_20_columns_the_text_can_be_moved(void **state)
{
    struct chooser_lines lines = {0};
    struct pane *p;
    struct canvas c;

    (void)state;
    i18n_set_language(I18N_EN);
    help_lines(&lines);
    canvas_init(&c, 4, 20, AMBIGUOUS_NARROW);
    p = chooser_new("Help", &lines, -1);
    pane_resize(p, (struct rect){0, 0, 4, 20}, AMBIGUOUS_NARROW);
    pane_draw(p, &c, true, NULL);
    assert_string_equal(picture(&c), "> Help            4%\n"
                                     " Moving\n"
                                     " k Up Ct>  one line>\n"
                                     " j Down >  one line>\n");
    assert_int_equal(pane_handle(p, ACTION_COLUMN_NEXT), PANE_CHANGED);
    pane_draw(p, &c, true, NULL);
    assert_string_equal(picture(&c), "> Help            4%\n"
                                     " Moving\n"
                                     " k Up Ct>   or reco>\n"
                                     " j Down >   or reco>\n");
    pane_destroy(p);
    canvas_clear(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_stands_in_it_once_with_its_keys),
        cmocka_unit_test(nothing_is_cut_at_80_columns),
        cmocka_unit_test(at_20_columns_the_text_can_be_moved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
