/*
 * list_file.h - the lists in a file of tables: every sheet that is shown, and
 * each table of it.
 */
#ifndef IMPORT_LIST_FILE_H
#define IMPORT_LIST_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/book.h"
#include "import/list.h"

/* A list of the file, with its title. */
struct list_entry {
    struct list list;
    size_t sheet;
    char *title; /* owned */
};

/* `struct list_file f = {0}` is empty. */
struct list_file {
    struct book book;           /* owned */
    struct list_entry *entries; /* owned */
    size_t count, cap;
    char digest[DIGEST_LEN + 1]; /* of the file */
};

/*
 * Find the lists of a book and read them through; `f` is empty but for its
 * book. `title` (NULL: none) goes before those of the file. Where no list is
 * in the file, or something is wrong with it, false with `e` filled. `f` is to
 * be cleared in any case.
 */
bool list_file_check(struct list_file *f, const struct table_options *o,
                     const char *title, const struct unit_tables *tables,
                     struct list_watch *watch, struct err *e);

/* Write one of its lists as the annex `a`, whose title and stated total are
 * filled in here. */
bool list_file_write(struct list_file *f, size_t index, struct write_annex *a,
                     struct edition_writer *w, const struct unit_tables *tables,
                     struct list_watch *watch, struct err *e);

/* The same where the annex itself, with this id, is written already. */
bool list_file_write_rows(struct list_file *f, size_t index, int64_t annex,
                          struct edition_writer *w,
                          const struct unit_tables *tables,
                          struct list_watch *watch, struct err *e);

/* Whether the file is still as it was when it was checked. */
bool list_file_same(struct list_file *f, struct err *e);

void list_file_clear(struct list_file *f);

#endif
