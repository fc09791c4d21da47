/*
 * width.h - how many columns a code point takes: the one answer for wrapping,
 * padding, clipping, the canvas and curses (UAX #11, East Asian Width).
 *
 * The tables are made at build time from data/width.tsv, which comes from
 * EastAsianWidth.txt and the general categories of Unicode 15.
 */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdint.h>

/* Columns of an East Asian Ambiguous character in the user's terminal. */
enum ambiguous { AMBIGUOUS_NARROW = 1, AMBIGUOUS_WIDE = 2 };

/* How a code point reaches the screen (layout rules: text/clean.h). */
enum width_kind {
    WIDTH_ZERO,       /* a combining mark or variation selector: 0 columns */
    WIDTH_NARROW,     /* 1 column */
    WIDTH_WIDE,       /* 2 columns */
    WIDTH_AMBIGUOUS,  /* 1 or 2 */
    WIDTH_HIDDEN,     /* not sent at all: U+200B U+2060 U+FEFF U+00AD */
    WIDTH_MARKED,     /* shown as ^X or <202E>: it would act on a terminal */
    WIDTH_SUBSTITUTE, /* shown as U+3013: terminals disagree or lack it */
};

enum width_kind width_kind(uint32_t cp);

/* Columns of a code point that may be sent to a terminal: 0, 1 or 2. HIDDEN
 * and MARKED give 0, SUBSTITUTE 2. */
int width_of(uint32_t cp, enum ambiguous ambiguous);

#endif
