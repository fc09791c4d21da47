/*
 * no_database.h - what a file is that somebody took for a database, and the
 * command that makes one of it.
 */
#ifndef CLI_NO_DATABASE_H
#define CLI_NO_DATABASE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/*
 * Put a better message into `e`, which says why the file at `path` cannot be
 * opened, where it is a document or a table: told by its content, then by how
 * its name ends. Else `e` stays as it is.
 */
void no_database_explain(const char *path, struct err *e);

/* Append a file's name as a shell takes it for one word that is no option. */
void no_database_quote(struct str *out, const char *name);

#endif
