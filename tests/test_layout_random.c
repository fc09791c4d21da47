/*
 * Random paragraphs at random widths against what a reader would call wrong,
 * told without the code under test: the lists of marks are written out here,
 * and whether a bad line was forced is found by trying every other end of it.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/break.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/layout.h"
#include "text/utf8.h"

#define PARAGRAPHS 6000

static const char never_first[] =
    "，。、；：？！）》」』】〕”’%％·•～－–—…／/々〉〗!),.:;?]}"
    "゛゜ゝゞ゠・ーヽヾ〜〻〞〟〙〛］｝｠｡｣､･‧‐‰‱‼‽⁇⁈⁉";
static const char never_last[] = "（《「『【〔“‘〈〖([{〘〚〝［｛｟｢";
static const char dashes[] = "—…―‥⋯⸺⸻";

/* ---- random text ---- */

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

static void add_code(struct str *out, uint32_t cp)
{
    char bytes[UTF8_MAX];

    str_append(out, bytes, utf8_encode(cp, bytes));
}

static void add_one_of(struct random *r, struct str *out, const char *set)
{
    size_t n = utf8_count(set, strlen(set));
    size_t at = utf8_offset(set, strlen(set), below(r, (unsigned)n));
    uint32_t cp;

    (void)utf8_decode(set + at, strlen(set) - at, &cp);
    add_code(out, cp);
}

static void add_han(struct random *r, struct str *out)
{
    for (unsigned n = 1 + below(r, 9); n > 0; n--)
        add_code(out, 0x4E00 + below(r, 0x5000));
}

static void add_digits(struct random *r, struct str *out)
{
    uint32_t zero = below(r, 4) == 0 ? 0xFF10 : '0';

    for (unsigned n = 1 + below(r, 12); n > 0; n--)
        add_code(out, zero + below(r, 10));
}

static void add_token(struct random *r, struct str *out)
{
    static const char *const tokens[] = {
        "1,234.56",
        "010-66097741",
        "（010）66097741",
        "〔2020〕33号",
        "教职成司函〔2019〕92号",
        "[2020]4号",
        "http://www.moe.gov.cn/s78/A07/A07_sjhj/202010/t20201016_495041.html",
        "jth@chinazy.org",
        "jth.chinazy.org",
        "well-known",
        "supercalifragilisticexpialidocious",
        "“双减”",
        "‘十四五’",
        "——",
        "……",
        "2020—2023年",
        "don’t",
        "50%",
        "５０％",
        "８：３０",
    };

    str_add(out, tokens[below(r, ARRAY_LEN(tokens))]);
}

static void add_hostile(struct random *r, struct str *out)
{
    static const uint32_t hostile[] = {
        0x202E,  0x200B,  0x200D, 0x0301, 0xFE0F, 0xE0100, 0x1F1E8, 0x1F1F3,
        0x1F600, 0x1F3FB, 0x1100, 0x1161, 0x0E01, 0x0E33,  0x0915,  0x094D,
        0xAC00,  0x00A0,  0xFEFF, 0x3099, 0x4DC0, 0xE000,  0x2028,  0x1B,
        0xFFFD,  0x3042,  0x30FC, 0x2002, 0x20AC, 0x2116,  0x30000, 0x10FFFF,
    };

    if (below(r, 4) == 0)
        add_code(out, below(r, 0x110000));
    else
        add_code(out, hostile[below(r, ARRAY_LEN(hostile))]);
}

static void add_piece(struct random *r, struct str *out)
{
    switch (below(r, 9)) {
    case 0:
    case 1:
    case 2:
        add_han(r, out);
        break;
    case 3:
        add_one_of(r, out, never_first);
        break;
    case 4:
        add_one_of(r, out, never_last);
        break;
    case 5:
        add_digits(r, out);
        break;
    case 6:
        add_token(r, out);
        break;
    case 7:
        add_one_of(r, out, "  　abcxyz.-,:!'\"()[]{}<>@#$&*+=_~|\\^`?;");
        break;
    default:
        add_hostile(r, out);
        break;
    }
}

static void random_text(struct random *r, struct clean *out)
{
    struct str raw = {0};

    for (unsigned n = 1 + below(r, 30); n > 0; n--)
        add_piece(r, &raw);
    clean_text(out, raw.text, raw.len, CLEAN_SCREEN);
    str_clear(&raw);
}

