/*
 * term_ways.h - whether curses measures and writes through us (term_wcwidth.h,
 * term_output.h), found out when it starts and not believed: a curses that is
 * linked statically, or in another way, calls libc's wcwidth() and write().
 * Then plain ways are taken.
 */
#ifndef TERM_TERM_WAYS_H
#define TERM_TERM_WAYS_H

#include <stdbool.h>
#include <wchar.h>

struct term_ways {
    bool writes;   /* what it writes is collected, made shorter, has links */
    bool measures; /* its widths are those of the canvas */
};

/* curses has just been opened, and its output is kept. */
struct term_ways term_ways_find(void);

/* The columns that curses itself gives a cell with this text. */
int term_ways_columns(const wchar_t *text);

#endif
