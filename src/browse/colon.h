/*
 * colon.h - what is typed behind `:` and `%`.
 */
#ifndef BROWSE_COLON_H
#define BROWSE_COLON_H

#include "browse/state.h"

/* Do it: a number, a percentage (50%), `$`, or `q` to quit; behind `%`
 * (`by_percent`), a number is a percentage too. A number leads from the notice
 * to the list. */
void colon_run(struct app *a, const char *text, bool by_percent);

#endif
