/*
 * notice_pane_parts.h - the state of the notice pane, for the files that it is
 * made of: notice_pane.c (what it does), notice_pane_draw.c (how it looks) and
 * notice_pane_find.c (how it is searched).
 */
#ifndef UI_NOTICE_PANE_PARTS_H
#define UI_NOTICE_PANE_PARTS_H

#include "ui/flow.h"
#include "ui/notice_pane.h"

/* The place of the view, see struct notice_place. */
struct notice_top {
    size_t block, offset, shown;
    bool blank;
};

struct notice_pane {
    struct pane pane;
    struct edition *ed;    /* borrowed */
    struct notice *notice; /* shared; NULL: none */
    int index;
    struct flow flow;
    bool is_full, is_raw;
    int margin; /* columns left of the text */
    struct notice_top top;
    int link; /* -1: none */
    size_t link_block;
    size_t mark;     /* block that the reader was brought or went to; SIZE_MAX:
                        none; counts only while it is in view */
    size_t walked;   /* paragraphs that lines went on from `unwalked`, where the
                        view could move no further */
    size_t unwalked; /* the mark before that */
};

void notice_pane_draw(struct notice_pane *np, struct canvas *c, bool focused,
                      const struct light *light);

/* The first visible line; only with lines. */
struct flow_pos notice_pane_first_line(struct notice_pane *np);

/* The paragraph that is copied: the mark, else the first that begins in view.
 * SIZE_MAX: a link is copied, or there is nothing. */
size_t notice_pane_marked(struct notice_pane *np);

#endif
