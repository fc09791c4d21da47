/*
 * finder.h - the search for words in what one pane shows: its matches, found
 * in slices, and the way from one to the next.
 *
 * A pane that can be searched makes one (pane_find()). A finder owns or shares
 * all that it reads, so it is sound whatever becomes of the pane's list or
 * notice; but what it finds is of what the pane showed when it was made, and
 * who holds it lets it go once that changes. It keeps no pane: the one that
 * made it is handed to what asks where the reader is, or moves.
 */
#ifndef UI_FINDER_H
#define UI_FINDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "ui/light.h"

struct finder;
struct pane;

enum finder_from {
    FINDER_FROM_BEGINNING, /* the reader's place when the finder was made; a
                              match there counts */
    FINDER_FROM_HERE,      /* the match that the reader is on, or his place */
};

enum finder_result {
    FINDER_NOTHING, /* there is no match */
    FINDER_MOVED,
    FINDER_WRAPPED, /* moved, past the end or the beginning */
    FINDER_UNKNOWN, /* not enough was looked at yet */
};

struct finder_ops {
    void (*destroy)(struct finder *f);
    /* Go on for about `milliseconds` (< 0: to the end). Returns whether it is
     * complete, as it is after a read error with `e` filled. */
    bool (*step)(struct finder *f, int milliseconds, struct err *e);
    bool (*is_done)(const struct finder *f);
    int64_t (*count)(const struct finder *f); /* found so far */
    /* Which match the reader is on, from 1, in the pane's order; 0: none. */
    int64_t (*rank)(struct finder *f, const struct pane *p);
    enum finder_result (*seek)(struct finder *f, struct pane *p,
                               enum finder_from from, bool backward);
    struct light (*light)(const struct finder *f);
    /* Whether nothing has the words, and these sound near. NULL: never. */
    bool (*is_near)(const struct finder *f);
    /* Whether the matches are just what the pane shows, so that its title
     * counts them already. NULL: never. */
    bool (*is_all)(const struct finder *f, const struct pane *p);
};

struct finder {
    const struct finder_ops *ops;
};

void finder_destroy(struct finder *f); /* accepts NULL */
bool finder_step(struct finder *f, int milliseconds, struct err *e);
bool finder_is_done(const struct finder *f);
int64_t finder_count(const struct finder *f);
int64_t finder_rank(struct finder *f, const struct pane *p);
bool finder_is_near(const struct finder *f);
bool finder_is_all(const struct finder *f, const struct pane *p);

/* What it lights, borrowed until the finder is destroyed. */
struct light finder_light(const struct finder *f);

/* Go to a match: forward the first from there, backward the last before it,
 * and on from the other end where there is none. */
enum finder_result finder_seek(struct finder *f, struct pane *p,
                               enum finder_from from, bool backward);

#endif
