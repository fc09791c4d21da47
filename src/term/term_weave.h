/*
 * term_weave.h - makes what curses wrote into what is sent: shorter, and with
 * links.
 *
 * curses says attributes anew with every change, and does so before it moves
 * the cursor. Here they are kept account of and said, as shortly as can be,
 * once something is drawn with them. Backgrounds that stand for links
 * (term_link.h) are not sent: links are opened and closed in their place.
 *
 * Whatever is not known here passes as it is. A plain value without curses
 * and without a terminal; for terminals that speak ECMA-48.
 */
#ifndef TERM_TERM_WEAVE_H
#define TERM_TERM_WEAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "term/term_attr.h"
#include "term/term_link.h"

struct term_weave {
    const struct term_link *links; /* borrowed */
    struct term_attr wanted;       /* by curses */
    struct term_attr shown;        /* by the terminal */
    struct term_attr saved;        /* with the cursor (ESC 7) */
    bool is_wanted_known, is_shown_known, is_saved_known;
    bool in_ascii; /* the terminal has been told its character set */
    int open;      /* place of the link that is open, -1: none */
};

/* Ends whatever link may be open. */
extern const char term_weave_end[];

/* Nothing is known of the terminal: it was somebody else's. */
void term_weave_init(struct term_weave *w, const struct term_link *links);

/* Append what is to be sent for what curses wrote. Sequences must be whole. At
 * the end no link is open and the terminal has the attributes that curses
 * wants. */
void term_weave(struct term_weave *w, const char *bytes, size_t len,
                struct str *out);

#endif
