#include "ui/list_pane_parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_query.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "ui/annex_text.h"
#include "ui/lit.h"
#include "ui/number.h"

#define PART_COLUMNS 6 /* less of a column that is cut says nothing */

/* Append "附件1 title", or the name alone. */
static void append_title(const struct list_pane *lp, struct str *out)
{
    struct list *l = lp->view.list;
    const struct annex_info *annex =
        edition_annex(list_edition(l), list_annex(l));
    struct str title = {0};

    annex_text_name(&title, annex);
    clean_append(out, str_text(&title), title.len, CLEAN_SCREEN);
    str_clear(&title);
}

static int columns_of(const struct list_pane *lp, const struct str *text)
{
    return cluster_columns(str_text(text), text->len, lp->pane.ambiguous);
}

/* Append "筛选：label 8/14" in `room` columns: the label is cut first. */
static void append_filter(const struct list_pane *lp, int room, struct str *out)
{
    const char *label = lp->label ? lp->label : "";
    size_t len = strlen(label), fit;
    struct str count = {0}, shown = {0};

    str_addc(&count, ' ');
    number_append(&count, lp->view.count);
    str_add(&count, lp->is_partial ? "+/" : "/");
    number_append(&count, lp->view.total);
    str_addf(&shown, _("filter: %s"), "");
    room -= columns_of(lp, &shown) + columns_of(lp, &count);
    str_clear(&shown);
    if (cluster_columns(label, len, lp->pane.ambiguous) <= room) {
        str_add(&shown, label);
    } else {
        fit = cluster_fit(label, len, room > 1 ? room - 1 : 0,
                          lp->pane.ambiguous, NULL);
        str_append(&shown, label, fit);
        str_addc(&shown, '>');
    }
    str_addf(out, _("filter: %s"), str_text(&shown));
    str_append(out, count.text, count.len);
    str_clear(&count);
    str_clear(&shown);
}

static void append_count(const struct list_pane *lp, struct str *out)
{
    struct str count = {0};

    number_append(&count, lp->view.total);
    str_addf(
        out,
        i18n_plural("%s record", "%s records", (unsigned long)lp->view.total),
        str_text(&count));
    str_clear(&count);
}

static void append_order(const struct list_pane *lp, struct str *out)
{
    const struct list_column *c;
    char *name;

    if (lp->sorted_by < 0)
        return;
    c = list_column(lp->view.list, (size_t)lp->sorted_by);
    name = clean_copy(c->name);
    str_addf(out, lp->descending ? _("%s descending") : _("%s ascending"),
             name);
    str_add(out, "  ");
    free(name);
}

/* Append what the bar says at its right end in `room` columns: the order
 * where it fits, filter or count. */
static void append_note(const struct list_pane *lp, int room, struct str *out)
{
    struct str rows = {0};

    if (lp->view.filter)
        append_filter(lp, room, &rows);
    else
        append_count(lp, &rows);
    append_order(lp, out);
    if (columns_of(lp, out) + columns_of(lp, &rows) > room)
        str_truncate(out, 0);
    str_append(out, rows.text, rows.len);
    str_clear(&rows);
}

static void draw_bar(const struct list_pane *lp, struct canvas *c, bool focused)
{
    int columns = lp->pane.area.columns;
    struct str title = {0};
    struct str note = {0};

    if (lp->view.list) {
        append_title(lp, &title);
        append_note(lp, pane_bar_room(columns, columns_of(lp, &title)), &note);
    } else {
        str_add(&title, _("No list"));
    }
    pane_bar(c, lp->pane.area, focused, str_text(&title), str_text(&note));
    str_clear(&title);
    str_clear(&note);
}

/* A column in view and the columns of the screen that it takes. */
struct extent {
    size_t column;
    int from, to;
};

/* One drawing of the pane. */
struct drawing {
    const struct list_pane *lp;
    struct canvas *c;
    bool is_focused;
    struct query *lit;      /* borrowed; NULL: nothing is lit */
    struct extent *extents; /* of the columns in view, owned */
    size_t count;
};

