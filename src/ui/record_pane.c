#include "ui/record_pane.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_query.h"
#include "text/clean.h"
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
    int link;             /* the current one, -1: none */
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
    struct lit lit = {0};

    if (line->is_label) {
        canvas_text_cut(c, strip.row, strip.from, strip.to, part->label,
                        strlen(part->label), STYLE_COLUMN);
        return;
    }
    if (part->link >= 0 && part->link == rp->link) {
        strip.style = STYLE_LINK_CURRENT;
        if (focused && line->start == 0)
            canvas_point(c, strip.row, strip.from);
    }
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

/* Scroll no further than brings the link's lines into view, its first line
 * at least. */
static void reveal_link(struct record_pane *rp)
{
    int64_t first = -1;
    int64_t last = -1;

    for (size_t i = 0; i < rp->text.line_count; i++) {
        const struct record_line *line = &rp->text.lines[i];

        if (rp->text.parts[line->part].link != rp->link)
            continue;
        if (first < 0)
            first = line->row;
        last = line->row;
    }
    if (first < 0)
        return;
    scroll_to(&rp->scroll, last);
    scroll_to(&rp->scroll, first);
}

static enum pane_result move_link(struct record_pane *rp, int step)
{
    int count = (int)rp->text.link_count;

    if (count == 0)
        return PANE_IGNORED;
    if (rp->link < 0)
        rp->link = step > 0 ? 0 : count - 1;
    else
        rp->link = (rp->link + step + count) % count;
    reveal_link(rp);
    return PANE_CHANGED;
}

static enum pane_result move_view(struct record_pane *rp, enum action action)
{
    int64_t top = rp->scroll.top;

    if (!scroll_handle_text(&rp->scroll, action))
        return PANE_IGNORED;
    return rp->scroll.top != top ? PANE_CHANGED : PANE_SAME;
}

static enum pane_result handle(struct pane *p, enum action action)
{
    struct record_pane *rp = record_pane(p);

    if (action == ACTION_LINK_PREV)
        return move_link(rp, -1);
    if (action == ACTION_LINK_NEXT)
        return move_link(rp, 1);
    if (action == ACTION_OPEN)
        return rp->link >= 0 ? PANE_CHOSEN : move_link(rp, 1);
    return move_view(rp, action);
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    struct record_pane *rp = record_pane(p);

    p->area = area;
    p->ambiguous = ambiguous;
    lay_out(rp);
    if (rp->link >= 0)
        reveal_link(rp);
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
    rp->link = -1;
    scroll_resize(&rp->scroll, 0, 1);
    return &rp->pane;
}

void record_pane_show(struct pane *p, struct list *l, int64_t row)
{
    struct record_pane *rp = record_pane(p);

    if (rp->list == l && rp->row == row)
        return;
    record_text_clear(&rp->text);
    list_share(l);
    list_close(rp->list);
    rp->list = l;
    rp->row = l ? row : 0;
    rp->link = -1;
    rp->scroll = (struct scroll){.height = 1};
    if (rp->row)
        record_text_read(&rp->text, rp->ed, l, row);
    lay_out(rp);
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
}

bool record_pane_link(const struct pane *p, struct record_link *out)
{
    const struct record_pane *rp = (const struct record_pane *)p;

    if (rp->link < 0)
        return false;
    *out = rp->text.links[rp->link];
    return true;
}
