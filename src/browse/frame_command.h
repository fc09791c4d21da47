/*
 * frame_command.h - which pane has the focus, and how much room each has.
 */
#ifndef BROWSE_FRAME_COMMAND_H
#define BROWSE_FRAME_COMMAND_H

#include "browse/state.h"

void frame_command_focus(struct app *a, enum frame_pane pane);

/* To the next pane that there is (1), to the one before (-1). */
void frame_command_step(struct app *a, int step);

void frame_command_zoom(struct app *a);

/* Make the focused pane larger (1) or smaller (-1). */
void frame_command_grow(struct app *a, int step);

#endif
