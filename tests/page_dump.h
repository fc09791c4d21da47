/*
 * page_dump.h - what a reader made of a file, as text for a test to compare.
 */
#ifndef TESTS_PAGE_DUMP_H
#define TESTS_PAGE_DUMP_H

#include "base/str.h"
#include "import/page.h"

/* "12 title: ...": number and hint of each line; tables cell by cell, with
 * their spans; then particulars, links and warnings. */
void page_dump(struct str *out, const struct page *p);

#endif
