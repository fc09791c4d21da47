/*
 * read_tsv.h - a table as TAB-separated text: the name alone tells it, for a
 * page may have TABs too.
 */
#ifndef IMPORT_READ_TSV_H
#define IMPORT_READ_TSV_H

#include "import/reader.h"

extern const struct reader read_tsv_reader;

#endif
