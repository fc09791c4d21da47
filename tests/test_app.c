/* test_app.c - keys in, picture out: the whole browser without a terminal. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "browse/go.h"
#include "canvas/key.h"
#include "model/list_query.h"
#include "tests/browsing.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "ui/chooser.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

static void open_reader(struct browsing *r)
{
    browsing_open(r, fixture_edition("app.db"));
}

static void shows(struct browsing *r, const char *keys, const char *text)
{
    browsing_type(r, keys);
    if (!strstr(browsing_bottom(r), text))
        fail_msg("after \"%s\" the bottom line is \"%s\", not \"%s\"", keys,
                 browsing_bottom(r), text);
}

/* A message that may take more than one line. */
static void says(struct browsing *r, const char *keys, const char *text)
{
    browsing_type(r, keys);
    if (!strstr(str_text(&r->app.message.text), text))
        fail_msg("after \"%s\" it says \"%s\", not \"%s\"", keys,
                 str_text(&r->app.message.text), text);
}

static int64_t row_of(const struct browsing *r)
{
    return list_pane_row(browsing_list(r));
}

static void a_search_is_judged_from_where_it_began(void **state)
{
    /* clang-format off */
    static const struct {
        const char *keys;
        int64_t row; /* expected */
        const char *bottom;
    } steps[] = {
        { "j/", 2, "/" },
        { "湖", 5, "/湖" },
        { "\b", 2, "/" },
        { "hn", 4, "/hn" },       /* 河南 */
        { "gy", 5, "1/1" },       /* 湖南工艺 */
        { "\b\b", 4, "hn" },
        { "\033", 2, "No. 2" },
        { "/hngy\r", 5, "No. 98" },
        { "n", 5, "past the end" },
    };
    /* clang-format on */
    struct browsing r;

    (void)state;
    open_reader(&r);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        shows(&r, steps[i].keys, steps[i].bottom);
        if (row_of(&r) != steps[i].row)
            fail_msg("step %zu (\"%s\"): row %d, not %d", i, steps[i].keys,
                     (int)row_of(&r), (int)steps[i].row);
    }
    browsing_close(&r);
}

/* The rows of the fixture's list, a bit for each, in which a query lights
 * something, or which it is fulfilled by where it lights nothing. */
static unsigned rows_of_query(struct browsing *r, const char *text)
{
    struct list *l = r->app.view.list;
    struct query *q = list_query_new(l, text, strlen(text), NULL);
    struct query_ranges ranges = {0};
    unsigned rows = 0;

    assert_non_null(q);
    for (int64_t row = 1; row <= list_row_count(l); row++) {
        ranges.len = 0;
        if (!list_query_match(q, list_row(l, row, NULL), &ranges))
            assert_int_equal(ranges.len, 0);
        else {
            assert_true(ranges.len > 0 || !query_has_ranges(q));
            rows |= 1u << row;
        }
    }
    query_ranges_clear(&ranges);
    query_free(q);
    return rows;
}

static unsigned rows_shown(struct browsing *r)
{
    struct pane *list = browsing_list(r);
    unsigned rows = 0;

    for (int64_t i = 0; i < list_pane_rows(list); i++)
        rows |= 1u << list_pane_row_at(list, i);
    return rows;
}

/* Press n until a row comes again; each press brings another row. */
static unsigned rows_visited(struct browsing *r)
{
    unsigned rows = 0;

    while (!(rows & 1u << row_of(r))) {
        rows |= 1u << row_of(r);
        browsing_type(r, "n");
    }
    return rows;
}

static void filter_search_and_light_agree(void **state)
{
    static const char *const queries[] = {
        "hn",      "湖南",  "jt",        "9",        "^hu", "!湖南", "!hn",
        "地区:hn", "=集团", "zyjy 湖南", "hn !工艺", "0",   "(",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
        struct browsing r;
        unsigned rows;
        char keys[64];

        open_reader(&r);
        rows = rows_of_query(&r, queries[i]);
        snprintf(keys, sizeof(keys), "&%s\r", queries[i]);
        browsing_type(&r, keys);
        assert_int_equal(rows_shown(&r), rows ? rows : 0x1FE);
        browsing_type(&r, "\033");
        assert_int_equal(rows_shown(&r), 0x1FE);
        /* A letter that is taken back leaves no trace. */
        snprintf(keys, sizeof(keys), "g/%sq\b\r", queries[i]);
        browsing_type(&r, keys);
        if (rows)
            assert_int_equal(rows_visited(&r), rows);
        else
            assert_int_equal(row_of(&r), 1);
        browsing_close(&r);
    }
}

static void giving_up_leaves_the_screen_as_it_was(void **state)
{
    static const char *const searches[] = {
        "/hn\033",   "?zyjy\033",   "&hn\033",   "/no such thing\033",
        "/!\033",    "/\033",       "&湖\b\033", "1/jiaoyu\0332",
        "1?的\0332", "1z&hn\033z2", ":98\033",   "/职业\b\b\b",
    };
    struct browsing r;
    char *before;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "jjj");
    before = xstrdup(browsing_drawn(&r));
    for (size_t i = 0; i < ARRAY_LEN(searches); i++) {
        browsing_type(&r, searches[i]);
        if (strcmp(before, browsing_drawn(&r)) != 0)
            fail_msg("\"%s\" left:\n%s", searches[i], browsing_drawn(&r));
    }
    free(before);
    browsing_close(&r);
}

