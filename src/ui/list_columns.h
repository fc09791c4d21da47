/*
 * list_columns.h - how wide the columns of a list are drawn and which of them
 * are in view.
 *
 * The widths come from the headings and a bounded sample of the rows, so that
 * they stand still whatever is scrolled, sorted or filtered. The column of
 * the source's numbers stays at the left; the others move past it by whole
 * columns.
 */
#ifndef UI_LIST_COLUMNS_H
#define UI_LIST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/list.h"
#include "text/width.h"

struct list_columns {
    int *widths; /* owned: what heading and sample want */
    size_t count;
    int number; /* index of the column of numbers, -1: none */
};

/* Measure a list (NULL: none). */
void list_columns_measure(struct list_columns *c, struct list *l,
                          enum ambiguous ambiguous);
void list_columns_clear(struct list_columns *c);

/* Append the heading as it is shown, a derived one said to be so; clean. */
void list_columns_heading(const struct list *l, size_t column, struct str *out);

/* Where things stand in a pane of some columns. */
struct list_columns_place {
    bool shows_number; /* the column of numbers is in view */
    int number_width;
    int left; /* first column of the screen for the others, from the pane's */
    int room; /* columns from there to the pane's end */
    int gap;  /* blanks between columns */
};
struct list_columns_place list_columns_place(const struct list_columns *c,
                                             int pane_columns, size_t current);

/* Width of a column in that place, at most the room there is. */
int list_columns_width(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column);

/* Where a column begins among those that move, from 0. */
int list_columns_start(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column);

/* The shift nearest to `shift` that begins with a column and shows `current`
 * whole. */
int list_columns_shift(const struct list_columns *c,
                       const struct list_columns_place *place, size_t current,
                       int shift);

#endif
