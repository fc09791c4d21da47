/* test_pattern.c - what a line of an official document is taken for. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/cite.h"
#include "import/page.h"
#include "import/pattern.h"

static void numbers_of_documents_stand_alone(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        bool is;
    } cases[] = {
        { "教职成司函〔2020〕33号", true },
        { "国发[2019]4号", true },
        { "国办发(2017) 95 号", true },
        { "甲教【2021】第７号", true },
        { "国发〔2019〕4号文", false },
        { "见国发〔2019〕4号", false },
        { "国〔2019〕4号", false },           /* one letter is no organ */
        { "国发〔19〕4号", false },
        { "国发〔2019〕号", false },
        { "国发〔2019〕123456号", false },
        { "〔2019〕4号", false },
        { "", false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (pattern_is_number(cases[i].text) != cases[i].is)
            fail_msg("%s", cases[i].text);
    }
}

static void dates_become_iso(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *iso; /* NULL: no date */
    } cases[] = {
        { "2020年10月15日", "2020-10-15" },
        { "2020年 1月 5日", "2020-01-05" },
        { "２０２０年１月５日", "2020-01-05" },
        { "2020-10-15", "2020-10-15" },
        { "2020/1/5", "2020-01-05" },
        { "2020.1.5", "2020-01-05" },
        { "二〇二〇年十月十五日", "2020-10-15" },
        { "二○二一年一月三十一日", "2021-01-31" },
        { "二零二四年二月二十九日", "2024-02-29" },
        { "二〇二三年二月二十九日", NULL },
        { "2020年13月1日", NULL },
        { "2020年10月", NULL },
        { "2020年10月15日起", NULL },
        { "2020-10-15 08:00", NULL },
        { "20201015", NULL },
        { "", NULL },
        { "年月日", NULL },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char iso[11] = "";
        bool is = pattern_is_date(cases[i].text, iso);

        if (is != (cases[i].iso != NULL) || (is && strcmp(iso, cases[i].iso)))
            fail_msg("%s: %s", cases[i].text, iso);
    }
}

static void headings_have_levels(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int level;
    } cases[] = {
        { "一、明确", 1 }, { "十二、其他", 1 }, { "一是", 0 }, { "一", 0 },
        { "（一）加强", 2 }, { "(三) 落实", 2 }, { "（一", 0 }, { "（名单）", 0 },
        { "1.完成", 3 }, { "12．完成", 3 }, { "3、完成", 3 }, { "1.5倍", 0 },
        { "2021.5版", 0 }, { "1 完成", 0 }, { "（1）报送", 4 }, { "(12)报送", 4 },
        { "（2020）报送", 0 }, { "", 0 }, { "三十一、", 1 },
        { "一、二年级学生参加", 0 }, { "九、十月份", 0 }, { "二、一流大学", 1 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int level = pattern_heading_level(cases[i].text);

        if (level != cases[i].level)
            fail_msg("%s: %d", cases[i].text, level);
    }
}

static void titles_say_the_kind(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *kind;
        bool is;
    } cases[] = {
        { "关于公布名单的通知", "通知", true },
        { "甲厅关于公布名单的通知（试行）", "通知", true },
        { "甲厅关于印发《乙办法》的通知", "通知", true },
        { "关于名单的公示", "公示", true },
        { "甲厅关于同意乙的批复", "批复", true },
        { "我们学习了关于公布名单的通知。", NULL, false },
        { "关于此事，请见通知", "通知", true },
        { "一、关于公布名单的通知", "通知", false },
        { "信息名称：关于公布名单的通知", "通知", false },
        { "通知", "通知", false },
        { "关于公布名单的通知：", NULL, false },
        { "关于名单", NULL, false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *kind = pattern_kind(cases[i].text);

        if (pattern_is_title(cases[i].text) != cases[i].is ||
            (kind != NULL) != (cases[i].kind != NULL) ||
            (kind && strcmp(kind, cases[i].kind) != 0))
            fail_msg("%s: %s", cases[i].text, kind ? kind : "none");
    }
}

static void other_lines_are_told_apart(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        bool addressee, organ, contact, english;
    } cases[] = {
        { "各省、自治区、直辖市教育厅（教委）：", true, false, false, false },
        { "各有关单位:", true, false, false, false },
        { "现将有关事项通知如下：", false, false, false, false },
        { "一、各单位：", false, false, false, false },
        { "请各单位按照以下要求报送：", false, false, false, false },
        { "各部门职责如下：", false, false, false, false },
        { "教育部办公厅", false, true, false, false },
        { "甲大学", false, true, false, false },
        { "甲大学、乙大学", false, false, false, false },
        { "他考上了甲大学。", false, false, false, false },
        { "联系人：甲 乙", false, false, true, false },
        { "电话 010-12345678", false, false, true, false },
        { "电话会议另行通知。", false, false, false, false },
        { "地址变更的单位须报告", false, false, false, false },
        { "The picture shows the gate of a school in town.", false, false,
          false, true },
        { "https://example.org/a/b/c/d/e/f/g/h/i/j/k", false, false, false,
          false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *text = cases[i].text;

        if (pattern_is_addressee(text) != cases[i].addressee ||
            pattern_is_organ(text) != cases[i].organ ||
            pattern_is_contact(text, false) != cases[i].contact ||
            pattern_is_english(text) != cases[i].english)
            fail_msg("%s", text);
    }
    assert_true(pattern_is_contact("甲 010-12345678, 12345678", true));
    assert_false(pattern_is_contact("甲 010-12345678", false));
}

