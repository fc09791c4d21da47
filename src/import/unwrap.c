#include "import/unwrap.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/running_text.h"
#include "import/words.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
    WIDEST = 200,   /* columns; a wider line is no line of a page */
    NARROWEST = 40, /* of what is taken for the width of a page */
    MANY = 8,       /* lines, from which a width can be told */
    SLACK = 4,      /* columns by which a full line may fall short */
    SET_IN = 2,     /* columns from which a line is set in */
};

/* What is known of a line. */
struct line {
    const char *text; /* without blanks at both ends */
    size_t len;
    int indent, width; /* columns: before the text, and to its end */
    bool has_columns;  /* wide gaps within */
    bool breaks_page;  /* a form feed stands before it */
    bool is_number;    /* of a page */
};

struct page_shape {
    struct line *lines;
    size_t count;
    int full;       /* width of a full line */
    int margin;     /* indent of lines that go on */
    bool is_set_in; /* some lines are: paragraphs can be told by that */
    bool has_feeds;
};

/* ---- looking ---- */

static int blank_width(uint32_t cp)
{
    if (cp == ' ' || cp == 0xA0 || cp == '\f')
        return cp != '\f';
    return cp == 0x3000 ? 2 : -1;
}

static void look_at_gap(struct line *l, int gap)
{
    l->has_columns = l->has_columns || gap >= 3;
}

static void look(struct line *l, const struct source_line *s)
{
    size_t end = 0;
    int gap = 0;

    l->text = s->text;
    l->breaks_page = s->len > 0 && s->text[0] == '\f';
    for (size_t i = 0; i < s->len;) {
        uint32_t cp;
        size_t n = utf8_next(s->text + i, s->len - i, &cp);
        int blank = blank_width(cp);

        if (cp == '\t') {
            l->has_columns = true;
            blank = 1;
        }
        if (blank >= 0 && end == 0) {
            l->indent += blank;
        } else if (blank >= 0) {
            gap += blank;
        } else {
            if (end == 0) {
                l->text = s->text + i;
                l->width = l->indent;
            } else {
                look_at_gap(l, gap);
            }
            l->width += gap + width_of(cp, AMBIGUOUS_WIDE);
            gap = 0;
            end = i + n;
        }
        i += n;
    }
    l->len = end ? (size_t)(s->text + end - l->text) : 0;
}

/* 3, - 3 -, —3—, 第 3 页, 第3页 共12页, 3 / 12: the number of a page. A number
 * alone only where a page ends (`at_edge`). */
static bool is_page_number(const struct line *l, bool at_edge)
{
    char *copy = xmemdup(l->text, l->len), *text = words_squeezed(copy);
    const char *s = text;
    bool dashed = false, named = words_start(s, "第"), numbered = false;
    bool only = true;

    while (*s && only) {
        uint32_t cp;

        s += utf8_next(s, strlen(s), &cp);
        if ((cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19))
            numbered = true;
        else if (cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0xFF0D ||
                 cp == 0xB7)
            dashed = true;
        else
            only = cp == '/' || (named && (cp == 0x7B2C || cp == 0x9875 ||
                                           cp == 0x5171 || cp == 0xFF0C));
    }
    free(copy);
    free(text);
    return numbered && only && l->len < 40 && (dashed || named || at_edge);
}

static size_t next_full(const struct page_shape *p, size_t at)
{
    while (at < p->count && p->lines[at].len == 0)
        at++;
    return at;
}

/* Where a page ends: before a form feed, or the file's last line. */
static bool is_at_edge(const struct page_shape *p, size_t at)
{
    size_t next = next_full(p, at + 1);

    return p->has_feeds && (next == p->count || p->lines[next].breaks_page);
}

static void find_numbers(struct page_shape *p)
{
    for (size_t i = 0; i < p->count; i++) {
        struct line *l = &p->lines[i];

        if (l->len > 0)
            l->is_number = is_page_number(l, is_at_edge(p, i));
    }
}

static bool counts(const struct line *l)
{
    return l->len > 0 && !l->has_columns && !l->is_number;
}

