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
 * Append to `out` what the file at `path`, which cannot be opened as a database
 * for the reason `e`, is instead: told by its content, then by how its name
 * ends. False, and nothing appended, where it is no document and no table. The
 * command is whole, however long the name is.
 */
bool no_database_explain(struct str *out, const char *path,
                         const struct err *e);

/* Append a file's name as a shell takes it for one word that is no option. */
void no_database_quote(struct str *out, const char *name);

#endif
