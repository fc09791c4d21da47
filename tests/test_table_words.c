/* test_table_words.c - what the words of cells and lines say. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "import/table_words.h"

typedef bool question(const char *s, size_t len);

static void ask(question *is, const char *what, const char *const *yes,
                const char *const *no)
{
    for (; *yes; yes++) {
        if (!is(*yes, strlen(*yes)))
            fail_msg("%s is no %s", *yes, what);
    }
    for (; *no; no++) {
        if (is(*no, strlen(*no)))
            fail_msg("%s is a %s", *no, what);
    }
}

#define LIST(...)                                                              \
    (const char *const[])                                                      \
    {                                                                          \
        __VA_ARGS__, NULL                                                      \
    }

static void words_tell_what_a_text_is(void **state)
{
    (void)state;
    ask(table_words_numeric, "number",
        LIST("12", "１２", "1,234.50", "12%", "-3", "¥5"),
        LIST("", "第1", "1人", "—", "."));
    ask(table_words_numbering, "numbering",
        LIST("1", "（1）", "(12)", "1.", "3、", "一", "十二", "①", "１"),
        LIST("", "甲", "1人", "一等奖", "2031-1"));
    ask(table_words_heading, "heading",
        LIST("序号", "序　号", "学校名称", "备注", "联系电话", "单位（盖章）",
             "县（市、区）", "所在省"),
        LIST("甲市第一中学", "某省外国语学校", "", "乙市"));
    ask(table_words_total, "total",
        LIST("合计", "合　计", "总计：", "小计", "共6所", "合计（人）"),
        LIST("合计划", "共同体", "甲"));
    ask(table_words_note, "note",
        LIST("注：不分先后", "备注:甲", "填表人：", "第1页", "※ 仅供参考",
             "注1.甲乙丙"),
        LIST("注溪小学", "备注", "第1名", "说明文"));
    ask(table_words_label, "label",
        LIST("单位：万元", "（单位：人）", "截至2031年6月", "2031年3月1日",
             "填报单位：某局"),
        LIST("单位名称", "某市名单"));
    ask(table_words_region, "region", LIST("甲省", "乙 市", "丙自治区"),
        LIST("甲", "一等奖"));
    ask(table_words_title, "title",
        LIST("某市名单", "统计表（2031年）", "一览表"), LIST("甲市", "名单位"));
    ask(table_words_sentence, "sentence", LIST("甲乙。", "请核对；"),
        LIST("甲市第一中学"));
}

static void a_group_has_a_name_and_a_count(void **state)
{
    static const struct {
        const char *text, *name;
        int64_t count;
    } cases[] = {
        {"甲省（2所）", "甲省", 2},
        {"乙省(共3所)", "乙省", 3},
        {"一等奖（7名）：", "一等奖", 7},
        {"丙省：共14所", "丙省", 14},
        {"丁省 5所", "丁省 5所", -1},
        {"高中组", "高中组", -1},
        {"高中组：", "高中组", -1},
        {"甲队（三人）", "甲队", 3},
        {"甲（2031年）", "甲（2031年）", -1},
        {"甲（东校区）", "甲（东校区）", -1},
        {"甲楼（3幢）", "甲楼", 3},
        {"（3所）", "（3所）", -1},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t count;
        struct words_text name =
            table_words_group(cases[i].text, strlen(cases[i].text), &count);

        if (count != cases[i].count || name.len != strlen(cases[i].name) ||
            memcmp(name.text, cases[i].name, name.len) != 0)
            fail_msg("%s is %.*s and %lld", cases[i].text, (int)name.len,
                     name.text, (long long)count);
    }
}

static void a_line_may_state_a_total(void **state)
{
    (void)state;
    assert_int_equal(table_words_stated("（共8所）", strlen("（共8所）")), 8);
    assert_int_equal(
        table_words_stated("名单（共 150 个）", strlen("名单（共 150 个）")),
        150);
    assert_int_equal(table_words_stated("共青团", strlen("共青团")), -1);
    assert_int_equal(table_words_stated("", 0), -1);
}

static void an_annex_mark_has_a_number_and_a_title(void **state)
{
    static const char text[] = "附件2：某市名单";
    struct words_text rest;
    int number;

    (void)state;
    assert_true(table_words_annex(text, strlen(text), &number, &rest));
    assert_int_equal(number, 2);
    assert_memory_equal(rest.text, "某市名单", strlen("某市名单"));
    assert_true(table_words_annex("附件", strlen("附件"), &number, &rest));
    assert_int_equal(number, 0);
    assert_false(
        table_words_annex("附件名称", strlen("附件名称"), &number, &rest));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_tell_what_a_text_is),
        cmocka_unit_test(a_group_has_a_name_and_a_count),
        cmocka_unit_test(a_line_may_state_a_total),
        cmocka_unit_test(an_annex_mark_has_a_number_and_a_title),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
