/*
 * read_text.h - plain text, as saved from a browser: each line of the file is a
 * line of the page, TABs part the cells of tables.
 */
#ifndef IMPORT_READ_TEXT_H
#define IMPORT_READ_TEXT_H

#include "import/reader.h"

extern const struct reader read_text_reader;

#endif
