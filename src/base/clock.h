/*
 * clock.h - a clock that never goes back.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* Nanoseconds, and milliseconds, since some moment. */
int64_t clock_ns(void);
int64_t clock_ms(void);

#endif
