/*
 * annex.h - the annexes that a notice announces, and the tables that turn out
 * to be one of them.
 */
#ifndef IMPORT_ANNEX_H
#define IMPORT_ANNEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/page.h"
#include "import/document.h"
#include "import/sheet.h"

/* The notice names an annex (`number` 0: without a number). */
void annex_announce(struct draft_notice *n, int number, const char *title);

/* A table with what stands over it. */
struct annex_table {
    struct sheet_span span;
    size_t mark;  /* line of 附件1, or SIZE_MAX */
    size_t title; /* line of its title, or SIZE_MAX */
    int number;   /* 0: not said */
};

/* Whether a table, with the lines over it that belong to it, begins at line
 * `at`. */
bool annex_table_at(const struct page *p, const struct draft_notice *n,
                    size_t at, size_t end, struct annex_table *out);

/* Read the table as the annex that it is, and settle its lines. */
bool annex_take_table(struct document *r, const struct annex_table *t,
                      struct err *e);

/* A list that nothing names has the title of its notice. */
void annex_name_by_notice(struct draft_notice *n);

#endif