static void what_fails_in_a_search_is_shown_as_failing(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "/湖南xyz");
    assert_int_equal(find_failed_from(&r.app.find), strlen("湖南"));
    shows(&r, "", " 0");
    browsing_type(&r, "\b\b\b");
    assert_true(find_failed_from(&r.app.find) == SIZE_MAX);
    browsing_close(&r);
}

static void a_filter_narrows_stays_and_is_taken_away(void **state)
{
    struct browsing r;
    struct pane *list;

    (void)state;
    open_reader(&r);
    list = browsing_list(&r);
    browsing_type(&r, "&hn\r");
    assert_int_equal(list_pane_rows(list), 4);
    /* Its title counts it: the bottom line says only where one is. */
    shows(&r, "g", "1/4");
    assert_null(strstr(strstr(browsing_bottom(&r), "1/4") + 3, "1/4"));
    shows(&r, "/98\r", "1/1");
    browsing_type(&r, "g");
    browsing_type(&r, "&湖南\r");
    assert_int_equal(list_pane_rows(list), 3);
    browsing_type(&r, "G");
    assert_int_equal(row_of(&r), 7);
    /* One filter after the other, and the jump between them. */
    browsing_type(&r, "\033");
    assert_int_equal(list_pane_rows(list), 4);
    browsing_type(&r, "\033");
    assert_int_equal(list_pane_rows(list), 4);
    browsing_type(&r, "\033");
    assert_int_equal(list_pane_rows(list), 8);
    shows(&r, "&qqq\r", "Not in this list");
    assert_int_equal(list_pane_rows(list), 8);
    browsing_type(&r, "&hn\r&\r");
    assert_int_equal(list_pane_rows(list), 8);
    browsing_close(&r);
}

static void what_is_not_found_is_said_of_what_was_searched(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    says(&r, "/衡阳\r",
         "Not in this list: 衡阳; records searched: 8; not held: at least 99");
    says(&r, "n", "Not in this list: 衡阳");
    shows(&r, "&湖南\r", "Matching records: 3; not held of this list: 99");
    says(&r, "/衡阳\r",
         "Not among the filtered records: 衡阳; records searched: 3;");
    says(&r, "&衡阳\r", "Not among the filtered records: 衡阳");
    says(&r, "1/衡阳\r", "Not in this notice: 衡阳; paragraphs searched: ");
    /* A search that finds nothing is not counted on and on. */
    assert_null(strstr(browsing_bottom(&r), " 0 "));
    shows(&r, "/!\r", "!: nothing to search for stands behind the sign");
    shows(&r, "&!\r", "!: nothing to search for stands behind the sign");
    browsing_type(&r, "j");
    assert_null(strstr(browsing_bottom(&r), "!"));
    browsing_close(&r);
}

static void a_miss_names_headings_and_says_where_else_it_is(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    says(&r, "/省份:湖南\r", "no column is called 省份; there are: ");
    says(&r, "&省份:湖南\r", "no column is called 省份; there are: ");
    says(&r, "1/省份:湖南\r", "Not in this notice: 省份:湖南");
    assert_null(strstr(str_text(&r.app.message.text), "no column"));
    says(&r, "/湖南\r", "; records of the list that have it: 3 (2, then n)");
    shows(&r, "2n", "No. 98");
    /* A filter that finds nothing leaves its words, too. */
    says(&r, "&推荐书\r", "; matches in the notice: 2 (1, then n)");
    browsing_type(&r, "1n");
    assert_non_null(find_light(&r.app.find).notice);
    browsing_close(&r);
}

static void
what_sounds_near_is_shown_as_such_where_nothing_else_is(void **state)
{
    struct browsing r;
    struct pane *list;

    (void)state;
    open_reader(&r);
    list = browsing_list(&r);
    shows(&r, "/hulan", "sounds near: 1/3");
    assert_int_equal(row_of(&r), 5);
    says(&r, "\r", "Not in this list: hulan; shown is what sounds near");
    shows(&r, "n", "sounds near: 2/3");
    /* Three letters back it is exact again. */
    shows(&r, "g/hulan\b\b\b", "1/");
    assert_null(strstr(browsing_bottom(&r), "near"));
    browsing_type(&r, "\033&hulan\r");
    assert_string_equal(list_pane_filter_label(list), "hulan (sounds near)");
    assert_int_equal(list_pane_rows(list), 3);
    assert_true(browsing_cells(&r, STYLE_MATCH, STYLE_MATCH_CURRENT) > 0);
    browsing_type(&r, "\033&hunan\r");
    assert_string_equal(list_pane_filter_label(list), "hunan");
    /* Among what a filter left, too, and in the notice. */
    browsing_type(&r, "&hulan\r");
    assert_string_equal(list_pane_filter_label(list),
                        "hunan hulan (sounds near)");
    shows(&r, "1/ziye", "sounds near: 1/");
    assert_non_null(find_light(&r.app.find).notice);
    browsing_close(&r);
}

