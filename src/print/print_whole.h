/*
 * print_whole.h - a notice and all that belongs to it, one after the other.
 */
#ifndef PRINT_PRINT_WHOLE_H
#define PRINT_PRINT_WHOLE_H

#include "print/printer.h"

/*
 * Print notice `notice` (-1: none, as in a foreign file) and the annexes that
 * belong to it; those that are not held are named. tsv and csv are tables:
 * they get the lists, and the paragraphs only where there is no list.
 * `*found` becomes whether there was anything.
 */
bool print_whole(struct printer *p, int notice, bool *found, struct err *e);

#endif
