/*
 * list.h - a list as it will be kept: a table of a stream of rows, with what
 * a first reading finds of its columns, numbers, groups and counts.
 *
 * The first reading tells what is amiss and changes nothing; the second gives
 * the records out, cell by cell as they are kept. So a list may have any
 * length.
 */
#ifndef IMPORT_LIST_H
#define IMPORT_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "import/draft.h"
#include "import/rows.h"
#include "import/table_shape.h"
#include "import/table_read.h"
#include "import/unit.h"
#include "model/edition_write.h"

/* Told now and then how many rows were read; false with `e` filled stops the
 * work. */
struct list_watch {
    bool (*went_on)(struct list_watch *w, const char *path, bool written,
                    int64_t rows, struct err *e);
};

/* Where the cells of a column come from. */
enum list_source {
    LIST_FROM_CELL,   /* of the table; `at` is its column there */
    LIST_FROM_GROUP,  /* the rows that name groups; `at` is the level */
    LIST_FROM_REGION, /* the rules of unit.h; `at` is the column that they */
    LIST_FROM_KIND,   /* read, of the list */
};

struct list_column {
    char *name;   /* owned */
    char *origin; /* owned: "source", or the rule that derived it */
    enum list_source source;
    size_t at;
    int64_t filled;
    enum column_kind kind;
    bool is_number;  /* counts the rows */
    bool is_name;    /* holds names: no line breaks */
    struct str made; /* text of the cell given out last */
};

struct list {
    struct table_shape table;
    struct list_column *columns; /* owned */
    size_t count, cap;
    int64_t rows;
    struct draft_gaps gaps;
    size_t next; /* number of the row where another table begins; 0: none */
};

/*
 * Find the table from row `from` on and read it through; `l` is empty ({0}).
 * `*found` is false where there is none. What is to be told goes to
 * rows->remarks.
 */
bool list_survey(struct list *l, struct rows *rows, size_t from,
                 const struct table_options *o,
                 const struct unit_tables *tables, struct list_watch *watch,
                 bool *found, struct err *e);
void list_clear(struct list *l);

/* Takes a record: as many cells as the list has columns, borrowed. `number` is
 * its row. */
struct list_sink {
    bool (*take)(struct list_sink *s, const struct write_cell *cells,
                 size_t number, struct err *e);
};

/* The second reading: every record, in its order. */
bool list_each(struct list *l, struct rows *rows,
               const struct unit_tables *tables, struct list_sink *sink,
               struct list_watch *watch, struct err *e);

#endif
