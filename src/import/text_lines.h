/*
 * text_lines.h - the lines of a text as paragraphs: those that were broken to
 * fit a page joined again, with where each comes from.
 */
#ifndef IMPORT_TEXT_LINES_H
#define IMPORT_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/page.h"

/* `struct text_lines t = {0}` has none. */
struct text_lines {
    struct str *lines; /* owned */
    size_t *numbers;   /* of the lines in the source; owned */
    const char **why;  /* NULL, or why they are left out; owned */
    size_t count;
};

/* Cut `text`; `path` and `line`, that of the first byte, are for messages. */
bool text_lines_read(struct text_lines *t, const char *path,
                     const struct str *text, size_t line, struct err *e);
void text_lines_clear(struct text_lines *t);

/* Give line `at`, or the pipe table that begins there, to the page. Returns
 * how many lines that were. */
size_t text_lines_give(const struct text_lines *t, size_t at, struct page *p);

#endif
