#include "tests/test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/form.h"

#define BLOCKS_MOST 8

struct paragraph {
    enum role role;
    int level;
    const char *text;
};

/* The paragraphs, laid out, a newline after each line. */
static char *shown_with(const struct paragraph *p, int width, bool has_seal)
{
    struct form_block blocks[BLOCKS_MOST];
    struct form_signature signature = {.has_seal = has_seal};
    struct str out = {0};
    size_t n = 0;

    for (; n < BLOCKS_MOST && p[n].text; n++)
        blocks[n] = (struct form_block){.role = p[n].role,
                                        .level = p[n].level,
                                        .text = p[n].text,
                                        .len = strlen(p[n].text)};
    for (size_t i = 0; i < n; i++) {
        if (p[i].role == ROLE_SIGNER || p[i].role == ROLE_DATE)
            form_sign(&signature, &blocks[i], AMBIGUOUS_NARROW);
    }
    for (size_t i = 0; i < n; i++) {
        struct layout_form form;
        struct layout *l;
        const struct layout_line *line;

        form_of(&form, &blocks[i], &signature, width, AMBIGUOUS_NARROW);
        l = layout_new(blocks[i].text, blocks[i].len, &form);
        for (size_t k = 0; (line = layout_line(l, k)) != NULL; k++) {
            assert_true(line->indent >= 0);
            assert_true(line->indent + line->columns <= width);
            layout_append(l, line, &out);
            str_addc(&out, '\n');
        }
        layout_free(l);
    }
    return str_take(&out);
}

static char *shown(const struct paragraph *p, int width)
{
    return shown_with(p, width, false);
}

static void check(const struct paragraph *paragraphs, int width,
                  const char *expected)
{
    char *found = shown(paragraphs, width);

    if (strcmp(found, expected) != 0)
        fail_msg("%d columns:\n%s\nexpected:\n%s", width, found, expected);
    free(found);
}

static void a_paragraph_begins_two_characters_in(void **state)
{
    static const enum role roles[] = {ROLE_BODY, ROLE_HEADING, ROLE_ITEM,
                                      ROLE_CONTACT};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
        struct paragraph p[] = {
            {roles[i], 1, "各地要充分认识重要意义，深入落实"}, {0}};

        check(p, 20,
              "    各地要充分认识重\n"
              "要意义，深入落实\n");
    }
}

static void pads_of_the_source_are_not_doubled(void **state)
{
    static const struct paragraph full[] = {
        {ROLE_BODY, 0, "　　各地要充分认识重要意义"}, {0}};
    static const struct paragraph half[] = {
        {ROLE_BODY, 0, "　各地要充分认识重要意义"}, {0}};
    static const struct paragraph more[] = {
        {ROLE_BODY, 0, "　　　　各地要充分认识重要意义"}, {0}};

    (void)state;
    check(full, 20,
          "　　各地要充分认识重\n"
          "要意义\n");
    check(half, 20,
          "  　各地要充分认识重\n"
          "要意义\n");
    check(more, 20,
          "　　　　各地要充分认\n"
          "识重要意义\n");
}

static void the_addressee_is_flush_on_all_lines(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ADDRESSEE, 0, "各省、自治区、直辖市教育厅（教委），有关单位："},
        {0},
    };

    (void)state;
    check(p, 24,
          "各省、自治区、直辖市教育\n"
          "厅（教委），有关单位：\n");
}

static void title_and_number_stand_in_the_middle(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_TITLE, 0,
         "关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知"},
        {ROLE_NUMBER, 0, "　　教职成司函〔2020〕33号　"},
        {0},
    };

    (void)state;
    check(p, 40,
          "      关于公布第一批示范性职业教育\n"
          "     集团（联盟）培育单位名单的通知\n"
          "         教职成司函〔2020〕33号\n");
}

