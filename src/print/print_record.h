/*
 * print_record.h - one record by itself.
 */
#ifndef PRINT_PRINT_RECORD_H
#define PRINT_PRINT_RECORD_H

#include "print/printer.h"
#include "model/list.h"

/* Print row `row`. Text and markdown: field by field, then the notice that it
 * stands in and the documents that mention it; the others: as a list of one
 * row, JSON as a single object. */
bool print_record(struct printer *p, struct list *l, int64_t row,
                  struct err *e);

#endif
