#include "ui/chooser.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/cluster.h"
#include "ui/lit.h"
#include "ui/number.h"
#include "ui/scroll.h"

#define GAP        2 /* columns between key, text and bar */
#define SHIFT_STEP 8
#define BAR_FULL   1000

struct chooser {
    struct pane pane;
    char *title;
    struct chooser_lines lines;
    struct query *query; /* owned; NULL: all lines are shown */
    struct scroll began; /* the place before it */
    size_t *shown;       /* owned: the lines that are, while some are */
    size_t n_shown;
    struct scroll scroll; /* of a text to read, the cursor is not used */
    bool is_text;         /* no line can be chosen */
    int shift;            /* columns that the texts are moved to the left */
    int max_shift;
    /* Columns at which the parts of a line begin. */
    int key, text, bar;
};

void chooser_add(struct chooser_lines *lines, const char *text, const char *key,
                 int64_t target)
{
    lines->items =
        mem_grow(lines->items, lines->len, &lines->cap, sizeof(*lines->items));
    lines->items[lines->len++] = (struct chooser_line){
        .text = xstrdup(text),
        .key = key ? xstrdup(key) : NULL,
        .target = target,
        .bar = -1,
    };
}

void chooser_lines_clear(struct chooser_lines *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        free(lines->items[i].text);
        free(lines->items[i].key);
    }
    free(lines->items);
    *lines = (struct chooser_lines){0};
}

static const struct chooser_line *line_at(const struct chooser *ch, int64_t i)
{
    return &ch->lines.items[ch->query ? ch->shown[i] : (size_t)i];
}

/* Whether the filter matches a line; what it does goes to `ranges` (may be
 * NULL): of the text, cell 0, and the key. */
static bool match_line(struct query *q, const struct chooser_line *l,
                       struct query_ranges *ranges)
{
    const struct query_cell cells[] = {
        {l->text, strlen(l->text)},
        {l->key, l->key ? strlen(l->key) : 0},
    };

    return query_match(q, cells, ARRAY_LEN(cells), ranges);
}

/* How many lines are shown. */
static int64_t count_of(const struct chooser *ch)
{
    return (int64_t)(ch->query ? ch->n_shown : ch->lines.len);
}

static bool can_choose(const struct chooser *ch, int64_t i)
{
    return line_at(ch, i)->target >= 0;
}

/* The nearest line that can be chosen, from `i` on in `direction`, else the
 * other way. */
static int64_t nearest(const struct chooser *ch, int64_t i, int direction)
{
    for (int turn = 0; turn < 2; turn++, direction = -direction) {
        for (int64_t k = i; k >= 0 && k < ch->scroll.count; k += direction) {
            if (can_choose(ch, k))
                return k;
        }
    }
    return i;
}

/* The headings straight above the cursor come into view with it. */
static void show_headings(struct chooser *ch)
{
    struct scroll *s = &ch->scroll;
    int64_t first = s->cursor;

    while (first > 0 && !can_choose(ch, first - 1))
        first--;
    if (first < s->top && s->cursor - first < s->height)
        s->top = first;
}

static int64_t last_top(const struct chooser *ch)
{
    int64_t top = ch->scroll.count - ch->scroll.height;

    return top > 0 ? top : 0;
}

static void set_top(struct chooser *ch, int64_t top)
{
    if (top > last_top(ch))
        top = last_top(ch);
    ch->scroll.top = top > 0 ? top : 0;
}

static int columns_of(const struct chooser *ch, const char *text)
{
    return cluster_columns(text, strlen(text), ch->pane.ambiguous);
}

/* Where key, text and bar begin: as wide as the lines need them, within what
 * the pane has. */
static void measure(struct chooser *ch)
{
    int columns = ch->pane.area.columns;
    int key = 0, text = 0, bar_text = 0;
    int room, wanted;

    for (size_t i = 0; i < ch->lines.len; i++) {
        const struct chooser_line *l = &ch->lines.items[i];
        int k = l->key ? columns_of(ch, l->key) : 0;
        int t = columns_of(ch, l->text) + l->indent;

        if (k > key)
            key = k;
        if (t > text)
            text = t;
        if (l->bar >= 0 && t > bar_text)
            bar_text = t;
    }
    if (key > columns * 2 / 5)
        key = columns * 2 / 5;
    ch->key = ch->is_text ? 1 : 2;
    ch->text = ch->key + (key ? key + GAP : 0);
    room = columns - ch->text;
    wanted = room * 3 / 5;
    ch->bar = ch->text + (bar_text < wanted ? bar_text : wanted) + GAP;
    ch->max_shift = text > room ? text - room : 0;
    if (ch->shift > ch->max_shift)
        ch->shift = ch->max_shift;
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    struct chooser *ch = (struct chooser *)p;
    int height = area.rows > 1 ? area.rows - 1 : 1;

    p->area = area;
    p->ambiguous = ambiguous;
    measure(ch);
    scroll_resize(&ch->scroll, count_of(ch), height);
    if (ch->is_text)
        set_top(ch, ch->scroll.top);
    else
        show_headings(ch);
}

