/*
 * copy.h - what goes to the user's clipboard, and is said on the bottom line
 * for those whose terminal takes none.
 */
#ifndef BROWSE_COPY_H
#define BROWSE_COPY_H

#include "browse/state.h"

void copy_cell(struct app *a);     /* of the list; a paragraph of the notice */
void copy_record(struct app *a);   /* the whole row, TAB between cells */
void copy_citation(struct app *a); /* of the notice, in the official form */

/* The current link of the notice pane `p`. */
void copy_link(struct app *a, struct pane *p);

#endif
