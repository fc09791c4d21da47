/*
 * list_query.h - a search in a list: its words compiled for the list's
 * columns, and where they stand in a record.
 */
#ifndef MODEL_LIST_QUERY_H
#define MODEL_LIST_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/list.h"
#include "search/query.h"

/* `len` bytes of UTF-8, as query_new() takes them; the caller frees it. NULL
 * with `e` filled (ERR_QUERY): not understood. */
struct query *list_query_new(const struct list *l, const char *text, size_t len,
                             struct err *e);

/* Whether a record matches; the stretches that do go to `ranges`, a cell being
 * the index of a value. What is only described has no text to be found in. */
bool list_query_match(struct query *q, const struct record *r,
                      struct query_ranges *ranges);

#endif
