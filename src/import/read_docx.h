/*
 * read_docx.h - a document of Word or WPS (.docx), as it is shown when all
 * tracked changes are accepted.
 *
 * Paragraphs with their automatic numbers, tables, text boxes before the
 * paragraph that they hang on, footnotes behind the one that calls them.
 * Headers, footers and comments are no part of the text; hidden text is left
 * out and reported. Content that is there twice, for older programs, counts
 * once.
 */
#ifndef IMPORT_READ_DOCX_H
#define IMPORT_READ_DOCX_H

#include "import/reader.h"

extern const struct reader read_docx_reader;

#endif
