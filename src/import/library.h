/*
 * library.h - a file that says what an edition is made of: its sources, and
 * what a person says of each (gongwen-library(5)).
 *
 * Its first line is "gongwen-library 1"; that alone tells it from a text.
 */
#ifndef IMPORT_LIBRARY_H
#define IMPORT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/correction.h"

#define LIBRARY_MAX (16 << 20) /* bytes of the file */

/* A file to import, and what is said of it. */
struct library_source {
    char *path; /* owned; as it can be opened from here */
    struct correction told;
};

/* A document that the edition has, by its number or title, and what is said
 * of it (--of). */
struct library_held {
    char *what; /* owned */
    struct correction told;
};

/* `struct library l = {0}` names nothing. */
struct library {
    struct library_source *sources; /* owned */
    size_t count, cap;
    struct library_held *held; /* owned */
    size_t held_count, held_cap;
    bool is_held_last; /* the last named is one of those, not a source */
    char **removed;    /* owned: numbers or titles to take out (--remove) */
    size_t removed_count, removed_cap;
};

/* Whether the file at `path` begins as a library file does. */
bool library_is(const char *path);

/* Read it; the sources it names are added to `l`, with paths that begin where
 * the file lies. False with `e` filled (file, line), `l` as it was or longer;
 * to be cleared in any case. */
bool library_read(struct library *l, const char *path, struct err *e);

/* The source that what follows is said of: one more, with this path. Valid
 * until the next. */
struct library_source *library_add(struct library *l, const char *path);
/* Likewise the document that the edition has with this number or title. */
struct library_held *library_of(struct library *l, const char *what);
void library_remove(struct library *l, const char *what);
void library_clear(struct library *l);

#endif
