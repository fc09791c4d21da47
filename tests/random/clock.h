/*
 * clock.h - a clock of the test's own in place of base/clock.c: it goes on by
 * a random step each time somebody looks, so that work is left half done in
 * the same places whenever the same seed is given, on any machine.
 *
 * A program that links this file has it instead of the library's clock.
 */
#ifndef TESTS_RANDOM_CLOCK_H
#define TESTS_RANDOM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Begin at 0, with the steps of this seed. */
void random_clock_start(uint32_t seed);

/* Stand still, for what the test itself asks of the model; go on. */
void random_clock_hold(bool still);

#endif
