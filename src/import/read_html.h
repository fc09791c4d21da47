/*
 * read_html.h - HTML: a page saved whole, or a part of one.
 */
#ifndef IMPORT_READ_HTML_H
#define IMPORT_READ_HTML_H

#include "import/reader.h"

extern const struct reader read_html_reader;

#endif
