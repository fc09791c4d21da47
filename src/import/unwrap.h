/*
 * unwrap.h - text whose lines were broken to fit a page (pdftotext, mail)
 * becomes paragraphs again; page numbers go.
 *
 * Such text is told by its form feeds, or by many lines that are as wide as
 * one another and none that is wider. A line goes on in the next where it
 * fills the width and the next is not set in; where nothing is set in, where
 * it does not end a sentence. Columns that stand under one another are cells.
 */
#ifndef IMPORT_UNWRAP_H
#define IMPORT_UNWRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "import/source.h"

struct unwrap_line {
    struct str text; /* owned; a TAB between cells */
    size_t line;     /* index of its first line in the source */
    const char *why; /* it is no text, for this reason; static; NULL: it is */
};

struct unwrap {
    struct unwrap_line *lines; /* owned */
    size_t count, cap;
};

/* Join the lines of `s` into `u`, which must be empty ({0}). False, `u` stays
 * empty: they were not broken to fit a page. */
bool unwrap_text(struct unwrap *u, const struct source *s);
void unwrap_clear(struct unwrap *u);

#endif
