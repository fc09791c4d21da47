/*
 * sift.h - a filter while it is typed (&), and until all of its rows are
 * found: only matching rows are shown, in their order, at every edit.
 *
 * Until then it changes nothing but the picture (filter_preview()): what is in
 * force is the filter from which it was begun. Invariant: there are rows only
 * while the list and its filter are those that it was begun from (its stamp
 * holds); sift_look() drops them otherwise.
 */
#ifndef BROWSE_SIFT_H
#define BROWSE_SIFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "browse/search.h"
#include "model/list_search.h"

struct sift {
    struct place began;
    char *text;               /* owned, as typed; NULL: nothing yet */
    struct list_search found; /* without a scan: nothing is looked for */
    struct stamp stamp;
    bool is_revealed; /* the cursor's row was brought into view */
    struct err error; /* why reading ended early; its code tells */
};

void sift_begin(struct sift *s, struct view *v);
void sift_clear(struct sift *s);

/* The text is this now. Shows the first page of rows if that takes under
 * about 4 ms; sift_step() does the rest. `trouble` as in search_start(). */
void sift_type(struct sift *s, struct view *v, const char *text, size_t len,
               char **trouble);

/* Drop the rows that the view has left behind; the words stay. */
void sift_look(struct sift *s, struct view *v);

/* Go on for about `milliseconds`, and show the rows once all are found. */
void sift_step(struct sift *s, struct view *v, int milliseconds);
bool sift_is_done(const struct sift *s);
int64_t sift_count(const struct sift *s);

/* All are found, and there are some: they are the filter now, and `search`
 * looks for the same words in them. */
void sift_keep(struct sift *s, struct view *v, struct search *search);

/* Show what is in force again; or go back to where it began, too. */
void sift_drop(struct sift *s, struct view *v);
void sift_give_up(struct sift *s, struct view *v);

struct light sift_light(const struct sift *s, const struct view *v);

/* Append "17", "4,120+" while counting. */
void sift_note(const struct sift *s, struct str *out);

#endif
