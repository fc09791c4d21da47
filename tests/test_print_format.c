/* test_print_format.c - what stands in a field of each format. */
#include "tests/test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "print/print_list.h"
#include "print/print_mark.h"
#include "tests/fixture.h"
#include "tests/opened.h"

#define TEXTS 16

/* Print a list of one column, a row for each text. */
static void print_texts(struct str *out, const char *format,
                        const char *const *texts, size_t n)
{
    struct print_request request = {.format = print_format_find(format)};
    struct str sql = {0};
    struct opened o;
    struct printer p;

    assert_non_null(request.format);
    str_add(&sql, "CREATE TABLE t(a);");
    for (size_t i = 0; i < n; i++) {
        str_add(&sql, "INSERT INTO t VALUES(CAST(x'");
        for (const char *s = texts[i]; *s; s++)
            str_addf(&sql, "%02x", (unsigned char)*s);
        str_add(&sql, "' AS TEXT));");
    }
    o = open_list(fixture_sql("texts.db", str_text(&sql)));
    printer_init(&p, o.ed, &request);
    p.into = out;
    assert_true(print_list(&p, o.list, NULL, NULL, false, NULL));
    assert_true(!p.format->end || p.format->end(&p, NULL));
    printer_clear(&p);
    close_list(&o);
    str_clear(&sql);
}

struct field_case {
    const char *text, *expected;
};

/* Each text gives its line, after `before` and before `after`; the last line
 * may be without the end of a line. */
static void expect(const char *format, const struct field_case *cases, size_t n,
                   const char *before, const char *after)
{
    const char *texts[TEXTS];
    struct str out = {0};

    assert_true(n <= TEXTS);
    for (size_t i = 0; i < n; i++)
        texts[i] = cases[i].text;
    print_texts(&out, format, texts, n);
    for (size_t i = 0; i < n; i++) {
        struct str line = {0};

        str_addf(&line, "\n%s%s%s", before, cases[i].expected, after);
        if (!strstr(str_text(&out), str_text(&line)))
            fail_msg("\"%s\" is not \"%s\" in:\n%s", cases[i].text,
                     str_text(&line) + 1, str_text(&out));
        str_clear(&line);
    }
    str_clear(&out);
}

static void csv_quotes_only_what_needs_it(void **state)
{
    static const struct field_case cases[] = {
        {"", "\"\""},
        {"a\nb\r\n\tc", "\"a\nb\r\n\tc\""},
        {"a\033b\u202ec\u200d\u200b", "a^[b<202E>c\u200d\u200b"},
        {"a\xffz", "a\uFFFDz"},
        {"联想（北京）有限公司", "联想（北京）有限公司"},
        {"a b", "a b"},
        {"a,b", "\"a,b\""},
        {"say \"a\"", "\"say \"\"a\"\"\""},
        {"\"", "\"\"\"\""},
        {" a", "\" a\""},
        {"a ", "\"a \""},
    };

    (void)state;
    expect("csv", cases, ARRAY_LEN(cases), "", "\r\n");
}

