/*
 * break.h - where a line of Chinese text may end.
 *
 * libunistring's opportunities (UAX #14) with the overrides that a Chinese
 * reader needs (UAX #14 for the marks, CLREQ section 3.1 for what may not
 * begin or end a line, GB/T 15834 for -- and ...); each rule stands in
 * break.c or mark.c with its source beside it.
 */
#ifndef TEXT_BREAK_H
#define TEXT_BREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/span.h"

/* Where a line has no BREAK_ALLOWED it is broken at the last place of the
 * least bad kind: EMERGENCY, JOINT, WORD, NUMBER, NEVER; never INSIDE. */
enum break_kind {
    BREAK_NEVER,     /* between two clusters, forbidden: a mark would begin or
                        end a line, a dash would be split, ... */
    BREAK_INSIDE,    /* inside a cluster: not even in an emergency */
    BREAK_ALLOWED,   /* the next line may begin with this byte */
    BREAK_EMERGENCY, /* forbidden, but the first choice where nothing else is
                        left (a long dash may begin a line rather than have
                        the text stand over the edge; after a solidus, at an
                        @, beside the mark of a range) */
    BREAK_JOINT,     /* after a point of an address that is wider than the
                        line and has no @ in it */
    BREAK_WORD,      /* inside a word: only where it is wider than the line */
    BREAK_NUMBER,    /* inside a number, or after another mark of an address:
                        only where that is wider than the line */
};

/* For each byte i of clean text, write to `out[i]` whether a line may begin
 * with it. out[0] is BREAK_NEVER. `out` has room for `len` bytes. For tests:
 * layout takes the text by pieces. */
void break_find(const char *s, size_t len, unsigned char *out);

/* The first byte from `from` on and before `limit` <= `len` with which a line
 * may begin and across which no rule reaches: between two Han characters or
 * two words of letters. `len` where there is none. */
size_t break_seam(const char *s, size_t len, size_t from, size_t limit);

/*
 * The same for a long text, a piece at a time from its start: the fields are
 * the breaker's own. However large the pieces, the kinds are the same.
 */
#define BREAKER_PIECE 512 /* bytes */

struct breaker {
    const char *s; /* borrowed */
    size_t len;
    size_t end;         /* how far the pieces reach */
    unsigned char next; /* the kind at `end` */
    struct span span;   /* the last one that began */
    uint32_t previous;  /* the last code point that was no blank, 0 at first */
    unsigned marks;     /* its marks */
    bool is_wide;       /* it is wide, or a mark that stands for a wide one */
    bool after_letter;  /* an ASCII letter or digit came before it */
    bool after_blank;   /* a blank has followed it */
};

void breaker_init(struct breaker *b, const char *s, size_t len);

/* Write the kinds of the next bytes to `out`: about `want` of them, at most
 * BREAKER_PIECE and never past the text. Returns their number, 0 at the end
 * of the text. */
size_t breaker_next(struct breaker *b, size_t want, unsigned char *out);

#endif
