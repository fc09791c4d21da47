/*
 * book.h - a file of tables: its sheets, each a stream of rows. What the
 * readers of spreadsheets and of delimited text make.
 */
#ifndef IMPORT_BOOK_H
#define IMPORT_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/input.h"
#include "import/rows.h"

struct book_sheet {
    char *name; /* owned, clean; NULL: a text has one sheet without a name */
    bool is_hidden;
};

struct book;

struct book_class {
    /* The rows of a sheet; NULL with `e` filled. One sheet is open at a time.
     * What is hidden in it goes to the remarks. */
    struct rows *(*open)(struct book *b, size_t sheet, struct err *e);
    void (*close)(struct book *b); /* frees `data` */
};

/* `struct book b = {0}` is none. */
struct book {
    const struct book_class *ops; /* NULL: none */
    struct input in;              /* owned */
    struct book_sheet *sheets;    /* owned */
    size_t count, cap;
    void *data;          /* of the reader; owned by way of close() */
    struct str *remarks; /* borrowed: what is to be told, a line each */
};

/* Add a sheet; `name` of `len` bytes is cleaned, NULL: none. */
void book_add_sheet(struct book *b, const char *name, size_t len,
                    bool is_hidden);

struct rows *book_open_sheet(struct book *b, size_t sheet, struct err *e);
void book_close(struct book *b); /* the input too; accepts none */

#endif