static void the_syntax_is_at_hand_in_the_prompt(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "/", "F1 what can be typed");
    browsing_type(&r, "湖南");
    app_key(&r.app, KEYS_F1);
    assert_non_null(strstr(browsing_drawn(&r), "=hn "));
    assert_non_null(strstr(browsing_drawn(&r), "xi'an "));
    shows(&r, "", "/湖南");
    /* Esc takes it away, and nothing else; so do F1 and any edit. */
    browsing_type(&r, "\033");
    assert_null(strstr(browsing_drawn(&r), "xi'an "));
    shows(&r, "", "/湖南");
    app_key(&r.app, KEYS_F1);
    app_key(&r.app, KEYS_F1);
    assert_null(strstr(browsing_drawn(&r), "xi'an "));
    app_key(&r.app, KEYS_F1);
    shows(&r, "工", "/湖南工");
    assert_null(strstr(browsing_drawn(&r), "xi'an "));
    /* A letter that opens help elsewhere is typed. */
    shows(&r, "H", "/湖南工H");
    app_key(&r.app, KEYS_F1);
    browsing_type(&r, "\r/");
    assert_null(strstr(browsing_drawn(&r), "xi'an "));
    for (int rows = 1; rows < 12; rows++) {
        app_key(&r.app, KEYS_F1);
        browsing_size(&r, rows, 20, AMBIGUOUS_WIDE);
        browsing_drawn(&r);
        app_key(&r.app, KEYS_F1);
    }
    browsing_close(&r);
}

static void letters_with_many_matches_say_how_to_tie_them(void **state)
{
    struct browsing b;

    (void)state;
    browsing_open_slow(&b);
    shows(&b, "&ji", "  ^ji only at the beginning");
    browsing_type(&b, "a");
    shows(&b, "", "^jia only");
    browsing_type(&b, "\033/甲");
    assert_null(strstr(browsing_bottom(&b), "^"));
    browsing_close(&b);
}

static void the_lines_of_an_overlay_are_filtered_as_one_types(void **state)
{
    static const char *const opened[] = {"L", "Lj", "o", "F", "H", "Hjjjj"};
    struct browsing r;

    (void)state;
    open_reader(&r);
    /* What is typed, letters that are commands among them, is text. */
    for (size_t i = 0; i < ARRAY_LEN(opened); i++) {
        for (const char *sign = "/?&"; *sign; sign++) {
            char begin[] = {*sign, '\0'};
            char *before;

            browsing_type(&r, opened[i]);
            before = xstrdup(browsing_drawn(&r));
            browsing_type(&r, begin);
            browsing_type(&r, "qQzLoF");
            assert_non_null(r.app.overlay.pane);
            assert_false(r.app.wish.quit);
            assert_true(chooser_is_filtered(r.app.overlay.pane));
            browsing_type(&r, "\033");
            assert_string_equal(browsing_drawn(&r), before);
            free(before);
            browsing_type(&r, "\033");
            assert_null(r.app.overlay.pane);
        }
    }
    /* By pinyin, lit, and Enter opens the chosen line. */
    browsing_type(&r, "L/hngymsh");
    browsing_drawn(&r);
    assert_true(browsing_cells(&r, STYLE_MATCH, STYLE_MATCH) > 0);
    browsing_type(&r, "\r");
    assert_null(r.app.overlay.pane);
    assert_int_equal(notice_pane_index(browsing_notice(&r)), 1);
    /* A text stays filtered until Esc; nothing is chosen where none is. */
    browsing_type(&r, "H/qqqqq\r");
    assert_true(chooser_is_filtered(r.app.overlay.pane));
    browsing_type(&r, "\033");
    assert_false(chooser_is_filtered(r.app.overlay.pane));
    browsing_type(&r, "\033L/qqqqq\r");
    assert_int_equal(chooser_target(r.app.overlay.pane), -1);
    browsing_type(&r, "jkgG\r\033");
    assert_non_null(r.app.overlay.pane);
    browsing_type(&r, "\033");
    browsing_close(&r);
}

static void matches_are_counted_where_they_are(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "/湖南\r", "1/3");
    browsing_type(&r, "1");
    assert_null(strstr(browsing_bottom(&r), "1/3"));
    shows(&r, "2", "1/3");
    browsing_close(&r);
}

static void an_empty_search_repeats_the_last_one(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "/\r", "No search yet");
    shows(&r, "/湖南\r", "No. 98");
    shows(&r, "/\r", "No. 99");
    /* Esc goes back, then takes the light away, not the words. */
    shows(&r, "\033", "No. 98");
    shows(&r, "\033", "No. 1 ");
    assert_non_null(find_light(&r.app.find).query);
    browsing_type(&r, "\033");
    assert_null(find_light(&r.app.find).query);
    shows(&r, "/\r/\r/\r", "No. 105");
    shows(&r, "?\r", "No. 99");
    shows(&r, "?\r?\r", "past the beginning");
    says(&r, "1/\r", "Not in this notice: 湖南");
    browsing_close(&r);
}

static void a_filter_is_a_jump(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "j&湖南\r");
    assert_int_equal(row_of(&r), 5);
    browsing_type(&r, "\033\b");
    assert_int_equal(row_of(&r), 2);
    browsing_close(&r);
}

/* Where one pane is shown alone, what a key changes must be to be seen. */
static void the_keys_of_the_list_show_it(void **state)
{
    static const char *const keys[] = {"&湖", "s", "S", "lllF\r", ":98\r"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        struct browsing r;

        open_reader(&r);
        browsing_type(&r, "1z");
        browsing_type(&r, keys[i]);
        if (r.app.view.frame.focus != FRAME_LIST)
            fail_msg("\"%s\" does not show the list", keys[i]);
        browsing_close(&r);
    }
}

