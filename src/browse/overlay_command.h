/*
 * overlay_command.h - opening and closing what stands over the panes, and what
 * choosing a line of it does: a table of them, in overlay_command.c.
 */
#ifndef BROWSE_OVERLAY_COMMAND_H
#define BROWSE_OVERLAY_COMMAND_H

#include "browse/state.h"

/* Open it, or close it where it is open. */
void overlay_command_toggle(struct app *a, enum overlay_kind kind);

/* The user chose its current line: it is closed. */
void overlay_command_choose(struct app *a);

#endif
