/*
 * begin.h - where in a page its documents begin.
 *
 * The first begins at the top. Another begins at a title that is proved to be
 * one: by the number and who is written to, or, behind the tail of a document,
 * by a tail of its own. What a document announces as its annex begins none.
 */
#ifndef IMPORT_BEGIN_H
#define IMPORT_BEGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "import/survey.h"

struct begin {
    size_t line;   /* where the document begins */
    bool has_text; /* false: nothing but what a page has of its own */
};

struct begins {
    struct begin *items;
    size_t count, cap;
    size_t looked; /* lines looked at: the work */
};

/* All documents of a page, in its order; one at least. */
void begin_find_all(const struct survey *s, struct begins *out);
void begins_clear(struct begins *b);

#endif
