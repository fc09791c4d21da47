/*
 * session.h - one reader's session: events happen to the browser, and what it
 * shows is checked after each.
 */
#ifndef TESTS_RANDOM_SESSION_H
#define TESTS_RANDOM_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "tests/random/events.h"
#include "tests/random/truth.h"

struct session_plan {
    const char *path; /* of the database; <publish> replaces it */
    const struct event *events;
    size_t count;
    uint32_t seed; /* of the clock */
    struct truth *truth;
    /* Where it is in `events`, for whoever looks after a crash. */
    volatile size_t *at;
};

/* False with `why` filled (one line) as soon as something is wrong. */
bool session_run(const struct session_plan *plan, struct str *why);

#endif
