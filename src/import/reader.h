/*
 * reader.h - the kinds of files that can be imported, one row of a table each.
 *
 * A new kind is a file of its own with a `struct reader` in it, its row in
 * reader.c and its line in Makefile.am.
 */
#ifndef IMPORT_READER_H
#define IMPORT_READER_H

#include <stdbool.h>

#include "base/err.h"
#include "import/book.h"
#include "import/input.h"
#include "import/page.h"

struct reader {
    const char *name; /* of the format, for messages: "HTML" */

    /* Whether the content is of this kind, whatever the file is called; NULL:
     * the content does not tell. Rows above are asked first. */
    bool (*recognises)(struct input *in);

    /* How the names of such files end (".tsv"), in any case; asked where no
     * content tells. NULL-terminated. */
    const char *const *suffixes;

    /* A document: the file as lines of text with tables among them, into `p`,
     * which is empty but for its source's name. NULL: the file is a book. */
    bool (*read_page)(struct page *p, struct input *in, struct err *e);

    /* A file of tables: `b` has its input and is else empty. */
    bool (*open_book)(struct book *b, struct err *e);
};

/* The reader of a file; NULL with `e` filled where there is none, which names
 * the kind of file and what to do with it. */
const struct reader *reader_for(struct input *in, struct err *e);

/* Read the file into `p`, which must be empty ({0}), with its name and digest.
 * On failure `p` stays empty. */
bool reader_read_page(const struct reader *r, struct page *p, struct input *in,
                      struct err *e);

/* Both for the file at `path`, which must be a document. */
bool reader_read_file(struct page *p, const char *path, struct err *e);

#endif
