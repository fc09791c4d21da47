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

#define CELL_MARKS   4   /* combining marks on one base (text/clean.h) */
#define CANVAS_LINKS 256 /* addresses on one canvas */

struct cell {
    uint32_t base;              /* code point; ' ' when blank; 0 in the second
                                   cell of a wide character */
    uint32_t marks[CELL_MARKS]; /* 0 after the last one */
    uint8_t columns;            /* 1 or 2; 0 in a second cell */
    uint8_t style;              /* enum style */
    uint16_t link;              /* 0, or a number of canvas_link() */
};

struct rect {
    int row, column, rows, columns;
};

struct canvas {
    int rows, columns;
    enum ambiguous ambiguous;
    struct cell *cells;            /* owned: rows * columns, row by row */
    int cursor_row, cursor_column; /* where the reader is; row -1: nowhere */
    char **links; /* owned: the address of link 1, of link 2, ... */
    size_t link_count, link_cap;
};

/* An empty canvas of blanks in STYLE_TEXT. Sizes are at least 1. */
void canvas_init(struct canvas *c, int rows, int columns,
                 enum ambiguous ambiguous);
void canvas_clear(struct canvas *c); /* frees; leaves it empty */

const struct cell *canvas_cell(const struct canvas *c, int row, int column);

/* Up to which column to draw in the last row of the screen: its last two cells
 * stay free. A character in the last one makes some terminals scroll, and
 * others have to be told at length not to; where they cannot be told, the port
 * leaves out a wide character that ends in the one before as well. */
int canvas_bottom_limit(const struct canvas *c);

/* Blank a rectangle (clipped to the canvas) in `style`. On a canvas that is
 * blanked whole no address is left. */
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

/* Say where the reader is: the terminal's cursor stands there, and braille and
 * screen readers follow it. The last one holds. A canvas that is blanked whole
 * has none; what is off it is none. */
void canvas_point(struct canvas *c, int row, int column);

/*
 * Say that the cells from `column` to `limit` lead to an address, which must
 * be one that link_address() made (text/link.h). Cells with the same address
 * are one link wherever they stand. Blanks lead nowhere, nor do cells beyond
 * the first CANVAS_LINKS addresses.
 */
void canvas_link(struct canvas *c, int row, int column, int limit,
                 const char *address);

/* The address of a cell, borrowed; NULL: none. */
const char *canvas_address(const struct canvas *c, const struct cell *cell);

/* Make `to`, of the same size or empty ({0}), show what `from` does. */
void canvas_copy(struct canvas *to, const struct canvas *from);

/* Whether two canvases (for tests), or rows of them, show the same. */
bool canvas_equal(const struct canvas *a, const struct canvas *b);
bool canvas_row_equal(const struct canvas *a, int row_a, const struct canvas *b,
                      int row_b);

/* Append the text of a row, without blanks at its end, for tests and dumps. */
void canvas_row_text(const struct canvas *c, int row, struct str *out);

#endif
