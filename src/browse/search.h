/*
 * search.h - the words that n and N repeat, and the finder of their matches in
 * one pane of a view.
 *
 * Invariant: there is a finder only while the pane shows what it was made for
 * (its stamp holds); search_look() drops it otherwise, and everything that
 * uses it looks first.
 */
#ifndef BROWSE_SEARCH_H
#define BROWSE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "browse/view.h"
#include "ui/finder.h"

struct search {
    char *text; /* owned, as typed; NULL: no search */
    bool backward;
    enum frame_pane pane;  /* that it looks through */
    struct finder *finder; /* owned; NULL: nothing is lit */
    struct stamp stamp;    /* of the finder */
    struct err error;      /* why reading ended early; its code tells */
};

void search_clear(struct search *s);

/* Look for the words in the pane, from where the reader is, in place of what
 * was looked for. False for no words, nothing to look through, and what is
 * not understood: `*trouble` (freed first) then says why, clean, else it is
 * NULL. */
bool search_start(struct search *s, const struct view *v, char **trouble);

/* Take over a finder that is there already (taken). */
void search_adopt(struct search *s, const struct view *v, struct finder *f);

/* These are the words now (copied), forward from the list: a filter found
 * nothing, but another pane may have them. Nothing is lit. */
void search_name(struct search *s, const char *text);

/* Let the finder go; the words stay. */
void search_stop(struct search *s);

/* Drop a finder that the view has left behind. */
void search_look(struct search *s, const struct view *v);

/* Go on for about `milliseconds` (< 0: to the end). */
void search_step(struct search *s, int milliseconds);

/* Without a finder there is nothing left to do, and no match. */
bool search_is_done(const struct search *s);
int64_t search_count(const struct search *s);

/* Go to a match (ui/finder.h), and bring it into view; there is a finder. */
enum finder_result search_seek(struct search *s, const struct view *v,
                               enum finder_from from, bool backward);

/* Append "3/17", "3/4,120+" while counting, "0". */
void search_note(const struct search *s, const struct view *v, struct str *out);

#endif
