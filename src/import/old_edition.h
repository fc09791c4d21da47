/*
 * old_edition.h - an older edition read back, so that a new one can be made of
 * it and more: its notices as a draft, its lists without a notice row by row.
 *
 * What follows from the texts (citations, mentions) is not read: it is found
 * anew over all documents.
 */
#ifndef IMPORT_OLD_EDITION_H
#define IMPORT_OLD_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/draft.h"
#include "model/edition_write.h"

struct old_edition;

/* Open the edition at `path` and see that it is what was published. NULL with
 * `e` filled; a file that is no edition is refused. */
struct old_edition *old_edition_open(const char *path, struct err *e);
void old_edition_close(struct old_edition *o); /* accepts NULL */

/* Add its notices to the draft. */
bool old_edition_read(struct old_edition *o, struct draft *d, struct err *e);

/* Where its texts came from: the values of source.1 and so on; NULL behind the
 * last. Borrowed. */
const char *old_edition_source(const struct old_edition *o, size_t index);

/* Its lists without a notice: how many, and the title of one (borrowed). */
size_t old_edition_list_count(const struct old_edition *o);
const char *old_edition_list_title(const struct old_edition *o, size_t index);

/* Write one of them as annex `id`. */
bool old_edition_write_list(struct old_edition *o, size_t index,
                            struct edition_writer *w, int64_t id,
                            struct err *e);

#endif
