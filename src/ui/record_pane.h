/*
 * record_pane.h - one record: every field under its name, derived ones named
 * as derived, the citation of its notice in the official form, and the
 * documents that mention it. In the fields, what a light (ui/light.h) for the
 * list matches is lit.
 *
 * The reader is at one field, or at one of the links below them: its name is
 * marked while the pane has the focus, lines move to the next one, and another
 * record of the same list is read on from the same field.
 */
#ifndef UI_RECORD_PANE_H
#define UI_RECORD_PANE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "model/list.h"
#include "search/query.h"
#include "ui/pane.h"
#include "ui/record_text.h"

struct pane *record_pane_new(struct edition *ed);

/* Show a row (0: none) of a list (shared; NULL: none). Cheap when it is the
 * one that is shown already. */
void record_pane_show(struct pane *p, struct list *l, int64_t row);

/* Scroll no further than brings into view what `q` (compiled for the list)
 * matches first in the fields, unless some match is seen already. */
void record_pane_reveal(struct pane *p, struct query *q);

/* The first line that is seen; show it first again. */
int64_t record_pane_top(const struct pane *p);
void record_pane_restore(struct pane *p, int64_t top);

/* The link that the reader is at; false: none. */
bool record_pane_link(const struct pane *p, struct record_link *out);

/* Append what the reader is at, for copying: a field as list_pane_copy_cell()
 * has it, else what is shown. False: no record is shown. */
bool record_pane_copy(struct pane *p, struct str *out);

#endif
