/*
 * print_search.h - the rows and paragraphs that match a search.
 */
#ifndef PRINT_PRINT_SEARCH_H
#define PRINT_PRINT_SEARCH_H

#include "print/printer.h"

/*
 * Search the list `annex` (-1: all that are held; -2: none) and the notice
 * `notice` (-1: all; -2: none), and print what matches or, with --count, how
 * many there are. `*found` becomes that number.
 */
enum { SEARCH_ALL = -1, SEARCH_NONE = -2 };
bool print_search(struct printer *p, int annex, int notice, int64_t *found,
                  struct err *e);

#endif
