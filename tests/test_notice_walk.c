/*
 * test_notice_walk.c - random walks through a notice of hostile text at random
 * sizes: whatever is pressed, the picture is whole, the same state gives the
 * same picture, and no line is drawn over the pane's edges.
 */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/schema.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "ui/notice_pane.h"

static uint32_t seed;

static uint32_t below(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

static const char *const pieces[] = {
    "一、",
    "（一）",
    "《关于开展建设的通知》",
    "教职成司函〔2020〕33号",
    "附件1",
    "http://jth.chinazy.org/a/b?c=d",
    "jth@chinazy.org",
    "，",
    "。",
    "……",
    "——",
    "“",
    "”",
    "张\u3000三",
    "e\u0301\u0302\u0303\u0304\u0305",
    "\u202E",
    "\u200B",
    "\uFEFF",
    "\x1b[2J",
    "\t",
    "\n",
    "\xE6\xB9",
    "\xFF",
    "\U00020000",
    "\U0001F600",
    "\uE000",
    "word ",
    "1,234.56",
    "湖南工艺美术职业教育集团",
    "\u3000\u3000",
};

static const char *const roles[] = {"body",    "title", "number",  "addressee",
                                    "heading", "item",  "contact", "annex",
                                    "signer",  "date",  "unknown"};

static void add_hex(struct str *sql, const char *bytes)
{
    str_add(sql, "CAST(x'");
    for (; *bytes; bytes++)
        str_addf(sql, "%02x", (unsigned char)*bytes);
    str_add(sql, "' AS TEXT)");
}

/* A notice of `blocks` random blocks; where a block has a raw line, its text
 * is that line without some pieces. */
static char *hostile(int blocks)
{
    struct str sql = {0}, text = {0}, raw = {0};
    char *path;

    str_add(&sql, "DELETE FROM block;DELETE FROM citation;");
    for (int i = 0; i < blocks; i++) {
        uint32_t n = below(5) ? below(30) : 0;

        str_truncate(&text, 0);
        str_truncate(&raw, 0);
        for (uint32_t k = 0; k < n; k++) {
            const char *piece = pieces[below(ARRAY_LEN(pieces))];

            str_add(&raw, piece);
            if (below(4))
                str_add(&text, piece);
        }
        str_addf(&sql, "INSERT INTO block VALUES(1,%d,'%s',%u,", i + 1,
                 roles[below(ARRAY_LEN(roles))], below(5));
        add_hex(&sql, str_text(&text));
        str_addc(&sql, ',');
        if (below(2))
            add_hex(&sql, str_text(&raw));
        else
            str_add(&sql, "NULL");
        str_add(&sql, ");");
    }
    path = fixture_edition_with("hostile.db", SCHEMA_VERSION, str_text(&sql));
    str_clear(&sql);
    str_clear(&text);
    str_clear(&raw);
    return path;
}

/* Outside the pane's rectangle the canvas stays blank. */
static void assert_inside(const struct canvas *c, struct rect r)
{
    for (int row = 0; row < c->rows; row++) {
        for (int column = 0; column < c->columns; column++) {
            if (row >= r.row && row < r.row + r.rows && column >= r.column &&
                column < r.column + r.columns)
                continue;
            if (canvas_cell(c, row, column)->base != ' ')
                fail_msg("drawn outside: row %d, column %d", row, column);
        }
    }
}

static void draw(struct pane *p, struct canvas *c, struct rect r,
                 enum ambiguous ambiguous, const struct light *light)
{
    canvas_init(c, r.row + r.rows + 2, r.column + r.columns + 3, ambiguous);
    pane_resize(p, r, ambiguous);
    pane_draw(p, c, true, light);
    picture_is_whole(c);
    assert_inside(c, r);
}

static void press(struct pane *p)
{
    static const enum action actions[] = {
        ACTION_UP,           ACTION_DOWN,        ACTION_PAGE_UP,
        ACTION_PAGE_DOWN,    ACTION_HALF_UP,     ACTION_HALF_DOWN,
        ACTION_HOME,         ACTION_END,         ACTION_LINK_NEXT,
        ACTION_LINK_NEXT,    ACTION_LINK_PREV,   ACTION_SECTION_NEXT,
        ACTION_SECTION_PREV, ACTION_MEASURE,     ACTION_RAW,
        ACTION_OPEN,         ACTION_SCROLL_DOWN,
    };
    size_t count = notice_block_count(notice_pane_notice(p));
    uint32_t what = below(ARRAY_LEN(actions) + 3);

    if (what < ARRAY_LEN(actions))
        pane_handle(p, actions[what]);
    else if (what == ARRAY_LEN(actions))
        notice_pane_goto_percent(p, (int)below(120));
    else
        notice_pane_reveal(p, below((uint32_t)count), below(400), below(60));
}

static void whatever_is_pressed_the_picture_is_whole(void **state)
{
    static const char *const queries[] = {"hn", "33", "，", "\"", "e"};
    struct err e = {0};

    (void)state;
    for (int walk = 0; walk < 12; walk++) {
        struct query *q;
        struct light light;
        struct edition *ed;
        struct pane *p;
        char *path;

        seed = (uint32_t)walk * 7919u + 1;
        path = hostile(5 + walk * 8);
        ed = edition_open(path, &e);
        if (!ed)
            fail_msg("%s", e.msg);
        p = notice_pane_new(ed);
        assert_true(notice_pane_show(p, 0, &e));
        q = query_new(queries[walk % 5], strlen(queries[walk % 5]), NULL, &e);
        assert_non_null(q);
        light = (struct light){
            .query = q, .notice = notice_pane_notice(p), .start = SIZE_MAX};
        for (int step = 0; step < 250; step++) {
            struct rect r = {(int)below(3), (int)below(4), 1 + (int)below(20),
                             1 + (int)below(step % 9 ? 70 : 8)};
            enum ambiguous ambiguous =
                below(2) ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
            struct canvas first, second;

            if (step % 5)
                r.column = r.row = 0;
            draw(p, &first, r, ambiguous, &light);
            draw(p, &second, r, ambiguous, &light);
            assert_true(canvas_equal(&first, &second));
            canvas_clear(&first);
            canvas_clear(&second);
            press(p);
        }
        pane_destroy(p);
        query_free(q);
        edition_close(ed);
        free(path);
    }
}

/* Up undoes down, wherever they begin. */
static void up_undoes_down(void **state)
{
    struct err e = {0};
    struct edition *ed;
    struct pane *p;
    char *path;

    (void)state;
    seed = 42;
    path = hostile(40);
    ed = edition_open(path, &e);
    assert_non_null(ed);
    p = notice_pane_new(ed);
    assert_true(notice_pane_show(p, 0, &e));
    for (int step = 0; step < 300; step++) {
        struct rect r = {0, 0, 2 + (int)below(9), 10 + (int)below(60)};
        struct canvas before, after;
        int lines = 0;

        press(p);
        draw(p, &before, r, AMBIGUOUS_NARROW, NULL);
        for (uint32_t n = below(30); n > 0; n--)
            lines += pane_handle(p, ACTION_DOWN) == PANE_CHANGED;
        for (; lines > 0; lines--)
            assert_int_equal(pane_handle(p, ACTION_UP), PANE_CHANGED);
        draw(p, &after, r, AMBIGUOUS_NARROW, NULL);
        if (!canvas_equal(&before, &after))
            fail_msg("step %d: %s", step, picture(&after));
        canvas_clear(&before);
        canvas_clear(&after);
    }
    pane_destroy(p);
    edition_close(ed);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_pressed_the_picture_is_whole),
        cmocka_unit_test(up_undoes_down),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
