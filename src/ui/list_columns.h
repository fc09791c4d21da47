/*
 * list_columns.h - how wide the columns of a list are drawn and which of them
 * are in view.
 *
 * The widths come from the headings and a bounded sample of the rows of the
 * whole list, so that they stand still whatever is scrolled, sorted or
 * filtered. The column of the source's numbers stays at the left; the others
 * move past it by whole columns, and past the name once they have reached it.
 *
 * From 80 columns on they share the pane: what is derived gives way first; no
 * column has more than two fifths while another is cut. Below, the name has
 * the room.
 */
#ifndef UI_LIST_COLUMNS_H
#define UI_LIST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/list.h"
#include "text/width.h"

struct list_columns {
    int *widths;      /* owned: what heading and sample want */
    int *cells;       /* owned: what the sample alone wants */
    int *shown;       /* owned: what they get, list_columns_fit() */
    bool *is_derived; /* owned */
    size_t count;
    int number; /* index of the column of numbers, -1: none */
    int name;   /* of the column that rows are known by, -1: none */
};

/* Measure a list (NULL: none). */
void list_columns_measure(struct list_columns *c, struct list *l,
                          enum ambiguous ambiguous);
void list_columns_clear(struct list_columns *c);

/* Share a pane of some columns; until then each has what it wants. */
void list_columns_fit(struct list_columns *c, int pane_columns);

/* Append the heading as it is shown, a derived one said to be so; clean. */
void list_columns_heading(const struct list *l, size_t column, struct str *out);

/* Where things stand in a pane of some columns. */
struct list_columns_place {
    bool shows_number; /* the column of numbers is in view */
    int number_width;
    int left; /* first column of the screen for the others, from the pane's */
    int room; /* columns from there to the pane's end */
    int gap;  /* blanks between columns */
    int name_width; /* of the name while others move past it; 0: it moves */
};
struct list_columns_place list_columns_place(const struct list_columns *c,
                                             int pane_columns, size_t current);

/* Width of a column in that place, at most the room there is. */
int list_columns_width(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column);

/* Where a column begins among those that move, from 0. */
int list_columns_start(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column);

/* Whether the name stays at the left of a view that is moved by `shift`, and
 * where the others begin in it, from the pane's first column. */
bool list_columns_keep_name(const struct list_columns *c,
                            const struct list_columns_place *place, int shift);
int list_columns_left(const struct list_columns *c,
                      const struct list_columns_place *place, int shift);

/* The shift nearest to `shift` that begins with a column and shows `current`
 * whole. */
int list_columns_shift(const struct list_columns *c,
                       const struct list_columns_place *place, size_t current,
                       int shift);

#endif
