/*
 * read_markdown.h - Markdown, as converters of office files write it: headings,
 * lists, pipe tables, and tables as HTML among them.
 *
 * A line is a line: what a converter has broken within a paragraph is joined
 * only where it was broken to fit a width (import/unwrap.h).
 */
#ifndef IMPORT_READ_MARKDOWN_H
#define IMPORT_READ_MARKDOWN_H

#include "import/reader.h"

extern const struct reader read_markdown_reader;

#endif
