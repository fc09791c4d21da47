/* read_tsv.c - a table as TAB-separated text: the name alone tells it, for a
 * page may have TABs too. */
#include "import/reader.h"

static const char *const suffixes[] = {".tsv", ".tab", NULL};

const struct reader read_tsv_reader = {.name = "TSV", .suffixes = suffixes};
