/*
 * xlsx.h - the sheets of an Office Open XML workbook (XLSX, XLSM), row by row
 * as they are unpacked.
 */
#ifndef IMPORT_XLSX_H
#define IMPORT_XLSX_H

#include <stdbool.h>

#include "base/err.h"
#include "import/book.h"

/* Whether the file is such a workbook, whatever it is called. */
bool xlsx_recognises(struct input *in);

/* Make of `b`, which has its input and is else empty, the book. */
bool xlsx_open(struct book *b, struct err *e);

#endif
