/*
 * notice_pane.h - the text of a notice in its official form.
 *
 * Scrolls by laid-out lines and knows its place by block and byte, so that it
 * survives any change of width. What a light (ui/light.h) for the notice
 * matches is lit, the current match stronger. Lines are laid out when looked
 * at; `(`, `)`,
 * `[` and `]` look no further than 512 paragraphs ahead, so that no key waits
 * for a whole notice of megabytes.
 */
#ifndef UI_NOTICE_PANE_H
#define UI_NOTICE_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/notice.h"
#include "ui/pane.h"

/* Where a reader is in a notice; a value. */
struct notice_place {
    int notice;    /* index in the edition, -1: none */
    size_t block;  /* of the first visible line */
    size_t offset; /* byte of that block's text where the line begins */
    bool blank;    /* the first visible line is the empty one over the block */
    bool raw;      /* the raw text is shown; */
    size_t shown;  /* and this is the byte of what is shown: the pane's own */
    int link;      /* current link, counted within the block below; -1: none */
    size_t link_block;
    size_t mark; /* paragraph that the reader was brought to; SIZE_MAX: none */
};

/* A pane without a notice. Borrows the edition. */
struct pane *notice_pane_new(struct edition *ed);

/* Show notice `index` (-1: none) from its top. False with `e` filled, and the
 * old one still shown, when it cannot be read. */
bool notice_pane_show(struct pane *p, int index, struct err *e);
int notice_pane_index(const struct pane *p);

/* Whether lines take the full width of the pane. */
bool notice_pane_is_full(const struct pane *p);
struct notice *notice_pane_notice(struct pane *p); /* NULL: none */

struct notice_place notice_pane_place(const struct pane *p);
/* Back to a place of the notice that is shown. */
void notice_pane_restore(struct pane *p, const struct notice_place *place);

/* Bring bytes [start, start + len) of a block into view, moving no further
 * than needed: nowhere when it is in view already. */
void notice_pane_reveal(struct pane *p, size_t block, size_t start, size_t len);

/* The same, and where it moves, with lines around it: for what a reader looked
 * for and did not see. */
void notice_pane_reveal_amid(struct pane *p, size_t block, size_t start,
                             size_t len);

/* Put the beginning of a block into the first line, as far as there is text
 * to fill the pane. */
void notice_pane_top(struct pane *p, size_t block);
void notice_pane_goto_percent(struct pane *p, int percent);

/* The current link while some of it is in view, else false: what a reader does
 * not see is not followed. `*out` is a copy, for notice_link_clear(); `block`
 * may be NULL. */
bool notice_pane_link(struct pane *p, struct notice_link *out, size_t *block);

/* The pane's search (pane_find()). */
struct finder *notice_pane_find(struct pane *p, const char *text, size_t len,
                                struct err *e);

/* Append what is marked, as stored, for copying: the current link while it is
 * in view, else the paragraph that the reader was brought to or the first that
 * begins in view. Where the view cannot move by a line, the mark does. */
void notice_pane_copy(struct pane *p, struct str *out);

#endif
