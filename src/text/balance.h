/*
 * balance.h - a title in lines of like length, broken at natural places
 * (GB/T 9704-2012, 7.3.1: the sense whole, the lines in balance).
 */
#ifndef TEXT_BALANCE_H
#define TEXT_BALANCE_H

#include <stddef.h>

#include "text/width.h"

/* A byte with which a line may begin. */
struct balance_place {
    size_t at;
    int before; /* columns of the text up to it, without blanks at the end */
    int after;  /* columns of the text up to it, with them */
};

/* A title and its places: the text's start first, then each place where it may
 * be broken, then its end (of `before` columns). All borrowed. */
struct balance_text {
    const char *s;
    size_t len;
    const struct balance_place *places;
    size_t count;
    enum ambiguous ambiguous;
};

/*
 * Choose the starts of `lines` > 1 lines, none wider than `room` columns, or of
 * one line more where the sense would be cut else. The indices of the lines'
 * starts but the first go to `chosen`, which has room for `lines`. Returns the
 * number of lines, 0 where it cannot be done.
 */
size_t balance_lines(const struct balance_text *t, size_t lines, int room,
                     size_t *chosen);

#endif
