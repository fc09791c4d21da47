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
};

void notice_pane_draw(struct notice_pane *np, struct canvas *c, bool focused,
                      const struct light *light);

/* The first visible line; only with lines. */
struct flow_pos notice_pane_first_line(struct notice_pane *np);

#endif
