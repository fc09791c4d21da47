/*
 * foreign.h - files that no reader reads, told by their first bytes or their
 * name: each is refused with what it is and the command that converts it.
 */
#ifndef IMPORT_FOREIGN_H
#define IMPORT_FOREIGN_H

#include <stdbool.h>

#include "base/err.h"
#include "import/input.h"

/* True with `e` filled where the content of the file is of a known kind that
 * cannot be read; or, for the second, its name says so. */
bool foreign_by_content(const struct input *in, struct err *e);
bool foreign_by_name(const struct input *in, struct err *e);

#endif
