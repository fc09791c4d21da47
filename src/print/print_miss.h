/*
 * print_miss.h - what is said on standard error where nothing was found, or
 * where what is printed is not all there is: the screen says so too.
 */
#ifndef PRINT_PRINT_MISS_H
#define PRINT_PRINT_MISS_H

#include "model/list.h"
#include "print/print_search.h"
#include "print/printer.h"

/* Nothing matched: what was searched, what is known to be missing in it, and
 * which headings there are where the query names another. */
void print_miss(const struct printer *p, const struct print_scope *scope,
                const struct print_result *result);

/* Nothing has the words: what was printed, or counted, sounds near. */
void print_miss_near(const struct printer *p);

/* How many records a list is known to lack, if it does; one line. */
void print_miss_gaps(const struct printer *p, struct list *l);

#endif
