/*
 * sheet.h - tables in a page: lines with a TAB between the cells under a line
 * of headings, or one line that stands for a table of the source.
 */
#ifndef IMPORT_SHEET_H
#define IMPORT_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/grid.h"
#include "import/page.h"
#include "import/unit.h"

/* Lines from `head`, the headings, up to but without `end`; all from 0. */
struct sheet_span {
    size_t head, end;
};

/* Whether line `at` heads a table, or is one, that is a list. */
bool sheet_at(const struct page *p, size_t at, struct sheet_span *out);

/* Whether a table is one of records, and none that lays out a page or says of
 * a notice what it is: it has headings in one of its first rows. */
bool sheet_is_list(const struct grid *g);

/* What a table says of itself. */
struct sheet_title {
    char *title;          /* owned; NULL: nothing */
    int64_t stated_total; /* -1: not said */
};

/*
 * Read a table and settle its lines ("annex 1 row 3": `name` is "annex 1").
 * What is to be told goes to the page's warnings. Returns NULL with `e` filled
 * when a row has more cells than the headings or there are no records: what to
 * make of it only a person can say.
 */
struct draft_list *sheet_read(struct page *p, const struct sheet_span *span,
                              const char *name,
                              const struct unit_tables *tables,
                              struct sheet_title *title, struct err *e);

#endif
