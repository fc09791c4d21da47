/*
 * correction.h - what a person says of a source against what would be
 * recognised: on the command line (--title=...) and in a library file
 * (title: ...), by the same names.
 */
#ifndef IMPORT_CORRECTION_H
#define IMPORT_CORRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/page.h"
#include "import/table_shape.h"

enum correction_field {
    CORRECT_TITLE,
    CORRECT_NUMBER,
    CORRECT_ISSUER,
    CORRECT_ADDRESSEE,
    CORRECT_DATE,
    CORRECT_KIND,
    CORRECT_URL,
    CORRECT_STATUS,
    CORRECT_ANNEX,    /* of a table: the number of the annex that it is */
    CORRECT_SHEET,    /* of a workbook: the sheet to take, by name or number */
    CORRECT_HEADINGS, /* of a table: the row of its headings, 3 or 3-4 */
    CORRECT_COLUMNS,  /* of a table: 1,3-5 or headings, in this order */
    CORRECT_FIELDS,
};

/* Lines of the source, from 1, both of them included. */
struct correction_lines {
    size_t first, last;
    enum role role;
    bool left_out; /* none of the text; `role` says nothing */
};

/* `struct correction c = {0}` corrects nothing. */
struct correction {
    char *fields[CORRECT_FIELDS]; /* owned; NULL: as recognised; "": none */
    bool one_notice, no_list, no_headings;
    struct correction_lines *lines; /* owned */
    size_t line_count, line_cap;
};

void correction_clear(struct correction *c);
bool correction_is_empty(const struct correction *c);

/*
 * Take one by its name: title, number, issuer, addressee, date, kind, url,
 * status, annex, sheet, headings, columns, role (ROLE=LINES: heading=12,14-16;
 * none=3), one-notice, no-list, no-headings (these with "yes", or NULL). `what`
 * is how the message names it
 * ("library.txt:7: date"). False with `e` filled where the value is none.
 */
bool correction_set(struct correction *c, const char *name, const char *value,
                    const char *what, struct err *e);

/* Whether correction_set() knows the name. */
bool correction_knows(const char *name);

/* Whether it says only what can be said of a document without its source: no
 * lines, no tables. False with `e` filled otherwise; `what` names it. */
bool correction_is_of_held(const struct correction *c, const char *what,
                           struct err *e);

/* What it says of a table; borrows from it. */
struct table_options correction_table(const struct correction *c);

/* Mark the lines of `p` whose roles are told. False with `e` filled where it
 * has no such line. */
bool correction_mark(const struct correction *c, struct page *p, struct err *e);

/* Put the fields that are told in the place of those recognised. */
void correction_fill(const struct correction *c, struct draft_notice *n);

#endif
