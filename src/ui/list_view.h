/*
 * list_view.h - which rows of a list are shown, in which order, and where the
 * lines of its gaps stand between them: no drawing.
 *
 * Index: place of a row in the order of the view, from 0. Line: the same with
 * the gaps and the notes around the list counted in; they have lines in the
 * source's order without a filter only.
 */
#ifndef UI_LIST_VIEW_H
#define UI_LIST_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/list.h"
#include "model/rowset.h"

struct list_view {
    struct list *list;     /* shared; NULL: none */
    int64_t total;         /* rows of the list */
    int64_t count;         /* rows of the view */
    int64_t above, below;  /* lines of notes there are around the rows */
    struct rowset *filter; /* owned; NULL: all rows */
    uint32_t *order;       /* owned: all rows; NULL: the source's order */
    uint32_t *sifted;      /* owned: `order` through `filter`, if both are */
};

/* Show another list (NULL: none), all of it in the source's order. */
void list_view_show(struct list_view *v, struct list *l);
void list_view_clear(struct list_view *v); /* frees; leaves it empty */

/* Copy the rows (NULL: all); take the order over (NULL: the source's). */
void list_view_filter(struct list_view *v, const struct rowset *rows);
void list_view_order(struct list_view *v, uint32_t *order);

/* Row of an index (0: past the end), index of a row (-1: not shown). */
int64_t list_view_row(const struct list_view *v, int64_t index);
int64_t list_view_index(const struct list_view *v, int64_t row);

/* `row` itself if it is shown, else the next one of the view's order that is,
 * else the last before it; 0: none is. */
int64_t list_view_nearest(const struct list_view *v, int64_t row);

/* How many lines of notes stand over the first and under the last row. */
void list_view_surround(struct list_view *v, int64_t above, int64_t below);

/* Lines of notes over the first row as the view is now. */
int64_t list_view_above(const struct list_view *v);

int64_t list_view_lines(const struct list_view *v);
int64_t list_view_line_of(const struct list_view *v, int64_t index);

/* The index that a line shows, or -1 with `*gap` (NULL: not wanted) the gap
 * that it shows, NULL for a note. */
int64_t list_view_at_line(const struct list_view *v, int64_t line,
                          const struct list_gap **gap);

#endif