static void names_of_annexes_hang_under_their_first_character(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ANNEX, 0, "附件：1.第一批示范性职业教育集团（联盟）培育单位名单"},
        {ROLE_ANNEX, 1, "2. 示范性职业教育集团（联盟）推荐书"},
        {ROLE_ANNEX, 1, "10.汇总表"},
        {0},
    };

    (void)state;
    check(p, 36,
          "    附件：1.第一批示范性职业教育集团\n"
          "            （联盟）培育单位名单\n"
          "          2. 示范性职业教育集团（联\n"
          "             盟）推荐书\n"
          "          10.汇总表\n");
}

static void a_name_of_four_characters_still_hangs(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ANNEX, 0, "附件：1.第一批培育单位名单"}, {0}};

    (void)state;
    check(p, 20,
          "    附件：1.第一批培\n"
          "            育单位\n"
          "            名单\n");
}

static void one_annex_has_no_number(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ANNEX, 0, "附件：示范性职业教育集团（联盟）推荐书"}, {0}};
    static const struct paragraph numbered[] = {
        {ROLE_ANNEX, 0, "附件1：示范性职业教育集团（联盟）推荐书"}, {0}};

    (void)state;
    check(p, 30,
          "    附件：示范性职业教育集团\n"
          "          （联盟）推荐书\n");
    check(numbered, 30,
          "    附件1：示范性职业教育集团\n"
          "           （联盟）推荐书\n");
}

static void annexes_under_a_bare_mark_keep_their_column(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ANNEX, 0, "附件："},
        {ROLE_ANNEX, 1, "1. 第一批示范性职业教育集团（联盟）培育单位名单"},
        {ROLE_ANNEX, 1, "3.示范性职业教育集团（联盟）推荐名单汇总表"},
        {0},
    };

    (void)state;
    check(p, 40,
          "    附件：\n"
          "          1. 第一批示范性职业教育集团\n"
          "             （联盟）培育单位名单\n"
          "          3.示范性职业教育集团（联盟）推\n"
          "            荐名单汇总表\n");
}

static void signer_and_date_are_placed_by_each_other(void **state)
{
    static const struct paragraph name_longer[] = {
        {ROLE_SIGNER, 0, "教育部职业教育与成人教育司"},
        {ROLE_DATE, 0, "2020年10月15日"},
        {0},
    };
    static const struct paragraph date_longer[] = {
        {ROLE_SIGNER, 0, "教育部"}, {ROLE_DATE, 0, "2020年10月15日"}, {0}};
    static const struct paragraph padded[] = {
        {ROLE_SIGNER, 0, "　　　　　　教育部　"},
        {ROLE_DATE, 0, "　　　　2020年10月15日"},
        {0},
    };
    static const struct paragraph together[] = {
        {ROLE_SIGNER, 0, "财政部办公厅文件处"},
        {ROLE_SIGNER, 0, "教育部"},
        {ROLE_DATE, 0, "2020年10月15日"},
        {0},
    };
    static const struct paragraph together_date_longer[] = {
        {ROLE_SIGNER, 0, "财政部"},
        {ROLE_SIGNER, 0, "教育部司"},
        {ROLE_DATE, 0, "2020年10月15日"},
        {0},
    };
    static const struct paragraph alone[] = {
        {ROLE_SIGNER, 0, "教育部"}, {ROLE_BODY, 0, "完"}, {0}};

    (void)state;
    check(name_longer, 40,
          "          教育部职业教育与成人教育司\n"
          "              2020年10月15日\n");
    check(date_longer, 40,
          "                  教育部\n"
          "                      2020年10月15日\n");
    check(padded, 40,
          "                  教育部\n"
          "                      2020年10月15日\n");
    check(alone, 20,
          "          教育部\n"
          "    完\n");
    check(together, 40,
          "                  财政部办公厅文件处\n"
          "                  教育部\n"
          "                      2020年10月15日\n");
    check(together_date_longer, 30,
          "        财政部\n"
          "        教育部司\n"
          "            2020年10月15日\n");
    /* Too narrow for both distances: the date goes left as far as it must. */
    check(date_longer, 20, "教育部\n    2020年10月15日\n");
    check(date_longer, 16, "教育部\n  2020年10月15日\n");
    check(date_longer, 14, "教育部\n2020年10月15日\n");
    check(name_longer, 28,
          "教育部职业教育与成人教育司\n"
          "    2020年10月15日\n");
    check(name_longer, 20,
          "教育部职业教育与成人\n"
          "教育司\n"
          "    2020年10月15日\n");
}

