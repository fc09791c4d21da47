/*
 * library.h - the notices and lists of an edition as lines to choose from.
 */
#ifndef UI_LIBRARY_H
#define UI_LIBRARY_H

#include "model/edition.h"
#include "ui/chooser.h"

/* Append one line for each notice (date, number, title) and, indented under
 * it, for each of its annexes with how much it holds; what is not held says
 * so. Of a foreign file, its tables. Rows are counted for some 40 ms; of those
 * that are left then nothing is said. */
void library_lines(struct edition *ed, struct chooser_lines *lines);

/* A target of these lines, and what it means: the notice or the annex with
 * this index in the edition; the other is -1. */
int64_t library_target(int notice, int annex);
void library_meaning(int64_t target, int *notice, int *annex);

#endif
