/*
 * list_check.h - what is amiss in a list: numbers that are missing, twice or
 * none, counts that the rows contradict, cells too many. Told, never mended.
 */
#ifndef IMPORT_LIST_CHECK_H
#define IMPORT_LIST_CHECK_H

#include <stdbool.h>

#include "base/err.h"
#include "import/list.h"

struct list_check;

/* For the first reading of `l`; both are borrowed. `column` counts the rows,
 * -1: none does. What is to be told goes to rows->remarks; the gaps to the
 * list. */
struct list_check *list_check_new(struct list *l, const struct rows *rows,
                                  int column) __attribute__((returns_nonnull));
void list_check_free(struct list_check *c); /* accepts NULL */

/* After each record, each row that names a group, and at the end; `is_cut`:
 * another table follows. */
void list_check_record(struct list_check *c, const struct table_read *r);
void list_check_group(struct list_check *c, const struct table_read *r);
void list_check_end(struct list_check *c, bool is_cut);

/* A cell is in no column: said, or refused. */
void list_check_extra(struct list_check *c, const struct table_read *r);
bool list_check_refuse_extra(const struct list_check *c,
                             const struct table_read *r, struct err *e);
bool list_check_too_wide(const struct list_check *c, const struct table_read *r,
                         struct err *e);

#endif
