/*
 * again.h - n and N: on to the next match of the words that were searched for
 * last, in the pane that has the focus.
 */
#ifndef BROWSE_AGAIN_H
#define BROWSE_AGAIN_H

#include <stdbool.h>

#include "browse/search.h"

/* Point the search at what the focus is on: the same words, looked for anew
 * where it is another pane, or shows something else. As search_start(). */
bool again_aim(struct search *s, const struct view *v, char **trouble);

/* Go to the next match in the search's direction, or `against` it, working on
 * it for a moment where that is not known yet. */
enum finder_result again_go(struct search *s, const struct view *v,
                            bool against);

/* The direction, as a reader sees it. */
bool again_is_backward(const struct search *s, bool against);

#endif
