/*
 * print_list.h - the walk through a list, or some rows of it.
 */
#ifndef PRINT_PRINT_LIST_H
#define PRINT_PRINT_LIST_H

#include "model/list.h"
#include "model/rowset.h"
#include "print/printer.h"
#include "search/query.h"

/*
 * Print the rows of `only` (NULL: all, with the gaps between them), marking
 * what `q` (NULL: nothing) matches; `is_titled` as in struct print_table. Of
 * rows no more are held than the list's window (model/list.h).
 */
bool print_list(struct printer *p, struct list *l, const struct rowset *only,
                struct query *q, bool is_titled, struct err *e);

#endif
