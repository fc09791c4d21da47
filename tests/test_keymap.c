/* test_keymap.c - one key, one action; full-width keys act as their own. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "ui/keymap.h"

static void no_key_is_bound_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_len; i++) {
        for (size_t j = 0; j < i; j++) {
            if (keymap[i].key == keymap[j].key)
                fail_msg("%s is bound twice", keymap[i].name);
            assert_string_not_equal(keymap[i].name, keymap[j].name);
        }
    }
}

static void every_action_has_a_key(void **state)
{
    (void)state;
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        struct str keys = {0};

        keymap_keys((enum action)a, &keys);
        if (!keys.len)
            fail_msg("%s has no key", action_info((enum action)a)->name);
        str_clear(&keys);
    }
}

static void an_action_is_bound_in_one_place_of_the_table(void **state)
{
    (void)state;
    for (size_t i = 1; i < keymap_len; i++)
        assert_true(keymap[i].action >= keymap[i - 1].action);
}

static void keys_have_the_actions_that_people_expect(void **state)
{
    /* clang-format off */
    static const struct {
        int key;
        enum action action;
    } cases[] = {
        { 'j', ACTION_DOWN },
        { KEYS_DOWN, ACTION_DOWN },
        { KEY_CTRL('N'), ACTION_DOWN },
        { ' ', ACTION_PAGE_DOWN },
        { 'f', ACTION_PAGE_DOWN },
        { KEY_CTRL('B'), ACTION_PAGE_UP },
        { KEY_CTRL('U'), ACTION_HALF_UP },
        { KEY_CTRL('E'), ACTION_SCROLL_DOWN },
        { KEY_CTRL('Y'), ACTION_SCROLL_UP },
        { 'h', ACTION_COLUMN_PREV },
        { 'H', ACTION_HELP },
        { KEYS_F1, ACTION_HELP },
        { KEYS_ESC, ACTION_CANCEL },
        { KEY_CTRL('C'), ACTION_INTERRUPT },
        { KEYS_TAB, ACTION_FOCUS_NEXT },
        { KEYS_BACK_TAB, ACTION_FOCUS_PREV },
        { 0xFF0F, ACTION_SEARCH },      /* full-width / */
        { 0xFF1F, ACTION_SEARCH_BACK }, /* ? */
        { 0xFF06, ACTION_FILTER },      /* & */
        { 0xFF1A, ACTION_GOTO },        /* : */
        { 0xFF08, ACTION_LINK_PREV },   /* ( */
        { 0xFF4A, ACTION_DOWN },        /* j */
        { 0xFF27, ACTION_END },         /* G */
        { 0x3000, ACTION_PAGE_DOWN },   /* the wide blank */
        { 0x3001, ACTION_SEARCH },      /* the / key of a Chinese layout */
        { 0x3011, ACTION_SECTION_NEXT },
        /* Kept for later, or nothing of ours. */
        { 'e', ACTION_NONE },
        { 'R', ACTION_NONE },
        { 'v', ACTION_SELECT },
        { 'V', ACTION_SELECT_RANGE },
        { 0xFF5F, ACTION_NONE },
        { 0x6E56, ACTION_NONE },
        { KEYS_UNKNOWN, ACTION_NONE },
        { 0, ACTION_NONE },
        { -1, ACTION_NONE },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum action found = keymap_find(cases[i].key);

        if (found != cases[i].action)
            fail_msg("key 0x%X is %s, not %s", (unsigned)cases[i].key,
                     action_info(found)->name,
                     action_info(cases[i].action)->name);
    }
}

static void the_keys_of_an_action_are_listed_in_order(void **state)
{
    struct str keys = {0};

    (void)state;
    keymap_keys(ACTION_HELP, &keys);
    assert_string_equal(str_text(&keys), "F1 H");
    str_clear(&keys);
    keymap_keys(ACTION_NONE, &keys);
    assert_string_equal(str_text(&keys), "");
    str_clear(&keys);
}

static void the_printed_help_is_made_of_the_tables(void **state)
{
    struct str help = {0};
    const char *line;

    (void)state;
    keymap_help(&help);
    line = strstr(str_text(&help), "  page-down      ");
    assert_non_null(line);
    assert_int_equal(strncmp(line,
                             "  page-down      PgDn Space f Ctrl-F Ctrl-V   "
                             "one page down\n",
                             60),
                     0);
    assert_int_equal(strncmp(str_text(&help), "Moving\n  up ", 12), 0);
    assert_non_null(strstr(str_text(&help), "\n\nFinding\n  search "));
    assert_null(strstr(str_text(&help), "do nothing"));
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
        assert_non_null(
            strstr(str_text(&help), action_info((enum action)i)->help));
    str_clear(&help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_is_bound_twice),
        cmocka_unit_test(every_action_has_a_key),
        cmocka_unit_test(an_action_is_bound_in_one_place_of_the_table),
        cmocka_unit_test(keys_have_the_actions_that_people_expect),
        cmocka_unit_test(the_keys_of_an_action_are_listed_in_order),
        cmocka_unit_test(the_printed_help_is_made_of_the_tables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
