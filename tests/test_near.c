/* test_near.c - what sounds near is found when it is asked for, and only
 * then. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "search/near.h"
#include "search/query.h"

static void spellings_sound_near(void **state)
{
    /* clang-format off */
    static const struct { const char *spelling, *near; } cases[] = {
        { "zhang", "zhang zang zhan zan" }, { "zan", "zan zhan zang zhang" },
        { "shi", "shi si" }, { "chen", "chen cen cheng ceng" },
        { "nan", "nan lan nang lang" }, { "ling", "ling ning lin nin" },
        { "fu", "fu hu" }, { "hu", "hu fu" },
        { "hua", "hua fa fua" }, { "fa", "fa hua ha" },
        { "huang", "huang fang fuang huan fan fuan" },
        { "a", "a" }, { "er", "er" }, { "an", "an ang" },
        { "zhuang", "zhuang zuang zhuan zuan" }, { "lv", "lv nv" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char out[NEAR_MAX][PINYIN_MAX + 1];
        size_t n = near_spellings(cases[i].spelling, out);
        struct str all = {0};

        for (size_t k = 0; k < n; k++)
            str_addf(&all, "%s%s", k ? " " : "", out[k]);
        assert_string_equal(str_text(&all), cases[i].near);
        str_clear(&all);
    }
}

static bool finds(const char *query, const char *text, bool widened)
{
    struct query *q = query_new(query, strlen(query), NULL, NULL);
    struct query_cell cell = {text, strlen(text)};
    bool found;

    assert_non_null(q);
    if (widened)
        query_widen(q);
    found = query_match(q, &cell, 1, NULL);
    query_free(q);
    return found;
}

static void near_sounds_are_found_when_asked_for(void **state)
{
    /* clang-format off */
    static const struct { const char *query, *text; } cases[] = {
        { "fulan", "湖南学院" }, { "hujian", "福建学院" },
        { "sanghai", "上海" }, { "cengdu", "成都" }, { "guangzou", "广州" },
        { "lanjin", "南京" }, { "liaolin", "辽宁" }, { "zengzou", "郑州" },
        { "sengzheng", "深圳" }, { "shicuan", "四川" }, { "FULAN", "湖南" },
        { "fhei", "合肥" }, { "hulanlu", "湖南路" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (finds(cases[i].query, cases[i].text, false))
            fail_msg("%s finds %s as it is", cases[i].query, cases[i].text);
        if (!finds(cases[i].query, cases[i].text, true))
            fail_msg("%s does not find %s", cases[i].query, cases[i].text);
    }
    /* What is found as it is read is found still. */
    assert_true(finds("hunan", "湖南", true));
    assert_true(finds("hngyms", "湖南工艺美术", true));
    assert_true(finds("gongyimeish", "工艺美术", true));
    /* Characters, and letters behind =, stay what they are. */
    assert_false(finds("府南", "湖南", true));
    assert_false(finds("=fulan", "湖南", true));
    /* What is excluded is excluded as it is written. */
    assert_true(finds("!fulan", "湖南", true));
}

static void a_query_without_syllables_is_not_widened(void **state)
{
    static const struct {
        const char *query;
        bool widens;
    } cases[] = {
        {"湖南", false}, {"=hn", false},    {"!hn", false}, {"2020", false},
        {"hn", true},    {"湖南 hn", true}, {"^hn", true},  {"", false},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct query *q =
            query_new(cases[i].query, strlen(cases[i].query), NULL, NULL);

        assert_non_null(q);
        if (query_widen(q) != cases[i].widens)
            fail_msg("%s", cases[i].query);
        query_free(q);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_sound_near),
        cmocka_unit_test(near_sounds_are_found_when_asked_for),
        cmocka_unit_test(a_query_without_syllables_is_not_widened),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
