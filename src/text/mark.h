/*
 * mark.h - which punctuation may not begin or end a line of Chinese text.
 *
 * Only the marks' own nature; where they stand is the business of
 * text/break.h.
 */
#ifndef TEXT_MARK_H
#define TEXT_MARK_H

#include <stdint.h>

enum mark_flag {
    MARK_NO_START = 1,    /* may not begin a line */
    MARK_NO_END = 2,      /* may not end a line */
    MARK_DASH = 4,        /* of a dash, which is not split */
    MARK_DOTS = 8,        /* of an ellipsis, which is not split */
    MARK_OPEN_QUOTE = 16, /* U+201C, U+2018 */
    MARK_CLOSE_QUOTE = 32,
    MARK_BLANK = 64, /* takes no room at a line's end */
    MARK_FULL = 128, /* full-width, class OP, CL, EX or NS of UAX #14: beside
                        Han, only NO_START and NO_END forbid a break */
};

/* The flags of a code point; 0 for letters, digits and all else. */
unsigned mark_of(uint32_t cp);

#endif
