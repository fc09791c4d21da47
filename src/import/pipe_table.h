/*
 * pipe_table.h - a table as Markdown has it: | between the cells, a line of
 * dashes under the headings.
 */
#ifndef IMPORT_PIPE_TABLE_H
#define IMPORT_PIPE_TABLE_H

#include <stddef.h>

#include "base/str.h"
#include "import/grid.h"

/* How many of the `count` lines are a table that begins with the first; 0:
 * none does. */
size_t pipe_table_length(const struct str *lines, size_t count);

/* The table of so many lines; the second is that of dashes. `line` is the
 * number of the first. The caller owns it. */
struct grid *pipe_table_read(const struct str *lines, size_t count, size_t line)
    __attribute__((returns_nonnull));

#endif
