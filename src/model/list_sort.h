/*
 * list_sort.h - the rows of a list in the order of a column, found in slices.
 *
 * Numbers, dates and the like by value (model/column_kind.h), before text,
 * which stands by pinyin (search/collate.h); rows that compare equal keep the
 * source's order, empty ones come last. Takes some 60 bytes for each row while
 * it goes on; more than 3,000,000 rows, or text that does not fit 96 MB as
 * keys, are refused.
 */
#ifndef MODEL_LIST_SORT_H
#define MODEL_LIST_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/list.h"
#include "model/work.h"

struct list_sort;

/* Shares the list. NULL with `e` filled (ERR_LIMIT): too many rows. */
struct list_sort *list_sort_new(struct list *l, size_t column, bool descending,
                                struct err *e);
void list_sort_free(struct list_sort *s); /* accepts NULL */

/* Go on for about `milliseconds` (< 0: to the end). DONE and FAILED, with `e`
 * filled, are final. */
enum work list_sort_step(struct list_sort *s, int milliseconds, struct err *e);

/* How much of it is done, in percent. */
int list_sort_percent(const struct list_sort *s);

/* Once DONE: list_row_count() positions, each once; the caller frees them. */
uint32_t *list_sort_take(struct list_sort *s);

#endif
