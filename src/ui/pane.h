/*
 * pane.h - a rectangle of the screen that draws itself and takes actions.
 *
 * A pane embeds struct pane as its first member and fills `ops`. It never
 * touches the terminal, never waits, and never reaches into another pane: it
 * answers with a result, and the application acts on it. The first row of its
 * area is its title bar.
 */
#ifndef UI_PANE_H
#define UI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "canvas/canvas.h"
#include "ui/action.h"
#include "ui/light.h"

enum pane_result {
    PANE_IGNORED, /* not ours: offer the action to the application */
    PANE_SAME,    /* taken, nothing to redraw */
    PANE_CHANGED, /* taken, draw again */
    PANE_CHOSEN,  /* the user picked the current item or link */
};

struct pane;
struct finder;

struct pane_ops {
    /* Draw all of the area, and where it is focused point to where the reader
     * is in it (canvas_point()); may fill caches, changes nothing visible. What
     * is lit (NULL: nothing) is borrowed for the call. */
    void (*draw)(struct pane *p, struct canvas *c, bool focused,
                 const struct light *light);
    enum pane_result (*handle)(struct pane *p, enum action action);
    /* A new rectangle or width of ambiguous characters: keep the place. */
    void (*resize)(struct pane *p, struct rect area, enum ambiguous ambiguous);
    void (*destroy)(struct pane *p);
    /* See pane_find(). NULL: it is not searched. */
    struct finder *(*find)(struct pane *p, const char *text, size_t len,
                           struct err *e);
};

struct pane {
    const struct pane_ops *ops;
    struct rect area;
    enum ambiguous ambiguous;
};

void pane_draw(struct pane *p, struct canvas *c, bool focused,
               const struct light *light);
enum pane_result pane_handle(struct pane *p, enum action action);
void pane_resize(struct pane *p, struct rect area, enum ambiguous ambiguous);
void pane_destroy(struct pane *p); /* accepts NULL */

/* Whether it can be searched; and a search (ui/finder.h) for `len` bytes of
 * UTF-8 in what it shows, from where the reader is, for finder_destroy().
 * NULL with `e` filled (ERR_QUERY): not understood; NULL alone: nothing is
 * looked for, or there is nothing to look through. */
bool pane_can_find(const struct pane *p);
struct finder *pane_find(struct pane *p, const char *text, size_t len,
                         struct err *e);

/*
 * Draw a title bar: "> " before the title where focused ("  " where not, so
 * that the mark is there without colour), `title` cut with '>', `note` at the
 * right end where there is room. Both are clean text.
 */
void pane_bar(struct canvas *c, struct rect area, bool focused,
              const char *title, const char *note);

/* The columns of a bar of `columns` that a note can have beside a title of
 * `title` columns; a wider one is not drawn. */
int pane_bar_room(int columns, int title);

#endif
