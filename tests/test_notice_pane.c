/* test_notice_pane.c - a notice in its form: actions in, pictures out. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/schema.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "ui/notice_pane.h"

/* A pane that shows a notice of the fixture's edition, on a canvas. */
struct scene {
    struct edition *ed;
    struct pane *p;
    struct canvas c;
    struct light light; /* with which it is drawn; {0}: none */
};

/* Light what `q` matches in the notice that is shown, the match at `start` of
 * `block` as the current one. */
static void light(struct scene *s, struct query *q, size_t block, size_t start)
{
    s->light = (struct light){q, NULL, notice_pane_notice(s->p), block, start};
}

static void fit(struct scene *s, int rows, int columns)
{
    canvas_clear(&s->c);
    canvas_init(&s->c, rows, columns, AMBIGUOUS_NARROW);
    pane_resize(s->p, (struct rect){0, 0, rows, columns}, AMBIGUOUS_NARROW);
    pane_draw(s->p, &s->c, true, &s->light);
    picture_is_whole(&s->c);
}

static void begin_at(struct scene *s, char *path, int notice, int rows,
                     int columns)
{
    struct err e = {0};

    *s = (struct scene){.ed = edition_open(path, &e)};
    free(path);
    if (!s->ed)
        fail_msg("%s", e.msg);
    s->p = notice_pane_new(s->ed);
    if (!notice_pane_show(s->p, notice, &e))
        fail_msg("%s", e.msg);
    fit(s, rows, columns);
}

static void begin(struct scene *s, int notice, int rows, int columns)
{
    begin_at(s, fixture_edition("notice_pane.db"), notice, rows, columns);
}

static void end(struct scene *s)
{
    pane_destroy(s->p);
    canvas_clear(&s->c);
    edition_close(s->ed);
}

/* Take an action; the picture. */
static const char *after(struct scene *s, enum action action,
                         enum pane_result wanted)
{
    enum pane_result result = pane_handle(s->p, action);

    if (result != wanted)
        fail_msg("action %d gave %d, not %d", action, result, wanted);
    pane_draw(s->p, &s->c, true, &s->light);
    picture_is_whole(&s->c);
    return picture(&s->c);
}

static void a_notice_stands_in_its_official_form(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 22, 60);
    assert_string_equal(
        picture(&s.c),
        "> 通知 教职成司函〔2020〕33号\n"
        "               关于公布第一批示范性职业教育\n"
        "              集团（联盟）培育单位名单的通知\n"
        "                  教职成司函〔2020〕33号\n"
        "\n"
        " 各省、自治区、直辖市教育厅（教委）：\n"
        "     根据《关于开展示范性职业教育集团（联盟）建设的通知》\n"
        " （教职成司函〔2019〕92号）的工作安排，确定了第一批培育单\n"
        " 位名单，现予以公布（名单见附件1）。\n"
        "     一、明确工作定位。把建设培育示范性职业教育集团（联\n"
        " 盟）作为深化产教融合、校企合作的重要抓手。\n"
        "     通过网络（网址：http://jth.chinazy.org）报送推荐书\n"
        " （附件2）。\n"
        "     邮箱：jth@chinazy.org\n"
        "\n"
        "     附件：\n"
        "           1. 第一批示范性职业教育集团（联盟）培育单位\n"
        "              名单\n"
        "           2. 示范性职业教育集团（联盟）推荐书\n"
        "\n"
        "                           教育部职业教育与成人教育司\n"
        "                               2020年10月15日\n");
    assert_string_equal(picture_styles(&s.c, 1),
                        ">..............TTTTTTTTTTTTTTTTTTTTTTTTTTTT");
    assert_string_equal(picture_styles(&s.c, 9), ".....111111111111111111");
    assert_string_equal(picture_styles(&s.c, 12), "...lllll");
    end(&s);
}

static void a_list_in_the_text_is_named_in_its_place(void **state)
{
    struct scene s;
    const char *text, *table;

    (void)state;
    begin_at(&s,
             fixture_edition_with(
                 "place.db", 2, "UPDATE annex SET block_seq = 5 WHERE id = 1;"),
             0, 30, 80);
    text = picture(&s.c);
    table = strstr(text, "1 第一批示范性职业教育集团");
    if (!table)
        fail_msg("%s", text);
    /* Over its block, under the one before. */
    assert_true(strstr(text, "一、明确工作定位") > table);
    assert_true(strstr(text, "根据《") < table);
    end(&s);
}

