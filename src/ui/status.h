/*
 * status.h - the bottom line: where the reader is, or a message; at its right
 * end, where there is room, the keys that everybody needs first.
 */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include <stdbool.h>

#include "canvas/canvas.h"

#define STATUS_HINTS 4

struct status {
    const char *text;  /* clean: place or message */
    const char *count; /* clean: of the search that is lit; "" for none */
    /* The keys for the right end, the longest form first: the first that fits
     * is shown. NULL and "": none. */
    const char *hints[STATUS_HINTS];
    bool is_error;
    bool is_whole; /* a message: where one line is too short for it, it takes
                      the lines above as well, up to half of the screen, so
                      that what was copied can be taken with the mouse */
};

/* Draw it so that `row` is its last line. */
void status_draw(const struct status *s, struct canvas *c, int row);

#endif
