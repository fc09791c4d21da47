/*
 * frequency.h - how often each value of a column occurs, as lines with bars.
 */
#ifndef UI_FREQUENCY_H
#define UI_FREQUENCY_H

#include <stddef.h>
#include <stdint.h>

#include "model/list_tally.h"
#include "ui/chooser.h"

/* Append one line for each of `count` values, the most frequent first, of the
 * `distinct` ones that `total` rows have: the value, its count, its share, a
 * bar. A line for the empty value says so, one at the end how many more there
 * are. `target` is the index of the value, -1 there. */
void frequency_lines(const struct list_frequency *values, size_t count,
                     size_t distinct, int64_t total,
                     struct chooser_lines *lines);

#endif
