/*
 * xml2003.h - the sheets of a workbook in the XML of Office 2003 (XML
 * Spreadsheet), mostly called .xls.
 */
#ifndef IMPORT_XML2003_H
#define IMPORT_XML2003_H

#include <stdbool.h>

#include "base/err.h"
#include "import/book.h"

bool xml2003_recognises(struct input *in);

/* Make of `b`, which has its input and is else empty, the book. */
bool xml2003_open(struct book *b, struct err *e);

#endif
