/*
 * rows.h - a table row by row, whatever it came from: a file of any length, a
 * sheet of a workbook, a table of a page.
 *
 * A row is valid until the next one is asked for. Rows come in their order,
 * blank ones too where the source has them; rows that the source does not
 * write down (a sheet's empty ones) are passed over: `number` tells.
 */
#ifndef IMPORT_ROWS_H
#define IMPORT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

#define ROWS_MAX_COLUMNS 200         /* more are refused */
#define ROWS_CELL_MAX    (64u << 10) /* bytes of a cell */

/* Whose text a cell has. */
enum rows_cover {
    ROWS_OWN,
    ROWS_FROM_ABOVE, /* merged down: the text of the cell above, again */
    ROWS_FROM_LEFT,  /* merged to the right: empty here */
};

struct rows_cell {
    const char *text; /* clean, trimmed, LF where the cell breaks its line; not
                         NUL-terminated; may be NULL while `len` is 0 */
    size_t len;
    size_t offset;          /* while the row is built: of `text` in its store */
    int col_span, row_span; /* >= 1: of the cell that is merged */
    enum rows_cover cover;
    bool is_heading; /* the source says so */
};

struct row {
    struct rows_cell *cells; /* owned */
    size_t count, cap;
    size_t number;    /* line of the file or row of the sheet, from 1 */
    struct str store; /* texts that had to be made */
};

struct rows;

struct rows_class {
    /* The next row into `out`; `*end` instead of a row after the last. */
    bool (*next)(struct rows *r, struct row *out, bool *end, struct err *e);
    bool (*rewind)(struct rows *r, struct err *e);
    void (*close)(struct rows *r); /* frees `r` itself */
};

/* The first member of what each source makes. */
struct rows {
    const struct rows_class *ops;
    const char *path;    /* borrowed: for messages */
    const char *sheet;   /* borrowed; NULL: the file has lines, not cells */
    bool is_delimited;   /* a cell too many means that cells were shifted */
    struct str *remarks; /* borrowed; what is to be told, a line each */
};

bool rows_next(struct rows *r, struct row *out, bool *end, struct err *e);
bool rows_rewind(struct rows *r, struct err *e);
void rows_close(struct rows *r); /* accepts NULL */

/* Append where a cell stands: "a.csv:12", "a.xlsx: Sheet1!C79". Column from 0;
 * ROWS_NO_COLUMN: the row alone. */
#define ROWS_NO_COLUMN ((size_t)-1)
void rows_place(const struct rows *r, size_t number, size_t column,
                struct str *out);

/* Append the letters of a column (from 0): A, B, ... AA. */
void rows_letters(size_t column, struct str *out);

/* `struct row row = {0}` is empty. row_begin() empties it, row_add() appends
 * a cell and cleans its text, row_add_clean() takes one that is clean and
 * trimmed and stays where it is; row_end() comes last. */
void row_begin(struct row *row, size_t number);
struct rows_cell *row_add(struct row *row, const char *text, size_t len);
struct rows_cell *row_add_clean(struct row *row, const char *text, size_t len);
void row_end(struct row *row);
void row_clear(struct row *row);

/* A copy that owns its texts; `to` is empty ({0}). */
void row_copy(struct row *to, const struct row *from);

/* Whether `text` holds nothing but blanks; the cell with neither. */
void rows_trim(const char **text, size_t *len);

#endif
