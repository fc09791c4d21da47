/*
 * message.h - the line that the bottom of the screen says until the next key.
 */
#ifndef BROWSE_MESSAGE_H
#define BROWSE_MESSAGE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

struct message {
    struct str text; /* clean; empty: nothing is said */
    bool is_error;
};

/* Say this in place of what was said; it is cleaned. */
void message_say(struct message *m, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void message_complain(struct message *m, const struct err *e);

void message_clear(struct message *m); /* says nothing, and frees */

#endif
