/*
 * count.h - a number before a motion: 5j, 12j, 98G.
 *
 * 1, 2 and 3 by themselves give a pane the focus, at once. So a count begins
 * with 4 to 9, or has two digits or more: a second digit takes the focus back.
 */
#ifndef BROWSE_COUNT_H
#define BROWSE_COUNT_H

#include <stdbool.h>

#include "browse/state.h"
#include "ui/action.h"

#define COUNT_MAX     9999999 /* a larger one is taken for this */
#define COUNT_MATCHES 1000    /* that n and N go on by, at most */

/* A key that a command would have: true where it is a digit of a count, which
 * takes it. A digit that gives a pane the focus is none yet: it is to be done,
 * and count_begin() is told of it before. */
bool count_takes(struct app *a, int key);
void count_begin(struct app *a, int key);

/* Whether a number waits for its motion; it is then above 3. */
bool count_waits(const struct app *a);

/* The key after it: the number, 1 where there is none; none waits any more. */
long count_end(struct app *a);

/* Do an action so many times (at least 1), as far as there is anywhere to go;
 * G and % go to that record and share, and what is no motion is done once. */
void count_run(struct app *a, enum action action, long times);

#endif