static void a_key_that_does_nothing_says_so(void **state)
{
    /* clang-format off */
    static const struct { const char *keys, *bottom; } cases[] = {
        { "\033", "q quits" },
        { "U", "No such key" },
        { "Z", "Z again leaves" },
        { "1$", "Current column: 地区 (derived)" },
        { ")", "in the notice and in the record" },
        { "1G))))))", "No further link" },
        { "1g)(", "No further link" },
        { "1l", "Current column: 牵头单位" },
        { "1ll", "Current column: 地区 (derived)" },
        { "1hh", "Current column: 序号" },
        { "w", "The full width" },
        { "1ww", "28 characters a line" },
        { "1r", "The source's text" },
        { "1rr", "The form of a notice" },
        { "z+", "z shows all" },
        { "Hs", "q goes back" },
        { "Ly", "q goes back" },
        { "o\t", "q goes back" },
        { "Fn", "q goes back" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct browsing r;

        open_reader(&r);
        shows(&r, cases[i].keys, cases[i].bottom);
        browsing_close(&r);
    }
}

static void what_leaves_is_named_where_the_reader_is(void **state)
{
    /* clang-format off */
    static const struct { const char *keys, *hint; } cases[] = {
        { "",        "  F1 help  / find  q quit" },
        { "1",       "  F1 help  / find  q quit" },
        { "1)",      "  F1 help  / find  Enter follow  q quit" },
        { ":98\r",   "  Enter open  q back" },
        { "z",       "  Enter open  q back" },
        { "zz",      "  F1 help  / find  q quit" },
        { "&hn\r",   "  Enter open  q back" },
        { "\r",      "  F1 help  / find  q back" },
        { "\rq",     "  F1 help  / find  q quit" },
        { "H",       "  q back" },
        { "L",       "Enter open  q back" },
        { "o",       "Enter open  q back" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct browsing r;

        open_reader(&r);
        shows(&r, cases[i].keys, cases[i].hint);
        browsing_close(&r);
    }
}

/* As many columns as the first of them needs, and so on. */
static void a_narrow_bottom_line_keeps_the_position_and_the_count(void **state)
{
    /* clang-format off */
    static const struct { int columns; const char *left, *right; } cases[] = {
        { 80, "教职成司函〔2020〕33号 | Annex 1 | No. 98 | 5/8 ", " 1/3  Enter open  q back" },
        { 55, "教职成司函〔2020〕33号 | Annex 1 | No. 98 | 5/8 ", " 1/3" },
        { 41, "Annex 1 | No. 98 | 5/8 ", " 1/3  q back" },
        { 20, "No. 98 | 5/8 ", " 1/3" },
        { 12, "5/8 ", " 1/3" },
    };
    /* clang-format on */
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "/湖南\r");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str line = {0};
        const char *right;
        int row, column;

        browsing_size(&r, BROWSING_ROWS, cases[i].columns, AMBIGUOUS_NARROW);
        app_draw(&r.app, &r.canvas, &row, &column);
        canvas_row_text(&r.canvas, BROWSING_ROWS - 1, &line);
        right = strstr(str_text(&line), cases[i].right);
        if (strncmp(str_text(&line), cases[i].left, strlen(cases[i].left)) ||
            !right || strcmp(right, cases[i].right))
            fail_msg("%d columns: \"%s\"", cases[i].columns, str_text(&line));
        str_clear(&line);
    }
    browsing_close(&r);
}

/* Its words may be long; that there is one must be seen, and how many. */
static void a_filter_is_seen_in_a_narrow_title(void **state)
{
    /* clang-format off */
    static const struct { int columns; const char *title; } cases[] = {
        { 80, "  filter: 职业教育集团 湖南 3/8\n" },
        { 45, "  filter: 职业教育集团 湖> 3/8\n" },
        { 41, "  filter: 职业教育集团> 3/8\n" },
        { 33, "  filter: 职业教> 3/8\n" },
        { 25, "  filter: > 3/8\n" },
    };
    /* clang-format on */
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "z&职业教育集团 湖南\r");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        browsing_size(&r, BROWSING_ROWS, cases[i].columns, AMBIGUOUS_NARROW);
        if (!strstr(browsing_drawn(&r), cases[i].title))
            fail_msg("%d columns:\n%.200s", cases[i].columns,
                     browsing_drawn(&r));
    }
    browsing_close(&r);
}

static void a_small_window_says_that_it_shows_one_pane(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    app_resize(&r.app, 12, BROWSING_COLUMNS, AMBIGUOUS_NARROW);
    shows(&r, "z", "room for one pane");
    assert_false(r.app.view.frame.zoomed);
    shows(&r, "+", "room for one pane");
    browsing_close(&r);
}

static void a_citation_that_is_not_held_is_named_in_its_form(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "1g)\r");
    assert_non_null(strstr(browsing_drawn(&r), "\nNot held here: 《关于开展"));
    assert_non_null(strstr(browsing_drawn(&r), "2019〕92号）\n"));
    browsing_close(&r);
}

static void a_match_out_of_view_is_shown_with_lines_around_it(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    /* It would be the last line of the pane. */
    browsing_type(&r, "1/附件2\r");
    assert_non_null(strstr(browsing_drawn(&r), "邮箱："));
    browsing_close(&r);
}

static void numbers_go_to_records_and_gaps_say_so(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, ":98\r", "No. 98");
    shows(&r, ":50\r", "4-87");
    shows(&r, ":1000\r", "no record No. 1000");
    shows(&r, ":y\r", "Not a number");
    shows(&r, ":98x\r", "Not a number");
    shows(&r, ":-1\r", "Not a number");
    shows(&r, "：９９\r", "No. 99");
    shows(&r, "：１％\r", "1/8");
    shows(&r, ":100%\r", "8/8");
    shows(&r, "%0\r", "1/8");
    shows(&r, "％１００\r", "8/8");
    shows(&r, "g:$\r", "8/8");
    shows(&r, ":+98\r", "Not a number");
    shows(&r, ":99999999999999999999\r", "No. 99999999999999999999");
    browsing_close(&r);
}

