#include "ui/list_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/list_query.h"
#include "ui/list_pane_parts.h"

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
    return lp->pane.area.rows - LIST_HEAD_ROWS;
}

struct list_columns_place list_place_of(const struct list_pane *lp)
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
    if (top <= line && line - top < lp->scroll.height)
        lp->scroll.top = top;
}

/* A gap that leads the list is seen with its first row. */
static void show_leading_gap(struct list_pane *lp)
{
    if (lp->scroll.cursor < lp->scroll.height &&
        lp->scroll.cursor == list_view_line_of(&lp->view, 0))
        lp->scroll.top = 0;
}

/* Bring a line into view: by as little as needed where it is near, with its
 * neighbours around it where all of the view changes anyway. */
static void go_to_line(struct list_pane *lp, int64_t line)
{
    int height = lp->scroll.height;
    int64_t top = lp->scroll.top;

    if (line < top - height || line - height >= top + height)
        lp->scroll.top = line > height / 2 ? line - height / 2 : 0;
    scroll_to(&lp->scroll, line);
    leave_gap(lp, 1);
    if (lp->scroll.top < top)
        show_leading_gap(lp);
}

static int64_t line_of_row(const struct list_pane *lp, int64_t row)
{
    int64_t index = list_view_index(&lp->view, row);

    return index < 0 ? 0 : list_view_line_of(&lp->view, index);
}

static void go_to_row(struct list_pane *lp, int64_t row)
{
    scroll_resize(&lp->scroll, list_view_lines(&lp->view), body_rows(lp));
    go_to_line(lp, line_of_row(lp, row));
}

/* Put the cursor on a row with line `top` first in view, as far as the view's
 * ends allow. */
static void place_row(struct list_pane *lp, int64_t row, int64_t top)
{
    lp->scroll.cursor = line_of_row(lp, row);
    lp->scroll.top = top;
    scroll_resize(&lp->scroll, list_view_lines(&lp->view), body_rows(lp));
    leave_gap(lp, 1);
}

/* Go to a row after the view has changed around it: the cursor stays in its
 * line of the screen. */
static void stay_on_row(struct list_pane *lp, int64_t row)
{
    int64_t offset = lp->scroll.cursor - lp->scroll.top;

    place_row(lp, row, line_of_row(lp, row) - offset);
}

static void take_notes(struct list_pane *lp)
{
    list_notes_take(&lp->notes, lp->view.list,
                    lp->pane.area.columns - LIST_MARK_COLUMNS,
                    lp->pane.ambiguous);
    list_view_surround(&lp->view, (int64_t)lp->notes.counts[LINE_ABOVE],
                       (int64_t)lp->notes.counts[LINE_BELOW]);
}

static void keep_column_in_view(struct list_pane *lp)
{
    struct list_columns_place place = list_place_of(lp);

    lp->shift = list_columns_shift(&lp->columns, &place, lp->column, lp->shift);
}

/* ---- actions ---- */

static enum pane_result go_to_column(struct list_pane *lp, size_t column)
{
    if (column == lp->column)
        return PANE_SAME;
    lp->column = column;
    keep_column_in_view(lp);
    return PANE_CHANGED;
}

static enum pane_result move_column(struct list_pane *lp, int step)
{
    if (step < 0 && lp->column > 0)
        return go_to_column(lp, lp->column - 1);
    if (step > 0 && lp->column + 1 < lp->columns.count)
        return go_to_column(lp, lp->column + 1);
    return PANE_SAME;
}

static enum pane_result move_cursor(struct list_pane *lp, enum action action)
{
    struct scroll was = lp->scroll;

    if (!scroll_handle(&lp->scroll, action))
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
    if (action == ACTION_COLUMN_FIRST)
        return go_to_column(lp, 0);
    if (action == ACTION_COLUMN_LAST && lp->columns.count > 0)
        return go_to_column(lp, lp->columns.count - 1);
    if (action == ACTION_SECTION_PREV)
        return move_cursor(lp, ACTION_UP);
    if (action == ACTION_SECTION_NEXT)
        return move_cursor(lp, ACTION_DOWN);
    if (action == ACTION_OPEN)
        return current_row(lp) ? PANE_CHOSEN : PANE_SAME;
    return move_cursor(lp, action);
}

