#include "import/read_sheets.h"

#include "import/ods.h"
#include "import/xls.h"
#include "import/xlsx.h"
#include "import/xml2003.h"

static const char *const xlsx_suffixes[] = {".xlsx", ".xlsm", NULL};

const struct reader read_xlsx_reader = {.name = "XLSX",
                                        .recognises = xlsx_recognises,
                                        .suffixes = xlsx_suffixes,
                                        .open_book = xlsx_open};

static const char *const ods_suffixes[] = {".ods", NULL};

const struct reader read_ods_reader = {.name = "ODS",
                                       .recognises = ods_recognises,
                                       .suffixes = ods_suffixes,
                                       .open_book = ods_open};

const struct reader read_xml2003_reader = {.name = "XML Spreadsheet 2003",
                                           .recognises = xml2003_recognises,
                                           .open_book = xml2003_open};

static const char *const xls_suffixes[] = {".xls", ".et", NULL};

const struct reader read_xls_reader = {.name = "XLS",
                                       .recognises = xls_recognises,
                                       .suffixes = xls_suffixes,
                                       .open_book = xls_open};
