/*
 * list_walk.h - the rows of a list one after the other, in slices.
 *
 * Internal to model/. Nothing stays open between two slices.
 */
#ifndef MODEL_LIST_WALK_H
#define MODEL_LIST_WALK_H

#include <stdint.h>

#include "base/err.h"
#include "model/list.h"
#include "model/work.h"

struct list_walk {
    int64_t next, last; /* rows that are still to be looked at */
};

/* How much of a walk from row 1 is done, in percent. */
int list_walk_percent(const struct list_walk *w);

/* What is done with the row that the list's table stands on. */
enum list_visit {
    VISIT_ON,
    VISIT_PAUSE, /* end the slice behind this row; walk->next may be put on */
    VISIT_FAILED /* with `e` filled */
};
typedef enum list_visit list_visitor(struct list *l, void *data, struct err *e);

/*
 * Go on until walk->last was visited or clock_ns() is `end`. A table in which
 * it takes long to find a row is read on for some time longer, so that it is
 * not mostly looked for. A key that waits (edition_watch()) ends the slice, but
 * not where `end` is INT64_MAX.
 */
enum work list_walk_step(struct list *l, struct list_walk *walk, int64_t end,
                         list_visitor *visit, void *data, struct err *e);

#endif
