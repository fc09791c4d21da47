/*
 * blocks.h - gives a test's edition the scan blocks of its list annex_1.
 */
#ifndef TESTS_BLOCKS_H
#define TESTS_BLOCKS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* Make the table scan_block, with pieces of about `size` bytes. */
bool blocks_add(sqlite3 *db, size_t size);

#endif
