/*
 * list_pane.h - the unit table: rows by window, a cursor that the record pane
 * follows, a current column, gaps between rows, filter and order.
 *
 * What a light (ui/light.h) for the list matches is lit, in the current row
 * stronger, and where it is outside of its cell's visible part it is brought
 * into view.
 *
 * The cursor is a bar over number and name, not over the whole row: moving it
 * must cost few bytes on a slow line.
 */
#ifndef UI_LIST_PANE_H
#define UI_LIST_PANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "model/list.h"
#include "model/rowset.h"
#include "search/query.h"
#include "ui/pane.h"

/* Where a reader is in a list; a value. */
struct list_place {
    int64_t row; /* position in the source, 0: none */
    int64_t top; /* first visible line of the view */
    size_t column;
    int shift; /* columns of the screen that the view is moved by */
};

struct pane *list_pane_new(void);

/* Show a list (shared; NULL: none), in the source's order, without filter,
 * from its first row. */
void list_pane_show(struct pane *p, struct list *l);

int64_t list_pane_row(const struct pane *p); /* 0: none */
size_t list_pane_column(const struct pane *p);

struct list_place list_pane_place(const struct pane *p);
void list_pane_restore(struct pane *p, const struct list_place *place);

/* Put the cursor on a row, if the view holds it (returns whether). */
bool list_pane_goto(struct pane *p, int64_t row);

/* Whether some of what `q` (compiled for the list) matches in the cursor's row
 * is in a column that is in view, or it matches nothing there; if not, make the
 * first column that has a match the current one, which brings it into view. */
bool list_pane_shows(const struct pane *p, struct query *q);
void list_pane_reveal(struct pane *p, struct query *q);

/* Which rows are shown. */
struct list_filter {
    const struct rowset *rows;
    const char *label; /* clean text */
    bool is_partial;   /* more rows may come: it is counted as "5+" */
};

/* Show only these rows (all of it is copied; NULL: all rows again). The cursor
 * stays on its row if it survives, else goes to the next one that does. */
void list_pane_filter(struct pane *p, const struct list_filter *filter);
bool list_pane_is_filtered(const struct pane *p);
bool list_pane_is_partial(const struct pane *p);
const char *list_pane_filter_label(const struct pane *p); /* "": no filter */

/* Show the rows in another order: an array of all positions (taken over;
 * NULL: the source's). The cursor stays on its row. */
void list_pane_order(struct pane *p, uint32_t *order, size_t column,
                     bool descending);
/* The column the rows are sorted by, -1: the source's order. `descending` may
 * be NULL. */
int list_pane_sorted_by(const struct pane *p, bool *descending);

/* In the order of the view: index of a row (-1: not in it), row of an index
 * (0: past the end), how many rows. */
int64_t list_pane_index(const struct pane *p, int64_t row);
int64_t list_pane_row_at(const struct pane *p, int64_t index);
int64_t list_pane_rows(const struct pane *p);

/* Rows that the reader selects: they are the list's, whichever of them are
 * shown, and are forgotten with it. How many; and whether a range was begun
 * that has no end yet. */
int64_t list_pane_selected(const struct pane *p);
bool list_pane_is_in_range(const struct pane *p);

void list_pane_select_row(
    struct pane *p); /* the current one, or not any more */
/* Begin a range at the current row; then select all that are shown from there
 * to the current one. */
void list_pane_select_range(struct pane *p);
void list_pane_select_shown(struct pane *p);
void list_pane_select_none(struct pane *p);

/* The pane's search (pane_find()) in the rows that are shown, and one that
 * knows already that `q` (shared; `is_near`: the wider one) matches each of
 * them: there is a filter. */
struct finder *list_pane_find(struct pane *p, const char *text, size_t len,
                              struct err *e);
struct finder *list_pane_find_all(const struct pane *p, struct query *q,
                                  bool is_near);

/* The current cell's text, or the whole row as TSV, for copying: as stored, but
 * with a blank for each TAB and line break within a cell. Not cleaned. */
bool list_pane_copy_cell(struct pane *p, struct str *out);
bool list_pane_copy_row(struct pane *p, struct str *out);
/* All rows that are selected, a line each, as they are shown, then those that
 * are not; no more than `most` bytes and a row. */
void list_pane_copy_selected(struct pane *p, size_t most, struct str *out);
void list_append_cell(struct str *out, const struct value *v); /* so, one */

#endif
