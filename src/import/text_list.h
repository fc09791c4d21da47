/*
 * text_list.h - a plain text that is a list and nothing else, drawn in one of
 * the ways in which people draw lists: with box lines, with bars (Markdown
 * too), with blanks between columns, as numbered names, as names under the
 * headings of groups, as a title and a name a line.
 *
 * A text with more in it than that and what stands around a list is a
 * document, and none of these.
 */
#ifndef IMPORT_TEXT_LIST_H
#define IMPORT_TEXT_LIST_H

#include <stddef.h>

#include "import/grid.h"

/* The list as a table, title and notes as rows of one cell; the caller frees
 * it. NULL: the text is none. `len` bytes, NUL behind them. */
struct grid *text_list_read(const char *text, size_t len);

#endif
