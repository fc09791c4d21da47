/*
 * seen.h - texts and where they were said first: the paragraphs of a page, to
 * know one that is said again; titles and numbers, to find the notice that is
 * cited. Blanks do not tell two apart.
 */
#ifndef IMPORT_SEEN_H
#define IMPORT_SEEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/textset.h"

struct seen_entry {
    size_t notice; /* id or index, as the caller counts */
    size_t line;   /* from 0 */
};

/* `struct seen s = {0}` is empty. */
struct seen {
    struct textset texts;       /* without blanks */
    struct seen_entry *entries; /* owned; of each of them */
    size_t len, cap;
};

/* Note a text, unless it is known. */
void seen_add(struct seen *s, const char *text, size_t notice, size_t line);

/* Borrowed until the next seen_add(); NULL for a text that is new. */
const struct seen_entry *seen_find(const struct seen *s, const char *text);

void seen_clear(struct seen *s);

#endif