/* Where a column stands that begins `start` columns after the first of those
 * that move. Returns whether any of it is in view. */
static bool find_extent(const struct list_pane *lp,
                        const struct list_columns_place *place, int start,
                        struct extent *x)
{
    int left = lp->pane.area.column;
    int limit = left + lp->pane.area.columns;

    if ((int)x->column == lp->columns.number) {
        x->from = left + place->left - place->gap - place->number_width;
        x->to = x->from + place->number_width;
        return place->shows_number;
    }
    if ((int)x->column == lp->columns.name &&
        list_columns_keep_name(&lp->columns, place, lp->shift)) {
        x->from = left + place->left;
        x->to = x->from + place->name_width;
        return true;
    }
    x->from = left + list_columns_left(&lp->columns, place, lp->shift) + start -
              lp->shift;
    x->to = x->from + list_columns_width(&lp->columns, place, x->column);
    if (start < lp->shift || (x->to > limit && limit - x->from < PART_COLUMNS))
        return false;
    if (x->to > limit)
        x->to = limit;
    return x->from < limit;
}

bool list_pane_shows_column(const struct list_pane *lp, size_t column)
{
    struct list_columns_place place = list_place_of(lp);
    struct extent x = {.column = column};

    return find_extent(lp, &place,
                       list_columns_start(&lp->columns, &place, column), &x);
}

static void find_extents(struct drawing *d)
{
    const struct list_columns *columns = &d->lp->columns;
    struct list_columns_place place = list_place_of(d->lp);
    size_t cap = 0;
    int start = 0;

    for (size_t i = 0; i < columns->count; i++) {
        struct extent x = {.column = i};

        if (find_extent(d->lp, &place, start, &x)) {
            d->extents =
                mem_grow(d->extents, d->count, &cap, sizeof(*d->extents));
            d->extents[d->count++] = x;
        }
        if ((int)i != columns->number)
            start += list_columns_width(columns, &place, i) + place.gap;
    }
}

/* Where `columns` columns of a value begin: numbers and their headings stand
 * at the right. */
static int aligned(const struct drawing *d, const struct extent *x, int columns)
{
    const struct list_column *column = list_column(d->lp->view.list, x->column);

    if (!column_kind_is_right(column->kind) || columns > x->to - x->from)
        return x->from;
    return x->to - columns;
}

static void draw_heading(const struct drawing *d, int row,
                         const struct extent *x)
{
    enum style style =
        x->column == d->lp->column ? STYLE_COLUMN_ACTIVE : STYLE_COLUMN;
    struct str heading = {0};
    int from;

    list_columns_heading(d->lp->view.list, x->column, &heading);
    from = aligned(
        d, x,
        cluster_columns(str_text(&heading), heading.len, d->c->ambiguous));
    canvas_text_cut(d->c, row, from, x->to, str_text(&heading), heading.len,
                    style);
    str_clear(&heading);
}

/* The headings stand between the notes above the list and its rows. */
static int row_of_headings(const struct list_pane *lp)
{
    int64_t above = list_view_above(&lp->view) - lp->scroll.top;
    int rows = lp->pane.area.rows - LIST_HEAD_ROWS;

    if (above > rows)
        above = rows;
    return lp->pane.area.row + 1 + (above > 0 ? (int)above : 0);
}

/* The headings, and at both ends whether there is more to see. */
static void draw_headings(const struct drawing *d)
{
    const struct list_pane *lp = d->lp;
    struct list_columns_place place = list_place_of(lp);
    int row = row_of_headings(lp);
    int first = list_columns_left(&lp->columns, &place, lp->shift);
    int left = lp->pane.area.column + first;
    int limit = lp->pane.area.column + lp->pane.area.columns;
    int end = list_columns_start(&lp->columns, &place, lp->columns.count);

    for (size_t i = 0; i < d->count; i++)
        draw_heading(d, row, &d->extents[i]);
    if (lp->shift > 0)
        canvas_puts(d->c, row, left - 1, limit, "<", STYLE_COLUMN);
    if (end - place.gap - lp->shift > lp->pane.area.columns - first)
        canvas_puts(d->c, row, limit - 1, limit, ">", STYLE_COLUMN);
}

