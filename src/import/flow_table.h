/*
 * flow_table.h - a table while a document is read: its cells hold lines, and
 * only when it ends its shape tells what it is. The inside of flow.h.
 */
#ifndef IMPORT_FLOW_TABLE_H
#define IMPORT_FLOW_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "import/page.h"

struct flow_link {
    char *text, *target; /* owned */
};

/* A line to be: its text, or a table. */
struct flow_line {
    char *text; /* owned, as it stood */
    size_t number;
    enum page_hint hint;
    size_t group;      /* lines of one belong together; 0: none is known */
    const char *why;   /* it is left out; static */
    struct grid *grid; /* owned */
    struct flow_link *links;
    size_t link_count, link_cap;
};

struct flow_lines {
    struct flow_line *items;
    size_t count, cap;
};

struct flow_cell {
    struct flow_lines lines;
    int row_span, col_span; /* FLOW_CONTINUES: see flow.h */
    bool is_heading;
};

struct flow_row {
    struct flow_cell *cells;
    size_t count, cap;
    size_t number;
};

struct flow_table {
    struct flow_row *rows;
    size_t count, cap;
    size_t number;
    bool in_cell; /* the last one is open */
};

/* Particulars, and how many places all grids have. */
struct flow_found {
    struct page_particular *items;
    size_t count, cap;
    size_t places;
};

void flow_line_add_link(struct flow_line *l, const char *text,
                        const char *target);
void flow_line_clear(struct flow_line *l);

/* Takes what `l` owns, which is left empty. */
void flow_lines_add(struct flow_lines *to, struct flow_line *l);
void flow_lines_clear(struct flow_lines *l);

void flow_table_add_row(struct flow_table *t, size_t number);
void flow_table_add_cell(struct flow_table *t, int row_span, int col_span,
                         bool is_heading);

/* The open cell, or NULL. */
struct flow_cell *flow_table_open_cell(struct flow_table *t);

/* The same of lines, each name in one and its value in the next: three names
 * and more one after another are taken out of `l`. */
void flow_lines_take_particulars(struct flow_lines *l,
                                 struct flow_found *found);

/* The table has ended: its lines, or it as a grid in a line of its own, go to
 * `to`, what it says of the page to `found`. */
void flow_table_give(struct flow_table *t, struct flow_lines *to,
                     struct flow_found *found);
void flow_table_clear(struct flow_table *t);
void flow_found_clear(struct flow_found *found);

#endif
