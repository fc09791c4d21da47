#include "ui/list_pane_parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "ui/lit.h"
#include "ui/number.h"

#define MARK_COLUMNS 2 /* the cursor's mark and a blank */
#define PART_COLUMNS 6 /* less of a column that is cut says nothing */

/* Append "附件1 title", or the name alone. */
static void append_title(const struct list_pane *lp, struct str *out)
{
    struct list *l = lp->view.list;
    const struct annex_info *annex =
        edition_annex(list_edition(l), list_annex(l));
    struct str title = {0};

    if (annex->number[0] != '\0')
        str_addf(&title, _("Annex %s"), annex->number);
    if (title.len > 0)
        str_addc(&title, ' ');
    str_add(&title, annex->title);
    clean_append(out, str_text(&title), title.len, CLEAN_SCREEN);
    str_clear(&title);
}

/* Append what the bar says at its right end: order, filter, count. */
static void append_note(const struct list_pane *lp, struct str *out)
{
    struct str count = {0};

    if (lp->sorted_by >= 0) {
        const struct list_column *c =
            list_column(lp->view.list, (size_t)lp->sorted_by);

        clean_append(out, c->name, strlen(c->name), CLEAN_SCREEN);
        str_add(out, lp->descending ? " v  " : " ^  ");
    }
    if (lp->view.filter) {
        number_append(&count, lp->view.count);
        str_addc(&count, '/');
        number_append(&count, lp->view.total);
        str_addf(out, _("filter: %s"), lp->label ? lp->label : "");
        str_addf(out, " %s", str_text(&count));
    } else {
        number_append(&count, lp->view.total);
        str_addf(out,
                 i18n_plural("%s record", "%s records",
                             (unsigned long)lp->view.total),
                 str_text(&count));
    }
    str_clear(&count);
}

static void draw_bar(const struct list_pane *lp, struct canvas *c, bool focused)
{
    struct str title = {0};
    struct str note = {0};

    if (lp->view.list) {
        append_title(lp, &title);
        append_note(lp, &note);
    } else {
        str_add(&title, _("No list"));
    }
    pane_bar(c, lp->pane.area, focused, str_text(&title), str_text(&note));
    str_clear(&title);
    str_clear(&note);
}

/* Where a column is drawn: [*from, *to) of the screen. Returns whether any of
 * it is in view. */
static bool column_extent(const struct list_pane *lp,
                          const struct list_columns_place *place, size_t column,
                          int start, int *from, int *to)
{
    int left = lp->pane.area.column;
    int limit = left + lp->pane.area.columns;

    if ((int)column == lp->columns.number) {
        *from = left + place->left - place->gap - place->number_width;
        *to = *from + place->number_width;
        return place->shows_number;
    }
    *from = left + place->left + start - lp->shift;
    *to = *from + list_columns_width(&lp->columns, place, column);
    if (start < lp->shift || (*to > limit && limit - *from < PART_COLUMNS))
        return false;
    if (*to > limit)
        *to = limit;
    return *from < limit;
}

typedef void draw_cell(const struct list_pane *lp, struct canvas *c, int row,
                       size_t column, int from, int to, void *arg);

/* Call `draw` for every column in view. */
static void for_columns(const struct list_pane *lp, struct canvas *c, int row,
                        draw_cell *draw, void *arg)
{
    struct list_columns_place place = list_place_of(lp);
    int start = 0;

    for (size_t i = 0; i < lp->columns.count; i++) {
        int from, to;

        if (column_extent(lp, &place, i, start, &from, &to))
            draw(lp, c, row, i, from, to, arg);
        if ((int)i == lp->columns.number)
            continue;
        start += list_columns_width(&lp->columns, &place, i) + place.gap;
        if (start - lp->shift >= place.room && (int)i + 1 > lp->columns.number)
            break;
    }
}

/* Where `columns` columns of a value begin in [from, to): numbers and their
 * headings stand at the right. */
static int aligned(const struct list_pane *lp, size_t column, int from, int to,
                   int columns)
{
    if (!list_column(lp->view.list, column)->is_number || columns > to - from)
        return from;
    return to - columns;
}

static void draw_heading(const struct list_pane *lp, struct canvas *c, int row,
                         size_t column, int from, int to, void *arg)
{
    enum style style =
        column == lp->column ? STYLE_COLUMN_ACTIVE : STYLE_COLUMN;
    struct str heading = {0};

    (void)arg;
    list_columns_heading(lp->view.list, column, &heading);
    from =
        aligned(lp, column, from, to,
                cluster_columns(str_text(&heading), heading.len, c->ambiguous));
    canvas_text_cut(c, row, from, to, str_text(&heading), heading.len, style);
    str_clear(&heading);
}

/* The headings, and at both ends whether there is more to see. */
static void draw_headings(const struct list_pane *lp, struct canvas *c)
{
    struct list_columns_place place = list_place_of(lp);
    int row = lp->pane.area.row + 1;
    int left = lp->pane.area.column + place.left;
    int limit = lp->pane.area.column + lp->pane.area.columns;
    int end = list_columns_start(&lp->columns, &place, lp->columns.count);

    for_columns(lp, c, row, draw_heading, NULL);
    if (lp->shift > 0)
        canvas_puts(c, row, left - 1, limit, "<", STYLE_COLUMN);
    if (end - place.gap - lp->shift > place.room)
        canvas_puts(c, row, limit - 1, limit, ">", STYLE_COLUMN);
}