/* ---- what a reader sees ---- */

/* One cluster of the text. */
struct spot {
    size_t at, end;
    int columns;
    uint32_t cp;
    bool is_blank, is_first_bad, is_last_bad, is_digit, is_han;
};

struct view {
    struct spot *spots;
    size_t count;
};

static bool is_in(const char *set, uint32_t cp)
{
    char bytes[UTF8_MAX + 1] = {0};

    if (cp == 0)
        return false;
    bytes[utf8_encode(cp, bytes)] = '\0';
    return strstr(set, bytes) != NULL;
}

static void look(struct view *v, const char *s, size_t len,
                 enum ambiguous ambiguous)
{
    v->spots = xcalloc(len + 1, sizeof(*v->spots));
    v->count = 0;
    for (size_t at = 0; at < len;) {
        struct spot *p = &v->spots[v->count++];
        struct cluster c = cluster_at(s + at, len - at, ambiguous);
        char bytes[UTF8_MAX];

        (void)utf8_decode(s + at, len - at, &p->cp);
        p->at = at;
        p->end = at + c.len;
        p->columns = c.columns;
        p->is_blank =
            c.len == utf8_encode(p->cp, bytes) &&
            (is_in(" \u3000\u2002", p->cp) ||
             (p->cp >= 0x2000 && p->cp <= 0x200A && p->cp != 0x2007) ||
             p->cp == 0x205F || p->cp == 0x1680);
        p->is_first_bad = is_in(never_first, p->cp);
        p->is_last_bad = is_in(never_last, p->cp);
        p->is_digit = (p->cp >= '0' && p->cp <= '9') ||
                      (p->cp >= 0xFF10 && p->cp <= 0xFF19);
        p->is_han = p->cp >= 0x4E00 && p->cp <= 0x9FFF;
        at = p->end;
    }
}

/* The last spot before `i` that is no blank, `i` where there is none. */
static size_t before_blanks(const struct view *v, size_t i)
{
    size_t k = i;

    while (k > 0 && v->spots[k - 1].is_blank)
        k--;
    return k > 0 ? k - 1 : i;
}

