/* test_record_pane.c - one record as a picture: fields, derived ones, code
 * points, citation, mentions, links. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "tests/stage.h"
#include "ui/record_pane.h"

static void set_stage(struct stage *s, char *path, int rows, int columns)
{
    stage_open(s, path);
    s->pane = record_pane_new(s->opened.ed);
    stage_size(s, rows, columns);
}

static const char *drawn(struct stage *s)
{
    return stage_drawn(s, false);
}

static void looks_like(struct stage *s, const char *expected)
{
    assert_string_equal(drawn(s), expected);
}

/* clang-format off: pictures keep their rows. */

static void a_record_shows_all_it_has(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 12, 64);
    record_pane_show(s.pane, s.opened.list, 5);
    looks_like(
        &s, "  记录\n"
            "序号          98\n"
            "集团名称      湖南工艺美术职业教育集团\n"
            "牵头单位      湖南工艺美术职业学院\n"
            "地区（推断）  湖南  regions.tsv\n"
            "引用          《关于公布第一批示范性职业教育集团（联盟）培育单位\n"
            "              名单的通知》（教职成司函〔2020〕33号）\n"
            "提及          湖南工艺美术职业教育集团入选示范性职业教育集团培育\n"
            "              单位（第 1 段）\n"
            "              湖南工艺美术职业教育集团入选示范性职业教育集团培育\n"
            "              单位（第 2 段）\n"
            "\n");
    assert_string_equal(picture_styles(&s.canvas, 4),
                        "cccccccccccc..dddd..xxxxxxxxxxx");
    assert_string_equal(picture_styles(&s.canvas, 6),
                        "..............llllllllllllllllllllllllllllllllllllll");
    /* No document mentions this one. */
    record_pane_show(s.pane, s.opened.list, 8);
    looks_like(
        &s, "  记录\n"
            "序号          107\n"
            "集团名称      广东机电职业教育集团\n"
            "牵头单位      广东机电职业技术学院\n"
            "地区（推断）  广东  regions.tsv\n"
            "引用          《关于公布第一批示范性职业教育集团（联盟）培育单位\n"
            "              名单的通知》（教职成司函〔2020〕33号）\n"
            "\n\n\n\n\n");
    record_pane_show(s.pane, s.opened.list, 0);
    looks_like(&s, "  没有记录\n\n\n\n\n\n\n\n\n\n\n\n");
    assert_int_equal(pane_handle(s.pane, ACTION_DOWN), PANE_SAME);
    assert_int_equal(pane_handle(s.pane, ACTION_LINK_NEXT), PANE_IGNORED);
    assert_int_equal(pane_handle(s.pane, ACTION_OPEN), PANE_IGNORED);
    stage_close(&s);
}

static void in_a_narrow_pane_names_stand_over_long_values(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 14, 24);
    record_pane_show(s.pane, s.opened.list, 5);
    looks_like(&s, "  记录           1-13/20\n"
                   "序号  98\n"
                   "集团名称\n"
                   "  湖南工艺美术职业教育\n"
                   "  集团\n"
                   "牵头单位\n"
                   "  湖南工艺美术职业学院\n"
                   "地区（推断）  湖南\n"
                   "  regions.tsv\n"
                   "引用\n"
                   "  《关于公布第一批示范性\n"
                   "  职业教育集团（联盟）培\n"
                   "  育单位名单的通知》（教\n"
                   "  职成司函〔2020〕33号）\n");
    for (int columns = 1; columns < 24; columns++) {
        stage_size(&s, 1 + columns % 5, columns);
        drawn(&s);
    }
    stage_close(&s);
}

static void it_scrolls_by_lines_and_pages(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        enum pane_result result;
        const char *note;
    } steps[] = { /* 10 lines of text, 4 of them in view */
        { ACTION_UP, PANE_SAME, "1-4/10" },
        { ACTION_DOWN, PANE_CHANGED, "1-4/10" },
        { ACTION_SCROLL_DOWN, PANE_CHANGED, "2-5/10" },
        { ACTION_SCROLL_DOWN, PANE_CHANGED, "3-6/10" },
        { ACTION_UP, PANE_CHANGED, "2-5/10" },
        { ACTION_PAGE_DOWN, PANE_CHANGED, "5-8/10" },
        { ACTION_PAGE_DOWN, PANE_CHANGED, "7-10/10" },
        { ACTION_PAGE_DOWN, PANE_SAME, "7-10/10" },
        { ACTION_HALF_UP, PANE_CHANGED, "5-8/10" },
        { ACTION_HOME, PANE_CHANGED, "1-4/10" },
        { ACTION_END, PANE_CHANGED, "7-10/10" },
        { ACTION_SECTION_NEXT, PANE_IGNORED, "7-10/10" },
    };
    /* clang-format on */
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 5, 64);
    record_pane_show(s.pane, s.opened.list, 5);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        enum pane_result result = pane_handle(s.pane, steps[i].action);

        if (result != steps[i].result || !strstr(drawn(&s), steps[i].note))
            fail_msg("step %zu: result %d\n%s", i, (int)result, drawn(&s));
    }
    stage_close(&s);
}

