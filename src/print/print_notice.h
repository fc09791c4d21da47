/*
 * print_notice.h - the walk through a notice, whole or paragraph by paragraph.
 */
#ifndef PRINT_PRINT_NOTICE_H
#define PRINT_PRINT_NOTICE_H

#include "model/notice.h"
#include "print/printer.h"
#include "search/query.h"

/* Open notice `index` of the library, from 0. False with `e` filled, and
 * nothing to be closed. */
bool print_source_open(struct print_source *s, struct printer *p, size_t index,
                       struct err *e);
void print_source_close(struct print_source *s); /* accepts {0} */

/* Print all of a notice. */
bool print_notice(struct printer *p, const struct print_source *s,
                  struct err *e);

/* Print block `index` of a notice alone, marking what `q` matches. */
bool print_found_block(struct printer *p, const struct print_source *s,
                       size_t index, struct query *q, struct err *e);

#endif
