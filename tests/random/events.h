/*
 * events.h - what a reader, a terminal and time do to the browser, by a seed:
 * sessions that make some sense, with noise between.
 */
#ifndef TESTS_RANDOM_EVENTS_H
#define TESTS_RANDOM_EVENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "tests/random/bases.h"
#include "text/width.h"

enum event_kind {
    EVENT_KEY,
    EVENT_PASTE,
    EVENT_SIZE,
    EVENT_DRAW,    /* no key waits: the screen is drawn */
    EVENT_WORK,    /* a slice of it, of `milliseconds` */
    EVENT_WAIT,    /* until there is none left */
    EVENT_IDLE,    /* a look at the file */
    EVENT_PUBLISH, /* the file is replaced by another with the same content */
};

struct event {
    enum event_kind kind;
    int key;
    int milliseconds;
    int rows, columns;
    enum ambiguous ambiguous;
    const char *text; /* of a paste; lives as long as the program */
};

/* Fill `events` with what the seed gives for this database. */
void events_make(struct event *events, size_t count, const struct base *base,
                 uint32_t seed);

/* Append "j", "Enter", "<80x24>", "<work 2>" ... */
void event_append(const struct event *event, struct str *out);

#endif
