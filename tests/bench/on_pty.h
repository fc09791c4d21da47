/*
 * on_pty.h - how long a program on a terminal takes for what it is sent, and
 * how much it sends itself.
 */
#ifndef TESTS_BENCH_ON_PTY_H
#define TESTS_BENCH_ON_PTY_H

#include <stddef.h>

#include "tests/vt_pty.h"

enum { ON_PTY_ROWS = 24, ON_PTY_COLUMNS = 80 };

struct on_pty_measure {
    double first, last; /* ms to the first output and to the last one */
    double cpu;         /* ms of processor time of all threads */
    size_t bytes;
    long writes;
};

double on_pty_clock(void); /* ms */

/* Start a program in a clean environment. False when it cannot be started. */
bool on_pty_start(struct vt_pty *p, const char *const *argv);

/* Wait until there is neither output nor work for `quiet` ms. Times count from
 * `start`. What a terminal is asked for at the start is answered. */
struct on_pty_measure on_pty_settle(struct vt_pty *p, double start, int quiet);

/* Send keys, and wait as on_pty_settle() does. */
struct on_pty_measure on_pty_type(struct vt_pty *p, const char *keys,
                                  int quiet);

/* Whether a program of this name is installed. */
bool on_pty_is_installed(const char *name);

#endif
