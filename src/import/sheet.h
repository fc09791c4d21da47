/*
 * sheet.h - tables in a saved page: lines with a TAB between the cells, under
 * a line of headings.
 */
#ifndef IMPORT_SHEET_H
#define IMPORT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/page.h"

#define SHEET_MAX_COLUMNS 200

/* Lines from `head`, the headings, up to but without `end`; all from 0. */
struct sheet_span {
    size_t head, end;
};

/* Whether line `at` heads a table. */
bool sheet_at(const struct page *p, size_t at, struct sheet_span *out);

/*
 * Read a table and settle its lines ("annex 1 row 3": `name` is "annex 1").
 * Returns NULL with `e` filled when a row has more cells than the headings or
 * two headings are the same: what to make of it only a person can say.
 */
struct draft_list *sheet_read(struct page *p, const struct sheet_span *span,
                              const char *name, struct err *e);

/* Whether a heading can name a column beside the `count` others before it;
 * also of a lone table. `file` and `line` are for the message. */
bool sheet_check_heading(const char *file, size_t line,
                         const char *const *headings, size_t count,
                         const char *heading, struct err *e);

#endif
