/*
 * find.h - search and filter while the user types: where the cursor goes,
 * what is counted, how it is given up.
 *
 * Jumping (/ ?): every edit is judged anew from the place where the search
 * began, so that deleting a letter goes back; giving up restores that place
 * and the former search exactly. Filtering (&): only matching rows are shown,
 * in their order, at every edit.
 *
 * Work is done in slices by find_step(): a key that waits is taken first.
 */
#ifndef BROWSE_FIND_H
#define BROWSE_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/search.h"
#include "browse/view.h"
#include "base/str.h"

enum find_result {
    FIND_NONE,    /* there is no search */
    FIND_NOTHING, /* nothing matches, or `trouble` says why not */
    FIND_MOVED,
    FIND_WRAPPED,  /* moved, past the end or the beginning */
    FIND_FILTERED, /* the list shows only what matches */
    FIND_WAITING,  /* the scan is not far enough */
};

enum find_mode { FIND_FORWARD, FIND_BACKWARD, FIND_FILTER };

struct find {
    struct view *view;    /* borrowed */
    struct search search; /* what is lit, and n and N repeat */

    /* while the prompt is open */
    bool typing;
    bool settling; /* it was accepted before its scan knew enough: what is
                      below is kept until it does */
    enum find_mode mode;
    struct search former;        /* comes back if this one is given up */
    struct place began;          /* where it began */
    struct rowset former_filter; /* rows == 0: there was none */
    char *former_label;          /* of that filter */
    struct str good;             /* the last text that matched something */
    size_t failed_from;          /* bytes of the text; SIZE_MAX: none */
    bool placed;                 /* the cursor stands on the first match */
    char *trouble;               /* why the query is not understood; NULL */

    bool waiting, against; /* n or N was pressed before the scan knew enough */
    enum find_result told; /* what came of it, for find_outcome() */
    char *missed;          /* owned: which words those were, or NULL */
    bool missed_in_notice; /* and where they were looked for */
};

void find_init(struct find *f, struct view *view);
void find_clear(struct find *f);

/* The prompt opened: search the focused pane (the record pane's is the
 * list's; filtering is always of the list). */
void find_begin(struct find *f, enum find_mode mode);

/* The text in the prompt is now this. Finds the first page if that takes
 * under about 4 ms; find_step() does the rest. */
void find_type(struct find *f, const char *text, size_t len);

/* The prompt was closed. Accepting an empty text repeats the former search in
 * what has the focus, or clears the filter. Where the scan takes long to
 * know, find_outcome() tells. */
enum find_result find_accept(struct find *f);
void find_give_up(struct find *f);

/* Whether a scan is not complete; go on with it for about `milliseconds`.
 * find_step() says whether the picture may have changed. */
bool find_is_busy(const struct find *f);
bool find_step(struct find *f, int milliseconds);

/* The next match, in the direction of the search or against it. */
enum find_result find_again(struct find *f, bool against);

/* What came of an accepted search or of find_again() that took longer, once,
 * else FIND_WAITING. `missed` has its words. */
enum find_result find_outcome(struct find *f);

/* A key came: the cursor is not moved any more. */
void find_stop_waiting(struct find *f);

/* What is lit, borrowed until the next key or work. */
struct light find_light(const struct find *f);

/* Take the search's light, or the filter, away. False: there was none. */
bool find_unlight(struct find *f);
bool find_unfilter(struct find *f);

/* Filter the list by these rows, which are taken, under this label (borrowed),
 * after that of the filter they were chosen from. */
void find_show_only(struct find *f, struct rowset *rows, const char *label);

/* The view shows another list or notice: what belongs to the former one is
 * let go. Call after every jump, before list or notice are used again. */
void find_moved(struct find *f);

/* Whether the bottom line counts the search: it has matches, in what has the
 * focus, and the list's title does not count them already. */
bool find_is_counted(const struct find *f);

/* Append the count as the prompt shows it: "3/17", "3/4,120+" while
 * counting, "0"; or why the query is not understood, or not all was read. */
void find_note(struct find *f, struct str *out);

#endif
