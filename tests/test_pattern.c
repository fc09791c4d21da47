/* test_pattern.c - what a line of an official document is taken for. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/annex_note.h"
#include "import/cite.h"
#include "import/date.h"
#include "import/doc_number.h"
#include "import/page.h"
#include "import/furniture.h"
#include "import/pattern.h"
#include "import/words.h"

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
        { "（某委办〔2031〕8号）", true },
        { "某农经﹝２０３１﹞７号", true },
        { "甲教（基）〔2031〕5號", true },
        { "文　号：甲教〔2031〕5号", true },
        { "甲教〔2031〕5号　　　签发人：沈某某", true },
        { "甲教〔2031〕5号（A类）", true },
        { "令第12号", true },
        { "第二十七号", true },
        { "公告 2031年第5号", true },
        { "（2031年第5号）", true },
        { "第3次", false },
        { "", false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text);
        struct doc_number found;

        if (doc_number_is(bare, &found) != cases[i].is)
            fail_msg("%s", cases[i].text);
        free(bare);
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
        { "2020年10月", "2020-10" },
        { "二◯二一年三月五日", "2021-03-05" },
        { "二0二一年三月五日", "2021-03-05" },
        { "二O二一年三月五日", "2021-03-05" },
        { "二Ｏ二一年十二月", "2021-12" },
        { "（2031年3月1日）", "2031-03-01" },
        { "日期：2031-03-01", "2031-03-01" },
        { "2031 年 元 月 1 日", "2031-01-01" },
        { "（2031年3月1日", NULL },
        { "2031年3月1日印发", NULL },
        { "2020年10月15日起", NULL },
        { "2020-10-15 08:00", NULL },
        { "20201015", NULL },
        { "", NULL },
        { "年月日", NULL },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text), iso[DATE_LEN + 1] = "";
        bool is = date_is(bare, iso);

        if (is != (cases[i].iso != NULL) || (is && strcmp(iso, cases[i].iso)))
            fail_msg("%s: %s", cases[i].text, iso);
        free(bare);
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
        { "第一章　总则", 1 }, { "第二节 组织", 2 }, { "第三条 学校", 0 },
        { "一、二年级学生参加", 0 }, { "九、十月份", 0 }, { "二、一流大学", 1 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text);
        int level = pattern_heading_level(bare, NULL);

        if (level != cases[i].level)
            fail_msg("%s: %d", cases[i].text, level);
        free(bare);
    }
}

static void titles_say_the_kind(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *kind;
        bool sent, can_be;
    } cases[] = {
        { "关于公布名单的通知", "通知", true, true },
        { "秋游安排的通知", "通知", true, true },
        { "甲厅关于公布名单的通知（试行）", "通知", true, true },
        { "甲厅关于印发《乙办法》的通知", "通知", true, true },
        { "乙　　办　　法", "办法", false, true },
        { "關於名單的公示", "公示", true, true },
        { "甲厅关于同意乙的批复", "批复", true, true },
        { "甲厅关于乙的复函", "复函", true, true },
        { "我们学习了关于公布名单的通知。", NULL, false, false },
        { "一、关于公布名单的通知", "通知", true, false },
        { "关于公布名单的通知：", NULL, false, false },
        { "关于名单", "名单", false, true },
        { "秋天的校园", NULL, false, true },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text);
        const char *kind = pattern_kind(bare);

        if (pattern_can_be_title(bare) != cases[i].can_be ||
            pattern_is_sent(kind) != cases[i].sent ||
            (kind != NULL) != (cases[i].kind != NULL) ||
            (kind && strcmp(kind, cases[i].kind) != 0))
            fail_msg("%s: %s", cases[i].text, kind ? kind : "none");
        free(bare);
    }
}

static void titles_name_their_organ(void **state)
{
    /* clang-format off */
    static const struct {
        const char *title, *organ;
    } cases[] = {
        { "甲市教育局关于乙的通知", "甲市教育局" },
        { "乙县教育局转发甲市教育局关于丙的通知", "乙县教育局" },
        { "甲市人民政府令", "甲市人民政府" },
        { "某省教育考试院公告", "某省教育考试院" },
        { "甲厅对乙提案的答复", "甲厅" },
        { "关于乙的通知", "" },
        { "秋游安排的通知", "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t len = pattern_organ_of_title(cases[i].title);

        if (len != strlen(cases[i].organ) ||
            strncmp(cases[i].title, cases[i].organ, len) != 0)
            fail_msg("%s: %.*s", cases[i].title, (int)len, cases[i].title);
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
        { "甲大学、乙大学", false, true, false, false },
        { "全体教师：", true, false, false, false },
        { "各班：", true, false, false, false },
        { "王某某代表：", true, false, false, false },
        { "活动时间：", false, false, false, false },
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
        char *bare = words_bare(text);

        if (pattern_can_be_addressee(bare) != cases[i].addressee ||
            pattern_is_organ(bare) != cases[i].organ ||
            pattern_is_contact(text, false) != cases[i].contact ||
            pattern_is_english(text) != cases[i].english)
            fail_msg("%s", text);
        free(bare);
    }
    assert_true(pattern_is_contact("甲 010-12345678, 12345678", true));
    assert_false(pattern_is_contact("甲 010-12345678", false));
}

