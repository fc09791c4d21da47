/*
 * linked.h - a file that a page links to, where it lies in the page's folder.
 */
#ifndef IMPORT_LINKED_H
#define IMPORT_LINKED_H

#include <stdbool.h>

#include "base/err.h"

/* Whether the target of a link means a file of this name: its last part, as
 * it stands or with its %XX decoded. */
bool linked_means(const char *target, const char *name);

/*
 * The path of the file that the target means beside the page at `page`, to be
 * opened from here; the caller frees it. NULL: none is there (`e` untouched),
 * or it is a symbolic link that leaves the folder (`e` filled). Only the last
 * part of the target counts: no target leads out of the folder.
 */
char *linked_beside(const char *page, const char *target, struct err *e);

#endif
