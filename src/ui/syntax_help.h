/*
 * syntax_help.h - what can be typed in the prompt of a search, in a few lines
 * with an example each, over the prompt.
 */
#ifndef UI_SYNTAX_HELP_H
#define UI_SYNTAX_HELP_H

#include "canvas/canvas.h"

/* Draw it above row `bottom`, as many of its lines as there is room for. */
void syntax_help_draw(struct canvas *c, int bottom);

#endif
