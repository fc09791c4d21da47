/*
 * print_record.h - one record by itself.
 */
#ifndef PRINT_PRINT_RECORD_H
#define PRINT_PRINT_RECORD_H

#include "model/list.h"
#include "print/printer.h"

/* Print row `row` with the notice that it stands in and the documents that
 * mention it; where the format has no form for that, as a list of one row. */
bool print_record(struct printer *p, struct list *l, int64_t row,
                  struct err *e);

#endif
