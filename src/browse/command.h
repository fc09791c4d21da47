/*
 * command.h - what each action does that no pane does by itself: one table,
 * in command.c.
 */
#ifndef BROWSE_COMMAND_H
#define BROWSE_COMMAND_H

#include <stdbool.h>

#include "browse/state.h"
#include "ui/action.h"

/* When a command is taken; a set. */
enum command_flag {
    COMMAND_LIST = 1 << 0,     /* wants a list, else that is said; */
    COMMAND_NOTICE = 1 << 1,   /* a notice; */
    COMMAND_SETTLED = 1 << 2,  /* no filter that is still being found */
    COMMAND_OVERLAY = 1 << 3,  /* works with help and the like open, too, */
    COMMAND_PROMPT = 1 << 4,   /* and with the prompt open */
    COMMAND_FIRST = 1 << 5,    /* comes before the focused pane is asked */
    COMMAND_UNNOTICED = 1 << 6 /* leaves message and work in hand as they are */
};

bool command_is(enum action action, enum command_flag flag);

/* Do `action`: no prompt is open, or it works there. Whatever has the focus is
 * asked first, but for COMMAND_FIRST. */
void command_run(struct app *a, enum action action);

#endif
