/*
 * motion.h - how far an action moves, in whatever pane: the one place that
 * knows how much a page and half a page are.
 */
#ifndef UI_MOTION_H
#define UI_MOTION_H

#include <stdint.h>

#include "ui/action.h"

enum motion_kind {
    MOTION_NONE,   /* the action is no motion */
    MOTION_LINE,   /* the cursor, or a text that has none */
    MOTION_SCROLL, /* the view; a cursor moves only to stay in it */
    MOTION_PAGE,   /* view and cursor together */
    MOTION_HOME,   /* to the first line, */
    MOTION_END,    /* to the last */
};

struct motion {
    enum motion_kind kind;
    int64_t lines; /* down; negative: up; 0 with HOME and END */
};

/* In a view of `height` lines (at least 1). */
struct motion motion_of(enum action action, int height);

#endif
