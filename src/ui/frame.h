/*
 * frame.h - which rectangle each pane has, by the size of the screen.
 *
 * Under 100 columns the panes are stacked at full width (a terminal can then
 * scroll a pane by itself, the cheapest thing on a slow line); from 100 on
 * the notice stands left of list over record. Small screens (under 16 rows or
 * 40 columns) show the focused pane alone, and under 10 x 3 there is only a
 * sentence.
 */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include <stdbool.h>

#include "canvas/canvas.h"

enum frame_pane { FRAME_NOTICE, FRAME_LIST, FRAME_RECORD, FRAME_PANES };

struct frame {
    int rows, columns; /* of the screen, the bottom line included */
    enum frame_pane focus;
    bool zoomed;
    /* Rows (stacked) or columns (side by side / 2) by which the user made the
     * notice larger than it is by itself; a screen with less room takes less
     * of it, and gives it back. */
    int split;
    /* Rows by which the user made the record larger at the cost of the list;
     * likewise. */
    int below;
    /* What there is nothing for takes no room. */
    bool no_notice; /* a file of lists only: list over record, full width */
    bool no_list;   /* the notice has no list: it has the whole screen */
};

/* Whether the screen is too small for anything but a sentence. */
bool frame_is_tiny(const struct frame *f);

/* Whether the screen has room for one pane only. */
bool frame_is_small(const struct frame *f);

/* Whether the focused pane stands alone: zoomed, or the screen is small. */
bool frame_is_single(const struct frame *f);

/* Whether there is anything for a pane to show; at least one has. */
bool frame_has(const struct frame *f, enum frame_pane pane);

/* Whether the panes stand side by side. */
bool frame_is_wide(const struct frame *f);

/* The rectangle of a pane; 0 rows when it is not shown. The focus is on a pane
 * that there is. */
struct rect frame_rect(const struct frame *f, enum frame_pane pane);

/* Column of the line between left and right, -1: none. */
int frame_border(const struct frame *f);

/* Grow (1) or shrink (-1) the focused pane by one step; false: no further. The
 * notice and the list are parted anew, the record takes from the list. */
bool frame_grow(struct frame *f, int step);

#endif