/* A row with what a search matches in it. */
struct row_view {
    const struct record *record;
    struct query_ranges ranges;
    bool is_current;
};

static enum style style_of_column(const struct drawing *d,
                                  const struct extent *x)
{
    return list_column(d->lp->view.list, x->column)->derived ? STYLE_DERIVED
                                                             : STYLE_TEXT;
}

/* Where the bar of the current row ends: behind the first column that is no
 * number, its name, unless that is so wide that moving the bar would take long
 * on a slow line. */
static int end_of_bar(const struct drawing *d)
{
    struct rect area = d->lp->pane.area;
    /* The bar takes two thirds of the pane at most. */
    int most = area.column + area.columns * 2 / 3;
    int end = area.column + LIST_MARK_COLUMNS;

    for (size_t i = 0; i < d->count && d->extents[i].to <= most; i++) {
        end = d->extents[i].to;
        if ((int)d->extents[i].column != d->lp->columns.number)
            break;
    }
    return end;
}

/* How a column of the current row looks. */
static enum style current_style(const struct drawing *d, const struct extent *x)
{
    if (x->column == d->lp->column)
        return STYLE_CURSOR_CELL;
    if (x->to <= end_of_bar(d))
        return STYLE_CURSOR;
    return style_of_column(d, x);
}

static void draw_value(const struct drawing *d, int row, const struct extent *x,
                       const struct row_view *r)
{
    struct lit lit =
        lit_of_cell(&r->ranges, (uint32_t)x->column,
                    r->is_current ? STYLE_MATCH_CURRENT : STYLE_MATCH);
    struct strip strip = {row, x->from, x->to, STYLE_TEXT};
    const struct value *v;

    if (x->column >= r->record->count)
        return;
    v = &r->record->values[x->column];
    strip.style = r->is_current ? current_style(d, x) : style_of_column(d, x);
    if (v->kind == VALUE_NUMBER)
        strip.from = aligned(d, x, (int)v->len);
    lit_cell(d->c, &strip, v->text, v->len, &lit);
}

/* The current row has a bar that is seen from afar, with its marker, and the
 * current cell is one too; both as wide as the columns, not as their texts. */
static void draw_bar_of_row(const struct drawing *d, int row)
{
    struct rect area = d->lp->pane.area;

    canvas_restyle(d->c, row, area.column, end_of_bar(d), STYLE_CURSOR);
    if (d->is_focused)
        canvas_point(d->c, row, area.column);
    for (size_t i = 0; i < d->count; i++) {
        const struct extent *x = &d->extents[i];

        if (x->column != d->lp->column)
            continue;
        canvas_restyle(d->c, row, x->from, x->to, STYLE_CURSOR_CELL);
        if (d->is_focused)
            canvas_point(d->c, row, x->from);
    }
    canvas_puts(d->c, row, area.column, area.column + area.columns, ">",
                STYLE_CURSOR);
}

/* The matches of a row, as the filter and the search see it. */
static void match_row(const struct drawing *d, struct row_view *r)
{
    if (d->lit)
        list_query_match(d->lit, r->record, &r->ranges);
}

static void draw_row(const struct drawing *d, int at, int64_t row,
                     bool is_current)
{
    struct rect area = d->lp->pane.area;
    struct row_view r = {.is_current = is_current};
    struct err e = {0};

    if (is_current)
        draw_bar_of_row(d, at);
    if (list_pane_has_selected(d->lp, row))
        canvas_puts(d->c, at, area.column + 1, area.column + area.columns, "*",
                    is_current ? STYLE_CURSOR : STYLE_COLUMN);
    r.record = list_row(d->lp->view.list, row, &e);
    if (!r.record) {
        char *msg = clean_copy(e.msg);

        canvas_text_cut(d->c, at, area.column + LIST_MARK_COLUMNS,
                        area.column + area.columns, msg, strlen(msg),
                        STYLE_ERROR);
        free(msg);
        return;
    }
    match_row(d, &r);
    for (size_t i = 0; i < d->count; i++)
        draw_value(d, at, &d->extents[i], &r);
    query_ranges_clear(&r.ranges);
}

