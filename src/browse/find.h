/*
 * find.h - the search session: what is lit, what the prompt's words do while
 * they are typed, n and N, and what is still being looked for between keys.
 *
 * One state, and for each what every event does (the table in find.c). A
 * search that is typed is browse/jump.h, a filter browse/sift.h, n and N
 * browse/again.h. Work is done in slices by find_step(): a key that waits is
 * taken first.
 *
 * Invariants: what is worked on was begun from what the view shows now
 * (browse/generation.h); each function here looks first, and drops what is
 * not. A jump is there in the FIND_JUMP states only, a sift in the
 * FIND_FILTER states only.
 */
#ifndef BROWSE_FIND_H
#define BROWSE_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "browse/jump.h"
#include "browse/search.h"
#include "browse/sift.h"
#include "browse/view.h"

enum find_mode { FIND_FORWARD, FIND_BACKWARD, FIND_FILTER };

enum find_state {
    FIND_IDLE,
    FIND_JUMP_TYPING,
    FIND_JUMP_SETTLING, /* accepted before it was known where it leads */
    FIND_FILTER_TYPING,
    FIND_FILTER_SETTLING,      /* accepted before all of its rows were found; */
    FIND_FILTER_THEN_AGAIN,    /* then n or N, which came since, is done; */
    FIND_FILTER_THEN_TYPING,   /* or the next search begins, whose prompt is */
    FIND_FILTER_THEN_ACCEPTED, /* open, or was accepted since */
    FIND_AGAIN_WAITING,        /* n or N came before the match was known */
    FIND_STATES
};

enum find_result {
    FIND_NONE,    /* there is no search */
    FIND_NOTHING, /* nothing matches; `text` are the words */
    FIND_TROUBLE, /* not understood; `text` says why */
    FIND_FAILED,  /* not all could be read; `text` says why */
    FIND_MOVED,
    FIND_WRAPPED_DOWN, /* moved, past the end */
    FIND_WRAPPED_UP,   /* moved, past the beginning */
    FIND_NEAR,         /* moved, to what sounds near: nothing has the words */
    FIND_FILTERED,     /* the list shows only what matches */
};

/* What came of an accepted search, of n or N. */
struct find_outcome {
    enum find_result result;
    char *text; /* owned, or NULL */
    enum frame_pane where;
};

struct find {
    struct view *view; /* borrowed */
    enum find_state state;
    struct search search; /* what is lit, and n and N repeat */
    struct jump jump;
    struct sift sift;
    char *trouble;       /* why what is typed is not understood; NULL */
    bool against;        /* n or N: which, while it waits */
    enum find_mode mode; /* of what is typed, */
    struct str wanted;   /* and its text, while it waits */
    bool has_outcome;    /* that was not taken yet */
    struct find_outcome outcome;
};

void find_init(struct find *f, struct view *view);
void find_clear(struct find *f);

/* The prompt opened: a search of what the focus is on, or a filter of the
 * list. The text in it is now this. It was accepted: an empty text repeats
 * the former search in what has the focus, or takes all filters away. */
void find_begin(struct find *f, enum find_mode mode);
void find_type(struct find *f, const char *text, size_t len);
void find_accept(struct find *f);

/* The prompt was given up; or whatever is still looked for is. */
void find_give_up(struct find *f);

/* Any other key came: the cursor is not moved any more. */
void find_key(struct find *f);

/* The next match, in the direction of the search or against it. */
void find_again(struct find *f, bool against);

/* Whether there is work left; go on with it for about `milliseconds`. Says
 * whether the picture may have changed. */
bool find_is_busy(const struct find *f);
bool find_step(struct find *f, int milliseconds);

/* Whether a key was accepted that has not been done yet: it can be given
 * up. */
bool find_is_pending(const struct find *f);

/* Whether a filter was accepted that is still being found. */
bool find_is_filtering(const struct find *f);

/* The view may show something else than before: drop what belongs to that. */
void find_look(struct find *f);

/* What came of the last key that asked for something, once it is known, and
 * once; the caller frees its text. False: nothing new. */
bool find_take_outcome(struct find *f, struct find_outcome *out);

/* How many matches of what is typed, or lit, were found so far. */
int64_t find_count(const struct find *f);

/* What is lit, borrowed until the next key or work. */
struct light find_light(const struct find *f);

/* Whether what is lit in the list cursor's row is in view (or nothing is);
 * bring it into view. */
bool find_is_shown(const struct find *f);
void find_reveal(const struct find *f);

/* Take the search's light away; the words stay. False: there was none. */
bool find_unlight(struct find *f);

/* From which byte on the text that is typed matches nothing; SIZE_MAX. */
size_t find_failed_from(const struct find *f);

/* Whether the bottom line counts what is looked for: in what has the focus,
 * where the title does not count it already. */
bool find_is_counted(const struct find *f);

/* Append the count as prompt and bottom line show it: "3/17", "3/4,120+" while
 * counting, "0"; or why the query is not understood, or not all was read. */
void find_note(const struct find *f, struct str *out);

#endif
