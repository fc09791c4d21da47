/*
 * loop.h - the browser on a terminal, from the first screen to the last key.
 */
#ifndef BROWSE_LOOP_H
#define BROWSE_LOOP_H

#include "base/err.h"
#include "model/edition.h"
#include "term/term.h"

/* Browse until the reader quits or the terminal is gone; the terminal is
 * given back. False with `e` filled when it cannot be taken over. `notice`
 * (NULL: none) is a line to show first. */
bool loop_run(struct edition *ed, const struct term_options *terminal,
              const char *notice, struct err *e);

#endif
