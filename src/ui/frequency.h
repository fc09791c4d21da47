/*
 * frequency.h - how often each value of a column occurs, as lines with bars.
 */
#ifndef UI_FREQUENCY_H
#define UI_FREQUENCY_H

#include "base/err.h"
#include "model/list.h"
#include "model/rowset.h"
#include "ui/chooser.h"

/* Append one line for each value of `column` among the rows of `only` (NULL:
 * all), the most frequent first: the value, its count, its share, a bar. A
 * line for the empty value says so. `target` is the index of the line, from
 * 0; `values` (the caller clears it with list_frequencies_free(), `*count` of
 * them) holds the values in that order. False with `e` filled when the list
 * cannot be read. */
bool frequency_lines(struct list *l, size_t column, const struct rowset *only,
                     struct chooser_lines *lines,
                     struct list_frequency **values, size_t *count,
                     struct err *e);

#endif
