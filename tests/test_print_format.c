/* test_print_format.c - what stands in a field of each format. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "print/print_format.h"
#include "base/mem.h"

struct escape_case {
    const char *text, *expected;
};

static void expect(struct str *out, const struct escape_case *c)
{
    if (strcmp(str_text(out), c->expected) != 0)
        fail_msg("\"%s\" gave \"%s\", not \"%s\"", c->text, str_text(out),
                 c->expected);
    str_clear(out);
}

static void csv_quotes_only_what_needs_it(void **state)
{
    static const struct escape_case cases[] = {
        {"", ""},
        {"联想（北京）有限公司", "联想（北京）有限公司"},
        {"a b", "a b"},
        {"a,b", "\"a,b\""},
        {"say \"a\"", "\"say \"\"a\"\"\""},
        {"\"", "\"\"\"\""},
        {" a", "\" a\""},
        {"a ", "\"a \""},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};

        format_csv(&out, cases[i].text, strlen(cases[i].text));
        expect(&out, &cases[i]);
    }
}

static void json_strings_are_closed_against_their_text(void **state)
{
    static const struct escape_case cases[] = {
        {"", "\"\""},
        {"公文", "\"公文\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
    };
    static const struct escape_case ascii[] = {
        {"公文 a", "\"\\u516c\\u6587 a\""},
        {"𠮷", "\"\\ud842\\udfb7\""},
        {"é\"", "\"\\u00e9\\\"\""},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};

        format_json(&out, cases[i].text, strlen(cases[i].text), false);
        expect(&out, &cases[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(ascii); i++) {
        struct str out = {0};

        format_json(&out, ascii[i].text, strlen(ascii[i].text), true);
        expect(&out, &ascii[i]);
    }
}

static void json_takes_only_its_own_numbers(void **state)
{
    static const struct {
        const char *text;
        bool is_number;
    } cases[] = {
        {"0", true},      {"98", true},    {"-1", true},  {"1.5", true},
        {"1.5e10", true}, {"1e-5", true},  {"0.5", true}, {"", false},
        {"-", false},     {"098", false},  {"1.", false}, {".5", false},
        {"Inf", false},   {"-Inf", false}, {"1e", false}, {"1 ", false},
        {"0x10", false},  {"-01", false},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (format_is_json_number(cases[i].text) != cases[i].is_number)
            fail_msg("\"%s\"", cases[i].text);
    }
}

static void markdown_text_makes_no_marks(void **state)
{
    static const struct escape_case cases[] = {
        {"一、明确工作定位。", "一、明确工作定位。"},
        {"a*b_c`d", "a\\*b\\_c\\`d"},
        {"[x](#)", "\\[x\\](\\#)"},
        {"<b>|", "\\<b\\>\\|"},
        {"1. 名单", "1\\. 名单"},
        {"12) a", "12\\) a"},
        {"- a", "\\- a"},
        {"a - 1. b", "a - 1. b"},
        {"2020年", "2020年"},
        {"010-66097741", "010-66097741"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};

        format_markdown(&out, cases[i].text, strlen(cases[i].text), true);
        expect(&out, &cases[i]);
    }
}

static void marks_stand_around_what_matched(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        size_t from, to; /* in the clean text; SIZE_MAX: its end */
        struct query_range ranges[2];
        const char *expected;
    } cases[] = {
        { "湖南工艺", 0, SIZE_MAX, { { 0, 0, 6 } }, "[湖南]工艺" },
        { "湖南工艺", 0, SIZE_MAX, { { 0, 0, 3 }, { 0, 6, 3 } },
          "[湖]南[工]艺" },
        { "湖南工艺", 3, SIZE_MAX, { { 0, 0, 6 } }, "[南]工艺" },
        { "湖南工艺", 6, 12, { { 0, 0, 6 } }, "工艺" },
        { "湖南工艺", 0, 9, { { 0, 6, 6 } }, "湖南[工]" },
        { "a\033b湖", 0, SIZE_MAX, { { 0, 3, 3 } }, "a^[b[湖]" },
        { "\xff湖", 0, SIZE_MAX, { { 0, 1, 3 } }, "\uFFFD[湖]" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct clean clean = {0};
        struct str out = {0}, plain = {0};
        const char *s;

        clean_text(&clean, cases[i].text, strlen(cases[i].text), CLEAN_EXPORT);
        format_marked(&out, &clean, cases[i].from,
                      cases[i].to == SIZE_MAX ? clean.len : cases[i].to,
                      cases[i].ranges, 2);
        for (s = str_text(&out); *s; s++) {
            if (strncmp(s, "\033[01;31m", 8) == 0) {
                str_addc(&plain, '[');
                s += 7;
            } else if (strncmp(s, "\033[m", 3) == 0) {
                str_addc(&plain, ']');
                s += 2;
            } else
                str_addc(&plain, *s);
        }
        assert_string_equal(str_text(&plain), cases[i].expected);
        str_clear(&out);
        str_clear(&plain);
        clean_clear(&clean);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_quotes_only_what_needs_it),
        cmocka_unit_test(json_strings_are_closed_against_their_text),
        cmocka_unit_test(json_takes_only_its_own_numbers),
        cmocka_unit_test(markdown_text_makes_no_marks),
        cmocka_unit_test(marks_stand_around_what_matched),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
