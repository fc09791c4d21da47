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
    int split; /* rows (stacked) or columns (side by side / 2) by which the
                  user grew the focused part; survives resizing */
};

/* Whether the screen is too small for anything but a sentence. */
bool frame_is_tiny(const struct frame *f);
bool frame_is_wide(const struct frame *f);

/* The rectangle of a pane; 0 rows when it is not shown. */
struct rect frame_rect(const struct frame *f, enum frame_pane pane);

/* Column of the line between left and right, -1: none. */
int frame_border(const struct frame *f);

/* Grow or shrink the focused pane by one step; false: no further. */
bool frame_grow(struct frame *f, int step);

#endif
