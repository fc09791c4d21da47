/*
 * clamp.h - a number kept within limits.
 */
#ifndef BASE_CLAMP_H
#define BASE_CLAMP_H

#include <stdint.h>

/* `value`, but no more than `high`, and before that no less than `low`. */
static inline int64_t clamp_int64(int64_t value, int64_t low, int64_t high)
{
    if (value > high)
        value = high;
    return value < low ? low : value;
}

static inline int clamp_int(int value, int low, int high)
{
    return (int)clamp_int64(value, low, high);
}

#endif
