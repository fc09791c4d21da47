/*
 * rowset.h - a set of row positions (from 1), small for millions of rows: one
 * bit a row, with counts that make rank and select quick.
 */
#ifndef MODEL_ROWSET_H
#define MODEL_ROWSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rowset {
    int64_t rows;  /* positions are 1..rows */
    int64_t count; /* members */
    uint64_t *bits;
    uint32_t *ranks; /* members before each 512 positions */
    size_t ranked;   /* how many of `ranks` are right */
};

void rowset_init(struct rowset *s, int64_t rows); /* empty set */
void rowset_clear(struct rowset *s);              /* frees */

/* Make `s`, which must be empty ({0}), a set of its own like `other`. */
void rowset_copy(struct rowset *s, const struct rowset *other);

void rowset_add(struct rowset *s, int64_t row);
bool rowset_has(const struct rowset *s, int64_t row);

/* The first member at or after `row`, the last one at or before; 0: none. */
int64_t rowset_next(const struct rowset *s, int64_t row);
int64_t rowset_prev(const struct rowset *s, int64_t row);

/* Members before `row`; and the member with `index` of them before it (0:
 * there are not so many). */
int64_t rowset_rank(struct rowset *s, int64_t row);
int64_t rowset_select(struct rowset *s, int64_t index);

#endif