static void copies(struct stage *s, const char *wanted)
{
    struct str text = {0};

    assert_true(record_pane_copy(s->pane, &text));
    assert_string_equal(str_text(&text), wanted);
    str_clear(&text);
}

static void the_field_that_is_copied_is_marked_and_kept(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 12, 64);
    record_pane_show(s.pane, s.opened.list, 5);
    stage_drawn(&s, false);
    assert_null(strchr(picture_styles(&s.canvas, 1), '>'));
    stage_drawn(&s, true);
    assert_string_equal(picture_styles(&s.canvas, 1), ">>>>");
    copies(&s, "98");
    pane_handle(s.pane, ACTION_DOWN);
    pane_handle(s.pane, ACTION_DOWN);
    stage_drawn(&s, true);
    assert_string_equal(picture_styles(&s.canvas, 3), ">>>>>>>>");
    assert_int_equal(s.canvas.cursor_row, 3);
    copies(&s, "湖南工艺美术职业学院");
    record_pane_show(s.pane, s.opened.list, 8);
    copies(&s, "广东机电职业技术学院");
    pane_handle(s.pane, ACTION_END);
    copies(&s, "《关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知》"
               "（教职成司函〔2020〕33号）");
    record_pane_show(s.pane, s.opened.list, 0);
    assert_false(record_pane_copy(s.pane, NULL));
    stage_close(&s);
}

/* The link that is chosen; there is one. */
static struct record_link chosen(const struct stage *s)
{
    struct record_link link;

    assert_true(record_pane_link(s->pane, &link));
    return link;
}

static void links_are_chosen_and_brought_into_view(void **state)
{
    struct record_link link;
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 4, 64);
    record_pane_show(s.pane, s.opened.list, 5);
    assert_false(record_pane_link(s.pane, &link));
    assert_int_equal(pane_handle(s.pane, ACTION_LINK_NEXT), PANE_CHANGED);
    link = chosen(&s);
    assert_int_equal(link.kind, RECORD_LINK_NOTICE);
    assert_int_equal(link.notice, 0);
    looks_like(
        &s, "  记录                                                    4-6/10\n"
            "地区（推断）  湖南  regions.tsv\n"
            "引用          《关于公布第一批示范性职业教育集团（联盟）培育单位\n"
            "              名单的通知》（教职成司函〔2020〕33号）\n");
    assert_string_equal(picture_styles(&s.canvas, 3),
                        "..............LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL");
    assert_int_equal(pane_handle(s.pane, ACTION_OPEN), PANE_CHOSEN);
    pane_handle(s.pane, ACTION_LINK_NEXT);
    pane_handle(s.pane, ACTION_LINK_NEXT);
    link = chosen(&s);
    assert_int_equal(link.kind, RECORD_LINK_MENTION);
    assert_int_equal(link.notice, 1);
    assert_int_equal(link.block_seq, 2);
    assert_non_null(strstr(drawn(&s), "8-10/10"));
    pane_handle(s.pane, ACTION_LINK_NEXT); /* around */
    assert_int_equal(chosen(&s).kind, RECORD_LINK_NOTICE);
    pane_handle(s.pane, ACTION_LINK_PREV);
    assert_int_equal(chosen(&s).block_seq, 2);
    /* The same record is not begun anew; another one has no link chosen. */
    record_pane_show(s.pane, s.opened.list, 5);
    assert_true(record_pane_link(s.pane, &link));
    record_pane_show(s.pane, s.opened.list, 6);
    assert_false(record_pane_link(s.pane, &link));
    /* Enter without a link chooses the first one. */
    assert_int_equal(pane_handle(s.pane, ACTION_OPEN), PANE_CHANGED);
    assert_int_equal(chosen(&s).kind, RECORD_LINK_NOTICE);
    stage_close(&s);
}

