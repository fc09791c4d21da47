/*
 * Last lines against an exhaustive search: of all ways to break a paragraph
 * at legal places (text/break.h) into as many lines as it has, does one end
 * with two Han characters where the layout does not? Marks and Han characters
 * are told by lists of this file's own.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/break.h"
#include "text/cluster.h"
#include "text/layout.h"
#include "text/utf8.h"

#define PARAGRAPHS 700
#define LINES_MOST 96

struct random {
    uint64_t state;
};

/* A number below `n` (xorshift64*, Vigna 2016). */
static unsigned below(struct random *r, unsigned n)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return (unsigned)((r->state * 0x2545F4914F6CDD1DULL) >> 33) % n;
}

static void add_word(struct random *r, struct str *out)
{
    static const char *const words[] = {
        "各地",
        "有关单位",
        "要",
        "认真",
        "学习",
        "示范性",
        "职业教育",
        "集团",
        "名单",
        "于",
        "2031年3月5日",
        "前",
        "报送",
        "第33号",
        "某教发〔2031〕5号",
        "（联盟）",
        "《管理办法》",
        "“双师型”",
        "——",
        "……",
        "等",
        "50%",
        "010-66097741",
        "http://www.example/a/b/",
        "jth@a.example",
        "A4",
        "的",
        "1,234.56",
        "万元",
        "甲市",
        "人人々",
        "和",
        "G20",
        "·",
        "a",
        "7",
    };

    str_add(out, words[below(r, ARRAY_LEN(words))]);
}

static void random_text(struct random *r, struct str *out)
{
    static const char *const marks[] = {"，", "，", "、", "。", "；",
                                        "：", " ",  "”",  "）", "！"};

    str_truncate(out, 0);
    for (unsigned n = 2 + below(r, 40); n > 0; n--) {
        add_word(r, out);
        if (below(r, 3) == 0)
            str_add(out, marks[below(r, ARRAY_LEN(marks))]);
    }
    if (below(r, 2))
        str_add(out, "。");
}

static bool is_han(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || cp == 0x3005;
}

static bool is_alnum(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') ||
           (cp >= 'a' && cp <= 'z');
}

/* Whether the text from `at` on is a last line as it should be. */
static bool is_good_end(const struct str *s, size_t at)
{
    unsigned han = 0, others = 0;
    uint32_t cp;

    for (; at < s->len; at += utf8_decode(s->text + at, s->len - at, &cp)) {
        (void)utf8_decode(s->text + at, s->len - at, &cp);
        han += is_han(cp);
        others += is_alnum(cp);
    }
    return han >= 2 || (han == 0 && others >= 2);
}

/* Columns of the text from one byte to another, blanks at the end aside. */
static int columns_of(const struct str *s, size_t from, size_t to,
                      enum ambiguous ambiguous)
{
    while (to > from && s->text[to - 1] == ' ')
        to--;
    return cluster_columns(s->text + from, to - from, ambiguous);
}

/* Whether there are legal breaks into `lines` lines with a good end. */
static bool can_end_well(const struct str *s, const struct layout_form *form,
                         size_t lines)
{
    unsigned char *kinds = xcalloc(s->len + 1, 1);
    bool *now = xcalloc(s->len + 1, sizeof(*now));
    bool *next = xcalloc(s->len + 1, sizeof(*next));
    bool found = false;

    break_find(s->text, s->len, kinds);
    now[0] = true;
    for (size_t k = 0; k + 1 < lines; k++) {
        int room = form->width - (k == 0 ? form->first_indent : 0);

        memset(next, 0, s->len + 1);
        for (size_t from = 0; from < s->len; from++) {
            for (size_t to = from + 1; now[from] && to < s->len; to++) {
                if (kinds[to] != BREAK_ALLOWED)
                    continue;
                if (columns_of(s, from, to, form->ambiguous) > room)
                    break;
                next[to] = true;
            }
        }
        memcpy(now, next, s->len + 1);
    }
    for (size_t from = 0; from < s->len; from++)
        found = found ||
                (now[from] && is_good_end(s, from) &&
                 columns_of(s, from, s->len, form->ambiguous) <= form->width);
    free(kinds);
    free(now);
    free(next);
    return found;
}

/* Check one paragraph; returns whether its end is good. */
static bool check(const struct str *s, const struct layout_form *form)
{
    struct layout *l = layout_new(s->text, s->len, form);
    size_t lines = layout_count(l);
    size_t last = layout_line(l, lines - 1)->start;
    bool is_good = lines == 1 || is_good_end(s, last);

    if (!is_good && lines < LINES_MOST && can_end_well(s, form, lines))
        fail_msg("%d columns, ambiguous %d: |%s| ends %s", form->width,
                 (int)form->ambiguous, s->text + last, s->text);
    layout_free(l);
    return is_good;
}

static void no_other_breaks_have_a_better_last_line(void **state)
{
    struct random r = {20311};
    struct str s = {0};
    size_t good = 0, all = 0;

    (void)state;
    for (int i = 0; i < PARAGRAPHS; i++) {
        random_text(&r, &s);
        for (int k = 0; k < 12; k++) {
            struct layout_form form = {
                .width = 20 + (int)below(&r, 113),
                .first_indent = below(&r, 2) ? 4 : 0,
                .ambiguous = k % 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW,
            };

            good += check(&s, &form);
            all++;
        }
    }
    str_clear(&s);
    /* Or the search would say that nothing can be done of anything. */
    assert_true(all - good < all / 50);
}

/* One text at all widths, cut at each of its characters, so that every kind
 * of ending comes. */
static void no_width_leaves_an_orphan_that_could_be_helped(void **state)
{
    static const char text[] =
        "各省、自治区、直辖市教育厅（教委），各计划单列市教育局，新疆生产建设"
        "兵团教育局：现将《关于做好2031年工作的通知》（某教发〔2031〕5号）印发"
        "给你们，请于3月31日前报送材料，联系电话：010-66097741。";

    (void)state;
    for (size_t len = sizeof(text) - 1; len > 60;) {
        struct str s = {0};

        str_append(&s, text, len);
        for (int width = 20; width <= 132; width += len % 2 ? 1 : 5) {
            struct layout_form form = {.width = width,
                                       .first_indent = 4,
                                       .ambiguous = AMBIGUOUS_NARROW};

            (void)check(&s, &form);
            form.ambiguous = AMBIGUOUS_WIDE;
            (void)check(&s, &form);
        }
        str_clear(&s);
        len = utf8_prev(text, len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_other_breaks_have_a_better_last_line),
        cmocka_unit_test(no_width_leaves_an_orphan_that_could_be_helped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
