/*
 * filter.h - which rows of the list are shown: the one owner of the filter.
 *
 * A filter has levels, in the order in which they were chosen: each holds
 * rows of the one below, and the last is in force. Nothing else changes the
 * rows that the list pane shows, and each change begins a new generation
 * (browse/generation.h). The pane is given a copy.
 *
 * Invariants: the pane shows the rows of the last level, or all without one;
 * only between filter_preview() and the next change it shows what is not in
 * force yet, and all that is worked out goes by what is in force.
 */
#ifndef BROWSE_FILTER_H
#define BROWSE_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/generation.h"
#include "model/rowset.h"
#include "ui/pane.h"

struct filter_level {
    struct rowset rows;
    char *label; /* clean: what it was made from, after that of those below */
};

struct filter {
    struct pane *pane;             /* borrowed: the list pane */
    struct generation *generation; /* borrowed */
    struct filter_level *levels;
    size_t depth, cap;
    bool is_preview;
};

/* Pane and generation are borrowed until filter_clear(). */
void filter_init(struct filter *f, struct pane *pane, struct generation *g);
void filter_clear(struct filter *f); /* frees, shows nothing */

bool filter_is_on(const struct filter *f);

/* The rows in force, NULL: all; and what they were made from, "": no filter.
 * Borrowed until the next change. */
const struct rowset *filter_rows(const struct filter *f);
const char *filter_label(const struct filter *f);

/* Show only `rows` (taken) of the rows in force. `label` (clean, borrowed)
 * comes after that of the filter they were chosen from. */
void filter_add(struct filter *f, struct rowset *rows, const char *label);

/* Take the last level away, or all of them. False: there was none, and nothing
 * was shown before it was in force. */
bool filter_drop(struct filter *f);
bool filter_drop_all(struct filter *f);

/* Show rows that are not in force yet, under the label that they would have:
 * what was found so far (`is_partial`), or all. */
void filter_preview(struct filter *f, const struct rowset *rows,
                    const char *label, bool is_partial);
void filter_end_preview(struct filter *f);

/* Another list is shown, and all of it: the levels are of the former one. */
void filter_forget(struct filter *f);

#endif
