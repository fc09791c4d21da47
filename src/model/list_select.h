/*
 * list_select.h - the rows whose cell in a column is one value, found in
 * slices: what list_tally.h counted under that value.
 */
#ifndef MODEL_LIST_SELECT_H
#define MODEL_LIST_SELECT_H

#include <stddef.h>

#include "base/err.h"
#include "model/list.h"
#include "model/rowset.h"
#include "model/work.h"

struct list_select;

/* Among the rows of `only` (NULL: all). Shares the list, copies the rows and
 * the value. Never NULL. */
struct list_select *list_select_new(struct list *l, size_t column,
                                    const char *value,
                                    const struct rowset *only);
void list_select_free(struct list_select *s); /* accepts NULL */

/* Go on for about `milliseconds` (< 0: to the end). DONE and FAILED, with `e`
 * filled, are final. */
enum work list_select_step(struct list_select *s, int milliseconds,
                           struct err *e);

/* How much of it is done, in percent. */
int list_select_percent(const struct list_select *s);

/* Once DONE: the rows, for rowset_clear(). */
struct rowset list_select_take(struct list_select *s);

#endif