static void a_small_pane_keeps_the_form_and_the_place(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 6, 20);
    assert_string_equal(picture(&s.c), "> 通知 教职成 >  14%\n"
                                       "关于公布第一批示范性\n"
                                       "职业教育集团（联盟）\n"
                                       " 培育单位名单的通知\n"
                                       "      教职成司\n"
                                       "   函〔2020〕33号\n");
    end(&s);
}

static void it_scrolls_by_lines_and_ends_with_a_full_page(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 5, 60);
    after(&s, ACTION_UP, PANE_SAME);
    after(&s, ACTION_DOWN, PANE_CHANGED);
    after(&s, ACTION_SCROLL_DOWN, PANE_CHANGED);
    assert_string_equal(
        after(&s, ACTION_PAGE_DOWN, PANE_CHANGED),
        "> 通知 教职成司函〔2020〕33号                            56%\n"
        "     根据《关于开展示范性职业教育集团（联盟）建设的通知》\n"
        " （教职成司函〔2019〕92号）的工作安排，确定了第一批培育单\n"
        " 位名单，现予以公布（名单见附件1）。\n"
        "     一、明确工作定位。把建设培育示范性职业教育集团（联\n");
    assert_string_equal(
        after(&s, ACTION_END, PANE_CHANGED),
        "> 通知 教职成司函〔2020〕33号                           100%\n"
        "           2. 示范性职业教育集团（联盟）推荐书\n"
        "\n"
        "                           教育部职业教育与成人教育司\n"
        "                               2020年10月15日\n");
    after(&s, ACTION_SCROLL_DOWN, PANE_SAME);
    after(&s, ACTION_PAGE_DOWN, PANE_SAME);
    after(&s, ACTION_HALF_UP, PANE_CHANGED);
    after(&s, ACTION_HALF_DOWN, PANE_CHANGED);
    after(&s, ACTION_HALF_DOWN, PANE_SAME);
    after(&s, ACTION_HOME, PANE_CHANGED);
    after(&s, ACTION_HOME, PANE_SAME);
    after(&s, ACTION_PAGE_UP, PANE_SAME);
    after(&s, ACTION_QUIT, PANE_IGNORED);
    end(&s);
}

/* The rows of `was` from the second on are those of `is` from the first. */
static void assert_shifted(const struct canvas *was, const struct canvas *is)
{
    for (int row = 1; row + 1 < was->rows; row++)
        assert_true(canvas_row_equal(was, row + 1, is, row));
}

static void one_line_down_and_up_moves_the_cells_and_changes_none(void **state)
{
    struct scene s;
    struct err e = {0};
    struct query *q = query_new("职业", strlen("职业"), NULL, &e);

    (void)state;
    for (int columns = 20; columns < 70; columns += 7) {
        struct canvas was = {0};
        int lines = 0;

        begin(&s, 0, 7, columns);
        light(&s, q, 0, 0);
        after(&s, ACTION_LINK_NEXT, PANE_CHANGED);
        pane_handle(s.p, ACTION_HOME);
        pane_draw(s.p, &s.c, false, &s.light);
        do {
            canvas_clear(&was);
            was = s.c;
            s.c = (struct canvas){0};
            canvas_init(&s.c, was.rows, was.columns, AMBIGUOUS_NARROW);
            if (pane_handle(s.p, ACTION_SCROLL_DOWN) != PANE_CHANGED)
                break;
            pane_draw(s.p, &s.c, false, &s.light);
            assert_shifted(&was, &s.c);
        } while (++lines);
        assert_true(lines > 10);
        pane_draw(s.p, &s.c, false, &s.light);
        assert_true(canvas_equal(&was, &s.c));
        while (lines-- > 0)
            assert_int_equal(pane_handle(s.p, ACTION_SCROLL_UP), PANE_CHANGED);
        assert_int_equal(pane_handle(s.p, ACTION_SCROLL_UP), PANE_SAME);
        canvas_clear(&was);
        end(&s);
    }
    query_free(q);
}