static void check_sealed(const struct paragraph *p, int width,
                         const char *expected)
{
    char *found = shown_with(p, width, true);

    if (strcmp(found, expected) != 0)
        fail_msg("%d columns:\n%s\nexpected:\n%s", width, found, expected);
    free(found);
}

static void with_a_seal_the_name_stands_over_the_date(void **state)
{
    static const struct paragraph name_shorter[] = {
        {ROLE_SIGNER, 0, "甲市教育局"}, {ROLE_DATE, 0, "2031年10月15日"}, {0}};
    static const struct paragraph name_longer[] = {
        {ROLE_SIGNER, 0, "某省教育厅职业教育与成人教育处"},
        {ROLE_DATE, 0, "2031年10月15日"},
        {0},
    };
    static const struct paragraph no_date[] = {{ROLE_SIGNER, 0, "甲市教育局"},
                                               {0}};

    (void)state;
    check_sealed(name_shorter, 40,
                 "                    甲市教育局\n"
                 "                  2031年10月15日\n");
    check_sealed(name_longer, 40,
                 "          某省教育厅职业教育与成人教育处\n"
                 "                  2031年10月15日\n");
    check_sealed(no_date, 40, "                          甲市教育局\n");
    /* No room: as without a seal. */
    check_sealed(name_shorter, 20,
                 "甲市教育局\n"
                 "    2031年10月15日\n");
}

static void notes_under_the_text_hang_behind_their_colon(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_ANNEX_MARK, 0, "附件1"},
        {ROLE_ANNEX_TITLE, 0, "某省示范性职业教育集团名单"},
        {ROLE_COPY_TO, 0, "抄送：甲市人民政府，乙县人民政府，丙学院，丁学校。"},
        {ROLE_PRINTED_BY, 0, "某省教育厅办公室　2031年3月5日印发"},
        {0},
    };

    (void)state;
    check(p, 40,
          "附件1\n"
          "       某省示范性职业教育集团名单\n"
          "  抄送：甲市人民政府，乙县人民政府，丙\n"
          "        学院，丁学校。\n"
          "  某省教育厅办公室　2031年3月5日印发\n");
    check(p, 12,
          "附件1\n"
          " 某省示范性\n"
          "  职业教育\n"
          "  集团名单\n"
          "抄送：甲市人\n"
          "民政府，乙县\n"
          "人民政府，丙\n"
          "学院，丁\n"
          "学校。\n"
          "某省教育厅办\n"
          "公室　2031年\n"
          "3月5日印发\n");
}

static void indents_give_way_in_a_narrow_pane(void **state)
{
    static const struct paragraph p[] = {
        {ROLE_BODY, 0, "各地要充分认识"},
        {ROLE_ANNEX, 0, "附件：1.推荐书及汇总表"},
        {ROLE_ANNEX, 1, "2.汇总表"},
        {ROLE_SIGNER, 0, "教育部职业教育司"},
        {ROLE_DATE, 0, "2020年10月15日"},
        {0},
    };

    (void)state;
    check(p, 14,
          "    各地要充分\n"
          "认识\n"
          "    附件：1.推\n"
          "    荐书及汇\n"
          "    总表\n"
          "    2.汇总表\n"
          "教育部职业教\n"
          "育司\n"
          "2020年10月15日\n");
    check(p, 4,
          "各地\n"
          "要充\n"
          "分\n"
          "认识\n"
          "附\n"
          "件：\n"
          "1.推\n"
          "荐书\n"
          "及汇\n"
          "总表\n"
          "2.汇\n"
          "总表\n"
          "教育\n"
          "部职\n"
          "业教\n"
          "育司\n"
          "2020\n"
          "年10\n"
          "月\n"
          "15日\n");
}

