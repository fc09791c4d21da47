/*
 * print_paper.h - texts side by side in columns of the paper, each broken by
 * the rules of text/layout.h inside its own.
 */
#ifndef PRINT_PRINT_PAPER_H
#define PRINT_PRINT_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "print/printer.h"

#define PAPER_GAP 2 /* columns between two columns of the paper */

/* A text and the column that it stands in. */
struct paper_cell {
    struct print_text text;
    int width;     /* of the column; 0: as wide as the text */
    int indent;    /* of the lines after the first */
    bool is_right; /* flush right in its column */
};

/* Columns of a text as it is stored, once it is clean. */
int paper_columns(const struct printer *p, const char *s, size_t len);

/* Write the cells of one row, in as many lines as the longest needs. The last
 * cell is not filled up with blanks, a single one stands alone. */
bool paper_row(struct printer *p, const struct paper_cell *cells, size_t n,
               struct err *e);

/* Write one text within the paper. */
bool paper_text(struct printer *p, const char *s, size_t len, struct err *e);

/* Write "name: text" within the paper, what does not fit hanging under it. */
bool paper_named(struct printer *p, const char *name,
                 const struct print_text *text, struct err *e);

#endif
