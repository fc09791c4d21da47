/*
 * print_mark.h - the marks of grep around what matched.
 */
#ifndef PRINT_PRINT_MARK_H
#define PRINT_PRINT_MARK_H

#include <stddef.h>

#include "base/str.h"
#include "search/query.h"
#include "text/clean.h"

/* What grep writes by default. */
#define PRINT_MARK_ON  "\033[01;31m"
#define PRINT_MARK_OFF "\033[m"

/*
 * Append bytes [from, to) of a clean text with the marks around what lies in
 * `ranges`: those of one cell, by their start, in bytes of the text before it
 * was cleaned. No ranges: no marks.
 */
void print_mark(struct str *out, const struct clean *text, size_t from,
                size_t to, const struct query_range *ranges, size_t n);

#endif
