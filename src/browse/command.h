/*
 * command.h - what each action does that no pane does by itself.
 */
#ifndef BROWSE_COMMAND_H
#define BROWSE_COMMAND_H

#include "browse/app.h"
#include "ui/action.h"

/* Do `action`. The panes were asked already and ignored it. */
void command_run(struct app *a, enum action action);

/* The user chose the current item of the focused pane (Enter). */
void command_open(struct app *a);

/* The user chose a line of the overlay. */
void command_choose(struct app *a);

#endif
