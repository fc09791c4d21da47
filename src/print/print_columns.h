/*
 * print_columns.h - how the columns of a table share the width of the paper.
 *
 * Every row is looked at, none is kept. What fits stays as wide as it is;
 * else each column has room for itself up to PRINT_COLUMN_MIN, and the rest
 * goes, column by column of the paper, where the most cells would be broken.
 */
#ifndef PRINT_PRINT_COLUMNS_H
#define PRINT_PRINT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A column that would have to be narrower is no column any more. */
#define PRINT_COLUMN_MIN 12

/* Cells wider than this are not told apart: beyond it, a cell is broken
 * anyway. */
#define PRINT_COLUMN_TOLD 255

struct print_column {
    int widest;      /* of heading and cells */
    int width;       /* its share */
    bool is_name;    /* the one that rows are known by */
    bool is_derived; /* gets nothing more while the name lacks room */
    uint32_t cells[PRINT_COLUMN_TOLD + 1]; /* by their width; then: so many
                                              are at least so wide */
};

struct print_columns {
    struct print_column *items; /* owned */
    size_t count;
};

void print_columns_init(struct print_columns *c, size_t count);
void print_columns_clear(struct print_columns *c);

/* A cell, or a heading, of that width stands in column `column`. */
void print_columns_add(struct print_columns *c, size_t column, int width);

/* Once all are added: set the width of each column for `paper` columns (0:
 * without end), `gap` between two. False: a column would get less than it must.
 */
bool print_columns_share(struct print_columns *c, int paper, int gap);

#endif
