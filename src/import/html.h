/*
 * html.h - HTML as lines, tables, particulars and links of a page; libxml2
 * parses.
 *
 * Nothing is built of the document: its elements pass by, so that neither
 * their number nor their depth costs memory. Beyond HTML_MAX_DEPTH an element
 * is as if it were not marked up; its text is kept.
 */
#ifndef IMPORT_HTML_H
#define IMPORT_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/page.h"

#define HTML_MAX_DEPTH 1024

/* Append what `len` bytes of UTF-8 hold to `p`; they are changed. `path` and
 * `line`, that of the first byte, are for messages. False with `e` filled when
 * the markup is of a kind that takes the parser too long, or is too much. */
bool html_read(struct page *p, const char *path, char *text, size_t len,
               size_t line, struct err *e);

#endif