static void a_number_leads_from_the_notice_to_the_list(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "1:98\r", "No. 98");
    assert_int_equal(r.app.view.frame.focus, FRAME_LIST);
    browsing_type(&r, "\b");
    assert_int_equal(r.app.view.frame.focus, FRAME_NOTICE);
    shows(&r, "3:99\r", "No. 99");
    assert_int_equal(r.app.view.frame.focus, FRAME_RECORD);
    browsing_close(&r);
}

static void the_words_of_vi_leave(void **state)
{
    static const char *const words[] = {":q\r", "：ｑ\r", ":q!\r", ":quit\r",
                                        "%q\r"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct browsing r;

        open_reader(&r);
        browsing_type(&r, words[i]);
        if (!r.app.wish.quit)
            fail_msg("\"%s\" does not leave", words[i]);
        browsing_close(&r);
    }
}

static void a_filter_gives_way_to_a_place_that_it_hides(void **state)
{
    struct browsing r;
    struct pane *list;

    (void)state;
    open_reader(&r);
    list = browsing_list(&r);
    browsing_type(&r, "jma");
    shows(&r, "&湖南\r:88\r", "filter is taken away");
    assert_false(list_pane_is_filtered(list));
    shows(&r, "", "filter is taken away");
    shows(&r, "j", "No. 98");
    shows(&r, "&湖南\r'a", "filter is taken away");
    assert_int_equal(row_of(&r), 2);
    /* Going back takes the filter off by itself. */
    browsing_type(&r, ":98\r&湖南\r\b");
    assert_false(list_pane_is_filtered(list));
    assert_int_equal(row_of(&r), 5);
    browsing_close(&r);
}

static void marks_and_jumps_lead_back(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "jjma", "Mark a");
    shows(&r, "G'a", "No. 3");
    shows(&r, "'b", "not set");
    shows(&r, "``", "8/8"); /* where the jump to the mark began */
    shows(&r, "'a", "No. 3");
    browsing_type(&r, ":98\r\r");
    assert_int_equal(r.app.view.frame.focus, FRAME_RECORD);
    browsing_type(&r, "\b");
    assert_int_equal(r.app.view.frame.focus, FRAME_LIST);
    assert_int_equal(row_of(&r), 5);
    shows(&r, "\b", "No. 3");
    browsing_close(&r);
}

static void a_notice_without_lists_has_the_screen_to_itself(void **state)
{
    struct browsing r;
    const struct frame *f = &r.app.view.frame;

    (void)state;
    open_reader(&r);
    /* To the news that mentions record 98, which carries no list. */
    browsing_type(&r, ":98\r\r))\r");
    assert_int_equal(f->focus, FRAME_NOTICE);
    assert_int_equal(frame_rect(f, FRAME_NOTICE).rows, BROWSING_ROWS - 1);
    assert_int_equal(frame_rect(f, FRAME_LIST).rows, 0);
    assert_int_equal(frame_rect(f, FRAME_RECORD).rows, 0);
    shows(&r, "2", "There is no list here");
    browsing_type(&r, "U");
    shows(&r, "3", "There is no list here");
    shows(&r, "z", "There is no list here");
    shows(&r, "+", "There is no list here");
    browsing_type(&r, "\t");
    assert_int_equal(f->focus, FRAME_NOTICE);
    browsing_type(&r, "\b");
    assert_int_equal(f->focus, FRAME_RECORD);
    assert_true(frame_rect(f, FRAME_LIST).rows > 0);
    assert_int_equal(row_of(&r), 5);
    browsing_close(&r);
}

static void the_outline_leads_to_what_cites_the_notice(void **state)
{
    struct browsing r;
    struct pane *notice;

    (void)state;
    open_reader(&r);
    notice = browsing_notice(&r);
    browsing_type(&r, "1o");
    assert_non_null(strstr(browsing_drawn(&r), "Cited by \u300a"));
    browsing_type(&r, "G\r");
    assert_int_equal(notice_pane_index(notice), 1);
    browsing_type(&r, "\b");
    assert_int_equal(notice_pane_index(notice), 0);
    browsing_close(&r);
}

static void a_link_leads_to_its_record_and_back(void **state)
{
    struct browsing r;
    struct pane *notice;

    (void)state;
    open_reader(&r);
    notice = browsing_notice(&r);
    /* From record 98 to the news that mentions it, and on from there. */
    browsing_type(&r, ":98\r\r))\r");
    assert_int_equal(r.app.view.frame.focus, FRAME_NOTICE);
    assert_int_equal(notice_pane_index(notice), 1);
    browsing_type(&r, "2g1)\r");
    assert_int_equal(r.app.view.frame.focus, FRAME_LIST);
    assert_int_equal(row_of(&r), 5);
    browsing_close(&r);
}

static void what_is_copied_is_said_and_sent(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, ":98\ry", "湖南工艺美术职业教育集团");
    assert_string_equal(r.app.wish.copy, "湖南工艺美术职业教育集团");
    browsing_type(&r, "Y");
    assert_non_null(strstr(r.app.wish.copy, "98\t湖南工艺美术"));
    browsing_type(&r, "c");
    assert_non_null(strstr(r.app.wish.copy, "》（教职成司函〔2020〕33号）"));
    browsing_close(&r);
}

