/*
 * picture.h - what a canvas shows, as text, for tests of whatever draws.
 */
#ifndef TESTS_PICTURE_H
#define TESTS_PICTURE_H

#include "canvas/canvas.h"

/* The rows of the canvas, each ended by a newline and without blanks at its
 * end; valid until the next call. */
const char *picture(const struct canvas *c);

/* The styles of one row, a letter for each cell, without '.' (STYLE_TEXT) at
 * its end; valid until the next call. The letters stand in picture.c. */
const char *picture_styles(const struct canvas *c, int row);

/* The links, a line "ROW FROM-TO ADDRESS" for each run of cells with the same
 * address; valid until the next call. */
const char *picture_links(const struct canvas *c);

/* Fail unless every wide character has its second cell, none stands in the
 * last column and no second cell is alone. */
void picture_is_whole(const struct canvas *c);

#endif
