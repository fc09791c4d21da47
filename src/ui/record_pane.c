#include "ui/record_pane.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_query.h"
#include "text/clean.h"
#include "ui/list_pane.h"
#include "ui/lit.h"
#include "ui/number.h"
#include "ui/record_text.h"
#include "ui/scroll.h"

#define HEAD_ROWS 1 /* the title bar */

struct record_pane {
    struct pane pane;
    struct edition *ed; /* borrowed */
    struct list *list;  /* shared; NULL: none */
    int64_t row;        /* 0: none */
    struct record_text text;
    struct scroll scroll; /* rows of the text; the cursor says nothing */
    size_t item; /* part of the text that the reader is at: a field, or what
                    can be followed */
};

static struct record_pane *record_pane(struct pane *p)
{
    return (struct record_pane *)p;
}

static void lay_out(struct record_pane *rp)
{
    record_text_layout(&rp->text, rp->pane.area.columns, rp->pane.ambiguous);
    scroll_resize(&rp->scroll, rp->text.rows, rp->pane.area.rows - HEAD_ROWS);
}

/* ---- where the reader is ---- */

static bool is_item(const struct record_text *t, size_t part)
{
    return part < t->part_count && !t->parts[part].is_note;
}

/* The current link, -1: none. */
static int current_link(const struct record_pane *rp)
{
    return is_item(&rp->text, rp->item) ? rp->text.parts[rp->item].link : -1;
}

/* The next item in direction `step` (1 or -1), the same one at an end. */
static size_t item_beyond(const struct record_pane *rp, int step)
{
    size_t part = rp->item;

    do
        part += step > 0 ? 1 : SIZE_MAX; /* -1: past 0 it is over */
    while (part < rp->text.part_count && !is_item(&rp->text, part));
    return part < rp->text.part_count ? part : rp->item;
}

/* The rows of an item with its name and the notes behind it. */
struct rows {
    int64_t first, last; /* -1: it has none */
};

static struct rows rows_of(const struct record_pane *rp, size_t item)
{
    const struct record_text *t = &rp->text;
    size_t end = item + 1;
    struct rows rows = {-1, -1};

    while (end < t->part_count && !is_item(t, end))
        end++;
    for (size_t i = 0; i < t->line_count; i++) {
        if (t->lines[i].part < item || t->lines[i].part >= end)
            continue;
        if (rows.first < 0)
            rows.first = t->lines[i].row;
        rows.last = t->lines[i].row;
    }
    return rows;
}

/* ---- drawing ---- */

/* The source's number is a field, and the bottom line says it too: a third
 * place would cost bytes at every move. The title names the position where
 * the list has no numbers of its own. */
static void append_title(const struct record_pane *rp, struct str *out)
{
    struct str position = {0};

    if (list_number_column(rp->list) >= 0) {
        str_add(out, _("Record"));
        return;
    }
    number_append(&position, rp->row);
    str_addf(out, _("Record %s"), str_text(&position));
    str_clear(&position);
}

static void draw_bar(const struct record_pane *rp, struct canvas *c,
                     bool focused)
{
    struct str title = {0};
    struct str note = {0};

    if (rp->row) {
        append_title(rp, &title);
        if (rp->text.rows > rp->scroll.height) {
            int64_t last = rp->scroll.top + rp->scroll.height;

            str_addf(&note, "%" PRId64 "-%" PRId64 "/%d", rp->scroll.top + 1,
                     last < rp->text.rows ? last : rp->text.rows,
                     rp->text.rows);
        }
    } else {
        str_add(&title, _("No record"));
    }
    pane_bar(c, rp->pane.area, focused, str_text(&title), str_text(&note));
    str_clear(&title);
    str_clear(&note);
}

/* What the search matches in the fields, in bytes as stored. */
static void match_fields(const struct record_pane *rp, struct query *q,
                         struct query_ranges *ranges)
{
    const struct record *r = list_row(rp->list, rp->row, NULL);

    if (r)
        list_query_match(q, r, ranges);
}

/* The ranges, in place, as bytes of the clean texts of their fields. */
static void place_ranges(const struct record_text *t,
                         struct query_ranges *ranges)
{
    for (size_t i = 0; i < ranges->len; i++) {
        struct query_range *range = &ranges->items[i];

        for (size_t p = 0; p < t->part_count; p++) {
            const struct clean *text = &t->parts[p].text;
            size_t end = range->start + range->len;

            if (t->parts[p].field != (int)range->cell)
                continue;
            range->start = (uint32_t)clean_from_source(text, range->start);
            range->len = (uint32_t)clean_from_source(text, end) - range->start;
            break;
        }
    }
}

static void draw_addresses(struct canvas *c, const struct strip *strip,
                           const struct record_part *part,
                           const struct record_line *line)
{
    struct lit_span shown = {line->start, line->end};
    const char *text = part->text.text;

    for (size_t i = 0; i < part->address_count; i++) {
        const struct link_span *a = &part->addresses[i];
        struct lit_span span = {a->start, a->start + a->len};
        struct strip cells;

        if (lit_part(strip, text, shown, span, c->ambiguous, &cells))
            lit_link(c, &cells, a->kind, text + a->start, a->len);
    }
}

