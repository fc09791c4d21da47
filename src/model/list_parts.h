/*
 * list_parts.h - what the modules of model/ share of a list.
 *
 * Internal to model/.
 */
#ifndef MODEL_LIST_PARTS_H
#define MODEL_LIST_PARTS_H

#include "base/err.h"
#include "model/edition_parts.h"
#include "model/list.h"
#include "model/list_window.h"
#include "model/scan_store.h"
#include "model/table.h"

/* The rows from the first on whose numbers are known to rise. */
struct list_rise {
    int64_t rows;   /* how many */
    int64_t last;   /* the number of the last of them */
    bool is_broken; /* the next one does not rise */
};

/* What stands around it. */
struct list_lines {
    char **items;
    size_t count, cap;
};

struct list {
    int owners; /* who will close it, at least 1 */
    struct edition *ed;
    size_t annex;
    struct table table;
    struct list_column *columns;
    size_t *places; /* of each column in the table */
    size_t n_columns;
    int number_column;
    struct list_gap *gaps; /* in the order of after_row */
    size_t n_gaps, cap_gaps;
    struct list_lines lines[LINE_PLACE_COUNT];
    struct list_window window;
    struct list_rise rise;
    bool has_looked_for_store;
    struct scan_store *store; /* NULL: the table itself is searched */
};

/* Its scan blocks, looked for when first asked; NULL: none that fit. */
struct scan_store *list_store(struct list *l);

/* The blocks turned out to be damaged: never use them again. */
void list_drop_store(struct list *l);

/* The value of a column of the list in the table's current row. */
struct db_cell list_cell(struct list *l, size_t column);

/* The whole number that a cell holds, alone; false for any other. */
bool list_cell_number(const struct db_cell *c, int64_t *n);

#endif
