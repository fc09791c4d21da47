#include "import/survey.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/particulars.h"
#include "import/pattern.h"
#include "import/sheet.h"
#include "import/words.h"

static bool is_row(const struct page_line *l)
{
    size_t filled = 0;

    for (size_t i = 0; i < l->cell_count; i++)
        filled += *l->cells[i] != '\0';
    return l->grid || (l->has_tab && filled >= 2);
}

static void add_particular(struct survey *s, size_t line, char *name,
                           char *value)
{
    s->particulars = mem_grow(s->particulars, s->particular_count,
                              &s->particular_cap, sizeof(*s->particulars));
    s->particulars[s->particular_count++] =
        (struct survey_particular){name, value, line};
}

/* Cells of a line: between TABs, or between the lines of | 文号 | ... |. */
struct cells {
    char **items; /* owned */
    size_t count, cap;
};

static void cells_add(struct cells *c, const char *s, size_t len)
{
    c->items = mem_grow(c->items, c->count, &c->cap, sizeof(*c->items));
    c->items[c->count++] = words_trimmed(s, len);
}

static void cells_clear(struct cells *c)
{
    for (size_t i = 0; i < c->count; i++)
        free(c->items[i]);
    free(c->items);
    *c = (struct cells){0};
}

static void cut_at_pipes(struct cells *c, const char *text)
{
    const char *start = text + (*text == '|'), *pipe;

    for (; (pipe = strchr(start, '|')) != NULL; start = pipe + 1)
        cells_add(c, start, (size_t)(pipe - start));
    if (*start)
        cells_add(c, start, strlen(start));
}

/* 索引号：a 文号：b, names with a colon in one line. */
static void cut_at_names(struct cells *c, const char *text)
{
    const char *start = NULL;

    for (const char *s = text; *s; s++) {
        const char *colon;
        size_t n;

        if (s != text && !words_leading_blank(s - 1, 1) &&
            !(s - text >= 3 && words_leading_blank(s - 3, 3)))
            continue;
        if (((unsigned char)*s & 0xC0) == 0x80)
            continue;
        colon = strpbrk(s, ":");
        if (strstr(s, "：") && (!colon || strstr(s, "：") < colon))
            colon = strstr(s, "：");
        if (!colon || colon - s > 40)
            continue;
        n = *colon == ':' ? 1 : strlen("：");
        if (!particulars_is_name(s, (size_t)(colon - s)))
            continue;
        if (start)
            cells_add(c, start, (size_t)(s - start));
        cells_add(c, s, (size_t)(colon - s) + n);
        start = colon + n;
        s = start - 1;
    }
    if (start)
        cells_add(c, start, strlen(start));
}

static bool is_name(const struct cells *c, size_t at)
{
    return at < c->count &&
           particulars_is_name(c->items[at], strlen(c->items[at]));
}

/* Cells that are names and values by turns, the first name a usual one; how
 * many usual names. */
static size_t pairs(const struct cells *c)
{
    size_t names = 0, first = 0;

    while (first < c->count && !*c->items[first])
        first++;
    if (!is_name(c, first))
        return 0;
    for (size_t at = first; at < c->count; at += 2) {
        names += is_name(c, at);
        if (words_count(c->items[at]) > 8)
            return 0;
    }
    return names;
}

static void take_pairs(struct survey *s, size_t line, const struct cells *c)
{
    for (size_t at = 0; at < c->count; at++) {
        if (!*c->items[at])
            continue;
        add_particular(s, line,
                       particulars_name(c->items[at], strlen(c->items[at])),
                       xstrdup(at + 1 < c->count ? c->items[at + 1] : ""));
        at++;
    }
    s->lines[line].is_particular = true;
}

/* Names that a document itself does not set before a line of its own. */
static bool is_sure(const char *name)
{
    char *squeezed = words_bare(name);
    bool sure =
        words_start_any(squeezed,
                        WORDS("索引号", "信息索引", "信息名称", "公开方式",
                              "主题分类", "组配分类", "体裁分类")) != NULL;

    free(squeezed);
    return sure;
}

/* Names with their values in line `at`; alone in it, only beside a line that
 * has one too. */
static void look_for_particulars(struct survey *s, size_t at, bool *beside)
{
    const struct page_line *l = &s->page->lines[at];
    struct cells c = {0};
    size_t names;

    if (!*l->text || l->grid || words_count(l->text) > 400) {
        *beside = *beside && !*l->text;
        return;
    }
    if (is_row(l)) {
        for (size_t i = 0; i < l->cell_count; i++)
            cells_add(&c, l->cells[i], strlen(l->cells[i]));
        if (!pairs(&c)) {
            cells_clear(&c);
            cut_at_names(&c, l->text);
        }
    } else if (strchr(l->text, '|')) {
        cut_at_pipes(&c, l->text);
    } else {
        cut_at_names(&c, l->text);
    }
    names = pairs(&c);
    if (names && c.count &&
        !(names == 1 && c.count >= 2 && !*c.items[1] && !*beside) &&
        (names > 1 || *beside || is_sure(c.items[0]) || is_row(l) ||
         strchr(l->text, '|')) &&
        (s->lines[at].furniture != FURNITURE_ABOUT || is_sure(c.items[0]) ||
         *beside)) {
        take_pairs(s, at, &c);
        *beside = true;
    } else {
        *beside = false;
    }
    cells_clear(&c);
}

