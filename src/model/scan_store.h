/*
 * scan_store.h - the scan blocks of one list, as the table scan_block holds
 * them (model/schema.h): found, read and checked piece by piece.
 *
 * What the pieces mean is the business of search/scan_block.h. They are a cache
 * of the list's table: where they are missing, damaged or do not fit the
 * list, there is no store, and the table itself is read.
 */
#ifndef MODEL_SCAN_STORE_H
#define MODEL_SCAN_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/db.h"
#include "search/scan_alphabet.h"
#include "search/scan_block.h"

/* The hash of a piece of `len` bytes, as the table holds it. */
int64_t scan_store_hash(const void *data, size_t len);

struct scan_store;

/* The blocks of the list that is annex `annex_id` and has `rows` rows; NULL
 * when the file has none that fit. Borrows `db`. */
struct scan_store *scan_store_open(struct db *db, int64_t annex_id,
                                   int64_t rows);
void scan_store_close(struct scan_store *s);

const struct scan_alphabet *scan_store_alphabet(const struct scan_store *s);

/* The block that holds row 1 <= `row` <= rows, and the rows it holds. */
size_t scan_store_find(const struct scan_store *s, int64_t row);
int64_t scan_store_first(const struct scan_store *s, size_t block);
int64_t scan_store_last(const struct scan_store *s, size_t block);

/* Read a block; what `b` borrows is valid until the next call. False when it
 * is not what was written: do not use the store again. */
bool scan_store_read(struct scan_store *s, size_t block, struct scan_block *b);

/* End a run of reads, before anything is waited for. */
void scan_store_pause(struct scan_store *s);

#endif