static bool is_letter(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

/* How bad it is to begin a line with spot `i` > 0. */
enum badness { FINE, DASH_FIRST, WORD_SPLIT, NUMBER_SPLIT, UNCLEAR, BAD };

static enum badness badness_of(const struct view *v, size_t i)
{
    const struct spot *here = &v->spots[i], *left = &v->spots[i - 1];
    size_t last = before_blanks(v, i);
    bool is_dash = is_in(dashes, here->cp);

    if (here->is_blank || last == i)
        return BAD; /* blanks go with the line before; an indent is no line */
    if (!left->is_blank && !uc_is_grapheme_break(left->cp, here->cp))
        return BAD; /* one character in several cells */
    if (v->spots[last].is_last_bad || (is_dash && left->cp == here->cp))
        return BAD;
    if (is_dash)
        return DASH_FIRST;
    if (here->is_first_bad)
        return BAD;
    if (here->is_digit && left->is_digit)
        return NUMBER_SPLIT;
    if (is_letter(here->cp) && is_letter(left->cp))
        return WORD_SPLIT;
    if (here->is_han && (left->is_han || is_in("，。；、）》", left->cp)))
        return FINE;
    return UNCLEAR;
}

/* Whether spots from `i` up to `end`, blanks at the end aside, fit. */
static bool fits(const struct view *v, size_t i, size_t end, int room)
{
    int columns = 0;

    while (end > i && v->spots[end - 1].is_blank)
        end--;
    for (; i < end; i++)
        columns += v->spots[i].columns;
    return columns <= room;
}

/* The least bad end that a line from spot `i` could have had. */
static enum badness least_bad(const struct view *v, size_t i, int room)
{
    enum badness least = BAD;

    for (size_t end = i + 1; end < v->count; end++) {
        if (!fits(v, i, end, room))
            break;
        if (badness_of(v, end) < least)
            least = badness_of(v, end);
    }
    return least;
}

/* The fewest lines' starts with a forbidden mark that any layout has. */
static size_t fewest_bad(const struct view *v, int room)
{
    size_t *fewest = xcalloc(v->count + 1, sizeof(*fewest));
    size_t result;

    for (size_t i = v->count; i-- > 0;) {
        fewest[i] = SIZE_MAX;
        for (size_t end = i + 1; end <= v->count; end++) {
            size_t n;

            if (!fits(v, i, end, room))
                break;
            if (end < v->count && v->spots[end].is_blank)
                continue;
            n = fewest[end] +
                (end < v->count && badness_of(v, end) == BAD ? 1 : 0);
            if (n < fewest[i])
                fewest[i] = n;
        }
    }
    result = fewest[0];
    free(fewest);
    return result;
}

/* ---- the checks ---- */

struct paragraph {
    struct clean text;
    struct view view;
    struct layout_form form;
    uint64_t seed;
};

static void complain(const struct paragraph *p, const struct layout_line *line,
                     const char *what)
{
    fail_msg("seed %llu, %d columns, ambiguous %d: %s: line |%.*s| of\n%s",
             (unsigned long long)p->seed, p->form.width, (int)p->form.ambiguous,
             what, (int)(line->end - line->start), p->text.text + line->start,
             p->text.text);
}

/* The spot that begins at byte `at`; count at the end; it must be one. */
static size_t spot_at(const struct paragraph *p, const struct layout_line *line,
                      size_t at)
{
    for (size_t i = 0; i < p->view.count; i++) {
        if (p->view.spots[i].at == at)
            return i;
    }
    if (at != p->text.len)
        complain(p, line, "an edge inside a character");
    return p->view.count;
}

/* The room of lines is the same in these paragraphs but for the first. */
static int room_of(const struct paragraph *p, size_t index)
{
    return p->form.width - (index == 0 ? p->form.first_indent : 0);
}

static void check_end(const struct paragraph *p, const struct layout_line *line,
                      size_t from, size_t next, int room)
{
    enum badness bad = badness_of(&p->view, next), least;

    /* What is unclear may be as good as it gets: a word's end, say. */
    if (bad == UNCLEAR)
        return;
    least = least_bad(&p->view, from, room);
    if (least < bad)
        complain(p, line, "a bad end that was not forced");
}

/* A character is alone on the last line though the line before could have
 * been broken between two Han characters. */
static void check_last(const struct paragraph *p,
                       const struct layout_line *line, size_t from, size_t next)
{
    const struct view *v = &p->view;
    size_t shown = 0;

    for (size_t i = next; i < v->count; i++)
        shown += !v->spots[i].is_blank;
    if (shown != 1)
        return;
    for (size_t i = from + 1; i < next; i++) {
        if (badness_of(v, i) == FINE && badness_of(v, next) == FINE &&
            fits(v, i, v->count, p->form.width))
            complain(p, line, "leaves a character alone");
    }
}

static void check_columns(const struct paragraph *p,
                          const struct layout_line *line, size_t index)
{
    int columns = cluster_columns(p->text.text + line->start,
                                  line->end - line->start, p->form.ambiguous);

    if (columns != line->columns || columns > room_of(p, index))
        complain(p, line, "wider than the line");
}

static void check_paragraph(struct paragraph *p, struct layout *l)
{
    size_t shown = 0, bad = 0, from = 0;
    const struct layout_line *line;
    struct layout_line last = {0};

    for (size_t i = 0; (line = layout_line(l, i)) != NULL; i++) {
        size_t start = spot_at(p, line, line->start);

        (void)spot_at(p, line, line->end);
        if (line->start < shown)
            complain(p, line, "shown twice");
        for (size_t k = spot_at(p, line, shown); k < start; k++) {
            if (!p->view.spots[k].is_blank)
                complain(p, line, "something is lost before it");
        }
        check_columns(p, line, i);
        if (i > 0) {
            check_end(p, &last, from, start, room_of(p, i - 1));
            bad += badness_of(&p->view, start) == BAD;
        }
        from = start;
        shown = line->end;
        last = *line;
    }
    for (size_t k = spot_at(p, &last, shown); k < p->view.count; k++) {
        if (!p->view.spots[k].is_blank)
            complain(p, &last, "something is lost after it");
    }
    if (layout_count(l) > 1) {
        const struct layout_line *before = layout_line(l, layout_count(l) - 2);

        check_last(p, before, spot_at(p, before, before->start), from);
    }
    if (p->form.first_indent == 0 && bad > fewest_bad(&p->view, p->form.width))
        complain(p, &last, "more bad ends than needed");
}

static void random_paragraph(struct paragraph *p, uint64_t seed)
{
    struct random r = {seed * 0x9E3779B97F4A7C15ULL + 1};

    *p = (struct paragraph){.seed = seed};
    (void)below(&r, 2);
    random_text(&r, &p->text);
    p->form.width =
        2 + (int)(below(&r, 3) == 0 ? below(&r, 16) : below(&r, 131));
    p->form.ambiguous = below(&r, 2) ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    if (below(&r, 2) && p->form.width >= 8)
        p->form.first_indent = 4;
    look(&p->view, p->text.text, p->text.len, p->form.ambiguous);
}

static void paragraph_clear(struct paragraph *p)
{
    free(p->view.spots);
    clean_clear(&p->text);
}

static void random_paragraphs_are_laid_out_right(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PARAGRAPHS; seed++) {
        struct paragraph p;
        struct layout *l;

        random_paragraph(&p, seed);
        l = layout_new(p.text.text, p.text.len, &p.form);
        check_paragraph(&p, l);
        layout_free(l);
        paragraph_clear(&p);
    }
}