/* ---- names and values by turns, each in a line of its own ---- */

#define STACKED_CHARS 60 /* of a value; a longer line is none */
#define STACKED_NAMES 2  /* fewer are none */

static bool is_lone_name(const struct survey *s, size_t at)
{
    const char *text = s->page->lines[at].text;

    return words_count(text) <= 10 && particulars_is_name(text, strlen(text));
}

static size_t below(const struct survey *s, size_t at)
{
    for (at++; at < s->count; at++) {
        if (*s->page->lines[at].text || s->page->lines[at].grid)
            break;
    }
    return at;
}

/* Whether line `at` can be the value of the name above it: a title only of
 * what is called so. */
static bool can_be_value(const struct survey *s, size_t name, size_t at)
{
    const struct survey_line *l = &s->lines[at];

    if (at < s->count && strstr(l->bare, "关于") && pattern_kind(l->bare) &&
        !words_have_any(s->lines[name].bare, WORDS("标题", "名称")))
        return false;
    return at < s->count && !s->page->lines[at].grid && !l->is_row &&
           !l->is_sentence && words_count(l->bare) <= STACKED_CHARS &&
           !is_lone_name(s, at);
}

/* How many names with their values stand from line `at` on. */
static size_t stacked_names(const struct survey *s, size_t at)
{
    size_t names = 0;

    while (at < s->count && is_lone_name(s, at) &&
           can_be_value(s, at, below(s, at))) {
        names++;
        at = below(s, below(s, at));
    }
    return names;
}

/* The names from line `at` on, where a sure one is the first of several. The
 * line behind them. */
static size_t take_stacked(struct survey *s, size_t at)
{
    size_t names;

    if (s->lines[at].is_particular || !is_lone_name(s, at) ||
        !is_sure(s->page->lines[at].text))
        return at + 1;
    names = stacked_names(s, at);
    if (names < STACKED_NAMES)
        return at + 1;
    for (; names > 0; names--) {
        const char *name = s->page->lines[at].text;
        size_t value = below(s, at);

        add_particular(s, at, particulars_name(name, strlen(name)),
                       xstrdup(s->page->lines[value].text));
        s->lines[at].is_particular = s->lines[value].is_particular = true;
        at = below(s, value);
    }
    return at;
}

void survey_make(struct survey *s, const struct page *p)
{
    bool beside = false;
    struct sheet_span span;

    *s = (struct survey){.page = p, .count = p->count};
    s->lines = xcalloc(p->count, sizeof(*s->lines));
    for (size_t i = 0; i < p->count; i++) {
        struct survey_line *l = &s->lines[i];
        const struct page_line *from = &p->lines[i];

        l->bare = words_bare(from->text);
        l->is_row = is_row(from);
        l->furniture = furniture_of(from->text, l->bare);
        if (l->furniture == FURNITURE_ROW && sheet_at(p, i, &span))
            l->furniture = FURNITURE_NONE; /* headings, and no menu */
        l->level = pattern_heading_level(l->bare, &l->ordinal);
        l->is_english = pattern_is_english(from->text);
        l->is_sentence = pattern_is_sentence(l->bare);
        if (l->is_row || !date_is(l->bare, l->iso))
            l->iso[0] = '\0';
        look_for_particulars(s, i, &beside);
    }
    for (size_t i = 0; i < p->count;)
        i = take_stacked(s, i);
}

void survey_clear(struct survey *s)
{
    for (size_t i = 0; i < s->count; i++)
        free(s->lines[i].bare);
    free(s->lines);
    for (size_t i = 0; i < s->particular_count; i++) {
        free(s->particulars[i].name);
        free(s->particulars[i].value);
    }
    free(s->particulars);
    *s = (struct survey){0};
}

static bool holds_something(const struct survey *s, size_t at)
{
    return *s->lines[at].bare || s->page->lines[at].grid;
}

size_t survey_next(const struct survey *s, size_t from, size_t end)
{
    while (from < end &&
           (!holds_something(s, from) || s->page->lines[from].fate))
        from++;
    return from;
}

bool survey_is_furniture(const struct survey *s, size_t at, bool in_head)
{
    const struct survey_line *l = &s->lines[at];

    return l->is_particular || s->page->lines[at].hint == PAGE_HINT_PAGE ||
           s->page->lines[at].left_out ||
           (l->furniture != FURNITURE_NONE &&
            (in_head || l->furniture != FURNITURE_ROW));
}

size_t survey_next_text(const struct survey *s, size_t from, size_t end)
{
    while (from < end &&
           (!holds_something(s, from) || survey_is_furniture(s, from, false)))
        from++;
    return from;
}

size_t survey_previous_text(const struct survey *s, size_t from, size_t at)
{
    while (at-- > from) {
        if (holds_something(s, at) && !survey_is_furniture(s, at, false))
            return at;
    }
    return SURVEY_NONE;
}
