/*
 * page_list.h - a page that is a table and what belongs to it, and nothing
 * else: what web systems call a spreadsheet.
 */
#ifndef IMPORT_PAGE_LIST_H
#define IMPORT_PAGE_LIST_H

#include "import/grid.h"
#include "import/page.h"

/* The tables of the page, one under the other, with the lines around them as
 * rows of one cell; the caller frees it. NULL: the page is a document. */
struct grid *page_list_read(const struct page *p);

#endif
