/*
 * delimited.h - the rows of a text whose cells are parted by a TAB, a comma, a
 * semicolon or a bar: CSV, TSV, what spreadsheets call text.
 *
 * Quotes by RFC 4180: a cell that begins with a quotation mark may hold what
 * parts cells, and line breaks; a mark inside other cells is a character.
 */
#ifndef IMPORT_DELIMITED_H
#define IMPORT_DELIMITED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/book.h"
#include "import/rows.h"

/*
 * Make of `b`, which has its input and is else empty, a book of one sheet. What
 * parts the cells is found by the first lines, of `candidates` ("\t", ",;\t|").
 */
bool delimited_open(struct book *b, const char *candidates, struct err *e);

/*
 * Whether `len` bytes at the start of a text look like such a table: what
 * parts its cells, of `candidates`, in at least half of its lines; 0: none
 * does.
 */
char delimited_by(const char *text, size_t len, const char *candidates);

/* How a text is cut. */
enum delimited_cut {
    DELIMITED_ROW,
    DELIMITED_MORE,  /* the row goes on behind `len` */
    DELIMITED_OPEN,  /* a quotation mark in it never closes */
    DELIMITED_WIDE,  /* more than ROWS_MAX_COLUMNS cells */
    DELIMITED_LARGE, /* a cell of more than ROWS_CELL_MAX bytes */
};

/*
 * Cut the row at the start of `text` (of `len` > 0 bytes) into `row`, which
 * borrows from it. `is_last`: nothing follows them. `*used` is its length with
 * the end of its line, `*lines` the number of its lines (1 or more), or for a
 * failure the line of the row where it is.
 */
enum delimited_cut delimited_cut(struct row *row, const char *text, size_t len,
                                 bool is_last, char delimiter, size_t number,
                                 size_t *used, size_t *lines);

#endif
