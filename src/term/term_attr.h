/*
 * term_attr.h - the attributes that a terminal writes with, as ECMA-48 says
 * them (SGR).
 */
#ifndef TERM_TERM_ATTR_H
#define TERM_TERM_ATTR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct term_attr {
    unsigned attributes; /* of enum term_attribute (term_style.h) */
    int colour, ground;  /* numbers, -1: the default */
};

extern const struct term_attr term_attr_plain;

/* Take what an attribute sequence says; `numbers` stand between its ESC [ and
 * its m. False, and nothing is taken, where something in it is not known
 * here. */
bool term_attr_take(struct term_attr *a, const char *numbers, size_t len);

/* Append the shortest sequence that leads from `from` (NULL: from whatever
 * there is) to `to`; nothing if they are the same. */
void term_attr_add(struct str *out, const struct term_attr *from,
                   const struct term_attr *to);

#endif
