/*
 * annex.h - the annexes that a notice announces, and the tables that turn out
 * to be one of them.
 */
#ifndef IMPORT_ANNEX_H
#define IMPORT_ANNEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/annex_note.h"
#include "import/document.h"
#include "import/draft.h"
#include "import/sheet.h"

/* The notice of the document names an annex (`number` "": without a number;
 * `file`: the name of a file, or NULL). One that it named before is not named
 * twice. Returns its index. */
size_t annex_announce(struct document *d, const char *number, const char *title,
                      const char *file);

/* The annex that a mark with this number and title above a text means: by its
 * number, by its title, or the only one that can be meant; SIZE_MAX: none. */
size_t annex_meant(const struct document *d, const char *number,
                   const char *title);

/* The annex whose title is the text, whatever is counted behind it in
 * brackets; SIZE_MAX: none. */
size_t annex_titled(const struct document *d, const char *text);

/* Give annex `index` of the notice this title, by which it is found. */
void annex_set_title(struct document *d, size_t index, const char *title);

/* A table with what stands over it. */
struct annex_table {
    struct sheet_span span;
    size_t mark;                   /* line of 附件1, or SIZE_MAX */
    size_t title;                  /* line of its title, or SIZE_MAX */
    char number[ANNEX_NUMBER_MAX]; /* "": not said */
};

/* Whether a table, with the lines over it that belong to it, begins at line
 * `at`. */
bool annex_table_at(const struct document *d, size_t at,
                    struct annex_table *out);

/* Read the table as the annex that it is, and settle its lines. */
bool annex_take_table(struct document *d, const struct annex_table *t,
                      struct err *e);

/* A list that nothing names has the title of its notice. */
void annex_name_by_notice(struct draft_notice *n);

#endif
