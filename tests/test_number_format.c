/* test_number_format.c - numbers as spreadsheets show them. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "import/number_format.h"

static void numbers_are_shown_as_their_formats_say(void **state)
{
    static const struct {
        double value;
        const char *code; /* NULL: General */
        const char *shown;
    } cases[] = {
        {7, NULL, "7"},
        {0.1 + 0.2, NULL, "0.3"},
        {-0.0, NULL, "0"},
        {123456789012345.0, NULL, "123456789012345"},
        {1e20, NULL, "1e+20"},
        {7, "000", "007"},
        {0.5, "0%", "50%"},
        {0.3333, "0.00%", "33.33%"},
        {1234.5, "#,##0.00", "1,234.50"},
        {-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"},
        {-5, "0;(0)", "(5)"},
        {0, "0;-0;\"无\"", "无"},
        {1000000, "#,##0", "1,000,000"},
        {1.005, "0.00", "1.01"},
        {12.345, "0.00", "12.35"},
        {0.5, "#.##", ".5"},
        {0.25, "0.0##", "0.25"},
        {6, "\"第\"0\"号\"", "第6号"},
        {9.9, "\"¥\"#,##0.00", "¥9.90"},
        {9.9, "[$¥-804]#,##0.00", "¥9.90"},
        {12, "_ * #,##0_ ;_ * -#,##0_ ", "12"},
        {1234567, "0,", "1235"},
        {5, "0\\人", "5人"},
        {3, "@", "3"},
        {0.5, "# ?/?", "0.5"},    /* fractions are not known */
        {5, "[>3]\"多\";0", "5"}, /* nor conditions */
        {44119, "yyyy-mm-dd", "2020-10-15"},
        {44119, "yyyy\"年\"m\"月\"d\"日\";@", "2020年10月15日"},
        {44119, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2020年10月15日"},
        {44119.5, "yyyy/m/d h:mm", "2020/10/15 12:00"},
        {44119.75, "h:mm AM/PM", "6:00 PM"},
        {1.5, "[h]:mm", "36:00"},
        {0.0006944444, "mm:ss", "01:00"},
        {59, "yyyy-m-d", "1900-2-28"},
        {61, "yyyy-m-d", "1900-3-1"},
        {-1, "yyyy-m-d", "-1"},
        {1e300, "yyyy-m-d", "1e+300"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str got = {0};

        number_format(cases[i].value, cases[i].code, false, &got);
        if (strcmp(str_text(&got), cases[i].shown) != 0)
            fail_msg("%.17g by %s is %s, not %s", cases[i].value,
                     cases[i].code ? cases[i].code : "General", cases[i].shown,
                     str_text(&got));
        str_clear(&got);
    }
}

static void days_may_count_from_1904(void **state)
{
    struct str got = {0};

    (void)state;
    number_format(42657, "yyyy-mm-dd", true, &got);
    assert_string_equal(str_text(&got), "2020-10-15");
    str_clear(&got);
    assert_true(number_format_days(2020, 10, 15, 0.5) == 44119.5);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_shown_as_their_formats_say),
        cmocka_unit_test(days_may_count_from_1904),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
