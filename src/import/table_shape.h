/*
 * table_shape.h - a table in a stream of rows: where it stands, what its
 * columns are, what stands around it.
 *
 * table_shape_find() decides by the first rows; table_read.h then goes through
 * all of them. Nothing is guessed silently: what was made up is marked.
 */
#ifndef IMPORT_TABLE_SHAPE_H
#define IMPORT_TABLE_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/rows.h"

/* What the user says of tables. `struct table_options o = {0}` says nothing. */
struct table_options {
    bool no_headings; /* the first row with several cells is a record */
    size_t head_from, head_to; /* the rows of headings; 0: to be found */
    const char *columns;       /* "1,3-5" or headings, in the order wanted */
    const char *sheet; /* the sheet to take, by name or number; NULL: all
                          that are shown */
};

struct table_column {
    char *name;    /* owned; no two alike but for ASCII case */
    size_t at;     /* column of the source, from 0 */
    bool is_named; /* by the source; else 列3 */
};

/* A line around a table that is no record of it. */
struct table_line {
    char *text;    /* owned */
    bool is_below; /* the headings; else above them */
};

struct table_shape {
    struct table_column *columns; /* owned */
    size_t count, cap;
    size_t *shifts; /* owned: the same columns again so many to the right; the
                       first is 0 */
    size_t shift_count;
    bool by_rows;      /* halves are read row by row, not one after another */
    struct row *heads; /* owned: the rows of headings */
    size_t head_count;
    size_t above;             /* number of the first row that belongs to it */
    size_t first, end;        /* its rows are [first, end) by their numbers */
    bool is_numbered;         /* the first column numbers the rows */
    bool headings_unsure;     /* what was taken for them may be a record */
    bool headings_told;       /* by the user: nothing to be unsure of */
    char *title;              /* owned; NULL: none */
    int annex;                /* 附件1 above it; 0: not said */
    int64_t stated_total;     /* -1: not said */
    struct table_line *lines; /* owned */
    size_t line_count, line_cap;
};

/*
 * Look for a table from row `from` on, in what `rows` gives from its start;
 * `t` is empty ({0}). `*found` is false where the rows have none: sentences,
 * or nothing. False with `e` filled where they cannot be read or `o` names
 * what is not there.
 */
bool table_shape_find(struct table_shape *t, struct rows *rows, size_t from,
                      const struct table_options *o, bool *found,
                      struct err *e);
void table_shape_clear(struct table_shape *t);

/* Add a column that no heading names: 列N. */
void table_shape_add_column(struct table_shape *t, size_t at);

/* Whether `row` heads a table by its words: every cell of it does. */
bool table_shape_is_heading(const struct row *row);

/* Add a line around the table; `text` is copied. */
void table_shape_add_line(struct table_shape *t, const char *text, size_t len,
                          bool is_below);

/* A name for a column that no other of `t` has: "得分", "得分2". The caller
 * frees it. */
char *table_shape_unique_name(const struct table_shape *t, const char *name,
                              size_t len);

/* The cells of a row that have text of their own: how many; the first. */
size_t table_shape_own_cells(const struct row *row, size_t *first);

#endif