static void draw_line(const struct record_pane *rp, struct canvas *c,
                      bool focused, const struct record_line *line,
                      const struct query_ranges *ranges)
{
    const struct record_part *part = &rp->text.parts[line->part];
    struct rect area = rp->pane.area;
    struct strip strip = {
        .row = area.row + HEAD_ROWS + line->row - (int)rp->scroll.top,
        .from = area.column + line->column,
        .to = area.column + area.columns,
        .style = part->style,
    };
    bool is_current = line->part == rp->item;
    struct lit lit = {0};

    if (is_current && focused && (line->is_label || line->start == 0))
        canvas_point(c, strip.row, strip.from);
    if (line->is_label) {
        canvas_text_cut(c, strip.row, strip.from, strip.to, part->label,
                        strlen(part->label),
                        is_current && focused ? STYLE_CURSOR : STYLE_COLUMN);
        return;
    }
    if (is_current && part->link >= 0)
        strip.style = STYLE_LINK_CURRENT;
    if (part->field >= 0)
        lit = lit_of_cell(ranges, (uint32_t)part->field, STYLE_MATCH_CURRENT);
    lit_text(c, &strip, part->text.text, line->start, line->end, &lit);
    draw_addresses(c, &strip, part, line);
}

static void draw(struct pane *p, struct canvas *c, bool focused,
                 const struct light *light)
{
    struct record_pane *rp = record_pane(p);
    struct query *lit = light_of_list(light, rp->list);
    struct query_ranges ranges = {0};
    int64_t end = rp->scroll.top + p->area.rows - HEAD_ROWS;

    draw_bar(rp, c, focused);
    if (lit && rp->row)
        match_fields(rp, lit, &ranges);
    place_ranges(&rp->text, &ranges);
    for (size_t i = 0; i < rp->text.line_count; i++) {
        const struct record_line *line = &rp->text.lines[i];

        if (line->row >= rp->scroll.top && line->row < end)
            draw_line(rp, c, focused, line, &ranges);
    }
    query_ranges_clear(&ranges);
}

/* ---- actions ---- */

/* Scroll no further than brings the current item's lines into view, its first
 * line at least. */
static void reveal(struct record_pane *rp)
{
    struct rows rows = rows_of(rp, rp->item);

    if (rows.first < 0)
        return;
    scroll_to(&rp->scroll, rows.last);
    scroll_to(&rp->scroll, rows.first);
}

static bool is_in_view(const struct record_pane *rp)
{
    struct rows rows = rows_of(rp, rp->item);

    return rows.last >= rp->scroll.top &&
           rows.first < rp->scroll.top + rp->scroll.height;
}

/* After the view has moved by itself: an item that is out of it gives way to
 * the one nearest to where it went. */
static void stay_in_view(struct record_pane *rp)
{
    int64_t top = rp->scroll.top, end = top + rp->scroll.height;

    for (size_t at = rp->item;; at = rp->item) {
        struct rows rows = rows_of(rp, at);

        if (rows.last >= 0 && rows.last < top)
            rp->item = item_beyond(rp, 1);
        else if (rows.first >= end)
            rp->item = item_beyond(rp, -1);
        if (rp->item == at)
            return;
    }
}

static enum pane_result move_link(struct record_pane *rp, int step)
{
    size_t count = rp->text.part_count;
    size_t part = rp->item;

    if (rp->text.link_count == 0)
        return PANE_IGNORED;
    do
        part = (part + (step > 0 ? 1 : count - 1)) % count;
    while (rp->text.parts[part].link < 0);
    rp->item = part;
    reveal(rp);
    return PANE_CHANGED;
}

/* By lines within a field that is higher than the pane, else to the next. */
static bool move_item(struct record_pane *rp, int step)
{
    struct rows rows = rows_of(rp, rp->item);
    size_t next = item_beyond(rp, step);

    if (next == rp->item ||
        (step < 0 && rows.first >= 0 && rows.first < rp->scroll.top) ||
        (step > 0 && rows.last >= rp->scroll.top + rp->scroll.height))
        return false;
    rp->item = next;
    reveal(rp);
    return true;
}

static enum pane_result move_view(struct record_pane *rp, enum action action)
{
    int64_t top = rp->scroll.top;
    size_t item = rp->item;

    if (!scroll_handle_text(&rp->scroll, action))
        return PANE_IGNORED;
    if (action == ACTION_HOME)
        rp->item = 0;
    else if (action == ACTION_END) {
        rp->item = rp->text.part_count;
        rp->item = item_beyond(rp, -1);
    }
    stay_in_view(rp);
    return rp->scroll.top != top || rp->item != item ? PANE_CHANGED : PANE_SAME;
}

