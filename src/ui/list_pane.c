#include "ui/list_pane.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/list_columns.h"
#include "ui/list_view.h"
#include "ui/lit.h"
#include "ui/number.h"
#include "ui/scroll.h"

#define HEAD_ROWS 2 /* title bar and headings */

struct list_pane {
    struct pane pane;
    struct list_view view;
    struct list_columns columns;
    struct scroll scroll; /* of the view's lines, gaps among them */
    int64_t anchor;       /* the row that the reader went to; filters are
                             judged from it, so that taking back a letter
                             brings the cursor back */
    size_t column;        /* the current one */
    int shift;            /* where the moving columns begin */
    char *label;          /* of the filter; owned, NULL: none */
    int sorted_by;        /* column, -1: the source's order */
    bool descending;
    struct query *lit; /* borrowed; NULL: nothing is lit */
};

static struct list_pane *list_pane(struct pane *p)
{
    return (struct list_pane *)p;
}

static const struct list_pane *list_pane_const(const struct pane *p)
{
    return (const struct list_pane *)p;
}

static int body_rows(const struct list_pane *lp)
{
    return lp->pane.area.rows - HEAD_ROWS;
}

static struct list_columns_place place_of(const struct list_pane *lp)
{
    return list_columns_place(&lp->columns, lp->pane.area.columns, lp->column);
}

/* The row under the cursor; 0: none. */
static int64_t current_row(const struct list_pane *lp)
{
    return list_view_row(&lp->view,
                         list_view_at_line(&lp->view, lp->scroll.cursor, NULL));
}

/* The cursor never stands on a gap: go on in direction `step`, or back at an
 * end. The view stays where it is if it can. */
static void leave_gap(struct list_pane *lp, int step)
{
    int64_t lines = list_view_lines(&lp->view);
    int64_t top = lp->scroll.top;
    int64_t line = lp->scroll.cursor;

    if (lp->view.count == 0)
        return;
    while (list_view_at_line(&lp->view, line, NULL) < 0) {
        if (line + step < 0 || line + step >= lines)
            step = -step;
        line += step;
    }
    scroll_to(&lp->scroll, line);
    /* A gap that leads the list is seen with its first row. */
    if (line - top < lp->scroll.height && top <= line)
        lp->scroll.top = top;
    if (line == list_view_line_of(&lp->view, 0) && line < lp->scroll.height)
        lp->scroll.top = 0;
}

static void go_to_row(struct list_pane *lp, int64_t row)
{
    int64_t index = list_view_index(&lp->view, row);

    scroll_resize(&lp->scroll, list_view_lines(&lp->view), body_rows(lp));
    scroll_to(&lp->scroll, index < 0 ? 0 : list_view_line_of(&lp->view, index));
    leave_gap(lp, 1);
}

static void keep_column_in_view(struct list_pane *lp)
{
    struct list_columns_place place = place_of(lp);

    lp->shift = list_columns_shift(&lp->columns, &place, lp->column, lp->shift);
}

/* ---- drawing ---- */

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
    if (*to > limit)
        *to = limit;
    return start >= lp->shift && *from < limit;
}

typedef void draw_cell(const struct list_pane *lp, struct canvas *c, int row,
                       size_t column, int from, int to, void *arg);

/* Call `draw` for every column in view. */
static void for_columns(const struct list_pane *lp, struct canvas *c, int row,
                        draw_cell *draw, void *arg)
{
    struct list_columns_place place = place_of(lp);
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
    canvas_text_cut(c, row, from, to, str_text(&heading), heading.len, style);
    str_clear(&heading);
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

        canvas_text_cut(c, at, area.column + 2, area.column + area.columns, msg,
                        strlen(msg), STYLE_ERROR);
        free(msg);
        return;
    }
    match_row(lp, &r);
    for_columns(lp, c, at, draw_value, &r);
    query_ranges_clear(&r.ranges);
}

/* "-- 4-87 未收录 84 条 --" */
static void draw_gap(const struct list_pane *lp, struct canvas *c, int at,
                     const struct list_gap *gap)
{
    struct rect area = lp->pane.area;
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
    canvas_text_cut(c, at, area.column + 2, area.column + area.columns,
                    str_text(&line), line.len, STYLE_DIM);
    str_clear(&numbers);
    str_clear(&count);
    str_clear(&line);
}

