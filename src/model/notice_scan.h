/*
 * notice_scan.h - all matches of a query in a notice, found in slices.
 *
 * A match is one stretch of matched characters in one block; n and N go from
 * one to the next. The scan begins at a block and wraps, so that the first
 * match is there before the count is.
 */
#ifndef MODEL_NOTICE_SCAN_H
#define MODEL_NOTICE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/notice.h"
#include "search/query.h"

struct notice_match {
    uint32_t block;      /* index in the notice */
    uint32_t start, len; /* bytes of block.text */
};

struct notice_scan;

/* Shares notice and query, which may so be let go before it. Begins at block
 * `from`. */
struct notice_scan *notice_scan_new(struct notice *n, struct query *q,
                                    size_t from);
void notice_scan_free(struct notice_scan *s);

/* Go on for about `milliseconds` (< 0: to the end). Returns whether the scan
 * is complete; it also is after a read error, with `e` filled. */
bool notice_scan_step(struct notice_scan *s, int milliseconds, struct err *e);
bool notice_scan_is_done(const struct notice_scan *s);

/* Matches found so far. */
size_t notice_scan_count(const struct notice_scan *s);

/* The first match that begins at or after (`block`, `start`), among those
 * found; or the last one that begins before it. NULL: none on that side.
 * Borrowed until the next step. */
const struct notice_match *notice_scan_next(const struct notice_scan *s,
                                            size_t block, size_t start);
const struct notice_match *notice_scan_prev(const struct notice_scan *s,
                                            size_t block, size_t start);

/* Number of a match in the text's order, from 1; right once done. */
size_t notice_scan_rank(const struct notice_scan *s,
                        const struct notice_match *m);

/* Whether every block from `from` to `to` (inclusive) was looked at. */
bool notice_scan_covers(const struct notice_scan *s, size_t from, size_t to);

#endif
