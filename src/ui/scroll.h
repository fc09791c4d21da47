/*
 * scroll.h - cursor and first visible line of anything that scrolls, a value
 * inside a pane.
 */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/action.h"

struct scroll {
    int64_t count;  /* items */
    int64_t cursor; /* from 0; 0 when there are none */
    int64_t top;    /* first visible item */
    int height;     /* visible items, at least 1 */
};

/* Move as a motion action says (ACTION_UP ... ACTION_END). Returns false for
 * an action that is no motion. */
bool scroll_handle(struct scroll *s, enum action action);

/* The same of a text, which has no cursor that the reader sees: every motion
 * moves the view. */
bool scroll_handle_text(struct scroll *s, enum action action);

/* Move the view by lines; the cursor moves only to stay in it. */
void scroll_view(struct scroll *s, int64_t by);

void scroll_to(struct scroll *s, int64_t cursor); /* clamped, into view */
void scroll_resize(struct scroll *s, int64_t count, int height);

#endif
