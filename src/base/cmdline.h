/*
 * cmdline.h - a command line by a table: one table of options serves parsing,
 * --help and the manual's section, which a test compares.
 */
#ifndef BASE_CMDLINE_H
#define BASE_CMDLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* Ids from here on belong to options without a letter. */
#define CMDLINE_LONG 256

struct cmdline_option {
    int id; /* its letter, or CMDLINE_LONG and above */
    const char *name;
    const char *argument; /* as help shows it, "[=X]" an optional one; "" */
    bool setting;         /* may stand in the environment too */
    const char *help;     /* an English msgid */
};

/* Take a word that is no option into `to`. */
typedef bool cmdline_take_word(void *to, const char *word, struct err *e);

struct cmdline {
    const char *program; /* its name in messages */
    const struct cmdline_option *options;
    size_t count;
    cmdline_take_word *take_word; /* words are taken in their place among the
                                     options; NULL: they are left for last */
};

/* Take one option into `to`; `argument` (borrowed from the command line) is
 * NULL where there is none. False with `e` filled ends the parsing. */
typedef bool cmdline_take(void *to, const struct cmdline_option *option,
                          const char *argument, struct err *e);

/*
 * Take the options of `argv`, whose first word is a program's name, in their
 * order. May reorder argv: the words that are no options stand from index
 * `*rest` on; none where the table takes them. False with `e` filled
 * (ERR_USAGE).
 */
bool cmdline_parse(const struct cmdline *c, int argc, char **argv,
                   cmdline_take *take, void *to, int *rest, struct err *e);

/* A word that an argument may be; a table of them ends with a NULL name. */
struct cmdline_word {
    const char *name;
    int value;
};

/* The value of the word `argument`. False with `e` filled: it is none. */
bool cmdline_pick(const struct cmdline_option *option, const char *argument,
                  const struct cmdline_word *words, int *value, struct err *e);

/* The language that `argument` names (base/i18n.h). False with `e` filled:
 * there is none like it. */
bool cmdline_language(const struct cmdline_option *option, const char *argument,
                      const char **language, struct err *e);

/* Append a line for each option. */
void cmdline_help(const struct cmdline *c, struct str *out);

#endif
