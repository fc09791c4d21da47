/*
 * running_text.h - text as markup has it, blanks and line ends as they came,
 * becomes a line as a browser or a word processor sets it.
 *
 * ASCII blanks run into one, and none is left where the source broke a line
 * between two Han. A no-break space is a blank that stays. What is never seen
 * (a zero-width space, a soft hyphen) is dropped.
 */
#ifndef IMPORT_RUNNING_TEXT_H
#define IMPORT_RUNNING_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* What the line ends with so far; {0}: it is empty. */
struct running_text {
    uint32_t last;  /* code point */
    bool has_blank; /* one or more ASCII blanks wait */
    bool has_break; /* a line end was among them */
};

/* Append the next part of the line to `out`. */
void running_text_add(struct running_text *r, struct str *out, const char *s,
                      size_t len);

/* The same for text whose blanks mean what they are: only what is never seen
 * is dropped, and every other blank is a space. */
void running_text_keep(struct str *out, const char *s, size_t len);

/* The line has ended. */
void running_text_end(struct running_text *r);

/* Whether it only parts what stands beside it: | / > · [ ] and blanks. */
bool running_text_parts(const char *s, size_t len);

bool running_text_is_blank(const struct str *text);

/* Whether a text begins with a number of its own, as items do: 1. （二） 三、
 * ④ 第五条. */
bool numeral_stands(const char *s, size_t len);

#endif
