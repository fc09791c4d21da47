/*
 * heading.h - which numbered lines are headings: by their place among the
 * lines around them. Lines numbered one after the other without anything
 * between them are items, as the names of schools are.
 */
#ifndef IMPORT_HEADING_H
#define IMPORT_HEADING_H

#include <stddef.h>

#include "import/survey.h"

/* The level of the heading that line `at` of [from, end) is; 0: it is none. */
int heading_level(const struct survey *s, size_t at, size_t from, size_t end);

#endif
