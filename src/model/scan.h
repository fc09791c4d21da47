/*
 * scan.h - all rows of a list that match a query, found in slices.
 *
 * A scan goes through the whole list once, beginning where the reader is, so
 * that the first page is there before the count is. It uses the edition's
 * scan blocks where they exist and the table itself where not; the rows are
 * the same.
 */
#ifndef MODEL_SCAN_H
#define MODEL_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/list.h"
#include "model/rowset.h"
#include "search/query.h"

struct scan;

/* Shares list and query, which may so be let go before it, and copies
 * `within`: only these rows count (NULL: all). Begins at row `from` (1: the
 * first) and wraps. */
struct scan *scan_new(struct list *l, struct query *q, int64_t from,
                      const struct rowset *within);
void scan_free(struct scan *s);

/*
 * Go on for about `milliseconds` (< 0: to the end); through a table without
 * scan blocks no longer than until a key waits (edition_watch()). Returns
 * whether the scan is complete. On a read error the scan is complete, `e`
 * filled and scan_failed() true.
 */
bool scan_step(struct scan *s, int milliseconds, struct err *e);
bool scan_is_done(const struct scan *s);
bool scan_failed(const struct scan *s);

/* What was found so far; exact once the scan is done. Borrowed; it grows. */
struct rowset *scan_found(struct scan *s);

/* Whether every row of [from, to] was looked at. */
bool scan_covers(const struct scan *s, int64_t from, int64_t to);

#endif
