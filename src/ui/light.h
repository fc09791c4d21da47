/*
 * light.h - what is lit on the screen: the words of a search, and which of
 * their matches is the current one.
 *
 * It belongs to whoever searches, and is asked for at every drawing: a pane
 * is handed it by pane_draw(), and keeps nothing of it. A query lights only
 * what it was compiled for, so that a new pane need not be known to a search,
 * nor a search to a pane.
 */
#ifndef UI_LIGHT_H
#define UI_LIGHT_H

#include <stddef.h>

#include "model/list.h"
#include "model/notice.h"
#include "search/query.h"

/* All of it is borrowed for one drawing. {0}: nothing is lit. */
struct light {
    struct query *query;         /* NULL: nothing */
    const struct list *list;     /* what the query was compiled for: the */
    const struct notice *notice; /* records of a list, or a notice's text */
    size_t block, start; /* of the current match in the notice; SIZE_MAX: none
                          */
};

/* The query that lights records of `l`, or text of `n`; NULL: none does, or
 * there is no light at all (`light` NULL). */
struct query *light_of_list(const struct light *light, const struct list *l);
struct query *light_of_notice(const struct light *light,
                              const struct notice *n);

#endif
