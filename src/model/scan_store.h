/*
 * scan_store.h - the scan blocks of one list, as the table scan_block holds
 * them (model/schema.h): found, read and checked piece by piece.
 *
 * What the pieces mean is the business of text/scan_block.h. They are a cache
 * of the list's table: where they are missing, damaged or do not fit the
 * list, there is no store, and the table itself is read.
 */
#ifndef MODEL_SCAN_STORE_H
#define MODEL_SCAN_STORE_H

#include <stddef.h>
#include <stdint.h>

/* The hash of a piece of `len` bytes, as the table holds it. */
int64_t scan_store_hash(const void *data, size_t len);

#endif
