/*
 * compose.h - the edition out of what was taken in: written whole into a new
 * file.
 */
#ifndef IMPORT_COMPOSE_H
#define IMPORT_COMPOSE_H

#include <stdbool.h>

#include "base/err.h"
#include "import/intake.h"

/* Write the edition into the empty file at `path`. False with `e` filled where
 * it cannot be written, a source has changed, or the user stops the work. */
bool compose_edition(struct intake *in, const char *path, struct err *e);

#endif
