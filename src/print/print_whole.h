/*
 * print_whole.h - the walk through a notice and all that belongs to it.
 */
#ifndef PRINT_PRINT_WHOLE_H
#define PRINT_PRINT_WHOLE_H

#include "print/print_lists.h"
#include "print/printer.h"

/* Print notice `notice` (-1: none, as in a foreign file) and its lists, each
 * dropped once it is printed; annexes that are not held are named. */
bool print_whole(struct printer *p, int notice, struct print_lists *lists,
                 struct err *e);

#endif
