/*
 * level.h - the way back: what the reader entered, in the order entered. Going
 * back takes off the last, whatever it is.
 *
 * What covers the panes (the prompt, help and the like) and a filter that is
 * still being found stand on top of all of these and are not kept here.
 */
#ifndef BROWSE_LEVEL_H
#define BROWSE_LEVEL_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/place.h"

enum level_kind {
    LEVEL_JUMP,   /* to another place: a link, a number, a search */
    LEVEL_FILTER, /* rows that match, or hold a value that was chosen */
    LEVEL_ZOOM,   /* of one pane */
};

struct level {
    enum level_kind kind;
    struct place place; /* where the reader was; not of LEVEL_ZOOM */
};

#define LEVEL_JUMPS 64 /* the oldest jump is forgotten */

struct levels {
    struct level *items; /* owned */
    size_t len, cap;
};

void levels_clear(struct levels *l); /* frees, leaves it empty */

void levels_push(struct levels *l, enum level_kind kind,
                 const struct place *place);

/* The last one; false: there is none. */
bool levels_pop(struct levels *l, struct level *out);

/* All of a kind ended in another way than by going back. */
void levels_forget(struct levels *l, enum level_kind kind);

size_t levels_count(const struct levels *l, enum level_kind kind);

#endif
