/*
 * read_delimited.h - the readers of tables as delimited text, CSV and TSV. The
 * name alone tells them: a page may have TABs and commas too.
 */
#ifndef IMPORT_READ_DELIMITED_H
#define IMPORT_READ_DELIMITED_H

#include "import/reader.h"

extern const struct reader read_csv_reader;
extern const struct reader read_tsv_reader;

#endif
