/*
 * random_query.h - texts and queries that have something to do with each
 * other, by a seed.
 */
#ifndef TESTS_RANDOM_QUERY_H
#define TESTS_RANDOM_QUERY_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "search/query.h"

/* A number under `n` > 0. */
uint32_t random_under(uint32_t *state, uint32_t n);

/* Append a short text: Han with several readings, forms that fold, letters,
 * marks, blanks, variation selectors, characters beyond the BMP, bad bytes. */
void random_text(struct str *out, uint32_t *state);

/* Append a query of one to three terms, made from what stands in the cells:
 * the characters, their readings, initials or halves, with signs before. Some
 * cannot be understood. */
void random_query(struct str *out, const struct query_cell *cells, size_t n,
                  const char *const *headings, size_t heading_count,
                  uint32_t *state);

#endif
