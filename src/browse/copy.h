/*
 * copy.h - what goes to the user's clipboard, and is said on the bottom line
 * for those whose terminal takes none.
 */
#ifndef BROWSE_COPY_H
#define BROWSE_COPY_H

#include "browse/state.h"

/* What is marked in the pane that has the focus: the cell, the field, the link
 * or paragraph. */
void copy_cell(struct app *a);
/* The whole row, TAB between cells; where rows are selected, these, a line
 * each.
 */
void copy_record(struct app *a);
/* In the official form: of the document that the chosen link cites, else of the
 * notice. */
void copy_citation(struct app *a);

/* The current link of the notice pane `p`. */
void copy_link(struct app *a, struct pane *p);

#endif
