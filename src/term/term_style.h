/*
 * term_style.h - how each style of the canvas looks, with and without colour.
 *
 * No curses here: a look is a colour number and a set of attributes, which
 * term_curses.c translates.
 */
#ifndef TERM_TERM_STYLE_H
#define TERM_TERM_STYLE_H

#include <stdbool.h>

#include "canvas/style.h"

enum term_attribute {
    TERM_BOLD = 1,
    TERM_UNDERLINE = 2,
    TERM_REVERSE = 4,
    TERM_DIM = 8,
};

struct term_look {
    int colour; /* 1-7 as ANSI numbers them, on the default ground; 0: none */
    unsigned attributes; /* of enum term_attribute */
};

/* The look of `style` on a terminal that has the attributes of `able`. What
 * it lacks is replaced so that styles that must differ still differ. */
struct term_look term_style_look(enum style style, bool colour, unsigned able);

#endif
