/*
 * db_cell.h - one value of a result, as text: what is no text is described.
 *
 * Internal to model/. Values are taken by their type and length: a file may
 * hold NULL, a BLOB or a NUL where text is expected.
 */
#ifndef MODEL_DB_CELL_H
#define MODEL_DB_CELL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/list.h"

#define DB_CELL_NOTE 96 /* bytes for a description */

struct db_cell {
    enum value_kind kind;
    const char *text; /* never NULL; a NUL follows its `len` bytes */
    size_t len;
};

/* Column `column` of the row that `st` is at; borrowed from `st` until its
 * next step, a description from `note`. */
struct db_cell db_cell_read(sqlite3_stmt *st, int column,
                            char note[DB_CELL_NOTE]);

/* The same to be searched only: no NUL may follow, and what would be described
 * is NULL. Quicker than db_cell_read() where the file is of UTF-8 (`is_utf8`).
 */
struct db_cell db_cell_scan(sqlite3_stmt *st, int column, bool is_utf8,
                            char digits[DB_CELL_NOTE]);

/* Descriptions of a value that was not read: because of its size in bytes
 * (-1: not known), or because it takes too long. */
struct db_cell db_cell_large(int64_t size, char note[DB_CELL_NOTE]);
struct db_cell db_cell_late(void);

#endif
