/* test_plural.c - the rules of catalogues tell which form a number takes. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "base/plural.h"

static void rules_have_their_value(void **state)
{
    static const char polish[] =
        "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
    /* clang-format off */
    static const struct {
        const char *rule;
        unsigned long n, form;
    } cases[] = {
        { "0;", 7, 0 }, { "n", 7, 7 }, { "n>1", 1, 0 }, { "n>1", 2, 1 },
        { "!n", 0, 1 }, { "!!n", 3, 1 }, { "!(n == 2)", 2, 0 },
        { "1 + 2 * 3 - 4 / 2", 0, 5 }, { "n % 10 == 1 && n % 100 != 11", 21, 1 },
        { "n<=1 || n>=10", 5, 0 }, { polish, 1, 0 }, { polish, 3, 1 },
        { polish, 12, 2 }, { polish, 22, 1 }, { polish, 5, 2 },
    };
    static const char *const bad[] = {
        "", "n +", "(n", "n ? 1", "n/0", "n%(n-n)", "x", "n n", "1 = 2",
        "((((((((((((((((((((((((((((((((((((((((n",
    };
    /* clang-format on */
    unsigned long form = 99;

    (void)state;
    assert_true(plural_form("(n != 1);", 1, &form) && form == 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (!plural_form(cases[i].rule, cases[i].n, &form) ||
            form != cases[i].form)
            fail_msg("%s for %lu: %lu", cases[i].rule, cases[i].n, form);
    }
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (plural_form(bad[i], 3, &form))
            fail_msg("%s", bad[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_have_their_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
