#include "tests/test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/layout.h"

/* The lines of a text, a newline after each. */
static char *lines_of(const char *text, const struct layout_form *form)
{
    struct layout *l = layout_new(text, strlen(text), form);
    const struct layout_line *line;
    struct str out = {0};

    for (size_t i = 0; (line = layout_line(l, i)) != NULL; i++) {
        layout_append(l, line, &out);
        str_addc(&out, '\n');
    }
    layout_free(l);
    return str_take(&out);
}

static void check(const char *text, const struct layout_form *form,
                  const char *expected)
{
    char *found = lines_of(text, form);

    if (strcmp(found, expected) != 0)
        fail_msg("%d columns:\n%s\nexpected:\n%s", form->width, found,
                 expected);
    free(found);
}

static void lines_are_filled_at_good_places(void **state)
{
    /* clang-format off */
    static const struct {
        int width;
        enum ambiguous ambiguous;
        const char *text, *expected;
    } cases[] = {
        { 20, 1, "一二三四五六七八九十", "一二三四五六七八九十\n" },
        { 20, 1, "", "\n" },
        { 20, 1, "   ", "\n" },
        { 12, 1, "联系人：卢昊  010-66097741",
          "联系人：卢昊\n010-66097741\n" },
        /* “ is one column or two. */
        { 8, 1, "甲“乙丙”丁戊", "甲“乙丙”\n丁戊\n" },
        { 8, 2, "甲“乙丙”丁戊", "甲“乙\n丙”丁戊\n" },
        /* A long dash begins a line rather than stand over the edge. */
        { 6, 2, "甲乙——丙丁", "甲\n乙——\n丙丁\n" },
        { 4, 2, "甲——乙", "甲\n——\n乙\n" },
        { 4, 2, "甲……乙", "甲\n……\n乙\n" },
        /* Wider than the line: an address before its hosts' points, a number
           last, marks never while there is another way. */
        { 8, 1, "www.moe.gov.cn", "www.moe.\ngov.cn\n" },
        { 12, 1, "jth@moe.example", "jth@\nmoe.example\n" },
        { 20, 1, "见%E5和http://a.example/%E5%9B%BD%E5%8A%A1",
          "见%E5和http://\na.example/%E5%9B%BD\n%E5%8A%A1\n" },
        { 8, 1, "ab12345678", "ab\n12345678\n" },
        { 6, 1, "12345678", "123456\n78\n" },
        { 6, 1, "123456，好", "12345\n6，好\n" },
        { 4, 1, "（一）", "（一\n）\n" },
        /* Blanks that do not fit take no room. */
        { 4, 1, "甲乙     丙丁", "甲乙\n丙丁\n" },
        { 4, 1, "甲乙　　丙丁", "甲乙\n丙丁\n" },
        { 2, 1, "　　甲", "\n甲\n" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_form form = {.width = cases[i].width,
                                   .ambiguous = cases[i].ambiguous};

        check(cases[i].text, &form, cases[i].expected);
    }
}

static void no_character_is_left_alone_at_the_end(void **state)
{
    static const struct {
        int width;
        const char *text, *expected;
    } cases[] = {
        {8, "一二三四五", "一二三\n四五\n"},
        {8, "一二三四五  ", "一二三\n四五\n"},
        {8, "一二三四五。", "一二三\n四五。\n"},
        {8, "一二三四，五。", "一二三\n四，五。\n"},
        {8, "一二三四5", "一二\n三四5\n"},
        {8, "一二三四5所", "一二三\n四5所\n"},
        {8, "一二三四AB", "一二三四\nAB\n"},
        {6, "一二人人々", "一二人\n人々\n"},
        /* No legal break gives the last line two. */
        {4, "一二三。", "一二\n三。\n"},
        {4, "一二三、四。", "一二\n三、\n四。\n"},
        {8, "一二三四五六", "一二三四\n五六\n"},
        /* No other legal break keeps the number whole. */
        {8, "12345678五", "12345678\n五\n"},
        {10, "甲12345678五", "甲\n12345678五\n"},
        {8, "甲乙12345678五", "甲乙\n12345678\n五\n"},
        {9, "aaaa bbb c", "aaaa\nbbb c\n"},
        {10, "ABCDEFGHIJK", "ABCDEFGHIJ\nK\n"},
        {2, "一二", "一\n二\n"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_form form = {.width = cases[i].width,
                                   .ambiguous = AMBIGUOUS_NARROW};

        check(cases[i].text, &form, cases[i].expected);
    }
}

static void indents_and_alignment_hold(void **state)
{
    static const char text[] = "一二三四五六七";
    /* clang-format off */
    static const struct {
        struct layout_form form;
        const char *expected;
    } cases[] = {
        { { .width = 10, .first_indent = 4 }, "    一二三\n四五六七\n" },
        { { .width = 10, .rest_indent = 2 }, "一二三四五\n  六七\n" },
        { { .width = 10, .align = LAYOUT_CENTRE }, "一二三四五\n   六七\n" },
        { { .width = 11, .align = LAYOUT_BARE, .first_indent = 3,
            .rest_indent = 3 }, "   一二三四\n   五六七\n" },
        /* An indent that leaves no room is none. */
        { { .width = 10, .first_indent = 9, .rest_indent = 40 }, "一二三四五\n六七\n" },
        { { .width = 10, .first_indent = -4, .rest_indent = -1 }, "一二三四五\n六七\n" },
        { { .width = 0 }, "一\n二\n三\n四\n五\n六\n七\n" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_form form = cases[i].form;

        form.ambiguous = AMBIGUOUS_NARROW;
        check(text, &form, cases[i].expected);
    }
}

static void a_text_that_is_not_flush_left_sheds_its_pads(void **state)
{
    struct layout_form form = {
        .width = 10, .align = LAYOUT_BARE, .ambiguous = AMBIGUOUS_NARROW};

    (void)state;
    check("　　　　　　　　一二　", &form, "一二\n");
    check("　　　", &form, "\n");
    form.align = LAYOUT_CENTRE;
    check(" 一二", &form, "   一二\n");
    check("", &form, "     \n");
}

static void titles_are_balanced(void **state)
{
    static const struct {
        int width;
        const char *text, *expected;
    } cases[] = {
        /* One line as long as it fits. */
        {58, "关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知",
         "关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知\n"},
        {56, "关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知",
         "              关于公布第一批示范性职业教育\n"
         "             集团（联盟）培育单位名单的通知\n"},
        /* Not inside the title of another document. */
        {40, "关于贯彻落实《国家职业教育改革实施方案》的通知",
         "              关于贯彻落实\n"
         "   《国家职业教育改革实施方案》的通知\n"},
        /* No line of one character, no 的 at a line's start. */
        {20, "关于做好高校工作的通知", "    关于做好高校\n     工作的通知\n"},
        /* What cannot be broken well is broken all the same. */
        {6, "《国家职业》", "《国家\n职业》\n"},
        {40, "“一二”三四", "               “一二”三四\n"},
        /* Not inside a word or a fixed compound. */
        {40, "国务院关于印发国家职业教育改革实施方案的通知",
         "           国务院关于印发国家\n"
         "       职业教育改革实施方案的通知\n"},
        {40, "工业和信息化部关于促进人工智能和实体经济深度融合的通知",
         "         工业和信息化部关于促进\n"
         "    人工智能和实体经济深度融合的通知\n"},
        /* Nor inside a name, nor with a conjunction cut off. */
        {44, "甲市财政局关于做好2031年北京奥运会和集中用餐经费补助工作的通知",
         "        甲市财政局关于做好2031年北京\n"
         "     奥运会和集中用餐经费补助工作的通知\n"},
        {56,
         "关于转发《某省教育厅关于公布2031年职业教育示范性虚拟仿真实训基地名"
         "单的通知》的通知",
         "       关于转发《某省教育厅关于公布2031年职业教育\n"
         "        示范性虚拟仿真实训基地名单的通知》的通知\n"},
        {30, "某省教育厅关于调整省级行政区划名录和道路交通安全标准的通知",
         "某省教育厅关于调整省级行政区划\n"
         " 名录和道路交通安全标准的通知\n"},
        {36, "某市人民政府关于同意申办第三十届夏季运动会的批复",
         "      某市人民政府关于同意申办\n"
         "      第三十届夏季运动会的批复\n"},
        {44,
         "国务院关于授权香港特别行政区实施管辖的深圳湾口岸港方口岸区范围"
         "和土地使用期限的批复",
         "国务院关于授权香港特别行政区实施管辖的深圳湾\n"
         "   口岸港方口岸区范围和土地使用期限的批复\n"},
        /* Those who issue it stay whole where they fit. */
        {36,
         "教育部 财政部 人力资源社会保障部关于印发《某省职业院校教师素质提"
         "高计划实施办法》的通知",
         "  教育部 财政部 人力资源社会保障部\n"
         "     关于印发《某省职业院校教师\n"
         "    素质提高计划实施办法》的通知\n"},
        /* One line more rather than a word in two. */
        {36,
         "教育部关于公布第一批国家级职业教育教师教学创新团队立项建设单位名"
         "单的通知",
         "     教育部关于公布第一批国家级\n"
         "      职业教育教师教学创新团队\n"
         "       立项建设单位名单的通知\n"},
        {16, "关于举办培训班的通知", "    关于举办\n  培训班的通知\n"},
        /* A title longer than the line is broken at its words, too. */
        {30,
         "关于转发《教育部办公厅关于公布2019年度国家虚拟仿真实验教学项目认"
         "定结果的通知》的通知",
         "关于转发《教育部办公厅关于公布\n"
         " 2019年度国家虚拟仿真实验教学\n"
         "  项目认定结果的通知》的通知\n"},
        /* No line of two characters among long ones. */
        {24,
         "教育部等九部门关于印发《职业教育提质培优行动计划（2020—2023年）》"
         "的通知",
         "     教育部等九部门\n"
         "   关于印发《职业教育\n"
         "    提质培优行动计划\n"
         "（2020—2023年）》的通知\n"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_form form = {.width = cases[i].width,
                                   .align = LAYOUT_CENTRE,
                                   .balanced = true,
                                   .ambiguous = AMBIGUOUS_NARROW};

        check(cases[i].text, &form, cases[i].expected);
    }
}

/* A paragraph of about `size` bytes. */
static char *long_text(const char *piece, size_t size, size_t *len)
{
    struct str s = {0};

    while (s.len < size)
        str_add(&s, piece);
    *len = s.len;
    return str_take(&s);
}

static void a_line_is_found_by_what_it_shows(void **state)
{
    static const char text[] = "一二三 四五六   七";
    static const struct {
        size_t offset, line;
    } cases[] = {
        {0, 0},  {8, 0},  {9, 0},  {10, 1}, {18, 1},       {19, 1},
        {21, 1}, {22, 2}, {24, 2}, {25, 2}, {SIZE_MAX, 2},
    };
    struct layout_form form = {.width = 6, .ambiguous = AMBIGUOUS_NARROW};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout *l = layout_new(text, sizeof(text) - 1, &form);

        assert_int_equal(layout_find(l, cases[i].offset), cases[i].line);
        assert_null(layout_line(l, 3));
        assert_int_equal(layout_count(l), 3);
        layout_free(l);
    }
    layout_free(NULL);
}

static void the_first_line_needs_no_more_than_a_piece(void **state)
{
    size_t len;
    char *text = long_text("示范性职业教育集团，", 4 << 20, &len);
    struct layout_form form = {.width = 56, .ambiguous = AMBIGUOUS_NARROW};
    struct layout *l;
    /* And where the next stretch begins: it tells where the first one ends. */
    size_t visible = LAYOUT_STRETCH + 64;

    (void)state;
    /* Were more looked at, the sanitizers and valgrind would see it: the rest
     * is not there. */
    text = realloc(text, visible);
    assert_non_null(text);
    l = layout_new(text, len, &form);
    assert_non_null(layout_line(l, 0));
    assert_non_null(layout_line(l, 9));
    layout_free(l);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_filled_at_good_places),
        cmocka_unit_test(no_character_is_left_alone_at_the_end),
        cmocka_unit_test(indents_and_alignment_hold),
        cmocka_unit_test(a_text_that_is_not_flush_left_sheds_its_pads),
        cmocka_unit_test(titles_are_balanced),
        cmocka_unit_test(a_line_is_found_by_what_it_shows),
        cmocka_unit_test(the_first_line_needs_no_more_than_a_piece),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