/* Whether two layouts have the same line `i`. */
static bool same_line(struct layout *a, struct layout *b, size_t i)
{
    const struct layout_line *x = layout_line(a, i), *y = layout_line(b, i);

    if (!x || !y)
        return x == y;
    return x->start == y->start && x->end == y->end && x->indent == y->indent &&
           x->columns == y->columns;
}

static void the_order_of_asking_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PARAGRAPHS / 4; seed++) {
        struct random r = {seed};
        struct paragraph p;
        struct layout *a, *b;
        size_t count;

        random_paragraph(&p, seed);
        a = layout_new(p.text.text, p.text.len, &p.form);
        b = layout_new(p.text.text, p.text.len, &p.form);
        layout_set_piece(b, 1 + below(&r, 40));
        count = layout_count(a);
        for (int k = 0; k < 8; k++) {
            size_t i = below(&r, (unsigned)count + 2);
            size_t offset = below(&r, (unsigned)p.text.len + 2);

            if (!same_line(b, a, i))
                fail_msg("seed %llu, line %zu", (unsigned long long)seed, i);
            assert_int_equal(layout_find(b, offset), layout_find(a, offset));
        }
        assert_int_equal(layout_count(b), count);
        layout_free(a);
        layout_free(b);
        paragraph_clear(&p);
    }
}

static void another_width_and_back_gives_the_same_lines(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PARAGRAPHS / 4; seed++) {
        struct random r = {seed};
        struct paragraph p;
        struct layout *first, *again;
        int width;

        random_paragraph(&p, seed);
        width = p.form.width;
        first = layout_new(p.text.text, p.text.len, &p.form);
        (void)layout_count(first);
        for (int k = 0; k < 3; k++) {
            struct layout *other;

            p.form.width = 2 + (int)below(&r, 131);
            other = layout_new(p.text.text, p.text.len, &p.form);
            (void)layout_find(other, below(&r, (unsigned)p.text.len + 1));
            layout_free(other);
        }
        p.form.width = width;
        again = layout_new(p.text.text, p.text.len, &p.form);
        for (size_t i = 0; i <= layout_count(first); i++) {
            if (!same_line(first, again, i))
                fail_msg("seed %llu, line %zu", (unsigned long long)seed, i);
        }
        layout_free(first);
        layout_free(again);
        paragraph_clear(&p);
    }
}

