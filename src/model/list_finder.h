/*
 * list_finder.h - the row that has a number of the source's own, found at
 * once where the numbers rise, else in slices.
 */
#ifndef MODEL_LIST_FINDER_H
#define MODEL_LIST_FINDER_H

#include <stdint.h>

#include "base/err.h"
#include "model/list.h"
#include "model/list_walk.h"
#include "model/work.h"

struct list_finder {
    struct list *list; /* borrowed: whoever holds the finder holds it */
    int64_t number;
    int64_t row; /* that has it: the first one where numbers do not rise; 0:
                    not found, once it is done */
    struct list_walk walk;
};

/* Look where it should be. A list without a column of numbers has its rows'
 * positions for numbers. */
void list_finder_init(struct list_finder *f, struct list *l, int64_t number);

/* Look through the others for about `milliseconds` (< 0: to the end). DONE
 * and FAILED, with `e` filled, are final. */
enum work list_finder_step(struct list_finder *f, int milliseconds,
                           struct err *e);

/* How much of it is done, in percent. */
int list_finder_percent(const struct list_finder *f);

#endif
