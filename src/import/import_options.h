/*
 * import_options.h - the command line of gongwen-import.
 *
 * One table of options serves parsing, --help and the manual's section.
 */
#ifndef IMPORT_IMPORT_OPTIONS_H
#define IMPORT_IMPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/decode.h"

enum import_task { IMPORT_RUN, IMPORT_HELP, IMPORT_VERSION };

/* Texts are borrowed from argv. */
struct import_options {
    enum import_task task;
    const char *output;     /* -o */
    const char *title;      /* --title, NULL: from the name of the file */
    enum encoding encoding; /* --encoding, ENCODING_UNKNOWN: to be told */
    bool lossy;             /* --lossy */
    bool explain;           /* --explain: what every line was taken for */
    bool strict;            /* --strict: all of the sources or nothing */
    bool verbose;           /* -v: what was left out */
    char *const *files;
    size_t file_count;
};

/* May reorder argv. Sets the language of the messages. False with `e` filled
 * (ERR_USAGE). */
bool import_options_parse(struct import_options *o, int argc, char **argv,
                          struct err *e);

/* Append what --help and --version print. */
void import_options_help(struct str *out);
void import_options_version(struct str *out);

#endif