static void what_is_copied_goes_by_the_pane_and_the_link(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, ":98\r3jjy");
    assert_string_equal(r.app.wish.copy, "湖南工艺美术职业学院");
    browsing_type(&r, "1)c");
    assert_non_null(strstr(r.app.wish.copy, "（教职成司函〔2019〕92号）"));
    browsing_type(&r, "y");
    assert_non_null(strstr(r.app.wish.copy, "（教职成司函〔2019〕92号）"));
    browsing_type(&r, "zY");
    assert_non_null(strstr(browsing_bottom(&r), "The record is not in view"));
    browsing_close(&r);
}

static void counts_stand_before_motions(void **state)
{
    /* The row after these keys from the first of 8, and the focus. */
    /* clang-format off */
    static const struct {
        const char *keys;
        int64_t row;
        enum frame_pane focus;
    } cases[] = {
        { "5j", 6, FRAME_LIST },
        { "12j", 8, FRAME_LIST },
        { "12j5k", 3, FRAME_LIST },
        { "５j", 6, FRAME_LIST },
        { "05j", 6, FRAME_LIST },
        { "999999999999j", 8, FRAME_LIST },
        { "98G", 5, FRAME_LIST },
        { "G98g", 5, FRAME_LIST },
        { "50%", 4, FRAME_LIST },
        { "3j", 1, FRAME_RECORD },
        { "1j", 1, FRAME_NOTICE },
        { "2j", 2, FRAME_LIST },
        { "35j", 8, FRAME_LIST },
        { "5\033j", 2, FRAME_LIST },
        { "5oqj", 2, FRAME_LIST },
        { "3\t\t\t5]", 6, FRAME_RECORD },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct browsing r;

        open_reader(&r);
        browsing_type(&r, "2g");
        browsing_type(&r, cases[i].keys);
        if (list_pane_row(browsing_list(&r)) != cases[i].row ||
            r.app.view.frame.focus != cases[i].focus)
            fail_msg("%s: row %d, pane %d", cases[i].keys,
                     (int)list_pane_row(browsing_list(&r)),
                     (int)r.app.view.frame.focus);
        browsing_close(&r);
    }
}

static void a_count_is_shown_until_its_motion(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "12", "12 ");
    browsing_type(&r, "\033");
    assert_false(r.app.wish.quit);
    assert_null(strstr(browsing_bottom(&r), "12 "));
    browsing_close(&r);
}

static void habits_of_vi_do_what_they_do_there(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "$");
    assert_int_equal(list_pane_column(browsing_list(&r)), 3);
    browsing_type(&r, "0");
    assert_int_equal(list_pane_column(browsing_list(&r)), 0);
    shows(&r, "=", "Row 1 of 8 shown, column 1 of 4 (");
    shows(&r, "1=", "Paragraph 1 of ");
    shows(&r, "*", "Cells are in the list");
    browsing_type(&r, "2$:98\r*");
    assert_int_equal(list_pane_row(browsing_list(&r)), 6);
    shows(&r, ":w\r", "to be saved");
    assert_false(r.app.wish.quit);
    shows(&r, "Zj", "No such key");
    browsing_type(&r, "ZZ");
    assert_true(r.app.wish.quit);
    browsing_close(&r);
    open_reader(&r);
    browsing_type(&r, ":wq\r");
    assert_true(r.app.wish.quit);
    browsing_close(&r);
}

static void selected_records_are_marked_counted_and_copied(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    shows(&r, "2gv", "Records selected: 1");
    assert_non_null(strstr(browsing_drawn(&r), "\n>*"));
    shows(&r, "v", "No record is selected");
    assert_null(strstr(browsing_drawn(&r), "\n>*"));
    shows(&r, "jV", "A range begins here");
    shows(&r, "jjV", "Records selected: 3");
    browsing_type(&r, "sY");
    assert_int_equal(list_pane_selected(browsing_list(&r)), 3);
    assert_non_null(strchr(r.app.wish.copy, '\n'));
    assert_non_null(strstr(browsing_drawn(&r), "Records: 3. Sent to"));
    /* What a filter hides stays selected, and goes along. */
    shows(&r, "A", "No record is selected");
    browsing_type(&r, "S:98\rv&湖南\rg");
    browsing_type(&r, "\033");
    shows(&r, "&广东\ra", "Records selected: ");
    assert_true(list_pane_selected(browsing_list(&r)) >= 2);
    browsing_type(&r, "Y");
    assert_non_null(strstr(r.app.wish.copy, "\n98\t湖南"));
    assert_null(strstr(r.app.wish.copy, "\n\n"));
    browsing_close(&r);
}

static void a_newer_edition_is_said_until_it_is_read(void **state)
{
    struct browsing r;
    char *path = fixture_edition("now.db"), *next = fixture_edition("next.db");

    (void)state;
    browsing_open(&r, xstrdup(path));
    assert_false(app_idle(&r.app));
    assert_null(strstr(browsing_bottom(&r), "newer edition"));
    assert_int_equal(rename(next, path), 0);
    assert_true(app_idle(&r.app));
    assert_non_null(strstr(browsing_bottom(&r), "A newer edition is there"));
    assert_false(app_idle(&r.app));
    shows(&r, "j", "newer edition: start again | ");
    shows(&r, "jj", "newer edition: start again | ");
    browsing_close(&r);
    free(path);
    free(next);
}

