/*
 * ods.h - the sheets of an OpenDocument spreadsheet (ODS), row by row as they
 * are unpacked. Cells are as the document shows them.
 */
#ifndef IMPORT_ODS_H
#define IMPORT_ODS_H

#include <stdbool.h>

#include "base/err.h"
#include "import/book.h"

bool ods_recognises(struct input *in);

/* Make of `b`, which has its input and is else empty, the book. */
bool ods_open(struct book *b, struct err *e);

#endif