static void random_titles_lose_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PARAGRAPHS / 4; seed++) {
        struct paragraph p;
        struct layout *plain, *title;
        const struct layout_line *line;
        size_t shown = 0;

        random_paragraph(&p, seed);
        p.form.first_indent = 0;
        plain = layout_new(p.text.text, p.text.len, &p.form);
        p.form.balanced = true;
        p.form.align = LAYOUT_CENTRE;
        title = layout_new(p.text.text, p.text.len, &p.form);
        /* One more, so that the sense is not cut. */
        if (layout_count(title) > layout_count(plain) + 1)
            complain(&p, layout_line(title, 0), "more lines than needed");
        for (size_t i = 0; (line = layout_line(title, i)) != NULL; i++) {
            for (size_t k = spot_at(&p, line, shown);
                 k < spot_at(&p, line, line->start); k++) {
                if (!p.view.spots[k].is_blank)
                    complain(&p, line, "something is lost before it");
            }
            check_columns(&p, line, i);
            shown = line->end;
        }
        layout_free(plain);
        layout_free(title);
        paragraph_clear(&p);
    }
}

/* The kinds of a text, `piece` bytes at a time. */
static unsigned char *kinds_by(const char *s, size_t len, size_t piece)
{
    unsigned char *kinds = xcalloc(len + 1, 1);
    struct breaker b;
    size_t done = 0, n;

    breaker_init(&b, s, len);
    while ((n = breaker_next(&b, piece, kinds + done)) > 0)
        done += n;
    assert_int_equal(done, len);
    return kinds;
}

static void pieces_of_any_size_give_the_same_breaks(void **state)
{
    static const size_t sizes[] = {1, 7, 64, 300};

    (void)state;
    for (uint64_t seed = 1; seed <= PARAGRAPHS / 10; seed++) {
        struct random r = {seed + 77};
        struct str raw = {0};
        struct clean text;
        unsigned char *whole;

        /* Some longer than a piece of any size, some shorter. */
        for (unsigned n = 1 + below(&r, seed % 4 == 0 ? 2000 : 60); n > 0; n--)
            add_piece(&r, &raw);
        text = (struct clean){0};
        clean_text(&text, raw.text, raw.len, CLEAN_SCREEN);
        whole = kinds_by(text.text, text.len, BREAKER_PIECE);
        for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
            unsigned char *pieces = kinds_by(text.text, text.len, sizes[i]);

            for (size_t at = 0; at < text.len; at++) {
                if (pieces[at] != whole[at])
                    fail_msg("seed %llu, pieces of %zu, byte %zu: %d, not %d, "
                             "before %.30s",
                             (unsigned long long)seed, sizes[i], at, pieces[at],
                             whole[at], text.text + at);
            }
            free(pieces);
        }
        free(whole);
        clean_clear(&text);
        str_clear(&raw);
    }
}

/* One paragraph, `count` times a piece, no seam in it. */
static void check_monotonous(const char *piece, size_t count)
{
    struct str s = {0};
    struct layout_form form = {.width = 40, .ambiguous = AMBIGUOUS_NARROW};
    unsigned char *whole, *pieces;
    struct layout *l;

    while (count-- > 0)
        str_add(&s, piece);
    whole = kinds_by(s.text, s.len, BREAKER_PIECE);
    pieces = kinds_by(s.text, s.len, 1);
    assert_memory_equal(whole, pieces, s.len);
    l = layout_new(s.text, s.len, &form);
    for (size_t i = 0, shown = 0; i < layout_count(l); i++) {
        const struct layout_line *line = layout_line(l, i);

        for (; shown < line->start; shown++)
            assert_int_equal(s.text[shown], ' ');
        assert_true(line->columns <= form.width);
        shown = line->end;
    }
    layout_free(l);
    free(whole);
    free(pieces);
    str_clear(&s);
}

static void texts_without_a_seam_are_cut_alike(void **state)
{
    static const char *const pieces[] = {
        "a",  "0",      " ",          "—",       "（",     "，",
        "あ", "\u0e01", "\U0001f1e8", "\uac00",  "1,",     "a.",
        "a/", "“甲”",   "http://a/",  "e\u0301", "\u1100",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(pieces); i++)
        check_monotonous(pieces[i], 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_paragraphs_are_laid_out_right),
        cmocka_unit_test(the_order_of_asking_changes_nothing),
        cmocka_unit_test(another_width_and_back_gives_the_same_lines),
        cmocka_unit_test(random_titles_lose_nothing),
        cmocka_unit_test(pieces_of_any_size_give_the_same_breaks),
        cmocka_unit_test(texts_without_a_seam_are_cut_alike),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