/* The citation takes 89 columns, after the words before it. */
static void
what_does_not_fit_in_the_bottom_line_takes_the_one_above(void **state)
{
    struct browsing r;
    const char *screen;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "c");
    screen = browsing_drawn(&r);
    assert_non_null(strstr(
        screen, "\nSent to the terminal, which may not take it: 《关于"));
    assert_non_null(strstr(screen, "33号）\n"));
    browsing_type(&r, "\f");
    assert_non_null(strstr(browsing_drawn(&r), "33号）\n"));
    browsing_type(&r, "j");
    assert_null(strstr(browsing_drawn(&r), "Sent to"));
    browsing_close(&r);
}

static void a_paste_opens_a_search_and_never_runs_as_keys(void **state)
{
    static const char text[] = "q\nq\nq:98\r";
    struct browsing r;

    (void)state;
    open_reader(&r);
    app_paste(&r.app, text, sizeof(text) - 1);
    assert_false(r.app.wish.quit);
    assert_int_equal(r.app.prompting, APP_PROMPT_SEARCH);
    assert_non_null(strstr(browsing_bottom(&r), "/q q q:98"));
    browsing_close(&r);
}

static void a_paste_is_one_search(void **state)
{
    struct browsing r;
    char text[1000];

    (void)state;
    open_reader(&r);
    memset(text, 'h', sizeof(text));
    app_paste(&r.app, text, sizeof(text));
    assert_true(r.app.stale);
    assert_null(r.app.find.search.text);
    browsing_work(&r);
    assert_int_equal(strlen(r.app.find.search.text), sizeof(text));
    browsing_close(&r);
}

static void escape_leaves_the_innermost_thing(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    browsing_type(&r, "z&hn\rH");
    assert_int_equal(r.app.overlay.kind, OVERLAY_HELP);
    browsing_type(&r, "\033");
    assert_int_equal(r.app.overlay.kind, OVERLAY_NONE);
    assert_true(list_pane_is_filtered(browsing_list(&r)));
    browsing_type(&r, "\033");
    assert_false(list_pane_is_filtered(browsing_list(&r)));
    assert_true(r.app.view.frame.zoomed);
    browsing_type(&r, "\033");
    assert_false(r.app.view.frame.zoomed);
    assert_false(r.app.wish.quit);
    browsing_type(&r, "Lq");
    assert_false(r.app.wish.quit);
    browsing_type(&r, "q");
    assert_true(r.app.wish.quit);
    browsing_close(&r);
}

/* q, Esc, Backspace and Ctrl-O take off what was entered last, whatever it is,
 * and only at the ground q ends the program. */
static void what_was_entered_last_is_left_first(void **state)
{
    static const struct {
        const char *enters;
        int levels; /* that are to be left */
    } cases[] = {
        {"", 0},          {"\r", 1},          {":98\r", 1},     {"z", 1},
        {"&hn\r", 1},     {"&hn\r\r", 2},     {"&hn\rz\r", 3},  {"H", 1},
        {"zL", 2},        {"F", 1},           {"F\r\r", 2},     {"/湖南\r", 1},
        {"/湖南\r\r", 2}, {":98\r\r))\r", 3}, {"z&hn\rzjz", 2},
    };
    static const char keys[] = {'q', '\033', '\b', 'O' & 0x1F};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (size_t k = 0; k < sizeof(keys); k++) {
            const char key[] = {keys[k], '\0'};
            struct browsing r;
            char *before;

            browsing_open(&r, fixture_edition("back.db"));
            before = xstrdup(browsing_drawn(&r));
            browsing_type(&r, cases[i].enters);
            for (int n = 0; n < cases[i].levels; n++) {
                assert_false(go_is_ground(&r.app));
                browsing_type(&r, key);
                assert_false(r.app.wish.quit);
            }
            if (!go_is_ground(&r.app))
                fail_msg("\"%s\" left by %#x", cases[i].enters, keys[k]);
            find_unlight(&r.app.find);
            if (strcmp(before, browsing_drawn(&r)) != 0)
                fail_msg("\"%s\" left by %#x:\n%s", cases[i].enters, keys[k],
                         browsing_drawn(&r));
            browsing_type(&r, key);
            assert_int_equal(r.app.wish.quit, key[0] == 'q');
            free(before);
            browsing_close(&r);
        }
    }
}

static void some_words_leave_at_once(void **state)
{
    static const char *const words[] = {"Q", "LQ", "&hn\r\rQ", "z:q\r"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct browsing r;

        browsing_open(&r, fixture_edition("leave.db"));
        browsing_type(&r, words[i]);
        assert_true(r.app.wish.quit);
        browsing_close(&r);
    }
}

static void frequencies_filter_by_the_value_that_is_chosen(void **state)
{
    static const struct {
        const char *text;
        int64_t rows;
    } values[] = {{"A", 2}, {"AB", 2}, {"", 1}, {"B A", 1}, {"ab", 1}};
    struct browsing r;
    struct pane *list;

    (void)state;
    browsing_open(&r, fixture_list("values.db",
                                   "CREATE TABLE annex_1(序号 INTEGER,"
                                   "\"kind of unit\" TEXT);"
                                   "INSERT INTO annex_1 VALUES(1,'A'),"
                                   "(2,'AB'),(3,'AB'),(4,'B A'),(5,'ab'),"
                                   "(6,NULL),(7,'A');",
                                   0));
    list = browsing_list(&r);
    for (size_t i = 0; i < ARRAY_LEN(values); i++) {
        int64_t target;

        browsing_type(&r, "lF");
        for (size_t k = 0; k < i; k++)
            browsing_type(&r, "j");
        target = chooser_target(r.app.overlay.pane);
        assert_string_equal(r.app.overlay.values[target].text, values[i].text);
        browsing_type(&r, "\r");
        assert_int_equal(r.app.overlay.kind, OVERLAY_NONE);
        assert_int_equal(list_pane_rows(list), values[i].rows);
        browsing_type(&r, "\033");
        assert_false(list_pane_is_filtered(list));
    }
    /* Of the rows that a filter left, under both names. */
    browsing_type(&r, "&b\rF\r");
    assert_int_equal(list_pane_rows(list), 2);
    assert_string_equal(list_pane_filter_label(list), "b kind of unit: AB");
    browsing_close(&r);
}