static void draw(struct pane *p, struct canvas *c, bool focused,
                 const struct light *light)
{
    list_pane_draw(list_pane(p), c, focused, light);
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    struct list_pane *lp = list_pane(p);
    bool is_changed =
        area.columns != p->area.columns || ambiguous != p->ambiguous;
    int64_t row = current_row(lp);

    p->area = area;
    if (p->ambiguous != ambiguous) {
        p->ambiguous = ambiguous;
        list_columns_measure(&lp->columns, lp->view.list, ambiguous);
    }
    list_columns_fit(&lp->columns, area.columns);
    if (is_changed && lp->view.list) {
        int64_t was = list_view_above(&lp->view);

        take_notes(lp);
        if (lp->scroll.top > 0)
            lp->scroll.top += list_view_above(&lp->view) - was;
        if (lp->scroll.top < 0)
            lp->scroll.top = 0;
        lp->scroll.cursor = line_of_row(lp, row);
    }
    scroll_resize(&lp->scroll, list_view_lines(&lp->view), body_rows(lp));
    leave_gap(lp, 1);
    show_leading_gap(lp);
    keep_column_in_view(lp);
}

static void destroy(struct pane *p)
{
    struct list_pane *lp = list_pane(p);

    list_view_clear(&lp->view);
    list_columns_clear(&lp->columns);
    list_notes_clear(&lp->notes);
    rowset_clear(&lp->chosen);
    free(lp->label);
    free(lp);
}

