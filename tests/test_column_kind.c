/* test_column_kind.c - what a column holds is told by how it is written. */
#include "tests/test.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "model/column_kind.h"
#include "text/written_date.h"

static void a_cell_has_the_form_of_some_kinds(void **state)
{
    /* clang-format off */
    static const struct {
        const char *cell;
        double integer, percent, decimal; /* NAN: it has not that form */
    } cases[] = {
        { "0", 0, NAN, 0 },
        { "12", 12, NAN, 12 },
        { "-3", -3, NAN, -3 },
        { "123456789012345", 123456789012345, NAN, 123456789012345 },
        { "001", NAN, NAN, NAN },
        { "-0", NAN, NAN, -0.0 },
        { "1234567890123456", NAN, NAN, NAN },
        { "1,234.50", NAN, NAN, 1234.5 },
        { "12,345,678", NAN, NAN, 12345678 },
        { "￥1，200", NAN, NAN, 1200 },
        { "¥0.5", NAN, NAN, 0.5 },
        { " 3.50 ", NAN, NAN, 3.5 },
        { "１２．５", NAN, NAN, 12.5 },
        { "+7", NAN, NAN, 7 },
        { "−1.5", NAN, NAN, -1.5 },
        { "1,23", NAN, NAN, NAN },
        { "1234,567", NAN, NAN, NAN },
        { "1,2345", NAN, NAN, NAN },
        { "00.5", NAN, NAN, NAN },
        { "1.", NAN, NAN, NAN },
        { ".5", NAN, NAN, NAN },
        { "1e5", NAN, NAN, NAN },
        { "0x10", NAN, NAN, NAN },
        { "inf", NAN, NAN, NAN },
        { "1.2.3", NAN, NAN, NAN },
        { "0731-8888", NAN, NAN, NAN },
        { "12%", NAN, 12, NAN },
        { "5 ％", NAN, 5, NAN },
        { "-0.25%", NAN, -0.25, NAN },
        { "12%%", NAN, NAN, NAN },
        { "%", NAN, NAN, NAN },
        { "第2条", NAN, NAN, NAN },
        { "12万元", NAN, NAN, NAN },
        { "", NAN, NAN, NAN },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *s = cases[i].cell;
        const double wanted[COLUMN_KIND_COUNT] = {
            [COLUMN_TEXT] = NAN,
            [COLUMN_INTEGER] = cases[i].integer,
            [COLUMN_PERCENT] = cases[i].percent,
            [COLUMN_DATE] = NAN,
            [COLUMN_DECIMAL] = cases[i].decimal,
        };

        for (int k = 0; k < COLUMN_KIND_COUNT; k++) {
            double order = NAN;

            if (!column_kind_order((enum column_kind)k, s, strlen(s), &order))
                order = NAN;
            if (!(isnan(order) && isnan(wanted[k])) && order != wanted[k])
                fail_msg("\"%s\" as %s: %g", s,
                         column_kind_name((enum column_kind)k), order);
        }
    }
}

static void integers_have_one_form(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        bool is;
        int64_t value;
    } cases[] = {
        { "0", true, 0 }, { "98", true, 98 }, { "-5", true, -5 },
        { "999999999999999", true, 999999999999999 },
        { "1000000000000000", false, 0 }, { "007", false, 0 },
        { "-0", false, 0 }, { "-", false, 0 }, { "", false, 0 },
        { "1.5", false, 0 }, { "1 ", false, 0 }, { "１", false, 0 },
        { "--1", false, 0 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t value = 0;
        bool is =
            column_kind_integer(cases[i].text, strlen(cases[i].text), &value);

        if (is != cases[i].is || (is && value != cases[i].value))
            fail_msg("%s: %d", cases[i].text, is);
    }
}