static void the_first_line_keeps_its_byte_at_any_width(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 8, 60);
    for (int down = 0; down < 12; down++) {
        struct notice_place place = notice_pane_place(s.p);
        char *before = xstrdup(picture(&s.c));

        for (int columns = 1; columns < 120; columns += 3)
            fit(&s, 1 + columns % 9, columns);
        fit(&s, 8, 60);
        assert_string_equal(picture(&s.c), before);
        assert_int_equal(notice_pane_place(s.p).block, place.block);
        assert_int_equal(notice_pane_place(s.p).offset, place.offset);
        free(before);
        after(&s, ACTION_DOWN, PANE_CHANGED);
    }
    /* Narrow, the first byte of a line stands somewhere in the first line. */
    after(&s, ACTION_HOME, PANE_CHANGED);
    for (int down = 0; down < 6; down++)
        after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_non_null(strstr(picture(&s.c), "\n （教职成司函"));
    fit(&s, 3, 24);
    assert_non_null(strstr(picture(&s.c), "\n的通知》（教职成司函\n"));
    end(&s);
}

/* What was at the bottom of a tall pane is at the top of a low one again. */
static void a_pane_that_grows_and_shrinks_shows_what_it_did(void **state)
{
    struct scene s;
    char *before;

    (void)state;
    begin(&s, 0, 4, 60);
    after(&s, ACTION_END, PANE_CHANGED);
    before = xstrdup(picture(&s.c));
    fit(&s, 30, 60);
    assert_non_null(strstr(picture(&s.c), "关于公布"));
    fit(&s, 4, 60);
    assert_string_equal(picture(&s.c), before);
    free(before);
    end(&s);
}

static void w_gives_the_full_width_and_back(void **state)
{
    struct scene s;
    char *before;

    (void)state;
    begin(&s, 0, 12, 100);
    before = xstrdup(picture(&s.c));
    assert_non_null(strstr(
        after(&s, ACTION_MEASURE, PANE_CHANGED),
        "\n     根据《关于开展示范性职业教育集团（联盟）建设的通知》（教职成司"
        "函〔2019〕92号）的工作安排，确定\n"));
    assert_string_equal(after(&s, ACTION_MEASURE, PANE_CHANGED), before);
    free(before);
    end(&s);
}

static void r_gives_the_raw_text_with_its_marks_and_its_links(void **state)
{
    struct scene s;
    struct err e = {0};
    struct query *q = query_new("推荐书", strlen("推荐书"), NULL, &e);
    struct notice_place place;

    (void)state;
    begin(&s, 0, 9, 60);
    for (int i = 0; i < 10; i++)
        after(&s, ACTION_DOWN, PANE_CHANGED);
    place = notice_pane_place(s.p);
    assert_int_equal(place.block, 5);
    light(&s, q, 5,
          strlen("通过网络（网址：http://"
                 "jth.chinazy.org）报送"));
    assert_string_equal(
        after(&s, ACTION_RAW, PANE_CHANGED),
        "> 通知 教职成司函〔2020〕33号                            86%\n"
        " 通过网络（网址：<http://jth.chinazy.org>）报送推荐书\n"
        " （附件2）。\n"
        "\n"
        " 邮箱：jth@chinazy.org\n"
        "\n"
        " 附件：\n"
        "\n"
        " 1. [第一批示范性职业教育集团（联盟）培育单位名单](#)\n");
    assert_string_equal(
        picture_styles(&s.c, 1),
        ">.................llllllllllllllllllllll.......MMMMMM");
    assert_string_equal(picture_styles(&s.c, 8),
                        ".....llllllllllllllllllllllllllllllllllllllllllll");
    assert_string_equal(picture_links(&s.c), "1 18-40 http://jth.chinazy.org\n"
                                             "4 7-22 mailto:jth@chinazy.org\n");
    after(&s, ACTION_RAW, PANE_CHANGED);
    assert_int_equal(notice_pane_place(s.p).block, place.block);
    assert_int_equal(notice_pane_place(s.p).offset, place.offset);
    end(&s);
    query_free(q);
}

static void an_address_leads_out_on_both_its_lines(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 20, 23);
    while (!strstr(picture(&s.c), "邮箱"))
        after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_string_equal(picture_links(&s.c),
                        "16 0-7 http://jth.chinazy.org\n"
                        "17 0-15 http://jth.chinazy.org\n");
    end(&s);
}

