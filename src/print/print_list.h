/*
 * print_list.h - a list, or some rows of it, in every format.
 */
#ifndef PRINT_PRINT_LIST_H
#define PRINT_PRINT_LIST_H

#include "print/printer.h"
#include "model/list.h"
#include "model/rowset.h"
#include "search/query.h"

/*
 * Print the rows of `only` (NULL: all, with the gaps between them), marking
 * what `q` (NULL: nothing) matches. Text tables are aligned over all rows,
 * which are therefore read twice; rows are never held all at once. JSON: one
 * object, whose line is not yet ended.
 */
bool print_list(struct printer *p, struct list *l, const struct rowset *only,
                struct query *q, struct err *e);

/* Append the heading of a column, clean: derived ones say so. */
void print_heading(const struct printer *p, const struct list_column *c,
                   struct str *out);

/* Print row `row` as an object of JSON, the columns' names as its keys. */
bool print_record_json(struct printer *p, struct list *l, int64_t row,
                       struct err *e);

#endif