/* Each stands behind the one before it. */
static void dates_follow_one_another_however_they_are_written(void **state)
{
    static const char *const rising[] = {
        "9月",
        "９月１日",
        "10月1号",
        "十二月三十一日",
        "1949年",
        "1949/10/1",
        "2020年",
        "二〇二〇年 一月",
        "2020-1-5",
        "２０２０年１月６日",
        "2020.1.7",
        "2020年9月",
        "二○二○年九月一日",
        "二O二0年九月二日 ",
        "2020－9－3",
        "2020/09/04 8:05",
        "2020-09-04T14:30",
        "2020-09-04 14:30:05",
        "2020.10",
        "2020年10月",
        "2020年十月二十一日",
        "2020年10月31日",
    };
    double before = -1;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rising); i++) {
        double order;

        if (!column_kind_order(COLUMN_DATE, rising[i], strlen(rising[i]),
                               &order))
            fail_msg("\"%s\" is no date", rising[i]);
        if (order < before ||
            (order == before && strcmp(rising[i], "2020年10月") != 0))
            fail_msg("\"%s\": %.0f after %.0f", rising[i], order, before);
        before = order;
    }
}

static void what_only_resembles_a_date_is_none(void **state)
{
    static const char *const cases[] = {
        "",          "2020",         "2020年13月",     "2020-0-5",
        "2020-1-32", "20年1月",      "2020年9",        "2020年9月10",
        "2020-1/5",  "0731-8",       "1200.5",         "2020年9月—10月",
        "13月",      "2020-1-5 25:", "2020-1-5T",      "二十年三月",
        "20201月",   "2020--1",      "第2020-1-5号",   "2020-01-05 14:60",
        "一月份",    "2020年上半年", "2020-1-5 14:30x"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct written_date d;

        if (written_date_read(cases[i], strlen(cases[i]), &d))
            fail_msg("\"%s\" is %d-%d-%d", cases[i], d.year, d.month, d.day);
    }
}

static void a_column_is_what_all_its_cells_are(void **state)
{
    static const struct {
        const char *cells[4];
        enum column_kind kind;
    } cases[] = {
        {{"1", "2", "30"}, COLUMN_INTEGER},
        {{"1", "", "30"}, COLUMN_INTEGER},
        {{"1", "—", "30"}, COLUMN_DECIMAL},
        {{"1", "2.5"}, COLUMN_DECIMAL},
        {{"9694.88", "96,939.51"}, COLUMN_DECIMAL},
        {{"12%", "5%", "/"}, COLUMN_PERCENT},
        {{"12%", "5"}, COLUMN_TEXT},
        {{"2020年10月", "2020-9-1"}, COLUMN_DATE},
        {{"2019.5", "2020.10"}, COLUMN_DATE},
        {{"1019.5", "2020.10"}, COLUMN_DECIMAL},
        {{"001", "002"}, COLUMN_TEXT},
        {{"1", "02"}, COLUMN_TEXT},
        {{"13800000000", "13900000000"}, COLUMN_TEXT},
        {{"4143010001"}, COLUMN_TEXT},
        {{"1234567", "12345678"}, COLUMN_INTEGER},
        {{"430000000000000000", "430000000000000001"}, COLUMN_TEXT},
        {{"0731-0000000", "0730-0000000"}, COLUMN_TEXT},
        {{"湖南", "1"}, COLUMN_TEXT},
        {{"—", "无"}, COLUMN_TEXT},
        {{"", ""}, COLUMN_TEXT},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct column_guess guess = {0};
        enum column_kind kind;

        for (size_t c = 0; c < 4 && cases[i].cells[c]; c++)
            column_guess_add(&guess, cases[i].cells[c],
                             strlen(cases[i].cells[c]));
        kind = column_guess_kind(&guess);
        if (kind != cases[i].kind)
            fail_msg("\"%s\" ...: %s, not %s", cases[i].cells[0],
                     column_kind_name(kind), column_kind_name(cases[i].kind));
    }
}

static void kinds_are_known_by_their_names(void **state)
{
    (void)state;
    for (int k = 0; k < COLUMN_KIND_COUNT; k++)
        assert_int_equal(
            column_kind_from_name(column_kind_name((enum column_kind)k)), k);
    assert_int_equal(column_kind_from_name("later"), COLUMN_TEXT);
    assert_int_equal(column_kind_from_name(""), COLUMN_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_has_the_form_of_some_kinds),
        cmocka_unit_test(integers_have_one_form),
        cmocka_unit_test(dates_follow_one_another_however_they_are_written),
        cmocka_unit_test(what_only_resembles_a_date_is_none),
        cmocka_unit_test(a_column_is_what_all_its_cells_are),
        cmocka_unit_test(kinds_are_known_by_their_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