/* What draw_value() needs to know of its row. */
struct row_view {
    const struct record *record;
    struct query_ranges ranges;
    bool is_current;
};

static void draw_value(const struct list_pane *lp, struct canvas *c, int row,
                       size_t column, int from, int to, void *arg)
{
    const struct row_view *r = arg;
    const struct value *v;
    struct lit lit =
        lit_of_cell(&r->ranges, (uint32_t)column,
                    r->is_current ? STYLE_MATCH_CURRENT : STYLE_MATCH);
    enum style style = STYLE_TEXT;

    if (column >= r->record->count)
        return;
    v = &r->record->values[column];
    if (list_column(lp->view.list, column)->derived)
        style = STYLE_DERIVED;
    if (r->is_current && (int)column == lp->columns.number)
        style = STYLE_CURSOR;
    if (v->kind == VALUE_NUMBER)
        from = aligned(lp, column, from, to, (int)v->len);
    lit_cell(c, row, from, to, v->text, v->len, style, &lit);
}

/* The matches of a row, as the filter and the search see it. */
static void match_row(const struct list_pane *lp, struct row_view *r)
{
    struct query_cell *cells;

    if (!lp->lit)
        return;
    cells = xcalloc(r->record->count, sizeof(*cells));
    for (size_t i = 0; i < r->record->count; i++)
        cells[i] = (struct query_cell){r->record->values[i].text,
                                       r->record->values[i].len};
    query_match(lp->lit, cells, r->record->count, &r->ranges);
    free(cells);
}

static void draw_row(const struct list_pane *lp, struct canvas *c, int at,
                     int64_t row, bool is_current)
{
    struct rect area = lp->pane.area;
    struct row_view r = {.is_current = is_current};
    struct err e = {0};

    if (is_current)
        canvas_puts(c, at, area.column, area.column + area.columns, ">",
                    STYLE_CURSOR);
    r.record = list_row(lp->view.list, row, &e);
    if (!r.record) {
        char *msg = clean_copy(e.msg);

        canvas_text_cut(c, at, area.column + MARK_COLUMNS,
                        area.column + area.columns, msg, strlen(msg),
                        STYLE_ERROR);
        free(msg);
        return;
    }
    match_row(lp, &r);
    for_columns(lp, c, at, draw_value, &r);
    query_ranges_clear(&r.ranges);
}

/* "-- 4-87 未收录 84 条 --", where there is no room for that, "-- 4-87 --". */
static void draw_gap(const struct list_pane *lp, struct canvas *c, int at,
                     const struct list_gap *gap)
{
    int column = lp->pane.area.column + MARK_COLUMNS;
    int limit = lp->pane.area.column + lp->pane.area.columns;
    struct str numbers = {0};
    struct str count = {0};
    struct str line = {0};

    str_addf(&numbers, "%" PRId64, gap->first);
    if (gap->last > gap->first)
        str_addf(&numbers, "-%" PRId64, gap->last);
    number_append(&count, gap->last - gap->first + 1);
    str_add(&line, "-- ");
    str_addf(&line, _("%s not held: %s records"), str_text(&numbers),
             str_text(&count));
    str_add(&line, " --");
    if (cluster_columns(str_text(&line), line.len, c->ambiguous) >
        limit - column) {
        str_truncate(&line, 0);
        str_addf(&line, "-- %s --", str_text(&numbers));
    }
    canvas_text_cut(c, at, column, limit, str_text(&line), line.len, STYLE_DIM);
    str_clear(&numbers);
    str_clear(&count);
    str_clear(&line);
}

static void draw_hint(const struct list_pane *lp, struct canvas *c, int at)
{
    struct rect area = lp->pane.area;
    const char *hint =
        lp->view.filter ? _("No record matches the filter.") : _("No records.");

    canvas_text_cut(c, at, area.column + MARK_COLUMNS,
                    area.column + area.columns, hint, strlen(hint), STYLE_DIM);
}

void list_pane_draw(const struct list_pane *lp, struct canvas *c, bool focused)
{
    int first = lp->pane.area.row + LIST_HEAD_ROWS;
    int rows = lp->pane.area.rows - LIST_HEAD_ROWS;
    int64_t lines = list_view_lines(&lp->view);

    draw_bar(lp, c, focused);
    if (!lp->view.list || rows < 0)
        return;
    draw_headings(lp, c);
    if (lines == 0 && rows > 0)
        draw_hint(lp, c, first);
    for (int i = 0; i < rows; i++) {
        int64_t line = lp->scroll.top + i;
        const struct list_gap *gap;
        int64_t index;

        if (line >= lines)
            break;
        index = list_view_at_line(&lp->view, line, &gap);
        if (gap)
            draw_gap(lp, c, first + i, gap);
        else
            draw_row(lp, c, first + i, list_view_row(&lp->view, index),
                     line == lp->scroll.cursor);
    }
}
