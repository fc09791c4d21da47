/*
 * go.h - going to a place that the user names: a number, a share of the text,
 * a mark, the place before the last jump.
 */
#ifndef APP_GO_H
#define APP_GO_H

#include "app/app.h"
#include "ui/action.h"

/* The text of the `:` prompt: a number, or a percentage. */
void go_to(struct app *a, const char *text);

/* Back to where the last jump began. */
void go_back(struct app *a);

/* The key after ACTION_MARK or ACTION_GOTO_MARK. */
void go_letter(struct app *a, enum action action, int key);

#endif
