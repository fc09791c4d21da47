/*
 * table_read.h - goes through the rows of a table that table_shape_find()
 * found: records, rows that name a group, and lines that are neither.
 */
#ifndef IMPORT_TABLE_READ_H
#define IMPORT_TABLE_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/table_shape.h"
#include "import/table_words.h"

#define TABLE_LEVELS 3 /* of groups, one inside the other */

enum table_event {
    TABLE_RECORD,
    TABLE_GROUP, /* a row that names the group of those below it */
    TABLE_LINE,  /* a note, a total: no record */
    TABLE_AGAIN, /* headings or title said again */
    TABLE_OTHER, /* headings of another table: this one ended before */
    TABLE_END,
};

struct table_group {
    struct str name; /* without its count; empty: none */
    int64_t stated;  /* its count; -1: none stated */
    int64_t rows;    /* read so far */
    size_t number;   /* of its row */
    int sign;        /* what tells its level from others */
};

struct table_read {
    struct table_shape *table; /* borrowed */
    struct rows *rows;         /* borrowed */
    struct row row;
    size_t half, last_half; /* of those side by side */
    bool has_row;           /* `row` has halves that are still to be read */
    struct table_group groups[TABLE_LEVELS];
    int depth;        /* groups that are open */
    bool after_group; /* no record since */
    bool after_note;
    size_t outside; /* number of the first row since the last record */

    /* Of the event: */
    size_t number;            /* its row */
    struct words_text *cells; /* of a record, as many as the table has columns;
                                 borrowed until the next event */
    size_t cap;
    struct words_text text; /* of a line, or a group's without its count */
    struct str line;        /* of a line of several cells */
    size_t extra;           /* a record has a cell in this column, which the
                               table has not; SIZE_MAX: none */
    bool is_total;          /* of a line */
};

/* Begin at the table's first row. `r` is filled whole. */
bool table_read_begin(struct table_read *r, struct table_shape *t,
                      struct rows *rows, struct err *e);
void table_read_end(struct table_read *r);

bool table_read_next(struct table_read *r, enum table_event *event,
                     struct err *e);

/* The first cell of the row with a text of its own in no column of the table;
 * SIZE_MAX: there is none. */
size_t table_read_extra(const struct table_read *r);

#endif
