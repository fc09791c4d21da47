/*
 * term_style.h - how each style of the canvas looks, with and without colour.
 *
 * Nobody knows whether the terminal's ground is dark or light. So a style
 * either takes the terminal's own pair of colours, perhaps bold, underlined or
 * in reverse, or it sets both colours, which are then legible together (4.5:1
 * or more). It sets none where there are not 256 colours: the first sixteen
 * are the user's. Nothing is dim.
 *
 * No curses here: a look is colour numbers and a set of attributes, which
 * term_pairs.c translates.
 */
#ifndef TERM_TERM_STYLE_H
#define TERM_TERM_STYLE_H

#include <stdbool.h>

#include "canvas/style.h"

enum term_attribute {
    TERM_BOLD = 1,
    TERM_UNDERLINE = 2,
    TERM_REVERSE = 4,
};

#define TERM_OWN_PAIR     (-1)
#define TERM_FIRST_GROUND 176 /* of those that styles set */

struct term_look {
    short colour, ground; /* 16 to 255, or both TERM_OWN_PAIR */
    unsigned attributes;  /* of enum term_attribute */
};

/* The look of `style` on a terminal that has the attributes of `able`, and
 * 256 colours that may be used if `colours`. What it lacks is replaced so that
 * styles that must differ still differ. */
struct term_look term_style_look(enum style style, bool colours, unsigned able);

#endif