static void matches_are_lit_in_the_fields_alone(void **state)
{
    struct err e = {0};
    const char *names[8];
    struct query_columns columns = {.names = names, .count = 0};
    struct query *q;
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 12, 44);
    for (; columns.count < list_column_count(s.opened.list); columns.count++)
        names[columns.count] = list_column(s.opened.list, columns.count)->name;
    record_pane_show(s.pane, s.opened.list, 7);
    q = query_new("zyjy 装备", strlen("zyjy 装备"), &columns, &e);
    stage_light(&s, q);
    looks_like(&s, "  记录\n"
                   "序号          105\n"
                   "集团名称      全国机械行业新能源技术装备职业\n"
                   "              教育集团\n"
                   "牵头单位      湖南电气职业技术学院\n"
                   "地区（推断）  湖南  regions.tsv\n"
                   "引用          《关于公布第一批示范性职业教育\n"
                   "              集团（联盟）培育单位名单的通\n"
                   "              知》（教职成司函〔2020〕33号）\n"
                   "\n\n\n");
    assert_string_equal(picture_styles(&s.canvas, 2),
                        "cccccccc............................MMMMMMMM");
    assert_string_equal(picture_styles(&s.canvas, 3), "..............MMMM");
    assert_string_equal(picture_styles(&s.canvas, 7),
                        "..............llllllllllllllllllllllllllll");
    stage_light(&s, NULL);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 2), "cccccccc");
    query_free(q);
    stage_close(&s);
}

static void what_cannot_be_drawn_is_named(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s,
              fixture_sql("codes.db",
                          "CREATE TABLE t(甲 TEXT, 乙 TEXT, 丙 TEXT);"
                          "INSERT INTO t VALUES"
                          "('王'||char(0xE863)||char(0x31350)||char(0xE863),"
                          " 'a'||char(27)||'[2J'||char(10)||'b', NULL),"
                          "(printf('%.*c',20000,'x'), x'00', 1.5);"),
              6, 40);
    record_pane_show(s.pane, s.opened.list, 1);
    looks_like(&s, "  记录 1\n"
                   "甲    王〓〓〓  〓 U+E863 U+31350\n"
                   "乙    a^[[2J^Jb\n"
                   "丙\n"
                   "\n\n");
    record_pane_show(s.pane, s.opened.list, 2);
    pane_handle(s.pane, ACTION_END);
    looks_like(&s, "  记录 2                     481-485/485\n"
                   "      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
                   "      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
                   "      只显示 16,384 字节，共 20,000 字节\n"
                   "乙    （二进制数据，1 字节）\n"
                   "丙    1.5\n");
    stage_close(&s);
}

static void addresses_in_fields_lead_out(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s,
              fixture_sql("addresses.db",
                          "CREATE TABLE t(甲 TEXT, 乙 TEXT);"
                          "INSERT INTO t VALUES('见附件1、http://a.cn/b，"
                          "x@y.cn'||char(27),'http://a-long-one.cn/'||"
                          "'another/part;of/it')"),
              7, 28);
    record_pane_show(s.pane, s.opened.list, 1);
    looks_like(&s, "  记录 1\n"
                   "甲\n"
                   "  见附件1、http://a.cn/b，\n"
                   "  x@y.cn^[\n"
                   "乙\n"
                   "  http://a-long-one.cn/\n"
                   "  another/part;of/it\n");
    assert_string_equal(picture_links(&s.canvas),
                        "2 11-24 http://a.cn/b\n"
                        "3 2-8 mailto:x@y.cn\n"
                        "5 2-23 http://a-long-one.cn/another/part;of/it\n"
                        "6 2-20 http://a-long-one.cn/another/part;of/it\n");
    stage_close(&s);
}

static void a_row_that_cannot_be_read_says_why(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("record.db"), 8, 50);
    record_pane_show(s.pane, s.opened.list, 99);
    assert_non_null(strstr(drawn(&s), "  记录\n"));
    assert_true(canvas_cell(&s.canvas, 1, 0)->style == STYLE_ERROR);
    assert_int_equal(pane_handle(s.pane, ACTION_LINK_NEXT), PANE_IGNORED);
    stage_close(&s);
}

/* clang-format on */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_shows_all_it_has),
        cmocka_unit_test(in_a_narrow_pane_names_stand_over_long_values),
        cmocka_unit_test(it_scrolls_by_lines_and_pages),
        cmocka_unit_test(the_field_that_is_copied_is_marked_and_kept),
        cmocka_unit_test(links_are_chosen_and_brought_into_view),
        cmocka_unit_test(matches_are_lit_in_the_fields_alone),
        cmocka_unit_test(what_cannot_be_drawn_is_named),
        cmocka_unit_test(addresses_in_fields_lead_out),
        cmocka_unit_test(a_row_that_cannot_be_read_says_why),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