static void links_are_chosen_in_order_and_brought_into_view(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        enum pane_result result;
        enum link_kind kind;
        size_t block;
        const char *begins;
    } steps[] = {
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_CITATION, 3, "《关于开展" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_ANNEX, 3, "附件1" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_URL, 5, "http://jth.chinazy.org" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_ANNEX, 5, "附件2" },
        { ACTION_LINK_PREV, PANE_CHANGED, LINK_URL, 5, "http://jth.chinazy.org" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_ANNEX, 5, "附件2" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_MAIL, 6, "jth@chinazy.org" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_ANNEX, 8, "第一批" },
        { ACTION_LINK_NEXT, PANE_CHANGED, LINK_ANNEX, 9, "示范性" },
        { ACTION_LINK_NEXT, PANE_IGNORED, LINK_ANNEX, 9, "示范性" },
        { ACTION_OPEN, PANE_CHOSEN, LINK_ANNEX, 9, "示范性" },
    };
    /* clang-format on */
    struct notice_link link;
    struct scene s;
    size_t last = 0;

    (void)state;
    begin(&s, 0, 3, 60);
    assert_false(notice_pane_link(s.p, &link, NULL));
    after(&s, ACTION_OPEN, PANE_IGNORED);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        size_t block = 0;
        bool is_marked = false;

        after(&s, steps[i].action, steps[i].result);
        assert_true(notice_pane_link(s.p, &link, &block));
        if (link.span.kind != steps[i].kind || block != steps[i].block ||
            strncmp(notice_block(notice_pane_notice(s.p), block, NULL)->text +
                        link.span.start,
                    steps[i].begins, strlen(steps[i].begins)) != 0)
            fail_msg("step %zu: kind %d in block %zu at %zu", i, link.span.kind,
                     block, link.span.start);
        notice_link_clear(&link);
        for (int row = 1; row < 3; row++)
            is_marked |= strchr(picture_styles(&s.c, row), 'L') != NULL;
        assert_true(is_marked);
    }
    /* Scrolled away, a link is not followed, and the next is one in view. */
    after(&s, ACTION_HOME, PANE_CHANGED);
    after(&s, ACTION_OPEN, PANE_IGNORED);
    assert_false(notice_pane_link(s.p, &link, NULL));
    after(&s, ACTION_LINK_NEXT, PANE_CHANGED);
    assert_true(notice_pane_link(s.p, &link, NULL));
    assert_int_equal(link.span.kind, LINK_CITATION);
    notice_link_clear(&link);
    after(&s, ACTION_END, PANE_CHANGED);
    after(&s, ACTION_LINK_PREV, PANE_CHANGED);
    assert_true(notice_pane_link(s.p, &link, &last));
    assert_int_equal(link.span.start, strlen("2. "));
    notice_link_clear(&link);
    assert_int_equal(last, 9);
    end(&s);
}

static void a_link_over_two_lines_is_brought_into_view_whole(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 4, 60);
    after(&s, ACTION_LINK_NEXT, PANE_CHANGED);
    assert_string_equal(
        picture_styles(&s.c, 2),
        ".........LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL");
    assert_string_equal(picture_styles(&s.c, 3), ".LLLLLLLLLLLLLLLLLLLLLLLLLL");
    end(&s);
}

static void sections_are_gone_through_in_both_directions(void **state)
{
    static const char *const tops[] = {" 一、明确", " 附件：", " 教育部职业"};
    struct scene s;

    (void)state;
    begin(&s, 0, 3, 60);
    for (size_t i = 0; i < ARRAY_LEN(tops); i++) {
        const char *shown = after(&s, ACTION_SECTION_NEXT, PANE_CHANGED);

        assert_non_null(strstr(strchr(shown, '\n'), tops[i]));
    }
    after(&s, ACTION_SECTION_NEXT, PANE_SAME);
    assert_non_null(
        strstr(after(&s, ACTION_SECTION_PREV, PANE_CHANGED), " 附件："));
    after(&s, ACTION_UP, PANE_CHANGED);
    assert_non_null(
        strstr(after(&s, ACTION_SECTION_NEXT, PANE_CHANGED), " 附件："));
    after(&s, ACTION_SECTION_PREV, PANE_CHANGED);
    after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_non_null(
        strstr(after(&s, ACTION_SECTION_PREV, PANE_CHANGED), " 一、明确"));
    assert_non_null(
        strstr(after(&s, ACTION_SECTION_PREV, PANE_CHANGED), "关于公布"));
    after(&s, ACTION_SECTION_PREV, PANE_SAME);
    end(&s);
}

