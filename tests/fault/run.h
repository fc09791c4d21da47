/*
 * run.h - a program under the shim, without a terminal: its status and what
 * it said.
 */
#ifndef TESTS_FAULT_RUN_H
#define TESTS_FAULT_RUN_H

#include <stdbool.h>

#include "base/str.h"
#include "tests/fault/fault.h"

struct fault_run {
    int status; /* as of the exit, or 128 + the signal */
    struct str out, err;
    struct fault_log log; /* what the shim counted */
};

/* How many calls to look at: FAULT_EVERY of the environment, else `usual`. */
long fault_stride(long usual);

/* The file that the shim writes to, its counts set to 0; borrowed. Its name
 * is in the environment as FAULT_LOG, beside LD_PRELOAD, "NAME=value". */
const char *const *fault_environment(void);
struct fault_log fault_counts(void);

/* "FAULT=memory:12"; of all calls from there on, with `on`. For good until the
 * next call. */
const char *fault_name(enum fault_kind kind, long n, bool on);

/* Run argv; `fault` of fault_name(), or NULL. Fails the test when it takes
 * more than 20 seconds. fault_run_clear() is due. */
struct fault_run fault_run(const char *const *argv, const char *fault);
void fault_run_clear(struct fault_run *r);

/* Whether a text is exactly one line that starts with `start`. */
bool fault_is_one_line(const char *text, const char *start);

#endif