/* Move the cursor or the text; false: the action is no motion. */
static bool move(struct chooser *ch, enum action action)
{
    struct scroll *s = &ch->scroll;
    int64_t was = s->cursor;

    if (ch->is_text)
        return scroll_handle_text(s, action);
    if (!scroll_handle(s, action))
        return false;
    if (!s->count)
        return true;
    if (!can_choose(ch, s->cursor)) {
        int direction = s->cursor < was ? -1 : 1;

        if (action == ACTION_HOME || action == ACTION_END)
            direction = -direction;
        scroll_to(s, nearest(ch, s->cursor, direction));
    }
    show_headings(ch);
    return true;
}

/* Move the texts by one step to whole steps, or to where the longest ends. */
static enum pane_result shift_by(struct chooser *ch, int direction)
{
    int was = ch->shift;

    if (direction > 0)
        ch->shift = (was / SHIFT_STEP + 1) * SHIFT_STEP;
    else if (was > 0)
        ch->shift = (was - 1) / SHIFT_STEP * SHIFT_STEP;
    if (ch->shift > ch->max_shift)
        ch->shift = ch->max_shift;
    return ch->shift == was ? PANE_SAME : PANE_CHANGED;
}

static enum pane_result handle(struct pane *p, enum action action)
{
    struct chooser *ch = (struct chooser *)p;
    struct scroll was = ch->scroll;

    if (move(ch, action)) {
        if (was.cursor == ch->scroll.cursor && was.top == ch->scroll.top)
            return PANE_SAME;
        return PANE_CHANGED;
    }
    if (action == ACTION_OPEN)
        return chooser_target(p) >= 0 ? PANE_CHOSEN : PANE_SAME;
    if (action == ACTION_COLUMN_NEXT)
        return shift_by(ch, 1);
    if (action == ACTION_COLUMN_PREV)
        return shift_by(ch, -1);
    return PANE_IGNORED;
}

/* The text, moved to the left by no more than brings its end into view; a
 * wide character that stands across the edge leaves a blank. */
static void draw_text(const struct chooser *ch, struct canvas *c,
                      const struct strip *strip, const char *text)
{
    size_t len = strlen(text);
    int over = columns_of(ch, text) - (strip->to - strip->from);
    int shift = over < ch->shift ? over : ch->shift;
    int from = strip->from;
    size_t at = 0;
    int used = 0;

    while (at < len && used < shift) {
        struct cluster k = cluster_at(text + at, len - at, c->ambiguous);

        at += k.len;
        used += k.columns;
    }
    if (shift > 0)
        from += used - shift;
    canvas_text_cut(c, strip->row, from, strip->to, text + at, len - at,
                    strip->style);
}

static void draw_key(const struct chooser *ch, struct canvas *c, int row,
                     const struct chooser_line *l, enum style style)
{
    int left = ch->pane.area.column;
    int limit = left + ch->text - GAP;
    int column = left + ch->key;

    if (!l->key)
        return;
    /* A count stands at the right, as numbers do. */
    if (l->bar >= 0 && columns_of(ch, l->key) < limit - column)
        column = limit - columns_of(ch, l->key);
    canvas_text_cut(c, row, column, limit, l->key, strlen(l->key), style);
}

static void draw_bar(const struct chooser *ch, struct canvas *c, int row,
                     int bar)
{
    int from = ch->pane.area.column + ch->bar;
    int limit = ch->pane.area.column + ch->pane.area.columns;
    int room = limit - from;
    int columns = (bar * room + BAR_FULL / 2) / BAR_FULL;

    if (bar > 0 && columns < 1)
        columns = 1;
    for (int i = 0; i < columns; i++)
        canvas_text(c, row, from + i, limit, "#", 1, STYLE_TEXT);
}

/* The text with what the filter matches in it. */
static void draw_lit(const struct chooser *ch, struct canvas *c,
                     const struct strip *strip, const struct chooser_line *l)
{
    struct query_ranges ranges = {0};
    struct lit lit;

    match_line(ch->query, l, &ranges);
    lit = lit_of_cell(&ranges, 0, STYLE_MATCH);
    lit_cell(c, strip, l->text, strlen(l->text), &lit);
    query_ranges_clear(&ranges);
}

static bool is_heading(const struct chooser_line *l)
{
    return l->target < 0 && !l->key;
}

