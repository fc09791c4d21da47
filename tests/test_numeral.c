/* test_numeral.c - numbers written in Chinese numerals have their value. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "search/numeral.h"

static void numerals_have_their_value(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        size_t used; /* characters, 0: no number */
        uint32_t value;
    } cases[] = {
        { "一", 1, 1 }, { "十", 1, 10 }, { "十一条", 2, 11 },
        { "二十", 2, 20 }, { "九十九", 3, 99 }, { "一百零三", 4, 103 },
        { "一百一十", 4, 110 }, { "两千〇五", 4, 2005 },
        { "二〇二四年", 4, 2024 }, { "二零", 2, 20 }, { "〇", 1, 0 },
        { "一万二千三百四十五", 9, 12345 }, { "十万", 2, 100000 },
        { "一千二百万", 5, 12000000 }, { "甲", 0, 0 }, { "", 0, 0 },
        { "十百", 0, 0 }, { "百", 0, 0 }, { "二三十", 0, 0 },
        { "一万万", 0, 0 }, { "万", 0, 0 }, { "三百四百", 0, 0 },
        { "九九九九九九九九", 8, 99999999 }, { "一〇〇〇〇〇〇〇〇", 0, 0 },
        { "一一一一一一一一一一一一一一一一一", 0, 0 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t value = 0;
        size_t used =
            numeral_read(cases[i].text, strlen(cases[i].text), &value);

        if (used != cases[i].used * strlen("一") || value != cases[i].value)
            fail_msg("%s: %zu bytes, %lu", cases[i].text, used,
                     (unsigned long)value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numerals_have_their_value),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
