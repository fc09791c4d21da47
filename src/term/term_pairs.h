/*
 * term_pairs.h - the styles of the canvas as curses' attributes and pairs of
 * colours, and the pairs that stand for links (term_link.h).
 */
#ifndef TERM_TERM_PAIRS_H
#define TERM_TERM_PAIRS_H

#include <stdbool.h>

#include <curses.h>

#include "canvas/style.h"
#include "term/term_link.h"

#define TERM_PAIRS_MAX (TERM_LINK_GROUNDS + 1)

struct term_pairs {
    attr_t attributes[STYLE_COUNT];
    short pairs[STYLE_COUNT]; /* of each style, without a link */
    int count;                /* of those, with the terminal's own, 0 */
    short colours[TERM_PAIRS_MAX], grounds[TERM_PAIRS_MAX];
};

/* Ask curses, which must be open, what the terminal can, and prepare for it.
 * `links` is left without places where `hyperlinks` is false or the terminal
 * has no colours to spare. */
void term_pairs_open(struct term_pairs *p, bool colour, bool hyperlinks,
                     struct term_link *links);

/* The pair for a style; `place` of a link, -1: none. */
short term_pairs_pair(const struct term_pairs *p, enum style style, int place);

#endif