/* The width that many lines have and next to none goes beyond. */
static bool find_width(struct page_shape *p)
{
    size_t widths[WIDEST + 1] = {0}, all = 0, beyond = 0, best = 0;

    for (size_t i = 0; i < p->count; i++) {
        if (!counts(&p->lines[i]))
            continue;
        all++;
        if (p->lines[i].width > WIDEST)
            beyond++;
        else
            widths[p->lines[i].width]++;
    }
    for (int w = WIDEST; w >= NARROWEST && !p->full; w--) {
        best = 0;
        for (int i = w - SLACK + 1; i <= w; i++)
            best += widths[i];
        if (widths[w] && best >= 3 && (p->has_feeds || 4 * best >= all))
            p->full = w;
        else
            beyond += widths[w];
    }
    return p->full && 20 * beyond <= all &&
           (p->has_feeds || (all >= MANY && best >= 4));
}

/* Lines that follow a full one: the indent that most of them have, and whether
 * others are set in deeper. */
static void find_margin(struct page_shape *p)
{
    size_t indents[NARROWEST] = {0}, best = 0;

    for (size_t i = 0; i + 1 < p->count; i++) {
        const struct line *l = &p->lines[i], *next = &p->lines[i + 1];

        if (counts(l) && counts(next) && l->width > p->full - SLACK &&
            next->indent < NARROWEST)
            indents[next->indent]++;
    }
    for (int i = 0; i < NARROWEST; i++) {
        if (indents[i] > indents[best])
            best = (size_t)i;
    }
    /* The deepest of two that are as usual would make all others set in. */
    p->margin = (int)best;
    for (int i = 0; i < (int)best; i++) {
        if (indents[i] > 0)
            p->margin = i < p->margin ? i : p->margin;
    }
    for (size_t i = 0; i < p->count; i++) {
        const struct line *l = &p->lines[i];

        p->is_set_in =
            p->is_set_in ||
            (counts(l) && l->indent >= p->margin + SET_IN &&
             l->indent <= p->margin + 8 && l->width > p->full - SLACK);
    }
}

/* ---- joining ---- */

