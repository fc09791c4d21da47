/* test_action.c - the table of actions is whole. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "ui/action.h"

static void every_action_has_a_name_and_a_help_line(void **state)
{
    (void)state;
    for (int a = ACTION_NONE; a < ACTION_COUNT; a++) {
        const struct action_info *info = action_info((enum action)a);

        if (!info->name || !info->help)
            fail_msg("action %d has no row", a);
        if (strspn(info->name, "abcdefghijklmnopqrstuvwxyz-") !=
            strlen(info->name))
            fail_msg("\"%s\" is not lower case and hyphens", info->name);
        /* 24 columns of keys and this fit into 80. */
        if (strlen(info->help) > 56)
            fail_msg("the help of %s is too long", info->name);
    }
}

static void no_two_actions_share_a_name_or_a_help_line(void **state)
{
    (void)state;
    for (int a = ACTION_NONE; a < ACTION_COUNT; a++) {
        for (int b = ACTION_NONE; b < a; b++) {
            const struct action_info *x = action_info((enum action)a);
            const struct action_info *y = action_info((enum action)b);

            assert_string_not_equal(x->name, y->name);
            assert_string_not_equal(x->help, y->help);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_a_name_and_a_help_line),
        cmocka_unit_test(no_two_actions_share_a_name_or_a_help_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
