/*
 * growth.h - new documents join those of an older edition: the same document
 * changes nothing, a newer copy takes the place of the older one.
 */
#ifndef IMPORT_GROWTH_H
#define IMPORT_GROWTH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/correction.h"
#include "import/draft.h"

/*
 * The first `old` notices of `d` were there before, the others are new. Two
 * are copies of one document by their number; without one in either, by title
 * and date. What became of each that is no new document is told in a line of
 * `lines`. Citations and mentions must not be filled yet.
 */
void growth_join(struct draft *d, size_t old, struct str *lines);

/* Correct the notice with this number or title, and tell in a line of `lines`
 * what changes. False with `e` filled where none has it. */
bool growth_correct(struct draft *d, const char *what,
                    const struct correction *told, struct str *lines,
                    struct err *e);

/* Take out the notice with this number or title. False with `e` filled where
 * none has it. */
bool growth_remove(struct draft *d, const char *what, struct err *e);

#endif
