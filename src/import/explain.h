/*
 * explain.h - what every line of a page was taken for, and by which rule, for
 * --explain and -v.
 */
#ifndef IMPORT_EXPLAIN_H
#define IMPORT_EXPLAIN_H

#include "base/str.h"
#include "import/page.h"

/* A line for each line of the page, for its particulars and its links. */
void explain_page(struct str *out, const struct page *p);

/* A line for each that was left out, with the reason. */
void explain_left_out(struct str *out, const struct page *p);

#endif
