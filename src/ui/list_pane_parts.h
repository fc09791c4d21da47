/*
 * list_pane_parts.h - the state of the list pane, for the files that it is made
 * of: list_pane.c (what it does), list_pane_draw.c (how it looks) and
 * list_pane_find.c (how it is searched).
 */
#ifndef UI_LIST_PANE_PARTS_H
#define UI_LIST_PANE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/rowset.h"
#include "ui/list_columns.h"
#include "ui/list_notes.h"
#include "ui/list_view.h"
#include "ui/pane.h"
#include "ui/scroll.h"

#define LIST_HEAD_ROWS    2 /* title bar and headings */
#define LIST_MARK_COLUMNS 2 /* the cursor's mark and a blank */

struct list_pane {
    struct pane pane;
    struct list_view view;
    struct list_columns columns;
    struct list_notes notes; /* as the pane is wide; the view counts them */
    struct scroll scroll;    /* of the view's lines, gaps among them */
    int64_t anchor;          /* the row that the reader went to; filters are
                                judged from it, so that taking back a letter
                                brings the cursor back */
    size_t column;           /* the current one */
    int shift;               /* where the moving columns begin */
    char *label;             /* of the filter; owned, NULL: none */
    bool is_partial;         /* the filter may let more rows through */
    int sorted_by;           /* column, -1: the source's order */
    bool descending;
    struct rowset chosen; /* rows that were selected, shown or not; {0}: none */
    int64_t chosen_count;
    int64_t range_from; /* row where a range was begun, 0: none was */
};

/* How the columns stand at the pane's present size. */
struct list_columns_place list_place_of(const struct list_pane *lp);

/* Whether any of a column is in view. */
bool list_pane_shows_column(const struct list_pane *lp, size_t column);

/* Whether the reader selected a row. */
bool list_pane_has_selected(const struct list_pane *lp, int64_t row);

void list_pane_draw(const struct list_pane *lp, struct canvas *c, bool focused,
                    const struct light *light);

#endif