static void matches_are_lit_across_line_breaks(void **state)
{
    struct scene s;
    struct err e = {0};
    struct query *q = query_new("（联盟）", strlen("（联盟）"), NULL, &e);
    size_t start = strlen("一、明确工作定位。把建设培育示范性职业教育集团");

    (void)state;
    assert_non_null(q);
    begin(&s, 0, 22, 60);
    light(&s, q, 4, start);
    pane_draw(s.p, &s.c, true, &s.light);
    assert_string_equal(picture_styles(&s.c, 2),
                        "..............TTTTmmmmmmmmTTTTTTTTTTTTTTTTTT");
    assert_string_equal(
        picture_styles(&s.c, 9),
        ".....111111111111111111............................MMMM");
    assert_string_equal(picture_styles(&s.c, 10), ".MMMM");
    light(&s, NULL, 0, SIZE_MAX);
    pane_draw(s.p, &s.c, true, &s.light);
    assert_string_equal(picture_styles(&s.c, 10), "");
    end(&s);
    query_free(q);
}

static void a_reveal_moves_no_further_than_needed(void **state)
{
    /* clang-format off */
    static const struct {
        size_t block, start, len;
        const char *first, *last; /* of the two rows */
    } steps[] = {
        { 0, 0, 3, "关于公布", "集团（联盟）" },        /* in view */
        { 2, 0, 3, "\n\n", "各省" },                    /* below */
        { 3, 100, 3, "根据", "〔2019〕" },              /* below */
        { 3, 0, 3, "根据", "〔2019〕" },                /* in view */
        { 2, 0, 3, "各省", "根据" },                    /* above */
        { 11, 0, 3, "教育部职业", "2020年" },           /* far below */
        { 0, 0, 3, "关于公布", "集团（联盟）" },        /* far above */
        { 3, 0, 200, "根据", "〔2019〕" },              /* larger than the pane */
        { 99, 0, 3, "教育部职业", "2020年" },           /* no such block */
    };
    /* clang-format on */
    struct scene s;

    (void)state;
    begin(&s, 0, 3, 60);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        const char *shown;

        notice_pane_reveal(s.p, steps[i].block, steps[i].start, steps[i].len);
        pane_draw(s.p, &s.c, true, &s.light);
        shown = strchr(picture(&s.c), '\n');
        if (!strstr(shown, steps[i].first) || !strstr(shown, steps[i].last))
            fail_msg("step %zu:%s", i, shown);
    }
    end(&s);
}

static void a_place_is_restored_to_the_cell(void **state)
{
    struct scene s;
    struct canvas before = {0};

    (void)state;
    begin(&s, 0, 6, 45);
    after(&s, ACTION_LINK_NEXT, PANE_CHANGED);
    for (int i = 0; i < 20; i++) {
        struct notice_place place = notice_pane_place(s.p);

        canvas_clear(&before);
        canvas_init(&before, 6, 45, AMBIGUOUS_NARROW);
        pane_draw(s.p, &before, true, &s.light);
        pane_handle(s.p, ACTION_END);
        pane_handle(s.p, ACTION_LINK_PREV);
        notice_pane_restore(s.p, &place);
        pane_draw(s.p, &s.c, true, &s.light);
        assert_true(canvas_equal(&before, &s.c));
        pane_handle(s.p, ACTION_DOWN);
    }
    canvas_clear(&before);
    end(&s);
}

static void a_percentage_goes_to_its_part_of_the_text(void **state)
{
    struct scene s;
    size_t last = 0;

    (void)state;
    begin(&s, 0, 3, 60);
    for (int percent = 0; percent <= 100; percent += 5) {
        notice_pane_goto_percent(s.p, percent);
        assert_true(notice_pane_place(s.p).block >= last);
        last = notice_pane_place(s.p).block;
    }
    pane_draw(s.p, &s.c, true, &s.light);
    assert_non_null(strstr(picture(&s.c), "2020年10月15日\n"));
    notice_pane_goto_percent(s.p, 30);
    assert_int_equal(notice_pane_place(s.p).block, 3);
    notice_pane_goto_percent(s.p, -3);
    assert_int_equal(notice_pane_place(s.p).block, 0);
    end(&s);
}

static void the_paragraph_at_the_top_is_copied_as_stored(void **state)
{
    struct scene s;
    struct str text = {0};

    (void)state;
    begin(&s, 0, 3, 30);
    for (int i = 0; i < 2; i++)
        after(&s, ACTION_DOWN, PANE_CHANGED);
    notice_pane_copy(s.p, &text);
    assert_string_equal(str_text(&text), "教职成司函〔2020〕33号");
    str_clear(&text);
    end(&s);
}

