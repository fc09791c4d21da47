/*
 * break.h - where a line of Chinese text may end.
 *
 * libunistring's opportunities (UAX #14) with the overrides that a Chinese
 * reader needs (UAX #14 for the marks, CLREQ section 3.1 for what may not
 * begin or end a line, GB/T 15834 for -- and ...); each rule stands in
 * break.c with its source beside it.
 */
#ifndef TEXT_BREAK_H
#define TEXT_BREAK_H

#include <stddef.h>

enum break_kind {
    BREAK_NEVER,     /* between two clusters, forbidden */
    BREAK_INSIDE,    /* inside a cluster: not even in an emergency */
    BREAK_ALLOWED,   /* the next line may begin with this byte */
    BREAK_EMERGENCY, /* forbidden, but the first choice where nothing else is
                        left (a long dash may begin a line rather than have
                        the text stand over the edge) */
};

/* For each byte i of clean text, write to `out[i]` whether a line may begin
 * with it. out[0] is BREAK_NEVER. `out` has room for `len` bytes. */
void break_find(const char *s, size_t len, unsigned char *out);

#endif
