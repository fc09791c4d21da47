/*
 * overlay.h - the pane over the others: help, outline, library, frequencies.
 */
#ifndef BROWSE_OVERLAY_H
#define BROWSE_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/list_tally.h"
#include "ui/pane.h"

enum overlay_kind {
    OVERLAY_NONE,
    OVERLAY_HELP,
    OVERLAY_OUTLINE,
    OVERLAY_LIBRARY,
    OVERLAY_FREQUENCIES,
    OVERLAY_KINDS
};

struct overlay {
    enum overlay_kind kind;
    struct pane *pane;             /* owned; NULL: none */
    struct list_frequency *values; /* owned: of OVERLAY_FREQUENCIES */
    size_t n_values;
};

struct view;

/* Open a pane (taken) in place of what is open; and those that are made of the
 * view. */
void overlay_show(struct overlay *o, enum overlay_kind kind, struct pane *pane);
void overlay_help(struct overlay *o);
void overlay_library(struct overlay *o, struct view *v);
/* False: the notice has no sections (or there is no notice). */
bool overlay_outline(struct overlay *o, struct view *v);
/* Of the list's current column and the rows that are shown: `count` of
 * `distinct` values. Takes them. */
void overlay_frequencies(struct overlay *o, struct view *v,
                         struct list_frequency *values, size_t count,
                         size_t distinct);

/* False: none was open. */
bool overlay_close(struct overlay *o);

#endif
