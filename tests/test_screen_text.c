/*
 * test_screen_text.c - what the real program shows of a notice on a terminal:
 * at every width from 20 to 132, with ambiguous characters of one column and
 * of two, its rows joined are the notice's text, nothing lost and nothing
 * twice, no mark stands where a line may not have it, and line after line
 * scrolls by as it stands in the whole.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/notice.h"
#include "tests/fixture.h"
#include "tests/vt.h"
#include "text/clean.h"

#define WHOLE       200 /* rows: enough for the whole notice */
#define BLOCKS_MOST 128
#define ROWS_MOST   WHOLE

/* ---- the text that must be shown ---- */

struct source {
    struct clean blocks[BLOCKS_MOST];
    size_t count;
};

static void source_read(struct source *s, const char *path)
{
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);
    struct notice *n;

    if (!ed)
        fail_msg("%s", e.msg);
    n = notice_open(ed, 0, &e);
    if (!n)
        fail_msg("%s", e.msg);
    *s = (struct source){.count = notice_block_count(n)};
    assert_true(s->count > 0 && s->count <= BLOCKS_MOST);
    for (size_t i = 0; i < s->count; i++) {
        const struct block *b = notice_block(n, i, &e);

        assert_non_null(b);
        clean_text(&s->blocks[i], b->text, b->len, CLEAN_SCREEN);
    }
    notice_close(n);
    edition_close(ed);
}

static void source_clear(struct source *s)
{
    for (size_t i = 0; i < s->count; i++)
        clean_clear(&s->blocks[i]);
}

/* ---- the rows that are shown ---- */

struct rows {
    char *items[ROWS_MOST];
    size_t count;
};

static void rows_clear(struct rows *r)
{
    for (size_t i = 0; i < r->count; i++)
        free(r->items[i]);
    *r = (struct rows){0};
}

/* Bytes of the blank at `s`, 0 where there is none. */
static size_t blank_len(const char *s)
{
    if (*s == ' ')
        return 1;
    return strncmp(s, "\u3000", 3) == 0 ? 3 : 0;
}

static const char *past_blanks(const char *s)
{
    for (size_t n; (n = blank_len(s)) > 0;)
        s += n;
    return s;
}

static void trim(char *s)
{
    size_t len = strlen(s);

    for (;;) {
        if (len > 0 && s[len - 1] == ' ')
            len--;
        else if (len >= 3 && blank_len(s + len - 3) == 3)
            len -= 3;
        else
            break;
    }
    s[len] = '\0';
}

/* The rows between title bar and bottom line, without the empty ones after
 * the text. */
static void rows_read(struct rows *r, const struct vt *vt, int rows)
{
    *r = (struct rows){0};
    for (int row = 1; row < rows - 1; row++) {
        r->items[r->count] = vt_row(vt, row);
        trim(r->items[r->count++]);
    }
    while (r->count > 0 && *r->items[r->count - 1] == '\0')
        free(r->items[--r->count]);
}

/* ---- what must hold ---- */

static const char *const never_first[] = {
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "」",
    "』", "】", "〕", "”",  "’",  "％", "%",  "·",  "•",  "～",
    "－", "–",  "—",  "…",  "/",  "／", "々", "〉", "·",
};

static const char *const never_last[] = {
    "（", "《", "「", "『", "【", "〔", "“", "‘", "〈",
};

static bool begins_with_one_of(const char *s, const char *const *marks,
                               size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strncmp(s, marks[i], strlen(marks[i])) == 0)
            return true;
    }
    return false;
}

static bool ends_with_one_of(const char *s, const char *const *marks, size_t n)
{
    size_t len = strlen(s);

    for (size_t i = 0; i < n; i++) {
        size_t size = strlen(marks[i]);

        if (len >= size && strcmp(s + len - size, marks[i]) == 0)
            return true;
    }
    return false;
}

static void complain(const struct vt *vt, const char *row, const char *what)
{
    vt_print(vt);
    fail_msg("%s: %s", what, row);
}

/* The rows joined are the blocks, one after the other. */
static void assert_is_text(const struct vt *vt, const struct rows *r,
                           const struct source *s)
{
    size_t block = 0;
    const char *rest = s->blocks[0].text;

    for (size_t i = 0; i < r->count; i++) {
        const char *row = past_blanks(r->items[i]);
        size_t len = strlen(row);
        bool is_first;

        rest = past_blanks(rest);
        if (*rest == '\0' && block + 1 < s->count)
            rest = past_blanks(s->blocks[++block].text);
        is_first = rest == past_blanks(s->blocks[block].text);
        if (len == 0 && is_first)
            continue;
        if (len == 0 || strncmp(rest, row, len) != 0)
            complain(vt, row, "this is not what comes next");
        rest += len;
        if (!is_first &&
            begins_with_one_of(row, never_first, ARRAY_LEN(never_first)))
            complain(vt, row, "a line begins with this");
        if (*past_blanks(rest) != '\0' &&
            ends_with_one_of(row, never_last, ARRAY_LEN(never_last)))
            complain(vt, row, "a line ends with this");
    }
    if (*past_blanks(rest) != '\0' || block + 1 != s->count)
        complain(vt, rest, "this is not shown");
}

/* ---- the program ---- */

static struct vt *start(const char *path, int rows, int columns, int ambiguous)
{
    const char *argv[] = {"./gongwen", path, NULL};
    static const char *const env[] = {"LANG=zh_CN.UTF-8", "LC_ALL=C.UTF-8",
                                      NULL};
    struct vt_options o = {
        .argv = argv,
        .env = env,
        .rows = rows,
        .columns = columns,
        .ambiguous = ambiguous,
    };
    struct vt *vt = vt_start(&o);