static const struct pane_ops ops = {
    .draw = draw,
    .handle = handle,
    .resize = resize,
    .destroy = destroy,
    .find = list_pane_find,
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
    list_columns_fit(&lp->columns, p->area.columns);
    take_notes(lp);
    set_label(lp, NULL);
    list_pane_select_none(p);
    lp->is_partial = false;
    lp->sorted_by = -1;
    /* The units' names are what a reader looks at first. */
    lp->column = lp->columns.number == 0 && lp->columns.count > 1 ? 1 : 0;
    lp->shift = 0;
    lp->scroll = (struct scroll){.height = 1};
    go_to_row(lp, 1);
    lp->anchor = current_row(lp);
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

    place_row(lp, list_view_nearest(&lp->view, place->row), place->top);
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

/* The first column of the cursor's row that has a match, SIZE_MAX: none; or
 * that is in view: `in_view`. */
static size_t column_of_match(const struct list_pane *lp, struct query *q,
                              bool *in_view)
{
    int64_t row = current_row(lp);
    const struct record *r = row ? list_row(lp->view.list, row, NULL) : NULL;
    struct query_ranges ranges = {0};
    size_t column = SIZE_MAX;

    *in_view = false;
    if (r)
        list_query_match(q, r, &ranges);
    if (ranges.len > 0)
        column = ranges.items[0].cell;
    for (size_t i = 0; i < ranges.len && !*in_view; i++)
        *in_view = list_pane_shows_column(lp, ranges.items[i].cell);
    query_ranges_clear(&ranges);
    return column;
}

bool list_pane_shows(const struct pane *p, struct query *q)
{
    bool in_view;

    return column_of_match(list_pane_const(p), q, &in_view) == SIZE_MAX ||
           in_view;
}

void list_pane_reveal(struct pane *p, struct query *q)
{
    struct list_pane *lp = list_pane(p);
    bool in_view;
    size_t column = column_of_match(lp, q, &in_view);

    if (column == SIZE_MAX || in_view)
        return;
    lp->column = column;
    keep_column_in_view(lp);
}

void list_pane_filter(struct pane *p, const struct list_filter *filter)
{
    struct list_pane *lp = list_pane(p);
    int64_t row = current_row(lp);

    /* Once the filter goes, the reader is where the cursor is. */
    if (!filter && row > 0)
        lp->anchor = row;
    list_view_filter(&lp->view, filter ? filter->rows : NULL);
    set_label(lp, filter ? filter->label : NULL);
    lp->is_partial = filter && filter->is_partial;
    stay_on_row(lp, list_view_nearest(&lp->view, lp->anchor));
}

bool list_pane_is_filtered(const struct pane *p)
{
    return list_pane_const(p)->view.filter != NULL;
}

bool list_pane_is_partial(const struct pane *p)
{
    return list_pane_const(p)->is_partial;
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
    stay_on_row(lp, row);
}

int list_pane_sorted_by(const struct pane *p, bool *descending)
{
    if (descending)
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

/* ---- selecting ---- */

static void select_row(struct list_pane *lp, int64_t row)
{
    if (lp->chosen_count == 0) {
        rowset_clear(&lp->chosen);
        rowset_init(&lp->chosen, list_row_count(lp->view.list));
    }
    if (rowset_has(&lp->chosen, row))
        return;
    rowset_add(&lp->chosen, row);
    lp->chosen_count++;
}

bool list_pane_has_selected(const struct list_pane *lp, int64_t row)
{
    return lp->chosen_count > 0 && rowset_has(&lp->chosen, row);
}

/* A set of rows is only added to: all others are selected anew. */
static void unselect_row(struct list_pane *lp, int64_t row)
{
    struct rowset was = lp->chosen;

    lp->chosen = (struct rowset){0};
    lp->chosen_count = 0;
    for (int64_t r = rowset_next(&was, 1); r > 0;
         r = r < was.rows ? rowset_next(&was, r + 1) : 0) {
        if (r != row)
            select_row(lp, r);
    }
    rowset_clear(&was);
}

int64_t list_pane_selected(const struct pane *p)
{
    return list_pane_const(p)->chosen_count;
}

bool list_pane_is_in_range(const struct pane *p)
{
    return list_pane_const(p)->range_from > 0;
}

void list_pane_select_row(struct pane *p)
{
    struct list_pane *lp = list_pane(p);
    int64_t row = current_row(lp);

    lp->range_from = 0;
    if (row > 0 && list_pane_has_selected(lp, row))
        unselect_row(lp, row);
    else if (row > 0)
        select_row(lp, row);
}

static void select_indexes(struct list_pane *lp, int64_t first, int64_t last)
{
    for (int64_t i = first; i <= last; i++)
        select_row(lp, list_view_row(&lp->view, i));
}

void list_pane_select_range(struct pane *p)
{
    struct list_pane *lp = list_pane(p);
    int64_t row = current_row(lp);
    int64_t here = list_view_index(&lp->view, row), from;

    if (row == 0)
        return;
    from = lp->range_from > 0 ? list_view_index(&lp->view, lp->range_from) : -1;
    if (from < 0) { /* none was begun, or its row is not shown any more */
        select_row(lp, row);
        lp->range_from = row;
        return;
    }
    select_indexes(lp, from < here ? from : here, from < here ? here : from);
    lp->range_from = 0;
}

void list_pane_select_shown(struct pane *p)
{
    struct list_pane *lp = list_pane(p);

    lp->range_from = 0;
    select_indexes(lp, 0, lp->view.count - 1);
}

void list_pane_select_none(struct pane *p)
{
    struct list_pane *lp = list_pane(p);

    rowset_clear(&lp->chosen);
    lp->chosen_count = 0;
    lp->range_from = 0;
}

/* ---- copying ---- */

static const struct record *current_record(const struct list_pane *lp)
{
    int64_t row = current_row(lp);

    return row ? list_row(lp->view.list, row, NULL) : NULL;
}

/* A TAB or a line break within a cell is a blank: only those between cells
 * and rows may part what is pasted. */
void list_append_cell(struct str *out, const struct value *v)
{
    for (size_t i = 0; i < v->len; i++) {
        bool parts = v->text[i] && strchr("\t\n\r", v->text[i]);

        str_addc(out, parts ? ' ' : v->text[i]);
    }
}

bool list_pane_copy_cell(struct pane *p, struct str *out)
{
    const struct list_pane *lp = list_pane(p);
    const struct record *r = current_record(lp);

    if (!r || lp->column >= r->count)
        return false;
    list_append_cell(out, &r->values[lp->column]);
    return true;
}

static void append_row(struct str *out, const struct record *r)
{
    for (size_t i = 0; i < r->count; i++) {
        if (i > 0)
            str_addc(out, '\t');
        list_append_cell(out, &r->values[i]);
    }
}

bool list_pane_copy_row(struct pane *p, struct str *out)
{
    const struct record *r = current_record(list_pane(p));

    if (r)
        append_row(out, r);
    return r != NULL;
}

/* A row that cannot be read is left out: the screen says so in its place. */
static void append_line(struct list_pane *lp, struct str *out, int64_t row)
{
    const struct record *r = list_row(lp->view.list, row, NULL);

    if (r && out->len > 0)
        str_addc(out, '\n');
    if (r)
        append_row(out, r);
}

void list_pane_copy_selected(struct pane *p, size_t most, struct str *out)
{
    struct list_pane *lp = list_pane(p);
    int64_t left = lp->chosen_count;

    for (int64_t i = 0; left > 0 && i < lp->view.count && out->len <= most;
         i++) {
        int64_t row = list_view_row(&lp->view, i);

        if (!rowset_has(&lp->chosen, row))
            continue;
        append_line(lp, out, row);
        left--;
    }
    for (int64_t row = 0; left > 0 && out->len <= most;) {
        row = rowset_next(&lp->chosen, row + 1);
        if (list_view_index(&lp->view, row) >= 0)
            continue;
        append_line(lp, out, row);
        left--;
    }
}
