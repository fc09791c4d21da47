/*
 * table.h - any table or view of a database as rows numbered from 1, read
 * forwards from any of them.
 *
 * Internal to model/. In an edition a row's position is its rowid. A foreign
 * table may have holes between its rowids, or none at all (views, WITHOUT
 * ROWID): what stands where is then found by counting, remembered at every
 * 4,096th row.
 */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/column_kind.h"
#include "model/db_cell.h"
#include "model/db.h"

struct table_column {
    char *name;
    bool is_computed;      /* a generated column */
    char *refused;         /* why it is not read, as a description, or NULL */
    enum column_kind kind; /* by its declared type; COLUMN_TEXT: by none */
};

struct table {
    struct db *db;
    char *name;
    char *quoted; /* the same for SQL */
    struct table_column *columns;
    size_t n_columns;
    int64_t rows; /* -1: not counted yet */

    bool is_view;
    bool is_computed;  /* some of its columns are */
    char *wanted;      /* for SQL: the columns that are read, NULL for others */
    const char *rowid; /* how SQL calls it; NULL: it has none */
    bool is_dense;     /* rowid = base + position */
    int64_t base;
    int64_t *samples; /* rowids of positions 1, 4097, 8193 ... */
    size_t n_samples, cap_samples;

    sqlite3_stmt *cursor;
    int64_t row;   /* position of the cursor's row */
    int64_t last;  /* where the cursor stops */
    bool is_large; /* this row did not come whole: cells are read alone */
    char note[DB_CELL_NOTE]; /* describes a cell that is not shown */
    struct str kept;         /* the text of a cell read alone */
};

/* `t` is zeroed or cleared before. On failure it is left cleared. */
bool table_open(struct table *t, struct db *db, const char *name,
                struct err *e);
void table_clear(struct table *t);

/* Say that reading it was given up because a key waits (db_is_wanted()). */
void table_interrupted(const struct table *t, struct err *e);

/* Find out t->rows, if that is not known yet, within `milliseconds`; < 0: as
 * long as opening it may take. */
bool table_count(struct table *t, int milliseconds, struct err *e);

/* Read rows from `row` to `last` (table_count() was called): table_next()
 * gives the first of them, then the next. The caller sets the time allowed
 * (db_allow) and ends with table_stop(), before it waits for anything. */
bool table_seek(struct table *t, int64_t row, int64_t last, struct err *e);

enum table_next { TABLE_ROW, TABLE_END, TABLE_FAILED };
enum table_next table_next(struct table *t, struct err *e);
void table_stop(struct table *t);

/* A value of the row that table_next() gave; borrowed until the next call on
 * the table. Never fails: what cannot be shown is described. */
struct db_cell table_cell(struct table *t, size_t column);

/* The same by db_cell_scan(); its digits are kept in `digits`. */
struct db_cell table_scan(struct table *t, size_t column,
                          char digits[DB_CELL_NOTE]);

#endif