/* "-- 4-87 未收录 84 条 --", where there is no room for that, "-- 4-87 --". */
static void draw_gap(const struct list_pane *lp, struct canvas *c, int at,
                     const struct list_gap *gap)
{
    int column = lp->pane.area.column + LIST_MARK_COLUMNS;
    int limit = lp->pane.area.column + lp->pane.area.columns;
    struct str numbers = {0};
    struct str count = {0};
    struct str line = {0};

    str_addf(&numbers, "%" PRId64, gap->first);
    if (gap->last > gap->first)
        str_addf(&numbers, "-%" PRId64, gap->last);
    number_append(&count, list_gap_size(gap));
    str_add(&line, "-- ");
    str_addf(&line, _("%s not held: %s records"), str_text(&numbers),
             str_text(&count));
    str_add(&line, " --");
    if (cluster_columns(str_text(&line), line.len, c->ambiguous) >
        limit - column) {
        str_truncate(&line, 0);
        str_addf(&line, "-- %s --", str_text(&numbers));
    }
    canvas_text_cut(c, at, column, limit, str_text(&line), line.len,
                    STYLE_HINT);
    str_clear(&numbers);
    str_clear(&count);
    str_clear(&line);
}

/* A line of the notes that stand around the list. */
static void draw_note(const struct list_pane *lp, struct canvas *c, int at,
                      int64_t line)
{
    struct rect area = lp->pane.area;
    int64_t above = list_view_above(&lp->view);
    int64_t rest = list_view_lines(&lp->view) - line;
    enum line_place place = line < above ? LINE_ABOVE : LINE_BELOW;
    size_t count = lp->notes.counts[place];
    size_t i = line < above ? (size_t)line : count - (size_t)rest;
    const char *text = i < count ? lp->notes.lines[place][i] : "";

    canvas_text_cut(c, at, area.column + LIST_MARK_COLUMNS,
                    area.column + area.columns, text, strlen(text), STYLE_TEXT);
}

static void draw_hint(const struct list_pane *lp, struct canvas *c, int at)
{
    struct rect area = lp->pane.area;
    const char *hint =
        lp->view.filter ? _("No record matches the filter.") : _("No records.");

    canvas_text_cut(c, at, area.column + LIST_MARK_COLUMNS,
                    area.column + area.columns, hint, strlen(hint), STYLE_HINT);
}

void list_pane_draw(const struct list_pane *lp, struct canvas *c, bool focused,
                    const struct light *light)
{
    struct drawing d = {
        .lp = lp,
        .c = c,
        .is_focused = focused,
        .lit = light_of_list(light, lp->view.list),
    };
    int headings = row_of_headings(lp);
    int first = lp->pane.area.row + LIST_HEAD_ROWS;
    int rows = lp->pane.area.rows - LIST_HEAD_ROWS;
    int64_t lines = list_view_lines(&lp->view);

    draw_bar(lp, c, focused);
    if (!lp->view.list || rows < 0)
        return;
    find_extents(&d);
    draw_headings(&d);
    if (lines == 0 && rows > 0)
        draw_hint(lp, c, first);
    for (int i = 0; i < rows && lp->scroll.top + i < lines; i++) {
        int64_t line = lp->scroll.top + i;
        const struct list_gap *gap;
        int64_t index = list_view_at_line(&lp->view, line, &gap);
        int at = first + i - (first + i <= headings ? 1 : 0);

        if (gap)
            draw_gap(lp, c, at, gap);
        else if (index < 0)
            draw_note(lp, c, at, line);
        else
            draw_row(&d, at, list_view_row(&lp->view, index),
                     line == lp->scroll.cursor);
    }
    free(d.extents);
}
