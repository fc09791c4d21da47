/*
 * list_search.h - a list searched for words, and where nothing has them for
 * what sounds near (query_widen()): the two are never mixed.
 */
#ifndef MODEL_LIST_SEARCH_H
#define MODEL_LIST_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/scan.h"

struct list_search {
    struct query *query;      /* what is asked now; NULL: nothing */
    struct scan *scan;        /* with it */
    struct query *near_query; /* asked next where this finds nothing; NULL: */
    struct scan *near_scan;   /* it would find no more, or is asked already */
    bool is_near;             /* `query` is the wider one */
};

/* Begin, as list_query_new() and scan_new() do. False: there is nothing to
 * look for, or `e` says why it is not understood. `s` is empty ({0}). */
bool list_search_start(struct list_search *s, struct list *l, const char *text,
                       size_t len, int64_t from, const struct rowset *within,
                       struct err *e);
void list_search_clear(struct list_search *s); /* frees, leaves it empty */

/* As scan_step(): complete is what found something, or was asked both ways. */
bool list_search_step(struct list_search *s, int milliseconds, struct err *e);

#endif
