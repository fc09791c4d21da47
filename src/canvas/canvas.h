/*
 * canvas.h - the screen as an array of cells in memory.
 *
 * Panes draw into it without knowing a terminal; term/ shows it. Whatever is
 * drawn, the array stays whole: a wide character is followed by its second
 * cell, none stands in the last column of a clip or is half overwritten (the
 * other half becomes a blank).
 *
 * Rows and columns count from 0. Text must be clean (text/clean.h).
 */
#ifndef CANVAS_CANVAS_H
#define CANVAS_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "canvas/style.h"
#include "text/width.h"

#define CELL_MARKS 4 /* combining marks on one base (text/clean.h) */

struct cell {
    uint32_t base;              /* code point; ' ' when blank; 0 in the second
                                   cell of a wide character */
    uint32_t marks[CELL_MARKS]; /* 0 after the last one */
    uint8_t columns;            /* 1 or 2; 0 in a second cell */
    uint8_t style;              /* enum style */
};

struct rect {
    int row, column, rows, columns;
};

struct canvas {
    int rows, columns;
    enum ambiguous ambiguous;
    struct cell *cells; /* owned: rows * columns, row by row */
};

/* An empty canvas of blanks in STYLE_TEXT. Sizes are at least 1. */
void canvas_init(struct canvas *c, int rows, int columns,
                 enum ambiguous ambiguous);
void canvas_clear(struct canvas *c); /* frees; leaves it empty */

const struct cell *canvas_cell(const struct canvas *c, int row, int column);

/* Blank a rectangle (clipped to the canvas) in `style`. */
void canvas_fill(struct canvas *c, struct rect area, enum style style);

/*
 * Draw clean text from (`row`, `column`) rightwards, never beyond column
 * `limit` (exclusive; clipped to the canvas). `column` may be negative or the
 * text wider than there is room: what does not fit whole is not drawn.
 * Returns the column after the last cell drawn.
 */
int canvas_text(struct canvas *c, int row, int column, int limit,
                const char *text, size_t len, enum style style);

/* As canvas_text() for a NUL-terminated text. */
int canvas_puts(struct canvas *c, int row, int column, int limit,
                const char *text, enum style style);

/* As canvas_text(), but text that does not fit ends in a '>' in the last
 * column before `limit`. */
int canvas_text_cut(struct canvas *c, int row, int column, int limit,
                    const char *text, size_t len, enum style style);

/* Give the cells from `column` to `limit` another style. */
void canvas_restyle(struct canvas *c, int row, int column, int limit,
                    enum style style);

/* Whether two canvases show the same, the whole or one row. */
bool canvas_equal(const struct canvas *a, const struct canvas *b);
bool canvas_row_equal(const struct canvas *a, const struct canvas *b, int row);

/* Append the text of a row, without blanks at its end, for tests and dumps. */
void canvas_row_text(const struct canvas *c, int row, struct str *out);

#endif
