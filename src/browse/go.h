/*
 * go.h - going to a place that the user names: a number, a share of the text,
 * a mark, the place before the last jump.
 */
#ifndef BROWSE_GO_H
#define BROWSE_GO_H

#include "browse/app.h"
#include "ui/action.h"

/* What was typed behind `:`, a number, a percentage (50%), `$`, or `q` to
 * quit; behind `%` (`by_percent`), a number is a percentage too. A number
 * leads from the notice to the list. */
void go_to(struct app *a, const char *text, bool by_percent);

/* To a row of the list; a filter that hides it goes. */
void go_row(struct app *a, int64_t row);

/* Back to where the last jump began; a filter that hides the place goes. */
void go_back(struct app *a);

/* The key after ACTION_MARK or ACTION_GOTO_MARK. */
void go_letter(struct app *a, enum action action, int key);

#endif
