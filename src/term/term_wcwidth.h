/*
 * term_wcwidth.h - makes curses measure as the canvas does.
 *
 * The object defines wcwidth(), which a shared ncursesw then calls in place
 * of libc's. That works only where the object is linked into the program
 * itself and not taken from a static archive.
 */
#ifndef TERM_TERM_WCWIDTH_H
#define TERM_TERM_WCWIDTH_H

#include <stdbool.h>

#include "text/width.h"

/* Whether anybody asked since the last call: a test of whether curses does. */
bool term_wcwidth_was_asked(void);

/* Columns of ambiguous characters from now on; at first AMBIGUOUS_NARROW. */
void term_wcwidth_set(enum ambiguous ambiguous);

#endif
