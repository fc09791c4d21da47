/*
 * grid.h - a table as a document shows it: rows of cells, what each says, how
 * many rows and columns it spans, and where it stands in the source.
 *
 * What every reader of documents makes of a table (HTML, DOCX, Markdown, lines
 * with TABs), and what import/table_shape.h makes lists of. Whole in memory: a
 * page's tables are small. A table of a file of its own may have any length
 * and passes row by row instead (import/rows.h).
 */
#ifndef IMPORT_GRID_H
#define IMPORT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define GRID_MAX_SPAN 1000 /* rows or columns; a larger one is cut to this */

/* Places of a grid, cells and what they cover; then spans count as 1, and what
 * is above covers nothing more. No table that a person made has so many. */
#define GRID_MAX_PLACES (1 << 19)

struct grid_cell {
    char *text;         /* as shown; LF where the source breaks the line; owned,
                           NULL: empty */
    int row_span;       /* >= 1; 1: itself alone */
    int col_span;       /* >= 1 */
    size_t row, column; /* of the cell that covers this place, from 0; its own
                           where none does */
    bool is_heading;    /* <th>, a header row of the source */
};

struct grid_row {
    struct grid_cell *cells;
    size_t count, cap;
    size_t line; /* of the source, or number of the row there, from 1; 0: not
                    known */
};

struct grid {
    char *caption; /* owned; what the source itself calls it; NULL: nothing */
    struct grid_row *rows;
    size_t count, cap;
    size_t columns; /* of the widest row */
    size_t places;  /* of all rows */
};

struct grid *grid_new(void) __attribute__((returns_nonnull));
void grid_free(struct grid *g); /* accepts NULL */

/* Begin a row that stands at `line` of the source. */
struct grid_row *grid_add_row(struct grid *g, size_t line);

/* Whether a place lies in the span of a cell above or to the left. */
bool grid_is_covered(const struct grid *g, size_t row, size_t column);

/*
 * Append a cell to the last row, behind the places that spans from above
 * cover. `text` (NULL: empty) is cleaned, LF kept, blanks at its ends dropped.
 * Spans below 1 are 1.
 */
struct grid_cell *grid_add_cell(struct grid *g, const char *text, size_t len,
                                int row_span, int col_span);

/* The text of a cell, "" for one that is empty or outside; for one that is
 * covered the text of the cell that covers it. */
const char *grid_text(const struct grid *g, size_t row, size_t column);

#endif
