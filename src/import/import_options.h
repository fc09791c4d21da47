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
#include "import/library.h"

enum import_task { IMPORT_RUN, IMPORT_HELP, IMPORT_VERSION };

/* Texts are borrowed from argv. */
struct import_options {
    enum import_task task;
    const char *output;     /* -o */
    const char *base;       /* --base: the edition that is added to, or NULL */
    struct library library; /* owned: the sources, and what is said of each */
    struct correction next; /* owned: what is said of the source to come */
    enum encoding encoding; /* --encoding, ENCODING_UNKNOWN: to be told */
    bool lossy;             /* --lossy */
    bool explain;           /* --explain: what every line was taken for */
    bool strict;            /* --strict: all of the sources or nothing */
    bool verbose;           /* -v: what was left out */
};

/* Sets the language of the messages, and reads the library files that are
 * named. False with `e` filled. To be cleared in any case. */
bool import_options_parse(struct import_options *o, int argc, char **argv,
                          struct err *e);

void import_options_clear(struct import_options *o);

/* Append what --help and --version print. */
void import_options_help(struct str *out);
void import_options_version(struct str *out);

#endif
