/*
 * column_kind.h - what the cells of a column hold, by the form in which they
 * are written: how they stand in order, and at which side.
 *
 * A cell is kept as it is written, whatever its kind. A new kind is a value of
 * the enum and a row of the table in column_kind.c.
 */
#ifndef MODEL_COLUMN_KIND_H
#define MODEL_COLUMN_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of the kinds that all cells have, a column has the first, but for TEXT. */
enum column_kind {
    COLUMN_TEXT,    /* codes too: 001, telephone and identity numbers */
    COLUMN_INTEGER, /* 12, -3; stored as whole numbers */
    COLUMN_PERCENT, /* 12%, 12.5％ */
    COLUMN_DATE,    /* text/written_date.h */
    COLUMN_DECIMAL, /* 3.50, -0.5, 1,234.50, ￥1,200, and whole numbers */
    COLUMN_KIND_COUNT,
};

/* The name in the database's column field.kind. */
const char *column_kind_name(enum column_kind kind);

/* COLUMN_TEXT for a name that this version does not know. */
enum column_kind column_kind_from_name(const char *name);

/* Whether such cells stand at the right of their column. */
bool column_kind_is_right(enum column_kind kind);

/* Whether a cell has the form of the kind; `order` then is what cells of it
 * compare by. False for COLUMN_TEXT, which is compared by search/collate.h. */
bool column_kind_order(enum column_kind kind, const char *text, size_t len,
                       double *order);

/* Whether a cell is a whole number in the one form that a number has: no sign
 * but -, no leading zeros, up to 15 digits. */
bool column_kind_integer(const char *text, size_t len, int64_t *value);

/* What a column can be, by the cells that were looked at: zeroed, each cell is
 * added once. Empty cells, and signs for "none" (-, —, /, 无) among others, do
 * not count. */
struct column_guess {
    unsigned cannot; /* bit 1 << kind */
    bool has_value, has_none;
    bool is_no_code; /* digits of some cell are an amount for sure */
    size_t digits;   /* of the first cell */
};

void column_guess_add(struct column_guess *g, const char *text, size_t len);
enum column_kind column_guess_kind(const struct column_guess *g);

#endif
