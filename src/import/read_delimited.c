#include "import/read_delimited.h"

#include "import/delimited.h"

static bool open_csv(struct book *b, struct err *e)
{
    return delimited_open(b, ",;\t|", e);
}

static bool open_tsv(struct book *b, struct err *e)
{
    return delimited_open(b, "\t", e);
}

static const char *const csv_suffixes[] = {".csv", NULL};
static const char *const tsv_suffixes[] = {".tsv", ".tab", NULL};

const struct reader read_csv_reader = {
    .name = "CSV", .suffixes = csv_suffixes, .open_book = open_csv};
const struct reader read_tsv_reader = {
    .name = "TSV", .suffixes = tsv_suffixes, .open_book = open_tsv};
