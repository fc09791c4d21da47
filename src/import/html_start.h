/*
 * html_start.h - whether text is HTML, and what it declares, by its beginning.
 */
#ifndef IMPORT_HTML_START_H
#define IMPORT_HTML_START_H

#include <stdbool.h>
#include <stddef.h>

#include "import/decode.h"

/* Whether text begins as HTML does: a doctype, a tag, comments before one. */
bool html_is_start(const char *text, size_t len);

/* What it declares of its encoding in a meta element or an XML declaration. */
enum encoding html_declared(const char *bytes, size_t len);

#endif
