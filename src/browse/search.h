/*
 * search.h - one query, compiled for what it searches, and the scan that finds
 * and counts its matches in the list or the notice of a view.
 *
 * Moves nothing and lights nothing; browse/find.h decides where the reader
 * goes.
 */
#ifndef BROWSE_SEARCH_H
#define BROWSE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "browse/view.h"
#include "model/notice_scan.h"
#include "model/rowset.h"
#include "model/scan.h"
#include "search/query.h"

#define SEARCH_NO_MATCH SIZE_MAX

struct search {
    char *text;          /* as typed; NULL: no search */
    struct query *query; /* NULL: empty or not understood */
    bool in_notice;
    bool backward;
    struct list *list;     /* what the query was compiled for: shared, one of */
    struct notice *notice; /* the two, or none without a query */
    struct scan *scan;     /* one of the two, or none */
    struct notice_scan *notice_scan;
    struct err error; /* why reading ended early; its code tells */
    size_t match_block, match_start; /* current match in the notice;
                                        SEARCH_NO_MATCH: none */
};

/* Free, and leave empty: no search. */
void search_clear(struct search *s);

/* Compile `text` for the view's list or for a notice. False for an empty
 * text, and for one that is not understood: `*trouble` (freed first) then
 * says why, clean, else it is NULL. */
bool search_compile(struct search *s, const struct view *v, char **trouble,
                    const char *text, size_t len);

/* Begin to find, from a row of the list or a block of the notice, among the
 * rows of `within` (borrowed; NULL: all). Nothing without a query. */
void search_start(struct search *s, const struct view *v, int64_t row,
                  size_t block, const struct rowset *within);
void search_stop(struct search *s);

/* Let the query go too; the words stay. */
void search_forget_query(struct search *s);

/* Whether the view still shows what the query was compiled for. */
bool search_is_of(const struct search *s, const struct view *v);

/* Go on for about `milliseconds` (< 0: to the end). */
void search_step(struct search *s, int milliseconds);
bool search_is_done(const struct search *s);

/* Matches found so far. */
int64_t search_count(const struct search *s);

/*
 * The row of the first match at or after index `from` of the list's view (at
 * or before it, backward); 0: none on that side. `*known` is false while the
 * scan has not looked at all rows that could come before the answer.
 */
int64_t search_row_from(const struct search *s, const struct view *v,
                        int64_t from, bool backward, bool *known);

/* Which match the reader is on, from 1, in the order of the view; 0: none. */
int64_t search_rank(const struct search *s, const struct view *v);

#endif