static void draw_hint(const struct list_pane *lp, struct canvas *c, int at)
{
    struct rect area = lp->pane.area;
    const char *hint =
        lp->view.filter ? _("No record matches the filter.") : _("No records.");

    canvas_text_cut(c, at, area.column + 2, area.column + area.columns, hint,
                    strlen(hint), STYLE_DIM);
}

static void draw(struct pane *p, struct canvas *c, bool focused)
{
    struct list_pane *lp = list_pane(p);
    int first = p->area.row + HEAD_ROWS;
    int64_t lines = list_view_lines(&lp->view);

    draw_bar(lp, c, focused);
    if (!lp->view.list || p->area.rows < HEAD_ROWS)
        return;
    for_columns(lp, c, p->area.row + 1, draw_heading, NULL);
    if (lines == 0 && body_rows(lp) > 0)
        draw_hint(lp, c, first);
    for (int i = 0; i < body_rows(lp); i++) {
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

/* ---- actions ---- */

static enum pane_result move_column(struct list_pane *lp, int step)
{
    size_t was = lp->column;

    if (step < 0 && lp->column > 0)
        lp->column--;
    if (step > 0 && lp->column + 1 < lp->columns.count)
        lp->column++;
    if (lp->column == was)
        return PANE_SAME;
    keep_column_in_view(lp);
    return PANE_CHANGED;
}

static enum pane_result move_cursor(struct list_pane *lp, enum action action)
{
    struct scroll was = lp->scroll;
    bool moved;

    if (!scroll_handle(&lp->scroll, action, &moved))
        return PANE_IGNORED;
    leave_gap(lp, lp->scroll.cursor < was.cursor ? -1 : 1);
    lp->anchor = current_row(lp);
    return lp->scroll.cursor != was.cursor || lp->scroll.top != was.top
               ? PANE_CHANGED
               : PANE_SAME;
}

static enum pane_result handle(struct pane *p, enum action action)
{
    struct list_pane *lp = list_pane(p);

    if (action == ACTION_COLUMN_PREV)
        return move_column(lp, -1);
    if (action == ACTION_COLUMN_NEXT)
        return move_column(lp, 1);
    if (action == ACTION_SECTION_PREV)
        return move_cursor(lp, ACTION_UP);
    if (action == ACTION_SECTION_NEXT)
        return move_cursor(lp, ACTION_DOWN);
    if (action == ACTION_OPEN)
        return current_row(lp) ? PANE_CHOSEN : PANE_SAME;
    return move_cursor(lp, action);
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    struct list_pane *lp = list_pane(p);

    p->area = area;
    if (p->ambiguous != ambiguous) {
        p->ambiguous = ambiguous;
        list_columns_measure(&lp->columns, lp->view.list, ambiguous);
    }
    scroll_resize(&lp->scroll, list_view_lines(&lp->view), body_rows(lp));
    leave_gap(lp, 1);
    keep_column_in_view(lp);
}

static void destroy(struct pane *p)
{
    struct list_pane *lp = list_pane(p);

    list_view_clear(&lp->view);
    list_columns_clear(&lp->columns);
    free(lp->label);
    free(lp);
}

static const struct pane_ops ops = {
    .draw = draw,
    .handle = handle,
    .resize = resize,
    .destroy = destroy,
};

struct pane *list_pane_new(void)
{
    struct list_pane *lp = xcalloc(1, sizeof(*lp));

    lp->pane.ops = &ops;
    lp->pane.ambiguous = AMBIGUOUS_NARROW;
    lp->sorted_by = -1;
    scroll_resize(&lp->scroll, 0, 1);
    list_columns_clear(&lp->columns);
    return &lp->pane;
}

/* ---- what is shown ---- */

static void set_label(struct list_pane *lp, const char *label)
{
    free(lp->label);
    lp->label = label ? xstrdup(label) : NULL;
}

void list_pane_show(struct pane *p, struct list *l)
{
    struct list_pane *lp = list_pane(p);

    list_view_show(&lp->view, l);
    list_columns_measure(&lp->columns, l, p->ambiguous);
    set_label(lp, NULL);
    lp->sorted_by = -1;
    /* The units' names are what a reader looks at first. */
    lp->column = lp->columns.number == 0 && lp->columns.count > 1 ? 1 : 0;
    lp->shift = 0;
    lp->scroll = (struct scroll){.height = 1};
    go_to_row(lp, 1);
    lp->anchor = current_row(lp);
}

struct list *list_pane_list(const struct pane *p)
{
    return list_pane_const(p)->view.list;
}

int64_t list_pane_row(const struct pane *p)
{
    return current_row(list_pane_const(p));
}

size_t list_pane_column(const struct pane *p)
{
    return list_pane_const(p)->column;
}

struct list_place list_pane_place(const struct pane *p)
{
    const struct list_pane *lp = list_pane_const(p);

    return (struct list_place){
        .row = current_row(lp),
        .top = lp->scroll.top,
        .column = lp->column,
        .shift = lp->shift,
    };
}

void list_pane_restore(struct pane *p, const struct list_place *place)
{
    struct list_pane *lp = list_pane(p);

    lp->scroll.top = place->top;
    go_to_row(lp, list_view_nearest(&lp->view, place->row));
    lp->anchor = current_row(lp);
    if (place->column < lp->columns.count)
        lp->column = place->column;
    lp->shift = place->shift;
    keep_column_in_view(lp);
}

bool list_pane_goto(struct pane *p, int64_t row)
{
    struct list_pane *lp = list_pane(p);

    if (list_view_index(&lp->view, row) < 0)
        return false;
    go_to_row(lp, row);
    lp->anchor = row;
    return true;
}

void list_pane_filter(struct pane *p, struct rowset *rows, const char *label)
{
    struct list_pane *lp = list_pane(p);
    int64_t row = current_row(lp);

    /* Once the filter goes, the reader is where the cursor is. */
    if (!rows && row > 0)
        lp->anchor = row;
    list_view_filter(&lp->view, rows);
    set_label(lp, rows ? label : NULL);
    go_to_row(lp, list_view_nearest(&lp->view, lp->anchor));
}

const struct rowset *list_pane_filtered(const struct pane *p)
{
    return list_pane_const(p)->view.filter;
}

const char *list_pane_filter_label(const struct pane *p)
{
    const char *label = list_pane_const(p)->label;

    return label ? label : "";
}

void list_pane_order(struct pane *p, uint32_t *order, size_t column,
                     bool descending)
{
    struct list_pane *lp = list_pane(p);
    int64_t row = current_row(lp);

    list_view_order(&lp->view, order);
    lp->sorted_by = order ? (int)column : -1;
    lp->descending = descending;
    go_to_row(lp, row);
}

int list_pane_sorted_by(const struct pane *p, bool *descending)
{
    *descending = list_pane_const(p)->descending;
    return list_pane_const(p)->sorted_by;
}

int64_t list_pane_index(const struct pane *p, int64_t row)
{
    return list_view_index(&list_pane_const(p)->view, row);
}

int64_t list_pane_row_at(const struct pane *p, int64_t index)
{
    return list_view_row(&list_pane_const(p)->view, index);
}

int64_t list_pane_rows(const struct pane *p)
{
    return list_pane_const(p)->view.count;
}

void list_pane_light(struct pane *p, struct query *q)
{
    list_pane(p)->lit = q;
}

/* ---- copying ---- */

static const struct record *current_record(const struct list_pane *lp)
{
    int64_t row = current_row(lp);

    return row ? list_row(lp->view.list, row, NULL) : NULL;
}

bool list_pane_copy_cell(struct pane *p, struct str *out)
{
    const struct list_pane *lp = list_pane(p);
    const struct record *r = current_record(lp);

    if (!r || lp->column >= r->count)
        return false;
    str_append(out, r->values[lp->column].text, r->values[lp->column].len);
    return true;
}

bool list_pane_copy_row(struct pane *p, struct str *out)
{
    const struct record *r = current_record(list_pane(p));

    for (size_t i = 0; r && i < r->count; i++) {
        if (i > 0)
            str_addc(out, '\t');
        str_append(out, r->values[i].text, r->values[i].len);
    }
    return r != NULL;
}
