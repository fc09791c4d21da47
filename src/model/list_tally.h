/*
 * list_tally.h - how often each value of a column occurs, counted in slices.
 *
 * At most 200,000 different values of 32 MB in all are told apart.
 */
#ifndef MODEL_LIST_TALLY_H
#define MODEL_LIST_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/list.h"
#include "model/rowset.h"
#include "model/work.h"

struct list_frequency {
    char *text;
    int64_t count;
};

struct list_tally;

/* Of a column among the rows of `only` (copied; NULL: all). Shares the list.
 * Never NULL. */
struct list_tally *list_tally_new(struct list *l, size_t column,
                                  const struct rowset *only);
void list_tally_free(struct list_tally *t); /* accepts NULL */

/* Go on for about `milliseconds` (< 0: to the end). DONE and FAILED, with `e`
 * filled, are final. */
enum work list_tally_step(struct list_tally *t, int milliseconds,
                          struct err *e);

/* How much of it is done, in percent. */
int list_tally_percent(const struct list_tally *t);

/* Once DONE: the values, the most frequent first, at most `limit` of them,
 * which list_frequencies_free() frees. Returns how many; `*distinct` counts
 * all. */
size_t list_tally_take(const struct list_tally *t, size_t limit,
                       struct list_frequency **out, size_t *distinct);
void list_frequencies_free(struct list_frequency *f, size_t count);

#endif
