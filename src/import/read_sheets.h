/*
 * read_sheets.h - the readers of spreadsheets: XLSX, XLS, ODS, and XML as the
 * office programs of 2003 wrote it. Their content tells them, for any of them
 * may be called .xls.
 */
#ifndef IMPORT_READ_SHEETS_H
#define IMPORT_READ_SHEETS_H

#include "import/reader.h"

extern const struct reader read_xlsx_reader;
extern const struct reader read_xls_reader;
extern const struct reader read_ods_reader;
extern const struct reader read_xml2003_reader;

#endif