    vt_rest(vt);
    return vt;
}

static void quit(struct vt *vt)
{
    vt_type(vt, "Q");
    assert_int_equal(vt_wait_exit(vt), 0);
    vt_stop(vt);
}

/* All of the notice at every width, or at every one of `step`, the measure of
 * 28 characters and the full width by turns, a size of quite another kind
 * between. */
static void check_widths(const char *path, const struct source *s,
                         int ambiguous, int step)
{
    struct vt *vt = start(path, WHOLE, 132, ambiguous);

    vt_type(vt, "1z");
    vt_rest(vt); /* not in a window that has room for one pane alone */
    for (int columns = 132; columns >= 20; columns -= step) {
        struct rows rows;

        vt_type(vt, "w");
        vt_resize(vt, 5 + columns % 19, 152 - columns);
        vt_rest(vt);
        vt_assert_whole(vt);
        vt_resize(vt, WHOLE, columns);
        vt_type(vt, "g");
        vt_rest(vt);
        vt_assert_whole(vt);
        rows_read(&rows, vt, WHOLE);
        assert_is_text(vt, &rows, s);
        rows_clear(&rows);
        vt_assert_repaints_same(vt);
    }
    quit(vt);
}

/* On `rows` rows, line after line and back, what the whole has there. */
static void check_scrolling(struct vt *vt, const struct rows *whole, int rows)
{
    size_t height = (size_t)rows - 2;
    size_t steps = whole->count > height ? whole->count - height : 0;

    for (size_t k = 0; k <= 2 * steps; k++) {
        size_t top = k <= steps ? k : 2 * steps - k;
        struct rows shown;

        vt_rest(vt);
        vt_assert_whole(vt);
        rows_read(&shown, vt, rows);
        for (size_t i = 0; i < shown.count; i++) {
            if (strcmp(shown.items[i], whole->items[top + i]) != 0)
                complain(vt, whole->items[top + i], "this is not shown");
        }
        for (size_t i = shown.count; i < height; i++) {
            if (top + i < whole->count && *whole->items[top + i] != '\0')
                complain(vt, whole->items[top + i], "this is missing");
        }
        rows_clear(&shown);
        vt_type(vt, k < steps ? "j" : "k");
    }
    vt_assert_repaints_same(vt);
}

static void check_all_scrolling(const char *path, int ambiguous)
{
    static const int widths[] = {20, 33, 79, 100};
    struct vt *vt = start(path, WHOLE, 80, ambiguous);

    vt_type(vt, "1z");
    vt_rest(vt); /* not in a window that has room for one pane alone */
    for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
        struct rows whole;
        int rows = 7 + 5 * (int)i;

        vt_resize(vt, WHOLE, widths[i]);
        vt_type(vt, "g");
        vt_rest(vt);
        rows_read(&whole, vt, WHOLE);
        vt_resize(vt, rows, widths[i]);
        check_scrolling(vt, &whole, rows);
        rows_clear(&whole);
    }
    quit(vt);
}

/* ---- the notices ---- */

/* Paragraphs of all that is hard, after the fixture's own. */
static char *hard_notice(void)
{
    static const char sql[] =
        "INSERT INTO block(notice_id,seq,role,level,text) VALUES"
        "(1,21,'body',0,'按照——也就是说——规定执行……等等……为止。'),"
        "(1,22,'body',0,'共投入１，２３４．５６万元，约占３．１４％左右，涨幅"
        "±5个百分点。'),"
        "(1,23,'body',0,'咨询电话：010-66097741、400-810-8888转123；传真：（010"
        "）66097742。'),"
        "(1,24,'body',0,'请登录http://www.moe.gov.cn:8080/a/b.php?x=1&y=2#top。"
        "（网址：https://jth.chinazy.org/）查询。'),"
        "(1,25,'body',0,'　　张　三、李　四；買買提·艾力，2020～2023年、"
        "2020—2023年，人人々都“‘可以’参加”。'),"
        "(1,26,'body',0,'第Ⅰ类①②③项，Ⅳ级；25℃×π≈78，见※注。'),"
        "(1,27,'body',0,'𠀀𠀁𠀂、豈更車賈、"
        "葛󠄀城市葛󠄁飾区、é、각각'),"
        "(1,28,'item',0,'（一二三四五六七八九十一二三四五六七八九十）'),"
        "(1,29,'body',0,'C++ and C# words with \"quotes\" and e.g. Wi-Fi, "
        "TCP/IP, don''t.'),"
        "(1,30,'body',0,char(27)||'[2J'||char(9)||char(8238)||'甲'||char(7));";
    char *path = fixture_edition("hard.db");

    fixture_alter(path, sql);
    return path;
}

static void check(const char *path, int ambiguous, int step)
{
    struct source s;

    source_read(&s, path);
    check_widths(path, &s, ambiguous, step);
    check_all_scrolling(path, ambiguous);
    source_clear(&s);
}

static void all_of_the_bundled_notice_is_shown(void **state)
{
    (void)state;
    check("data/gongwen.db", 1, 1);
    check("data/gongwen.db", 2, 1);
}

static void all_of_a_hard_notice_is_shown(void **state)
{
    char *path = hard_notice();

    (void)state;
    check(path, 1, 3); /* odd and even widths */
    check(path, 2, 3);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_the_bundled_notice_is_shown),
        cmocka_unit_test(all_of_a_hard_notice_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
