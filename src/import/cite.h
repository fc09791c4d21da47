/*
 * cite.h - where a text cites another document: 《title》（number）, 《title》
 * alone, or a number alone.
 */
#ifndef IMPORT_CITE_H
#define IMPORT_CITE_H

#include <stdbool.h>
#include <stddef.h>

#include "import/draft.h"

struct cite {
    size_t start, len;               /* bytes, brackets and marks with it */
    size_t title_start, title_len;   /* inside 《》; 0 long: none */
    size_t number_start, number_len; /* 0 long: none */
};

/* The first citation at or after byte `from`; false where there is none. */
bool cite_find(const char *text, size_t from, struct cite *out);

/* One way to write a number, so that two compare: brackets, widths and blanks
 * do not count. The caller frees it. */
char *cite_plain_number(const char *number) __attribute__((returns_nonnull));

/* Fill the citations of all notices, with the notice of `d` that each means:
 * by its number, else by its title. A notice's own number is none. */
void cite_all(struct draft *d);

#endif
