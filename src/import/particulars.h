/*
 * particulars.h - the table in which a page says what it holds: names that are
 * usual there, each with its value in the next cell.
 */
#ifndef IMPORT_PARTICULARS_H
#define IMPORT_PARTICULARS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a cell names a particular: 索 引 号：, 发文机关. Blanks and a colon
 * behind do not count. */
bool particulars_is_name(const char *text, size_t len);

/* The name without blanks and colon; the caller frees it. */
char *particulars_name(const char *text, size_t len)
    __attribute__((returns_nonnull));

#endif