static void annex_lines_have_numbers_and_names(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *number; /* NULL: no annex line */
        const char *rest;
    } cases[] = {
        { "附件", "", "" },
        { "附件：", "", "" },
        { "附　件：", "", "" },
        { "附件1", "1", "" },
        { "附件一", "1", "" },
        { "附件（2）", "2", "" },
        { "附表1-2：", "1-2", "" },
        { "附件 2：名单", "2", "名单" },
        { "附件 2　名单", "2", "名单" },
        { "附件：名单", "", "名单" },
        { "附：名单", "", "名单" },
        { "附件：1.名单", "", "1.名单" },
        { "附件所列单位", NULL, "" },
        { "附件1所列单位", NULL, "" },
        { "附件：请下载。", NULL, "" },
        { "附会议记录", NULL, "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text), *rest;
        struct annex_mark m;

        if (annex_note_mark(cases[i].text, bare, &m)) {
            rest = words_part(cases[i].text, m.chars, SIZE_MAX / 2);
            if (!cases[i].number || strcmp(m.number, cases[i].number) != 0 ||
                strcmp(rest, cases[i].rest) != 0)
                fail_msg("%s: %s, %s", cases[i].text, m.number, rest);
            free(rest);
        } else if (cases[i].number) {
            fail_msg("%s", cases[i].text);
        }
        free(bare);
    }
}

static void one_line_names_several_annexes(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *found; /* number|title|file; ... */
    } cases[] = {
        { "名单", "|名单|;" },
        { "1.名单", "1|名单|;" },
        { "1、甲　2、乙表　3、丙", "1|甲|;2|乙表|;3|丙|;" },
        { "1.甲；2.乙。", "1|甲|;2|乙|;" },
        { "１．甲", "1|甲|;" },
        { "附件2：乙.docx", "2|乙|乙.docx;" },
        { "《甲办法》", "|甲办法|;" },
        { "1.2031年计划 2.第3批名单", "1|2031年计划|;2|第3批名单|;" },
        { "1.甲3.0版", "1|甲3.0版|;" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct annex_entries e = {0};
        struct str got = {0};

        annex_note_entries(cases[i].text, 0, &e);
        for (size_t n = 0; n < e.count; n++)
            str_addf(&got, "%s|%s|%s;", e.items[n].number, e.items[n].title,
                     e.items[n].file ? e.items[n].file : "");
        if (strcmp(str_text(&got), cases[i].found) != 0)
            fail_msg("%s: %s", cases[i].text, str_text(&got));
        str_clear(&got);
        annex_entries_clear(&e);
    }
}

static void the_words_of_a_page_are_told_apart(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        enum furniture is;
    } cases[] = {
        { "首页 >> 校务公开 >> 通知", FURNITURE_PATH },
        { "当前位置：首页 > 通知公告", FURNITURE_PATH },
        { "您现在的位置是：网站首页 / 教务工作 / 公示", FURNITURE_PATH },
        { "你当前所在：首页 -> 政务公开", FURNITURE_PATH },
        { "教务动态 | 通知公告 | 正文", FURNITURE_PATH },
        { "信息来源：教务处 发布日期: 2031-03-12 浏览次数: 72",
          FURNITURE_ABOUT },
        { "2031-05-20 10:02　编辑：校办　阅读：205", FURNITURE_ABOUT },
        { "2031-07-02 16:20 读者服务部 （点击：451）", FURNITURE_ABOUT },
        { "日期：2031-08-11 来源：某科", FURNITURE_ABOUT },
        { "发布时间：2031-08-11", FURNITURE_ABOUT },
        { "【打印】　【关闭】", FURNITURE_TOOLS },
        { "上一条：某事", FURNITURE_TOOLS },
        { "────────", FURNITURE_LINE },
        { "无障碍浏览　长者模式　简体　繁体", FURNITURE_TOOLS },
        { "首页　机构概况　政务公开　办事服务", FURNITURE_ROW },
        { "主办：某协会", FURNITURE_WORDS },
        { "时　　间：2031年10月13日下午", FURNITURE_NONE },
        { "日期：2031年5月6日", FURNITURE_NONE },
        { "联系人：周老师　　电话：000-1234567", FURNITURE_NONE },
        { "2031/12/28", FURNITURE_NONE },
        { "甲市教育局　甲市财政局　甲市公安局", FURNITURE_NONE },
        { "请各单位按时报送。", FURNITURE_NONE },
        { "", FURNITURE_NONE },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *bare = words_bare(cases[i].text);
        enum furniture is = furniture_of(cases[i].text, bare);

        if (is != cases[i].is)
            fail_msg("%s: %d", cases[i].text, (int)is);
        free(bare);
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
        cmocka_unit_test(titles_name_their_organ),
        cmocka_unit_test(annex_lines_have_numbers_and_names),
        cmocka_unit_test(one_line_names_several_annexes),
        cmocka_unit_test(the_words_of_a_page_are_told_apart),
        cmocka_unit_test(citations_are_found_in_their_order),
        cmocka_unit_test(marks_of_a_saved_page_are_removed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
