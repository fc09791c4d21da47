/*
 * view.h - what is on the screen: the panes, the list and notice they show,
 * and moving between places.
 *
 * Keeps the panes in step: the record pane follows the list's cursor, the
 * list belongs to the notice. Knows nothing of keys, prompt or search.
 */
#ifndef BROWSE_VIEW_H
#define BROWSE_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "browse/filter.h"
#include "browse/generation.h"
#include "browse/level.h"
#include "browse/place.h"
#include "model/edition.h"
#include "model/list.h"
#include "ui/frame.h"
#include "ui/pane.h"

struct view {
    struct edition *edition; /* borrowed */
    struct frame frame;
    struct pane *panes[FRAME_PANES]; /* owned */
    struct list *list;               /* shared; NULL: none */
    struct filter filter;            /* of the list */
    struct generation generation;    /* of all of these */
    struct levels levels;            /* the way back */
    struct places places;            /* marks */
};

static inline struct pane *view_notice_pane(const struct view *v)
{
    return v->panes[FRAME_NOTICE];
}

static inline struct pane *view_list_pane(const struct view *v)
{
    return v->panes[FRAME_LIST];
}

static inline struct pane *view_record_pane(const struct view *v)
{
    return v->panes[FRAME_RECORD];
}

/* On the notice that carries the lists, the focus on its first list. False
 * with `e` filled when that notice or list cannot be read; the view is then
 * usable all the same. */
bool view_open(struct view *v, struct edition *ed, struct err *e);
void view_close(struct view *v);

/* Bring into view what is lit in the row that the list's cursor is on: the
 * column of the list, the field of the record. */
void view_reveal(const struct view *v, const struct light *light);

/* Lay the panes out anew, after any change of frame or terminal. */
void view_resize(struct view *v, enum ambiguous ambiguous);
void view_draw(struct view *v, struct canvas *c, const struct light *light);

/* The record pane shows what the list's cursor is on: after every move. */
void view_sync(const struct view *v);

/* Give a pane the focus, if there is anything for it to show; on a small screen
 * it is then the one that is shown, so lay out again. */
void view_focus(struct view *v, enum frame_pane pane);

/* Where one pane is shown alone, it is to be this one: an action changes it. */
void view_bring(struct view *v, enum frame_pane pane);

struct pane *view_focused(const struct view *v);
bool view_shows(const struct view *v, enum frame_pane pane); /* on the screen */

/* Show a notice of the edition and its first list that is held; one without
 * has the screen to itself. Remembers the place left. */
bool view_go_notice(struct view *v, int notice, struct err *e);

/* Show a list (index of its annex) and, with `row` > 0, a record of it. */
bool view_go_list(struct view *v, int annex, int64_t row, struct err *e);

/* Where the reader is; back to such a place (false: it cannot be read). */
struct place view_place(const struct view *v);
bool view_restore(struct view *v, const struct place *place, struct err *e);

/* Show the rows in another order: as list_pane_order(). */
void view_order(struct view *v, uint32_t *order, size_t column,
                bool descending);

/* The pane that a search looks through: the focused one, or the list where
 * that cannot be searched. */
enum frame_pane view_searched(const struct view *v);

/* The stamp of a work on what a pane shows. */
struct stamp view_stamp(const struct view *v, enum frame_pane pane);

/* What is entered here is left by view_back(): a jump (`left`: from there, or
 * from where the reader is); rows that alone are shown (as filter_add()), from
 * `left`; a pane that stands alone. */
void view_jump_from(struct view *v, const struct place *left);
void view_remember(struct view *v);
void view_narrow(struct view *v, struct rowset *rows, const char *label,
                 const struct place *left);
void view_zoom(struct view *v, bool zoomed);

/* Show all rows again, whatever was chosen. False: they are shown. */
bool view_widen(struct view *v);

/* Take off what was entered last. */
enum view_back {
    VIEW_GROUND, /* there is nothing that was entered */
    VIEW_WENT,
    VIEW_STUCK, /* `e` says what could not be read */
};
enum view_back view_back(struct view *v, struct err *e);
bool view_is_ground(const struct view *v);

/* Fail unless filter and zoom are on the way back, each as often as it is
 * there. */
void view_check(const struct view *v);

/* Whether a link is chosen in the focused pane, and seen. */
bool view_has_link(const struct view *v);

/* Index in the edition of the list that is shown, -1: none. */
int view_annex(const struct view *v);

/* How many records of the list its numbers show to exist that are not held. */
int64_t view_not_held(const struct view *v);

/* The notice that copying and the status line name: the one that is shown,
 * or the list's while a list has the focus; NULL: none. */
const struct notice_info *view_notice(const struct view *v);

#endif