static void draw_line(const struct chooser *ch, struct canvas *c, int row,
                      int64_t i)
{
    const struct chooser_line *l = line_at(ch, i);
    bool is_current = !ch->is_text && i == ch->scroll.cursor;
    bool heads = is_heading(l);
    int left = ch->pane.area.column;
    struct strip strip = {
        .row = row,
        .from = left + (heads ? ch->key : ch->text) + l->indent,
        .to = left + ch->pane.area.columns,
        .style = heads ? STYLE_COLUMN : STYLE_TEXT,
    };

    if (is_current) {
        strip.style = STYLE_CURSOR;
        canvas_text(c, row, left, strip.to, ">", 1, strip.style);
        canvas_point(c, row, left);
    }
    draw_key(ch, c, row, l, strip.style);
    if (l->bar >= 0) {
        strip.to = left + ch->bar - GAP;
        draw_bar(ch, c, row, l->bar);
    }
    if (ch->query)
        draw_lit(ch, c, &strip, l);
    else
        draw_text(ch, c, &strip, l->text);
}

/* "3/14" of what can be chosen; of a text how far it was read. */
static void note_of(const struct chooser *ch, struct str *out)
{
    const struct scroll *s = &ch->scroll;
    int64_t all = 0, at = 0;

    if (ch->is_text) {
        if (s->count > s->height)
            str_addf(out, "%d%%", (int)((s->top + s->height) * 100 / s->count));
        return;
    }
    for (int64_t i = 0; i < s->count; i++) {
        all += can_choose(ch, i);
        if (i == s->cursor)
            at = all;
    }
    number_append(out, at);
    str_addc(out, '/');
    number_append(out, all);
}

static void draw(struct pane *p, struct canvas *c, bool focused,
                 const struct light *light)
{
    const struct chooser *ch = (const struct chooser *)p;
    struct str note = {0};

    (void)light;
    canvas_fill(c, p->area, STYLE_TEXT);
    note_of(ch, &note);
    pane_bar(c, p->area, focused, ch->title, str_text(&note));
    str_clear(&note);
    for (int row = 1; row < p->area.rows; row++) {
        int64_t i = ch->scroll.top + row - 1;

        if (i >= ch->scroll.count)
            break;
        draw_line(ch, c, p->area.row + row, i);
    }
}

static void destroy(struct pane *p)
{
    struct chooser *ch = (struct chooser *)p;

    chooser_lines_clear(&ch->lines);
    query_free(ch->query);
    free(ch->shown);
    free(ch->title);
    free(ch);
}

static const struct pane_ops chooser_ops = {
    .draw = draw,
    .handle = handle,
    .resize = resize,
    .destroy = destroy,
};

struct pane *chooser_new(const char *title, struct chooser_lines *lines,
                         int64_t target)
{
    struct chooser *ch = xcalloc(1, sizeof(*ch));
    int64_t cursor = 0;

    ch->pane.ops = &chooser_ops;
    ch->pane.ambiguous = AMBIGUOUS_NARROW;
    ch->title = xstrdup(title);
    ch->lines = *lines;
    *lines = (struct chooser_lines){0};
    ch->is_text = true;
    for (size_t i = 0; i < ch->lines.len; i++) {
        if (ch->lines.items[i].target < 0)
            continue;
        ch->is_text = false;
        if (target >= 0 && ch->lines.items[i].target == target)
            cursor = (int64_t)i;
    }
    scroll_resize(&ch->scroll, (int64_t)ch->lines.len, 1);
    if (!ch->is_text)
        scroll_to(&ch->scroll, nearest(ch, cursor, 1));
    return &ch->pane;
}

int64_t chooser_target(const struct pane *p)
{
    const struct chooser *ch = (const struct chooser *)p;

    return ch->is_text || !ch->scroll.count
               ? -1
               : line_at(ch, ch->scroll.cursor)->target;
}

/* ---- the filter ---- */

/* The matching lines, each run of them under the heading it stands under. */
static void choose_shown(struct chooser *ch)
{
    size_t heading = SIZE_MAX;

    ch->shown = xcalloc(ch->lines.len + 1, sizeof(*ch->shown));
    ch->n_shown = 0;
    for (size_t i = 0; i < ch->lines.len; i++) {
        const struct chooser_line *l = &ch->lines.items[i];

        if (is_heading(l)) {
            heading = i;
            continue;
        }
        if (!match_line(ch->query, l, NULL))
            continue;
        if (heading != SIZE_MAX)
            ch->shown[ch->n_shown++] = heading;
        heading = SIZE_MAX;
        ch->shown[ch->n_shown++] = i;
    }
}

void chooser_filter(struct pane *p, struct query *q)
{
    struct chooser *ch = (struct chooser *)p;
    const struct scroll top = {0};
    int height = ch->scroll.height;

    if (!q && !ch->query)
        return;
    if (!ch->query)
        ch->began = ch->scroll;
    query_free(ch->query);
    free(ch->shown);
    ch->shown = NULL;
    ch->query = q;
    ch->scroll = q ? top : ch->began;
    if (q)
        choose_shown(ch);
    scroll_resize(&ch->scroll, count_of(ch), height);
    if (q && !ch->is_text && ch->scroll.count > 0)
        scroll_to(&ch->scroll, nearest(ch, 0, 1));
    if (q && !ch->is_text)
        show_headings(ch);
}

bool chooser_is_filtered(const struct pane *p)
{
    return ((const struct chooser *)p)->query != NULL;
}
