/*
 * jump.h - a search while it is typed (/ ?): where the cursor goes.
 *
 * Every edit is judged anew from the place where the search began, so that
 * taking a letter back goes back; giving up restores that place and the former
 * search exactly.
 */
#ifndef BROWSE_JUMP_H
#define BROWSE_JUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "browse/search.h"

struct jump {
    struct place began;   /* where it began */
    struct search former; /* comes back if this one is given up */
    struct str good;      /* the last text that matched something */
    size_t failed_from;   /* bytes of the text; SIZE_MAX: none */
    bool placed;          /* the cursor stands where it will, as far as is known
                             of the text that was typed last */
};

void jump_init(struct jump *j);
void jump_clear(struct jump *j);

/* Begin in the pane that is searched. `s` is empty from then on, and kept in
 * the jump. */
void jump_begin(struct jump *j, struct search *s, struct view *v,
                bool backward);

/* The text is this now. Finds the match if that takes under about 4 ms;
 * jump_step() does the rest. `trouble` as in search_start(). */
void jump_type(struct jump *j, struct search *s, struct view *v,
               const char *text, size_t len, char **trouble);

/* Go on for about `milliseconds`, and to the match once it is known. */
void jump_step(struct jump *j, struct search *s, struct view *v,
               int milliseconds);

/* Whether it is known where it leads. */
bool jump_is_settled(const struct jump *j, const struct search *s);

/* It stays, and the way back leads to where it began. */
void jump_keep(struct jump *j, struct search *s, struct view *v);

/* Back to where it began, and to the former search. */
void jump_give_up(struct jump *j, struct search *s, struct view *v);

#endif
