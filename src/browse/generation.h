/*
 * generation.h - whether what a work was made for is still what is shown.
 *
 * Each change of notice, list, filter or order begins a new generation. A work
 * that goes on in slices carries a stamp: when it was made, and what it
 * depends on. Once any of that has changed, the work is dropped: not gone on
 * with, and never shown as a result.
 */
#ifndef BROWSE_GENERATION_H
#define BROWSE_GENERATION_H

#include <stdbool.h>
#include <stdint.h>

enum subject {
    SUBJECT_NOTICE, /* the notice that is shown */
    SUBJECT_LIST,   /* the list that is shown */
    SUBJECT_FILTER, /* which of its rows */
    SUBJECT_ORDER,  /* in which order */
    SUBJECTS
};

/* Subjects as a set. */
enum {
    ON_NOTICE = 1 << SUBJECT_NOTICE,
    ON_LIST = 1 << SUBJECT_LIST,
    ON_FILTER = 1 << SUBJECT_FILTER,
    ON_ORDER = 1 << SUBJECT_ORDER,
};

struct generation {
    uint64_t now;               /* of the latest change */
    uint64_t changed[SUBJECTS]; /* of the latest change of each */
};

struct stamp {
    unsigned subjects; /* a set; 0: it depends on nothing */
    uint64_t at;
};

void generation_change(struct generation *g, enum subject subject);

/* The stamp of a work that is made now and depends on `subjects`. */
struct stamp generation_stamp(const struct generation *g, unsigned subjects);

/* Whether nothing has changed that the work depends on. */
bool generation_holds(const struct generation *g, struct stamp stamp);

#endif