static void json_strings_are_closed_against_their_text(void **state)
{
    static const struct field_case cases[] = {
        {"", "\"\""},
        {"公文", "\"公文\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"a\nb\r\tc\033", "\"a\\nb\\r\\tc\\u001b\""},
        {"\u202e\u200b\u0301", "\"\\u202e\\u200b\u0301\""},
        {"a\xffz", "\"a\uFFFDz\""},
    };
    static const struct field_case ascii[] = {
        {"公文 a", "\"\\u516c\\u6587 a\""},
        {"𠮷", "\"\\ud842\\udfb7\""},
        {"é\"", "\"\\u00e9\\\"\""},
    };

    (void)state;
    expect("json", cases, ARRAY_LEN(cases), "{\"a\": ", "}");
    assert_non_null(setlocale(LC_CTYPE, "C"));
    expect("json", ascii, ARRAY_LEN(ascii), "{\"a\": ", "}");
    assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

static void json_takes_only_its_own_numbers(void **state)
{
    static const struct {
        const char *sql, *expected;
    } cases[] = {
        {"0", "0"},
        {"-1", "-1"},
        {"1.5", "1.5"},
        {"1.5e10", "15000000000.0"},
        {"1e300", "1.0e+300"},
        {"9e999", "\"Inf\""},
        {"-9e999", "\"-Inf\""},
        {"'098'", "\"098\""},
        {"NULL", "null"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct print_request request = {.format = print_format_find("json")};
        struct str sql = {0}, line = {0}, out = {0};
        struct printer p;
        struct opened o;

        str_addf(&sql, "CREATE TABLE t(a); INSERT INTO t VALUES(%s)",
                 cases[i].sql);
        str_addf(&line, "{\"a\": %s}", cases[i].expected);
        o = open_list(fixture_sql("number.db", str_text(&sql)));
        printer_init(&p, o.ed, &request);
        p.into = &out;
        assert_true(print_list(&p, o.list, NULL, NULL, false, NULL) &&
                    p.format->end(&p, NULL));
        if (!strstr(str_text(&out), str_text(&line)))
            fail_msg("%s: %s", cases[i].sql, str_text(&out));
        printer_clear(&p);
        close_list(&o);
        str_clear(&sql);
        str_clear(&line);
        str_clear(&out);
    }
}

static void markdown_text_makes_no_marks(void **state)
{
    static const struct field_case cases[] = {
        {"一、明确工作定位。", "一、明确工作定位。"},
        {"a*b_c`d", "a\\*b\\_c\\`d"},
        {"[x](#)", "\\[x\\](\\#)"},
        {"<b>|", "\\<b\\>\\|"},
        {"a - 1. b", "a - 1. b"},
    };

    (void)state;
    expect("markdown", cases, ARRAY_LEN(cases), "| ", " |\n");
}

static void a_paragraph_of_markdown_is_no_list(void **state)
{
    static const struct field_case cases[] = {
        {"1. 名单", "1\\. 名单"}, {"12) a", "12\\) a"},
        {"- a", "\\- a"},         {"a - 1. b", "a - 1. b"},
        {"2020年", "2020年"},     {"010-66097741", "010-66097741"},
    };
    struct print_request request = {.format = print_format_find("markdown")};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct opened o = open_list(fixture_edition("notice.db"));
        struct print_block block = {
            .role = ROLE_BODY,
            .text = {.text = cases[i].text, .len = strlen(cases[i].text)},
        };
        struct str out = {0};
        struct printer p;

        printer_init(&p, o.ed, &request);
        p.into = &out;
        assert_true(p.format->block(&p, &block, NULL));
        assert_int_equal(out.len, strlen(cases[i].expected) + 1);
        assert_memory_equal(str_text(&out), cases[i].expected, out.len - 1);
        str_clear(&out);
        printer_clear(&p);
        close_list(&o);
    }
}

static void what_stands_around_a_list_is_printed_with_it(void **state)
{
    static const struct {
        const char *format, *first, *within;
        bool has_notes;
    } cases[] = {
        {"text", "单位：个\n序号 ", "广东\n注：<甲>\n", true},
        {"markdown", "单位：个\n\n| 序号 |", "广东 |\n\n注：", true},
        {"html", "<p>单位：个</p>\n<table>",
         "</table>\n<p>注：&#60;甲&#62;</p>\n", true},
        {"json", "{\"annex\": \"1\"",
         "\"above\": [\"单位：个\"], \"below\": [\"注：<甲>\"]", true},
        {"csv", "序号,", ",广东\r\n", false},
        {"tsv", "序号\t", "\t广东\n", false},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct print_request request = {.format =
                                            print_format_find(cases[i].format)};
        struct opened o = open_list(fixture_edition_with(
            "around.db", 2,
            "INSERT INTO annex_line VALUES(1,'above',1,'单位：个'),"
            "(1,'below',1,'注：<甲>');"));
        struct printer p;
        struct str out = {0};
        const char *text;

        printer_init(&p, o.ed, &request);
        p.into = &out;
        assert_true(print_list(&p, o.list, NULL, NULL, false, NULL));
        assert_true(!p.format->end || p.format->end(&p, NULL));
        text = str_text(&out);
        if (strncmp(text, cases[i].first, strlen(cases[i].first)) != 0 ||
            !strstr(text, cases[i].within) ||
            (strstr(text, "注：") != NULL) != cases[i].has_notes)
            fail_msg("%s:\n%s", cases[i].format, text);
        printer_clear(&p);
        close_list(&o);
        str_clear(&out);
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
        print_mark(&out, &clean, cases[i].from,
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
        cmocka_unit_test(a_paragraph_of_markdown_is_no_list),
        cmocka_unit_test(what_stands_around_a_list_is_printed_with_it),
        cmocka_unit_test(marks_stand_around_what_matched),
    };

    setlocale(LC_CTYPE, "C.UTF-8");
    setenv("LANGUAGE", "en", 1);
    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
