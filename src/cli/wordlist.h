/*
 * wordlist.h - a text split into words as a shell splits it.
 */
#ifndef CLI_WORDLIST_H
#define CLI_WORDLIST_H

#include "base/err.h"

/*
 * Blanks and newlines part words; '...' is taken as it stands; in "..." and
 * outside of quotes a backslash takes the next character. Nothing is
 * expanded. Returns the words with NULL after the last, for the caller to
 * free, or NULL with `e` filled when a quote is not closed.
 */
char **wordlist_split(const char *text, struct err *e);
void wordlist_free(char **words); /* accepts NULL */

#endif
