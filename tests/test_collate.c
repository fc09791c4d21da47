/* test_collate.c - texts stand as Chinese readers look them up. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "search/collate.h"

static int compare(enum collate_order by, const char *a, const char *b)
{
    struct str x = {0}, y = {0};
    int order;

    collate_key(&x, a, strlen(a), by);
    collate_key(&y, b, strlen(b), by);
    assert_int_equal(strlen(str_text(&x)), x.len);
    order = strcmp(str_text(&x), str_text(&y));
    str_clear(&x);
    str_clear(&y);
    return order;
}

static void check_rising(enum collate_order by, const char *const *texts,
                         size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (compare(by, texts[i - 1], texts[i]) >= 0)
            fail_msg("%s is not before %s", texts[i - 1], texts[i]);
}

static void characters_stand_by_their_readings(void **state)
{
    /* clang-format off */
    static const char *const texts[] = {
        "", "（一）", "1", "2", "10", "abc", "ABD", "zz",
        "安徽", "安徽省", "北京", "长沙", "重庆", "重慶市", "福建", "广东",
        "湖北", "湖南工业", "湖南工艺", "江苏", "六安", "绿春", "上海",
        "四川", "厦门", "校长", "浙江", "浙江\xF0\xA0\xAE\xB7", "重点",
    };
    /* Of one syllable by tone, of one tone by strokes; ü behind u. */
    static const char *const syllables[] = {
        "卢", "炉", "鲁", "路", "吕", "绿", "卵", "乱", "略", "妈", "麻",
        "马", "骂",
    };
    /* clang-format on */

    (void)state;
    check_rising(COLLATE_READING, texts, ARRAY_LEN(texts));
    check_rising(COLLATE_READING, syllables, ARRAY_LEN(syllables));
}

static void numbers_stand_by_their_value(void **state)
{
    /* clang-format off */
    static const char *const digits[] = {
        "第1条", "第2条", "第10条", "第010条之一", "第100条",
    };
    static const char *const batches[] = {
        "第一批", "第2批", "第三批", "第十批", "第十一批", "第二十批",
        "第21批", "第一百零三批", "第一百一十批", "第二〇二四批", "第一万批",
    };
    static const char *const sections[] = {
        "一、总则", "二、范围", "九、其他", "十、附则", "十一、说明",
        "二十、解释",
    };
    static const char *const brackets[] = {
        "（一）目标", "（二）任务", "（十）期限", "（十二）要求",
    };
    /* Names are no numbers: 三亚 is read. */
    static const char *const names[] = { "二连", "三亚", "五台" };
    /* clang-format on */

    (void)state;
    check_rising(COLLATE_READING, digits, ARRAY_LEN(digits));
    check_rising(COLLATE_READING, batches, ARRAY_LEN(batches));
    check_rising(COLLATE_STROKES, batches, ARRAY_LEN(batches));
    check_rising(COLLATE_READING, sections, ARRAY_LEN(sections));
    check_rising(COLLATE_READING, brackets, ARRAY_LEN(brackets));
    check_rising(COLLATE_READING, names, ARRAY_LEN(names));
}

static void characters_stand_by_their_strokes(void **state)
{
    /* Of one number of strokes by the first ones: heng, shu, pie, dian, zhe. */
    /* clang-format off */
    static const char *const texts[] = {
        "一中", "丁某", "七中", "卜某", "八中", "九中", "刀某", "三中", "大某",
        "上中", "千某", "广中", "女中", "王某", "中学", "毛某", "方某", "尹某",
        "北京", "江苏", "安徽", "张某", "陈某", "重庆", "黑龙江", "零陵",
    };
    /* clang-format on */

    (void)state;
    check_rising(COLLATE_STROKES, texts, ARRAY_LEN(texts));
}

static void a_name_stands_by_its_own_readings(void **state)
{
    /* Each stands between the two others. */
    /* clang-format off */
    static const char *const cases[][3] = {
        { "钱某", "乾县", "浅某" },   { "怎某", "曾某某", "增某" },
        { "闪某", "单某", "商某" },   { "怕某", "番禺", "潘某" },
        { "鲁某", "六安", "陆某" },   { "所某", "台州", "胎某" },
        { "扎某", "查某某", "债某" }, { "昌某", "长兴", "厂某" },
        { "斗某", "都昌", "毒某" },   { "秋某", "仇某", "求某" },
        { "姐某", "解放", "介某" },   { "谢某", "解某某", "懈某" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check_rising(COLLATE_READING, cases[i], 3);
}

static void what_is_alike_has_one_place(void **state)
{
    static const char *const pairs[][2] = {
        {"ABC", "abc"},      {"１２", "12"},       {"职业教育", "職業教育"},
        {"（a", "(a"},       {"张三", "张　三"},   {"", "\xE2\x80\x8B"},
        {"第2批", "第二批"}, {"第02批", "第２批"}, {"重慶", "重庆"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        if (compare(COLLATE_READING, pairs[i][0], pairs[i][1]) != 0)
            fail_msg("%s and %s differ", pairs[i][0], pairs[i][1]);
}

static void bytes_that_are_no_text_have_a_place(void **state)
{

    (void)state;
    assert_true(compare(COLLATE_READING, "\xff\xfe", "a") != 0);
    assert_true(compare(COLLATE_READING, "\xEE\x80\x80", "\xEE\x80\x81") < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_stand_by_their_readings),
        cmocka_unit_test(numbers_stand_by_their_value),
        cmocka_unit_test(characters_stand_by_their_strokes),
        cmocka_unit_test(a_name_stands_by_its_own_readings),
        cmocka_unit_test(what_is_alike_has_one_place),
        cmocka_unit_test(bytes_that_are_no_text_have_a_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