static void annex_lines_have_numbers_and_names(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int number; /* -1: no annex line */
        const char *rest;
    } cases[] = {
        { "附件", 0, "" },
        { "附件：", 0, "" },
        { "附件1", 1, "" },
        { "附件 2：名单", 2, "名单" },
        { "附件：名单", 0, "名单" },
        { "附件：1.名单", 0, "1.名单" },
        { "附件所列单位", -1, "" },
        { "附件1所列单位", -1, "" },
        { "附件：请下载。", -1, "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int number = -1;
        const char *rest = "";

        if (!pattern_is_annex(cases[i].text, &number, &rest)) {
            number = -1;
            rest = "";
        }
        if (number != cases[i].number || strcmp(rest, cases[i].rest) != 0)
            fail_msg("%s: %d, %s", cases[i].text, number, rest);
    }
}

static void citations_are_found_in_their_order(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *found[4]; /* whole|title|number */
    } cases[] = {
        { "根据《甲》（国发〔2019〕4号）和《乙》执行",
          { "《甲》（国发〔2019〕4号）|甲|国发〔2019〕4号", "《乙》|乙|" } },
        { "依国发〔2019〕4号、国办发〔2017〕95号",
          { "国发〔2019〕4号||国发〔2019〕4号",
            "国办发〔2017〕95号||国办发〔2017〕95号" } },
        { "《关于印发〈甲〉的通知》", { "《关于印发〈甲〉的通知》|关于印发〈甲〉的通知|" } },
        { "《关于《甲》的通知》", { "《关于《甲》的通知》|关于《甲》的通知|" } },
        { "《甲》（试行）", { "《甲》|甲|" } },
        { "《甲》（见国发〔2019〕4号）",
          { "《甲》|甲|", "国发〔2019〕4号||国发〔2019〕4号" } },
        { "《》《甲", { NULL } },
        { "》《", { NULL } },
        { "", { NULL } },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *text = cases[i].text;
        struct cite c;
        size_t n = 0;

        for (size_t at = 0; cite_find(text, at, &c); at = c.start + c.len) {
            struct str got = {0};

            str_append(&got, text + c.start, c.len);
            str_addc(&got, '|');
            str_append(&got, text + c.title_start, c.title_len);
            str_addc(&got, '|');
            str_append(&got, text + c.number_start, c.number_len);
            if (n == 4 || !cases[i].found[n] ||
                strcmp(str_text(&got), cases[i].found[n]) != 0)
                fail_msg("%s: %s", text, str_text(&got));
            str_clear(&got);
            n++;
        }
        if (n < 4 && cases[i].found[n])
            fail_msg("%s: no %s", text, cases[i].found[n]);
    }
}

static void marks_of_a_saved_page_are_removed(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *stripped;
    } cases[] = {
        { "1. [名单](#)", "1. 名单" },
        { "见<http://a.b>。", "见http://a.b。" },
        { "a < b > c", "a < b > c" },
        { "<http://a.b", "<http://a.b" },
        { "[2020]", "[2020]" },
        { "国发[2020](甲", "国发[2020](甲" },
        { "国发[2020](试行)", "国发[2020](试行)" },
        { "[[a](b)](c)", "[a](c)" },
        { "![x](y.png)", "" },
        { "!", "!" },
        { "**重**点", "重点" },
        { "*", "*" },
        { "[", "[" },
        { "[](", "[](" },
        { "", "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *got = page_strip_marks(cases[i].text, strlen(cases[i].text));

        if (strcmp(got, cases[i].stripped) != 0)
            fail_msg("%s: %s", cases[i].text, got);
        free(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_documents_stand_alone),
        cmocka_unit_test(dates_become_iso),
        cmocka_unit_test(headings_have_levels),
        cmocka_unit_test(titles_say_the_kind),
        cmocka_unit_test(other_lines_are_told_apart),
        cmocka_unit_test(annex_lines_have_numbers_and_names),
        cmocka_unit_test(citations_are_found_in_their_order),
        cmocka_unit_test(marks_of_a_saved_page_are_removed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
