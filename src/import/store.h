/*
 * store.h - writes what was recognised into a new edition.
 */
#ifndef IMPORT_STORE_H
#define IMPORT_STORE_H

#include <stdbool.h>

#include "base/err.h"
#include "import/draft.h"
#include "model/edition_write.h"

/* Notices get the ids 1, 2, ... in the order of the draft, annexes likewise;
 * `*annex` is the last id that an annex got. */
bool store_draft(struct edition_writer *w, const struct draft *d,
                 int64_t *annex, struct err *e);

#endif
