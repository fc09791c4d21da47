/*
 * go.h - going to a place: a row, a share of the text, a mark, the place before
 * the last jump.
 */
#ifndef BROWSE_GO_H
#define BROWSE_GO_H

#include "browse/state.h"
#include "ui/action.h"

/* To a row of the list; a filter that hides it goes. */
void go_row(struct app *a, int64_t row);

/* To a percentage of the notice's text or of the list's rows. */
void go_percent(struct app *a, int percent);

/* Take off what was entered last: help and the like, a filter that is still
 * being found, then the way back (browse/level.h). False: nothing was. */
bool go_back(struct app *a);
bool go_is_ground(const struct app *a);

/* The key after ACTION_MARK or ACTION_GOTO_MARK. */
void go_letter(struct app *a, enum action action, int key);

#endif
