/*
 * step.h - one step through clean text: the cluster at a byte, and whether it
 * is a blank. Inline, for the loops that go over every character of a text.
 */
#ifndef TEXT_STEP_H
#define TEXT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/cluster.h"
#include "text/mark.h"
#include "text/utf8.h"

/* The first byte of most Han characters, and of no mark. */
static inline bool step_is_han(char c)
{
    return (unsigned char)c >= 0xE5 && (unsigned char)c <= 0xE9;
}

static inline bool step_is_ascii(char c)
{
    return c >= 0x20 && c < 0x7F;
}

/* The cluster at byte `at` < `len`. A Han character with no mark after it, or
 * an ASCII one, needs no look-up: most of any text. */
static inline struct cluster step_cluster(const char *text, size_t text_len,
                                          size_t at, enum ambiguous ambiguous)
{
    const char *s = text + at;
    size_t len = text_len - at;

    if (step_is_ascii(s[0]) &&
        (len == 1 || step_is_ascii(s[1]) || step_is_han(s[1])))
        return (struct cluster){1, 1};
    if (step_is_han(s[0]) && len >= 3 &&
        (len == 3 || step_is_han(s[3]) || step_is_ascii(s[3])))
        return (struct cluster){3, 2};
    return cluster_at(s, len, ambiguous);
}

/* Whether cluster `c` at `at` takes no room at a line's end. A blank that
 * bears a combining mark is none. */
static inline bool step_is_blank(const char *text, size_t text_len, size_t at,
                                 struct cluster c)
{
    unsigned char first = (unsigned char)text[at];
    uint32_t cp;

    if (first == ' ')
        return c.len == 1;
    if (first < 0xE1 || first > 0xE3)
        return false;
    return utf8_decode(text + at, text_len - at, &cp) == c.len &&
           (mark_of(cp) & MARK_BLANK) != 0;
}

#endif
