/*
 * miss.h - what is said where a search found nothing: of what and how much
 * was asked, what of it is known not to be held, which headings there are
 * where another is named, and where else the words stand.
 */
#ifndef BROWSE_MISS_H
#define BROWSE_MISS_H

#include <stdbool.h>

#include "browse/message.h"
#include "browse/view.h"

/* `text` (as typed) matches nothing in the notice, or else in the rows of the
 * list that are shown. Looks at the other one for up to about 40 ms. */
void miss_say(struct message *m, const struct view *v, const char *text,
              bool in_notice);

/* The same where the reader was led to what sounds near. */
void miss_say_near(struct message *m, const struct view *v, const char *text,
                   bool in_notice);

#endif