static bool ends_sentence(const struct line *l)
{
    static const char *const ends[] = {"。", "：", "！", "？", "；", ":", ";"};

    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        size_t n = strlen(ends[i]);

        if (l->len >= n && memcmp(l->text + l->len - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

static bool begins_item(const struct line *l)
{
    return numeral_stands(l->text, l->len) ||
           (l->len >= 6 && memcmp(l->text, "附件", strlen("附件")) == 0);
}

static bool goes_on(const struct page_shape *p, const struct line *l,
                    const struct line *next)
{
    if (!counts(l) || !counts(next) || l->width <= p->full - SLACK ||
        l->indent > p->margin + 8 || next->indent >= p->margin + SET_IN)
        return false;
    if (p->is_set_in)
        return !(ends_sentence(l) && begins_item(next));
    return !ends_sentence(l) && !begins_item(next);
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static struct unwrap_line *add_line(struct unwrap *u, size_t line)
{
    u->lines = mem_grow(u->lines, u->count, &u->cap, sizeof(*u->lines));
    u->lines[u->count] = (struct unwrap_line){.line = line};
    return &u->lines[u->count++];
}

static void append(struct unwrap_line *to, const struct line *l)
{
    if (to->text.len && is_word(to->text.text[to->text.len - 1]) && l->len &&
        is_word(l->text[0]))
        str_addc(&to->text, ' ');
    str_append(&to->text, l->text, l->len);
}

/* Cells are parted by two blanks and more, or by a TAB. */
static size_t put_cells(const struct line *l, struct str *out)
{
    size_t cells = 1, i = 0;

    while (i < l->len) {
        size_t n = 0;
        bool tab = false;

        while (i + n < l->len &&
               (l->text[i + n] == ' ' || l->text[i + n] == '\t'))
            tab = l->text[i + n++] == '\t' || tab;
        if (n >= 2 || tab) {
            str_addc(out, '\t');
            cells++;
            i += n;
        } else {
            str_append(out, l->text + i, n ? n : 1);
            i += n ? n : 1;
        }
    }
    return cells;
}

static size_t cell_count(const struct line *l)
{
    struct str ignored = {0};
    size_t cells = l->len ? put_cells(l, &ignored) : 0;

    str_clear(&ignored);
    return cells;
}

/* How many lines from `at` on are rows of one table: three at the least, of as
 * many cells. Blank lines and page numbers may stand between. */
static size_t table_end(const struct page_shape *p, size_t at, size_t *rows)
{
    size_t cells = p->lines[at].has_columns ? cell_count(&p->lines[at]) : 0;
    size_t end = at;

    *rows = 0;
    for (size_t i = at; cells > 1 && i < p->count; i++) {
        const struct line *l = &p->lines[i];

        if (l->len == 0 || l->is_number)
            continue;
        if (cell_count(l) != cells)
            break;
        ++*rows;
        end = i + 1;
    }
    return *rows >= 3 ? end : at;
}

static void put_table(struct unwrap *u, const struct page_shape *p, size_t at,
                      size_t end)
{
    for (; at < end; at++) {
        if (p->lines[at].len && !p->lines[at].is_number)
            put_cells(&p->lines[at], &add_line(u, at)->text);
    }
}

/* The number of a page, which parts no paragraph. */
static void put_number(struct unwrap *u, const struct line *l, size_t at)
{
    struct unwrap_line *to = add_line(u, at);

    to->why = _("the number of a page");
    append(to, l);
}

/* The line that goes on from `at`; past the end of the page, if need be. */
static size_t next_text(const struct page_shape *p, size_t at)
{
    size_t next = at + 1;
    bool turned = false;

    while (next < p->count &&
           (p->lines[next].len == 0 || p->lines[next].is_number)) {
        turned = turned || p->lines[next].is_number;
        next++;
    }
    turned = turned || (next < p->count && p->lines[next].breaks_page);
    return next == at + 1 || turned ? next : p->count;
}

static void join(struct unwrap *u, const struct page_shape *p)
{
    for (size_t at = 0; at < p->count;) {
        size_t rows, end = table_end(p, at, &rows), first = u->count, next;

        if (end > at) {
            put_table(u, p, at, end);
            at = end;
            continue;
        }
        if (p->lines[at].is_number) {
            put_number(u, &p->lines[at], at);
            at++;
            continue;
        }
        append(add_line(u, at), &p->lines[at]);
        while ((next = next_text(p, at)) < p->count &&
               goes_on(p, &p->lines[at], &p->lines[next])) {
            append(&u->lines[first], &p->lines[next]);
            for (size_t i = at + 1; i < next; i++) {
                if (p->lines[i].is_number)
                    put_number(u, &p->lines[i], i);
            }
            at = next;
        }
        at++;
    }
}

/* Lines as wide as one another may be a list. In text that was broken some
 * paragraphs end short of the width, with the end of a sentence. */
static bool has_paragraphs(const struct page_shape *p)
{
    size_t ends = 0;

    for (size_t i = 0; i < p->count; i++) {
        const struct line *l = &p->lines[i];

        ends += counts(l) && l->width <= p->full - SLACK && ends_sentence(l);
    }
    return ends >= 2;
}

bool unwrap_text(struct unwrap *u, const struct source *s)
{
    struct page_shape p = {.count = s->count};
    bool is_wrapped;

    p.lines = xcalloc(s->count, sizeof(*p.lines));
    for (size_t i = 0; i < s->count; i++) {
        look(&p.lines[i], &s->lines[i]);
        p.has_feeds = p.has_feeds || p.lines[i].breaks_page;
    }
    find_numbers(&p);
    is_wrapped = find_width(&p);
    if (is_wrapped) {
        find_margin(&p);
        is_wrapped = p.has_feeds || p.is_set_in || has_paragraphs(&p);
    }
    if (is_wrapped)
        join(u, &p);
    free(p.lines);
    return is_wrapped;
}

void unwrap_clear(struct unwrap *u)
{
    for (size_t i = 0; i < u->count; i++)
        str_clear(&u->lines[i].text);
    free(u->lines);
    *u = (struct unwrap){0};
}