/* What was not read is not what is not there. */
static void a_search_that_cannot_read_says_so(void **state)
{
    struct browsing r;

    (void)state;
    browsing_open(
        &r, fixture_sql("half.db",
                        "CREATE TABLE t(n INTEGER);"
                        "INSERT INTO t VALUES(1),(2),(-9223372036854775808);"
                        "CREATE VIEW a AS SELECT n, abs(n) AS size FROM t;"));
    if (!view_go_list(&r.app.view, 1, 0, NULL))
        fail_msg("the view cannot be opened");
    shows(&r, "/qqq", "integer overflow");
    shows(&r, "\r", "integer overflow");
    browsing_close(&r);
}

static void every_size_gives_a_whole_picture(void **state)
{
    struct browsing r;

    (void)state;
    open_reader(&r);
    for (int rows = 1; rows <= 50; rows += 3) {
        for (int columns = 1; columns <= 140; columns += 7) {
            enum ambiguous wide =
                columns % 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
            int row, column;

            browsing_size(&r, rows, columns, wide);
            app_draw(&r.app, &r.canvas, &row, &column);
            picture_is_whole(&r.canvas);
            browsing_type(&r, "\tj/湖");
            app_draw(&r.app, &r.canvas, &row, &column);
            picture_is_whole(&r.canvas);
            assert_true(row < rows && column < columns);
            browsing_type(&r, "\033");
        }
    }
    browsing_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_is_judged_from_where_it_began),
        cmocka_unit_test(filter_search_and_light_agree),
        cmocka_unit_test(giving_up_leaves_the_screen_as_it_was),
        cmocka_unit_test(what_fails_in_a_search_is_shown_as_failing),
        cmocka_unit_test(a_filter_narrows_stays_and_is_taken_away),
        cmocka_unit_test(what_is_not_found_is_said_of_what_was_searched),
        cmocka_unit_test(a_miss_names_headings_and_says_where_else_it_is),
        cmocka_unit_test(
            what_sounds_near_is_shown_as_such_where_nothing_else_is),
        cmocka_unit_test(the_syntax_is_at_hand_in_the_prompt),
        cmocka_unit_test(letters_with_many_matches_say_how_to_tie_them),
        cmocka_unit_test(the_lines_of_an_overlay_are_filtered_as_one_types),
        cmocka_unit_test(matches_are_counted_where_they_are),
        cmocka_unit_test(an_empty_search_repeats_the_last_one),
        cmocka_unit_test(a_filter_is_a_jump),
        cmocka_unit_test(the_keys_of_the_list_show_it),
        cmocka_unit_test(a_key_that_does_nothing_says_so),
        cmocka_unit_test(what_leaves_is_named_where_the_reader_is),
        cmocka_unit_test(a_narrow_bottom_line_keeps_the_position_and_the_count),
        cmocka_unit_test(a_filter_is_seen_in_a_narrow_title),
        cmocka_unit_test(a_small_window_says_that_it_shows_one_pane),
        cmocka_unit_test(a_citation_that_is_not_held_is_named_in_its_form),
        cmocka_unit_test(a_match_out_of_view_is_shown_with_lines_around_it),
        cmocka_unit_test(numbers_go_to_records_and_gaps_say_so),
        cmocka_unit_test(a_number_leads_from_the_notice_to_the_list),
        cmocka_unit_test(the_words_of_vi_leave),
        cmocka_unit_test(a_filter_gives_way_to_a_place_that_it_hides),
        cmocka_unit_test(marks_and_jumps_lead_back),
        cmocka_unit_test(a_notice_without_lists_has_the_screen_to_itself),
        cmocka_unit_test(the_outline_leads_to_what_cites_the_notice),
        cmocka_unit_test(a_link_leads_to_its_record_and_back),
        cmocka_unit_test(what_is_copied_is_said_and_sent),
        cmocka_unit_test(counts_stand_before_motions),
        cmocka_unit_test(a_count_is_shown_until_its_motion),
        cmocka_unit_test(habits_of_vi_do_what_they_do_there),
        cmocka_unit_test(selected_records_are_marked_counted_and_copied),
        cmocka_unit_test(a_newer_edition_is_said_until_it_is_read),
        cmocka_unit_test(what_is_copied_goes_by_the_pane_and_the_link),
        cmocka_unit_test(
            what_does_not_fit_in_the_bottom_line_takes_the_one_above),
        cmocka_unit_test(a_paste_opens_a_search_and_never_runs_as_keys),
        cmocka_unit_test(a_paste_is_one_search),
        cmocka_unit_test(escape_leaves_the_innermost_thing),
        cmocka_unit_test(what_was_entered_last_is_left_first),
        cmocka_unit_test(some_words_leave_at_once),
        cmocka_unit_test(frequencies_filter_by_the_value_that_is_chosen),
        cmocka_unit_test(a_search_that_cannot_read_says_so),
        cmocka_unit_test(every_size_gives_a_whole_picture),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
