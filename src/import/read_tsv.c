#include "import/read_tsv.h"

static const char *const suffixes[] = {".tsv", ".tab", NULL};

const struct reader read_tsv_reader = {.name = "TSV", .suffixes = suffixes};
