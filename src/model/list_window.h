/*
 * list_window.h - rows of a list held in memory around the row that was asked
 * for last.
 *
 * Internal to model/. Rows are read in pieces of up to 256; a piece is let go
 * when another is read and every row of it is far from the one asked for. All
 * that is held is bounded: where cells are huge, they are described instead.
 */
#ifndef MODEL_LIST_WINDOW_H
#define MODEL_LIST_WINDOW_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/list.h"

struct window_piece {
    int64_t first; /* position of records[0] */
    size_t count;
    struct record *records;
    struct value *values; /* of all records, row by row */
    char *text;
    size_t text_len;
};

struct list_window {
    struct window_piece *pieces;
    size_t len, cap;
    size_t text_len; /* of all pieces */
};

void list_window_clear(struct list_window *w);

/* A row of `l`, read if need be; NULL with `e` filled when it cannot be. */
const struct record *list_window_row(struct list *l, int64_t row,
                                     struct err *e);

#endif