static void assert_copies(struct scene *s, const char *wanted)
{
    struct str text = {0};

    notice_pane_copy(s->p, &text);
    assert_string_equal(str_text(&text), wanted);
    str_clear(&text);
}

/* The look of the first cell in each row of the text, "C" for the mark. */
static void assert_marks(struct scene *s, const char *wanted)
{
    char marks[64] = "";

    pane_draw(s->p, &s->c, true, &s->light);
    for (int row = 1; row < s->c.rows; row++)
        marks[row - 1] =
            canvas_cell(&s->c, row, 0)->style == STYLE_CURSOR ? 'C' : '.';
    assert_string_equal(marks, wanted);
}

static void what_is_copied_is_marked_and_can_be_any_paragraph(void **state)
{
    struct scene s;

    (void)state;
    begin(&s, 0, 5, 60);
    assert_marks(&s, "C...");
    after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_marks(&s, ".C..");
    assert_copies(&s, "教职成司函〔2020〕33号");
    after(&s, ACTION_END, PANE_CHANGED);
    assert_marks(&s, "C...");
    after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_marks(&s, "..C.");
    assert_copies(&s, "教育部职业教育与成人教育司");
    after(&s, ACTION_DOWN, PANE_CHANGED);
    assert_copies(&s, "2020年10月15日");
    after(&s, ACTION_DOWN, PANE_SAME);
    after(&s, ACTION_UP, PANE_CHANGED);
    assert_copies(&s, "教育部职业教育与成人教育司");
    notice_pane_reveal(s.p, 0, 0, 1);
    assert_marks(&s, "C...");
    after(&s, ACTION_LINK_NEXT, PANE_CHANGED);
    assert_marks(&s, "....");
    assert_copies(&s, "《关于开展示范性职业教育集团（联盟）建设的通知》（教职成"
                      "司函〔2019〕92号）");
    end(&s);
}

static void without_a_notice_the_pane_says_so(void **state)
{
    struct notice_link link;
    struct scene s;
    struct err e = {0};
    size_t block;

    (void)state;
    begin(&s, -1, 3, 20);
    assert_int_equal(notice_pane_index(s.p), -1);
    assert_null(notice_pane_notice(s.p));
    assert_string_equal(picture(&s.c), "> Notice\nno notice\n\n");
    for (int a = ACTION_NONE; a < ACTION_COUNT; a++)
        pane_handle(s.p, (enum action)a);
    notice_pane_reveal(s.p, 1, 1, 1);
    notice_pane_top(s.p, 3);
    notice_pane_goto_percent(s.p, 30);
    assert_false(notice_pane_link(s.p, &link, &block));
    /* What cannot be shown leaves the old one. */
    assert_true(notice_pane_show(s.p, 1, &e));
    assert_int_equal(notice_pane_index(s.p), 1);
    end(&s);
}

/* An edition whose first notice has `blocks` more paragraphs. */
static char *large(int blocks)
{
    struct str sql = {0};
    char *path;

    str_addf(&sql,
             "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
             " WHERE i<%d) INSERT INTO block SELECT 1,12+i,CASE i%%7 WHEN 0"
             " THEN 'heading' ELSE 'body' END,1,'第'||i||'段，各地教育行政部门"
             "和有关单位要创新工作机制，有效整合资源。',NULL FROM c;",
             blocks);
    path = fixture_edition_with("large.db", SCHEMA_VERSION, str_text(&sql));
    str_clear(&sql);
    return path;
}

/* What signs together begins in one column, the date by the longest. */
static void organs_that_sign_together_stand_together(void **state)
{
    char *path = fixture_edition("together.db");
    struct scene s;

    (void)state;
    fixture_alter(path, "UPDATE block SET seq=seq+1 WHERE notice_id=1"
                        " AND role='date';"
                        "INSERT INTO block SELECT 1,12,'signer',0,'财政部',NULL"
                        " WHERE (SELECT role FROM block WHERE notice_id=1"
                        " AND seq=11)='signer';");
    begin_at(&s, path, 0, 6, 40);
    assert_non_null(strstr(after(&s, ACTION_END, PANE_CHANGED),
                           "\n          教育部职业教育与成人教育司\n"
                           "          财政部\n"
                           "              2020年10月15日\n"));
    end(&s);
}