static void no_width_is_too_small(void **state)
{
    (void)state;
    for (int width = 2; width < 60; width++) {
        for (int role = 0; role < ROLE_COUNT; role++) {
            for (int level = 0; level < 5; level++) {
                struct paragraph p[] = {
                    {(enum role)role, level, "（一）附件：2.教育部，“好”"},
                    {ROLE_DATE, 0, "2020年10月15日"},
                    {0},
                };
                char *text = shown(p, width);

                assert_true(strlen(text) > strlen(p[0].text));
                free(text);
            }
        }
    }
}

static void blank_lines_part_what_the_standard_parts(void **state)
{
    static const struct {
        enum role previous, role;
        int gap;
    } cases[] = {
        {ROLE_TITLE, ROLE_NUMBER, 0},     {ROLE_TITLE, ROLE_ADDRESSEE, 1},
        {ROLE_NUMBER, ROLE_ADDRESSEE, 1}, {ROLE_NUMBER, ROLE_BODY, 1},
        {ROLE_ADDRESSEE, ROLE_BODY, 0},   {ROLE_BODY, ROLE_HEADING, 0},
        {ROLE_BODY, ROLE_BODY, 0},        {ROLE_CONTACT, ROLE_ANNEX, 1},
        {ROLE_ANNEX, ROLE_ANNEX, 0},      {ROLE_ANNEX, ROLE_SIGNER, 1},
        {ROLE_SIGNER, ROLE_DATE, 0},      {ROLE_BODY, ROLE_DATE, 1},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct form_block previous = {.role = cases[i].previous, .text = ""};
        struct form_block block = {.role = cases[i].role, .text = ""};

        if (form_gap(&block, &previous) != cases[i].gap)
            fail_msg("%s after %s", role_name(block.role),
                     role_name(previous.role));
        assert_int_equal(form_gap(&block, NULL), 0);
    }
}

static void a_heading_is_its_first_sentence(void **state)
{
    static const struct {
        enum role role;
        const char *text;
        const char *heading;
    } cases[] = {
        {ROLE_HEADING, "一、明确工作定位。把建设培育作为抓手。",
         "一、明确工作定位。"},
        {ROLE_HEADING, "　　二、加强组织领导", "　　二、加强组织领导"},
        {ROLE_HEADING, "（一）总体要求。", "（一）总体要求。"},
        {ROLE_HEADING,
         "1.各地教育行政部门和有关单位要创新工作机制，有效整合资源，加强对集团"
         "化办学的统筹、协调、督导和管理，按时报送。",
         "1."},
        {ROLE_HEADING,
         "各地教育行政部门和有关单位要创新工作机制，有效整合资源，加强对集团化"
         "办学的统筹、协调、督导和管理，按时报送。",
         ""},
        {ROLE_BODY, "一、明确工作定位。", ""},
        {ROLE_HEADING, "", ""},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct form_block b = {.role = cases[i].role,
                               .text = cases[i].text,
                               .len = strlen(cases[i].text)};
        size_t n = form_heading_len(&b);

        if (n != strlen(cases[i].heading))
            fail_msg("%s: %zu bytes", cases[i].text, n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_begins_two_characters_in),
        cmocka_unit_test(pads_of_the_source_are_not_doubled),
        cmocka_unit_test(the_addressee_is_flush_on_all_lines),
        cmocka_unit_test(title_and_number_stand_in_the_middle),
        cmocka_unit_test(names_of_annexes_hang_under_their_first_character),
        cmocka_unit_test(a_name_of_four_characters_still_hangs),
        cmocka_unit_test(one_annex_has_no_number),
        cmocka_unit_test(annexes_under_a_bare_mark_keep_their_column),
        cmocka_unit_test(signer_and_date_are_placed_by_each_other),
        cmocka_unit_test(with_a_seal_the_name_stands_over_the_date),
        cmocka_unit_test(notes_under_the_text_hang_behind_their_colon),
        cmocka_unit_test(indents_give_way_in_a_narrow_pane),
        cmocka_unit_test(no_width_is_too_small),
        cmocka_unit_test(blank_lines_part_what_the_standard_parts),
        cmocka_unit_test(a_heading_is_its_first_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
