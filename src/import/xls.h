/*
 * xls.h - the sheets of a workbook of Excel 97 to 2003 (XLS, BIFF8). [MS-XLS]
 */
#ifndef IMPORT_XLS_H
#define IMPORT_XLS_H

#include <stdbool.h>

#include "base/err.h"
#include "import/book.h"

/* A workbook, or a newer one that is encrypted: both have this container. */
bool xls_recognises(struct input *in);

/* Make of `b`, which has its input and is else empty, the book. */
bool xls_open(struct book *b, struct err *e);

#endif
