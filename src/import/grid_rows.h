/*
 * grid_rows.h - the rows of a grid in memory, and a file that is one.
 */
#ifndef IMPORT_GRID_ROWS_H
#define IMPORT_GRID_ROWS_H

#include "import/book.h"
#include "import/grid.h"
#include "import/rows.h"

/* The rows of a grid, which is borrowed, as `path` (borrowed) has them. */
struct rows *grid_rows_open(const struct grid *g, const char *path,
                            struct str *remarks)
    __attribute__((returns_nonnull));

/* Make of `b`, which has its input and is else empty, a book of one sheet:
 * the grid, which is taken. */
void grid_rows_book(struct book *b, struct grid *g);

#endif
