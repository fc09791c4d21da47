/*
 * text_page.h - plain text, already UTF-8, as lines of a page: each line of it
 * is one, TABs part the cells of tables.
 */
#ifndef IMPORT_TEXT_PAGE_H
#define IMPORT_TEXT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/page.h"

/* Append what `text` holds to `p`. `path` and `line`, that of the first byte,
 * are for messages. */
bool text_page_read(struct page *p, const char *path, const struct str *text,
                    size_t line, struct err *e);

#endif
