/*
 * options.h - the command line and GONGWEN_OPTIONS as one value.
 *
 * One table of options serves parsing, --help and the manual's section, which
 * a test compares.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/str.h"
#include "print/print_request.h"

enum options_task {
    OPTIONS_BROWSE, /* draw on a terminal, print without one */
    OPTIONS_VERIFY,
    OPTIONS_HELP,
    OPTIONS_HELP_KEYS,
    OPTIONS_VERSION,
};

/* Texts are in UTF-8 and belong to `words` and `settings`. */
struct options {
    enum options_task task;
    const char *database; /* borrowed from argv, byte for byte; NULL: the
                             bundled one */

    bool print; /* --print, or a selection: what `request` says */
    struct print_request request;
    enum print_when hyperlinks;
    const char *language; /* --lang, else the environment's */

    char **words;    /* owned: the command line */
    char **settings; /* owned: what GONGWEN_OPTIONS held */
};

/*
 * Fill `o`, in the user's encoding (text/encode.h), which --encoding sets
 * wherever it stands: the defaults, then the settings in `environment` (the
 * value of GONGWEN_OPTIONS, NULL: unset), then the command line. Returns false
 * with `e` filled (ERR_USAGE), in the language that was asked for so far;
 * i18n_set_language() was called for it either way. options_clear() is due in
 * both cases.
 */
bool options_parse(struct options *o, int argc, char *const *argv,
                   const char *environment, struct err *e);
void options_clear(struct options *o);

/* Append what --help and --version print. */
void options_help(struct str *out);
void options_version(struct str *out);

#endif
