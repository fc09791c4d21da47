/*
 * term_link.h - marks links for the terminal (OSC 8) in what curses writes.
 *
 * curses cannot carry a link in its cells, and only curses knows which cells
 * it writes, moves and leaves alone. So each link on the screen is given to it
 * as a background colour of its own, which nothing else uses. curses keeps
 * account of it as of any colour; here the colour is taken out of what it
 * wrote, and the link is opened and closed in its place.
 *
 * A plain value without curses and without a terminal.
 */
#ifndef TERM_TERM_LINK_H
#define TERM_TERM_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "canvas/canvas.h"

#define TERM_LINK_MAX 32

struct term_link {
    int first; /* background colour of the first place */
    int count; /* of places, at most TERM_LINK_MAX; 0: links are not marked */
    char *addresses[TERM_LINK_MAX]; /* owned; NULL: the place is free */
    int places[CANVAS_LINKS + 1];   /* of the links of the last canvas */
    int wanted;                     /* place whose colour is on, -1: none */
    int open; /* place whose link is open on the terminal, -1: none */
};

/* Ends whatever link may be open. */
extern const char term_link_end[];

/* No link is open, nothing is placed. */
void term_link_init(struct term_link *l, int first, int count);
void term_link_clear(struct term_link *l);

/* Give the links of the next picture places. A link keeps the place that it
 * had in the last one; a new one gets none that the last picture uses: its
 * cells may still be on the screen and be moved. Where no place is free a
 * link is not marked. */
void term_link_place(struct term_link *l, const struct canvas *c);

/* The place of a cell of the canvas that was placed last, -1: none. */
int term_link_at(const struct term_link *l, const struct cell *cell);

/*
 * Append what curses wrote for a picture to `out`, with links in place of
 * their colours. None is open at the end, nor while anything but characters
 * and attributes is sent. Strings for the terminal (OSC) pass unchanged.
 */
void term_link_weave(struct term_link *l, const char *bytes, size_t len,
                     struct str *out);

#endif