/* The first row of the text. */
static char *first_row(struct scene *s)
{
    struct str row = {0};

    pane_draw(s->p, &s->c, true, &s->light);
    canvas_row_text(&s->c, 1, &row);
    return str_take(&row);
}

#define LINES_MAX 2000

/* Down through a notice of many blocks, and up again, the same lines pass,
 * and a page is as many of them as it has rows. */
static void down_up_and_by_pages_the_same_lines_pass(void **state)
{
    static char *lines[LINES_MAX];
    struct scene s;
    size_t n = 0;

    (void)state;
    begin_at(&s, large(300), 0, 2, 33);
    do {
        assert_true(n < LINES_MAX);
        lines[n++] = first_row(&s);
    } while (pane_handle(s.p, ACTION_DOWN) == PANE_CHANGED);
    assert_true(n > 900);
    for (size_t i = n; i-- > 0;) {
        char *row = first_row(&s);

        assert_string_equal(row, lines[i]);
        free(row);
        assert_int_equal(pane_handle(s.p, ACTION_UP),
                         i ? PANE_CHANGED : PANE_SAME);
    }
    fit(&s, 9, 33);
    for (size_t i = 0; pane_handle(s.p, ACTION_PAGE_DOWN) == PANE_CHANGED;) {
        char *row = first_row(&s);

        i = i + 7 + 8 <= n ? i + 7 : n - 8;
        assert_string_equal(row, lines[i]);
        free(row);
    }
    for (size_t i = 0; i < n; i++)
        free(lines[i]);
    end(&s);
}

static void a_large_notice_is_laid_out_only_where_it_is_seen(void **state)
{
    struct scene s;

    (void)state;
    begin_at(&s, large(20000), 0, 8, 57);
    assert_non_null(strstr(after(&s, ACTION_END, PANE_CHANGED), "第20000段"));
    assert_non_null(strstr(picture(&s.c), " 100%\n"));
    after(&s, ACTION_PAGE_UP, PANE_CHANGED);
    assert_non_null(strstr(picture(&s.c), "第19996段"));
    fit(&s, 8, 30);
    /* There is no link near; no key waits for those far away. */
    after(&s, ACTION_LINK_PREV, PANE_IGNORED);
    notice_pane_goto_percent(s.p, 50);
    pane_draw(s.p, &s.c, true, &s.light);
    assert_in_range(notice_pane_place(s.p).block, 9990, 10020);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notice_stands_in_its_official_form),
        cmocka_unit_test(a_list_in_the_text_is_named_in_its_place),
        cmocka_unit_test(a_small_pane_keeps_the_form_and_the_place),
        cmocka_unit_test(it_scrolls_by_lines_and_ends_with_a_full_page),
        cmocka_unit_test(one_line_down_and_up_moves_the_cells_and_changes_none),
        cmocka_unit_test(the_first_line_keeps_its_byte_at_any_width),
        cmocka_unit_test(a_pane_that_grows_and_shrinks_shows_what_it_did),
        cmocka_unit_test(w_gives_the_full_width_and_back),
        cmocka_unit_test(r_gives_the_raw_text_with_its_marks_and_its_links),
        cmocka_unit_test(an_address_leads_out_on_both_its_lines),
        cmocka_unit_test(links_are_chosen_in_order_and_brought_into_view),
        cmocka_unit_test(a_link_over_two_lines_is_brought_into_view_whole),
        cmocka_unit_test(sections_are_gone_through_in_both_directions),
        cmocka_unit_test(matches_are_lit_across_line_breaks),
        cmocka_unit_test(a_reveal_moves_no_further_than_needed),
        cmocka_unit_test(a_place_is_restored_to_the_cell),
        cmocka_unit_test(a_percentage_goes_to_its_part_of_the_text),
        cmocka_unit_test(the_paragraph_at_the_top_is_copied_as_stored),
        cmocka_unit_test(what_is_copied_is_marked_and_can_be_any_paragraph),
        cmocka_unit_test(without_a_notice_the_pane_says_so),
        cmocka_unit_test(organs_that_sign_together_stand_together),
        cmocka_unit_test(down_up_and_by_pages_the_same_lines_pass),
        cmocka_unit_test(a_large_notice_is_laid_out_only_where_it_is_seen),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
