/*
 * options.h - the command line and GONGWEN_OPTIONS as one value.
 *
 * One table of options serves parsing, --help and the manual's section, which
 * a test compares.
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/str.h"

enum options_task {
    OPTIONS_BROWSE, /* draw on a terminal, print without one */
    OPTIONS_VERIFY,
    OPTIONS_HELP,
    OPTIONS_HELP_KEYS,
    OPTIONS_VERSION,
};

enum options_format {
    FORMAT_TEXT,
    FORMAT_TSV,
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_MARKDOWN,
};

enum options_when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

#define OPTIONS_MIN_WIDTH 2
#define OPTIONS_MAX_WIDTH 10000

/* Texts are borrowed from argv or belong to `words`. */
struct options {
    enum options_task task;
    const char *database; /* NULL: the bundled one */

    /* What to print; any of them, or --print, asks for printing. */
    bool print;         /* --print, or one of the selections below */
    bool list;          /* --list */
    const char *annex;  /* --list=ANNEX, NULL: the first list */
    bool record;        /* --record */
    int64_t number;     /* --record=NUMBER */
    bool notice;        /* --notice */
    int64_t position;   /* --notice=N from 1; 0: the first with a list */
    const char *search; /* --search=QUERY, NULL: none */
    bool count;         /* --count */

    enum options_format format;
    enum options_when color;
    enum options_when hyperlinks;
    int width;                   /* 0: the terminal's, else 80 */
    int ambiguous;               /* 1, 2; 0: auto */
    enum i18n_language language; /* --lang, else the environment's */

    char **words; /* owned: what GONGWEN_OPTIONS held */
};

/*
 * Fill `o`: the defaults, then the settings in `environment` (the value of
 * GONGWEN_OPTIONS, NULL: unset), then the command line. May reorder argv.
 * Returns false with `e` filled (ERR_USAGE), in the language that was asked
 * for so far; i18n_set_language() was called for it either way.
 * options_clear() is due in both cases.
 */
bool options_parse(struct options *o, int argc, char **argv,
                   const char *environment, struct err *e);
void options_clear(struct options *o);

/* Append what --help and --version print. */
void options_help(struct str *out);
void options_version(struct str *out);

#endif
