/*
 * scan_query.h - a query over scan blocks: which rows match, at about a
 * nanosecond a character.
 *
 * The rows are those for which query_match() says yes: both read the masks of
 * search/matcher.h. Most characters are passed by a quick look at two
 * neighbours; what passes it is read like any text.
 */
#ifndef SEARCH_SCAN_QUERY_H
#define SEARCH_SCAN_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/query.h"
#include "search/scan_alphabet.h"
#include "search/scan_block.h"

struct scan_query;

/* Prepare `q` for the blocks of one list. Borrows the query (and its scratch
 * memory) until scan_query_free(); the alphabet is read here only. Never
 * NULL. */
struct scan_query *scan_query_new(struct query *q,
                                  const struct scan_alphabet *a);
void scan_query_free(struct scan_query *s);

/* Whether the alphabet alone tells that no row of the list matches: no block
 * need be read. */
bool scan_query_finds_none(const struct scan_query *s);

/* Numbers of rows, rising. */
struct scan_hits {
    uint32_t *rows; /* these match */
    size_t len;
    uint32_t *unsure; /* these are not held: query_match() them */
    size_t unsure_len;
    size_t cap; /* of both */
};

/* Put the rows of a block that match in the place of what `hits` holds. A
 * damaged block gives wrong rows of its own, never anything else. */
void scan_query_run(struct scan_query *s, const struct scan_block *b,
                    struct scan_hits *hits);
void scan_hits_clear(struct scan_hits *hits);

#endif
