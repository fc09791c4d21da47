/*
 * list.h - a table of units: columns, rows by window, gaps, and what a reader
 * may do with their order.
 *
 * Rows are known by their position in the source, from 1 (the rowid of an
 * edition's table). Nothing here loads the whole list: opening, the last row
 * and row 900,000 cost the same.
 */
#ifndef MODEL_LIST_H
#define MODEL_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/column_kind.h"
#include "model/edition.h"
#include "model/line_place.h"

struct list;

struct list_column {
    char *name;
    enum column_kind
        kind;      /* how its values stand in order, and at which side */
    char *derived; /* the rule that derived it, or NULL for the source's own */
};

/* A value by its type; text is never NULL, and NUL-terminated after `len`
 * bytes. BLOBs and values over the limit have a description as their text. */
enum value_kind { VALUE_NULL, VALUE_NUMBER, VALUE_TEXT, VALUE_DESCRIBED };
struct value {
    enum value_kind kind;
    char *text; /* as stored, not cleaned */
    size_t len;
};

/* One row. Belongs to the list's window: borrowed until the next list_row()
 * of a row more than 400 away. */
struct record {
    int64_t row;
    struct value *values; /* one for each column */
    size_t count;
};

/* Numbers that the source's numbering shows to exist but that are not held. */
struct list_gap {
    int64_t after_row; /* 0: before the first */
    int64_t first, last;
};

/* A document that names a record. */
struct list_mention {
    int notice; /* index in the edition */
    int64_t block_seq;
};

/* Borrows the edition; `annex` as in edition_annex(), a list that is held. */
struct list *list_open(struct edition *ed, size_t annex, struct err *e);

/* One owner more (NULL: none): each of them closes it, and it is there until
 * the last has. Returns `l`. */
struct list *list_share(struct list *l);
void list_close(struct list *l); /* accepts NULL */

/* The rows of a list that is held, which is not opened for that, within about
 * `milliseconds`. -1: it cannot be read, or not in that time. */
int64_t list_count_rows(struct edition *ed, size_t annex, int milliseconds);

/* Where it comes from. */
struct edition *list_edition(const struct list *l);
size_t list_annex(const struct list *l);
size_t list_column_count(const struct list *l);
const struct list_column *list_column(const struct list *l, size_t column);

/* The column that holds the source's own numbers (text/numbering.h), or -1. */
int list_number_column(const struct list *l);

/* Rows are 1 to this. Of a foreign table they were counted by list_open(). */
int64_t list_row_count(struct list *l);

/* NULL with `e` filled when the row cannot be read. */
const struct record *list_row(struct list *l, int64_t row, struct err *e);

size_t list_gap_count(const struct list *l);
const struct list_gap *list_gap(const struct list *l, size_t index);

/* How many numbers are missing in it: 1 or more. */
int64_t list_gap_size(const struct list_gap *gap);

/* How many records all gaps stand for: known to exist, and not held. */
int64_t list_not_held(const struct list *l);

/* The gap that holds `number`, or NULL. */
const struct list_gap *list_gap_of(const struct list *l, int64_t number);

/* The lines that stand around the list (line_place.h), downwards: a unit, a
 * note, a total. As stored, not cleaned; borrowed until list_close(). */
size_t list_line_count(const struct list *l, enum line_place place);
const char *list_line(const struct list *l, enum line_place place,
                      size_t index);

/* Documents that mention a row; the caller frees `*out`. Returns how many. */
size_t list_mentions(struct list *l, int64_t row, struct list_mention **out);

#endif
