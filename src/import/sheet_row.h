/*
 * sheet_row.h - the rows of a spreadsheet's sheet out of its cells: merged
 * ones repeat their text downwards, hidden columns and rows are left out.
 */
#ifndef IMPORT_SHEET_ROW_H
#define IMPORT_SHEET_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/rows.h"

#define SHEET_MAX_COLUMNS                                                      \
    1024 /* beyond them cells are left out, which is told */

/* Cells that are merged, from 0; both ends are in it. */
struct sheet_merge {
    size_t row, last_row, column, last_column;
};

/* What a merged cell still covers of its columns. */
struct sheet_cover {
    size_t last_row;        /* it covers up to this row; valid while is_used */
    bool is_used, is_first; /* the first of its columns */
    struct str text;
};

/* `struct sheet_row s = {0}` is empty. */
struct sheet_row {
    struct sheet_merge *merges; /* owned; sheet_row_sort() sorts them */
    size_t merge_count, merge_cap, merge_at;
    bool hidden[SHEET_MAX_COLUMNS];
    bool shows_hidden;   /* columns too: to see what they are called */
    size_t *hidden_rows; /* owned: numbers of those with text, from 1 */
    size_t hidden_row_count, hidden_row_cap;
    bool is_wide;               /* a cell stood beyond the last column */
    struct sheet_cover *covers; /* owned, SHEET_MAX_COLUMNS */
    size_t cover_end;           /* columns that may be covered */
    size_t number;              /* of the row in hand */
};

void sheet_row_clear(struct sheet_row *s);

/* Merge cells; `to` and `from` in any order. False with `e` filled when there
 * are more than anybody merges. */
bool sheet_row_merge(struct sheet_row *s, struct sheet_merge m, struct err *e);

/* Once all merged cells are known: before the first row, and to begin anew. */
void sheet_row_sort(struct sheet_row *s);
void sheet_row_rewind(struct sheet_row *s);

/* Hide columns, from 0; both ends are hidden. */
void sheet_row_hide(struct sheet_row *s, size_t first, size_t last);

/* Begin row `number` (from 1) into `out`. */
void sheet_row_begin(struct sheet_row *s, struct row *out, size_t number);

/* Add a cell of it; columns rise, what lies between is empty. */
void sheet_row_add(struct sheet_row *s, struct row *out, size_t column,
                   const char *text, size_t len);

/* Merge the cell that was added last with others, for formats that say so
 * there: it spans so many rows and columns. */
void sheet_row_span(struct sheet_row *s, struct row *out, size_t rows,
                    size_t columns);

void sheet_row_end(struct sheet_row *s, struct row *out);

/* Say what is hidden: "a.xlsx: Sheet1: the hidden columns D (联系方式) are left
 * out". Names come from `first`, the first row that has text; it may be NULL.
 */
void sheet_row_tell(const struct sheet_row *s, const struct rows *rows,
                    const struct row *first);

#endif
