/*
 * term_link.h - the links on the screen (OSC 8), by the background colours
 * that stand for them.
 *
 * curses cannot carry a link in its cells, and only curses knows which cells
 * it writes, moves and leaves alone. So each link is given to it as a
 * background colour of its own, which nothing else uses. It keeps account of
 * it as of any colour; in what it wrote the colours become links again
 * (term_weave.h).
 */
#ifndef TERM_TERM_LINK_H
#define TERM_TERM_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "canvas/canvas.h"

#define TERM_LINK_MAX     32
#define TERM_LINK_GROUNDS 4

/*
 * The colours from `first` on stand for the places on the terminal's own
 * ground, the next `count` for the places on grounds[0], and so on.
 */
struct term_link {
    int first;
    int count; /* of places, at most TERM_LINK_MAX; 0: links are not marked */
    int grounds[TERM_LINK_GROUNDS]; /* that cells set by themselves */
    int ground_count;
    char *addresses[TERM_LINK_MAX]; /* owned; NULL: the place is free */
    int places[CANVAS_LINKS + 1];   /* of the links of the last canvas */
};

/* Nothing is placed, and no ground is known but the terminal's own. */
void term_link_init(struct term_link *l, int first, int count);

/* Links may stand on this ground too; what to add to the colour of a place. */
int term_link_add_ground(struct term_link *l, int ground);
void term_link_clear(struct term_link *l);

/* Give the links of the next picture places. A link keeps the place that it
 * had in the last one; a new one gets none that the last picture uses: its
 * cells may still be on the screen and be moved. Where no place is free a
 * link is not marked. */
void term_link_place(struct term_link *l, const struct canvas *c);

/* The place of a cell of the canvas that was placed last, -1: none. */
int term_link_at(const struct term_link *l, const struct cell *cell);

/* The ground that a cell has for the reader: what stands for a link is not
 * it. -1: the terminal's own. */
int term_link_real_ground(const struct term_link *l, int ground);

/* The link whose place a ground is, -1: none. */
int term_link_of_ground(const struct term_link *l, int ground);

#endif
