/*
 * mention.h - where a document's text names a record of a list.
 */
#ifndef IMPORT_MENTION_H
#define IMPORT_MENTION_H

#include "import/draft.h"

/* Fill the mentions of `d`: every block that holds the name of a record of any
 * list, once for each record. Where names overlap, the longest is meant. */
void mention_all(struct draft *d);

#endif