static enum pane_result handle(struct pane *p, enum action action)
{
    struct record_pane *rp = record_pane(p);

    if (action == ACTION_LINK_PREV)
        return move_link(rp, -1);
    if (action == ACTION_LINK_NEXT)
        return move_link(rp, 1);
    if (action == ACTION_OPEN)
        return current_link(rp) >= 0 ? PANE_CHOSEN : move_link(rp, 1);
    if (action == ACTION_UP && move_item(rp, -1))
        return PANE_CHANGED;
    if (action == ACTION_DOWN && move_item(rp, 1))
        return PANE_CHANGED;
    return move_view(rp, action);
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    struct record_pane *rp = record_pane(p);

    p->area = area;
    p->ambiguous = ambiguous;
    lay_out(rp);
    if (!is_in_view(rp))
        reveal(rp);
}

static void destroy(struct pane *p)
{
    struct record_pane *rp = record_pane(p);

    record_text_clear(&rp->text);
    list_close(rp->list);
    free(rp);
}

static const struct pane_ops ops = {
    .draw = draw,
    .handle = handle,
    .resize = resize,
    .destroy = destroy,
};

struct pane *record_pane_new(struct edition *ed)
{
    struct record_pane *rp = xcalloc(1, sizeof(*rp));

    rp->pane.ops = &ops;
    rp->pane.ambiguous = AMBIGUOUS_NARROW;
    rp->ed = ed;
    scroll_resize(&rp->scroll, 0, 1);
    return &rp->pane;
}

/* The item that shows a column, the first one where none does. */
static size_t item_of_field(const struct record_text *t, int field)
{
    for (size_t i = 0; i < t->part_count; i++) {
        if (field >= 0 && t->parts[i].field == field)
            return i;
    }
    return 0;
}

static int current_field(const struct record_pane *rp)
{
    return is_item(&rp->text, rp->item) ? rp->text.parts[rp->item].field : -1;
}

void record_pane_show(struct pane *p, struct list *l, int64_t row)
{
    struct record_pane *rp = record_pane(p);
    int field = rp->list == l ? current_field(rp) : -1;

    if (rp->list == l && rp->row == row)
        return;
    record_text_clear(&rp->text);
    list_share(l);
    list_close(rp->list);
    rp->list = l;
    rp->row = l ? row : 0;
    rp->scroll = (struct scroll){.height = 1};
    if (rp->row)
        record_text_read(&rp->text, rp->ed, l, row);
    rp->item = item_of_field(&rp->text, field);
    lay_out(rp);
    reveal(rp);
}

/* Whether a line shows some of what was matched. */
static bool is_lit(const struct record_text *t, const struct record_line *line,
                   const struct query_ranges *ranges)
{
    int field = t->parts[line->part].field;

    for (size_t i = 0; i < ranges->len && !line->is_label; i++) {
        const struct query_range *r = &ranges->items[i];

        if ((int)r->cell == field && r->start < line->end &&
            r->start + r->len > line->start)
            return true;
    }
    return false;
}

void record_pane_reveal(struct pane *p, struct query *q)
{
    struct record_pane *rp = record_pane(p);
    struct query_ranges ranges = {0};
    int64_t first = -1, end = rp->scroll.top + rp->scroll.height;
    bool is_seen = false;

    if (rp->row)
        match_fields(rp, q, &ranges);
    place_ranges(&rp->text, &ranges);
    for (size_t i = 0; i < rp->text.line_count && !is_seen; i++) {
        const struct record_line *line = &rp->text.lines[i];

        if (!is_lit(&rp->text, line, &ranges))
            continue;
        if (first < 0)
            first = line->row;
        is_seen = line->row >= rp->scroll.top && line->row < end;
    }
    if (first >= 0 && !is_seen)
        scroll_to(&rp->scroll, first);
    stay_in_view(rp);
    query_ranges_clear(&ranges);
}

int64_t record_pane_top(const struct pane *p)
{
    return ((const struct record_pane *)p)->scroll.top;
}

void record_pane_restore(struct pane *p, int64_t top)
{
    struct record_pane *rp = record_pane(p);

    rp->scroll.top = rp->scroll.cursor = top;
    lay_out(rp);
    stay_in_view(rp);
}

bool record_pane_link(const struct pane *p, struct record_link *out)
{
    const struct record_pane *rp = (const struct record_pane *)p;
    int link = current_link(rp);

    if (link < 0)
        return false;
    *out = rp->text.links[link];
    return true;
}

bool record_pane_copy(struct pane *p, struct str *out)
{
    const struct record_pane *rp = record_pane(p);
    const struct record *r = rp->row ? list_row(rp->list, rp->row, NULL) : NULL;
    int field = current_field(rp);

    if (r && field >= 0 && (size_t)field < r->count)
        list_append_cell(out, &r->values[field]);
    else if (r && is_item(&rp->text, rp->item))
        str_append(out, rp->text.parts[rp->item].text.text,
                   rp->text.parts[rp->item].text.len);
    return r != NULL;
}
