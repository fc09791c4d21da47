/*
 * scan_block.h - rows of a list as flat arrays that a search reads at the
 * speed of memory: the form in which an edition holds its lists a second
 * time.
 *
 * A block, little endian:
 *
 *     "GSB1"       4 bytes
 *     first row    u32, the number of its first row, from 1
 *     rows         u32
 *     units        u32
 *     ends         rows times u32: where each row ends, in units from the
 *                  block's first; rising, the last one is `units`
 *     units        units times u16, as search/scan_alphabet.h numbers the
 *                  characters; SCAN_CELL between the cells of a row. What a
 *                  search reads over (fold_is_transparent()) is left out.
 *
 * A row that is too long for a block, or whose characters are too many for
 * the alphabet, is the one unit SCAN_NOT_HELD: who searches must read it from
 * the list itself.
 */
#ifndef SEARCH_SCAN_BLOCK_H
#define SEARCH_SCAN_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "search/query.h"

#define SCAN_BLOCK_MAX (1024u * 1024u) /* bytes of the largest block */
#define SCAN_BLOCK_GOOD                                                        \
    (128u * 1024u) /* read and searched in one go, it                          \
                      stays in the cache between */

/* A block that was opened, as it stands in the caller's memory. */
struct scan_block {
    uint32_t first_row;
    uint32_t rows, unit_count;
    const uint32_t *ends;
    const uint16_t *units;
};

/*
 * Look at `len` bytes, at an address that is a multiple of 4 (from malloc(),
 * say), as a block; `b` borrows them. Every count and every end is checked;
 * the units are any. Returns false with `e` filled (ERR_DATA) for what is no
 * block. On a big-endian machine the bytes are turned round in place: a block
 * is opened once.
 */
bool scan_block_open(struct scan_block *b, void *bytes, size_t len,
                     struct err *e);

/* Writes the blocks of one list, row by row. */
struct scan_writer;

/* Blocks of about `size` bytes (SCAN_BLOCK_GOOD; at most half of
 * SCAN_BLOCK_MAX). Never NULL. */
struct scan_writer *scan_writer_new(size_t size);
void scan_writer_free(struct scan_writer *w);

/* Add the next row. Returns whether the block is full: then
 * scan_writer_take() it before the next row. */
bool scan_writer_add(struct scan_writer *w, const struct query_cell *cells,
                     size_t n);

/* The block that holds what was added since the last call, borrowed until the
 * next call; NULL when that is nothing. */
const void *scan_writer_take(struct scan_writer *w, size_t *len);

/* The list's alphabet after its last row; borrowed until the next call. */
const void *scan_writer_alphabet(struct scan_writer *w, size_t *len);

#endif
