/*
 * keysort.h - a stable sort of many small keys that goes on in slices.
 *
 * Internal to model/. By their heads, as numbers; only where two heads are
 * the same is the caller's function asked. Takes 32 bytes for each key.
 */
#ifndef MODEL_KEYSORT_H
#define MODEL_KEYSORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sort_key {
    uint64_t head;
    uint32_t rest; /* for the caller's function */
    uint32_t row;  /* what is sorted; not looked at */
};

/* <0, 0, >0 as `a` stands before, beside, behind `b`. */
typedef int keysort_tie(const struct sort_key *a, const struct sort_key *b,
                        const void *data);

/* Zeroed, with keys added, it is stepped until done; then `keys` are in
 * order. */
struct keysort {
    struct sort_key *keys, *spare; /* owned */
    size_t count, cap;
    keysort_tie *tie; /* NULL: equal heads are equal */
    const void *data; /* for it; borrowed */
    bool falling;     /* the greatest first; equal ones keep their order */

    size_t width;           /* runs of so many keys are in order; 0: none */
    size_t from;            /* where the next two runs begin */
    size_t left, right, to; /* within them */
};

/* Make room for so many, so that adding them never takes long. */
void keysort_reserve(struct keysort *s, size_t count);
void keysort_add(struct keysort *s, const struct sort_key *key);

/* Go on until it is done, or clock_ns() is `end`. Returns whether it is. */
bool keysort_step(struct keysort *s, int64_t end);

/* How much of the work is done, in percent. */
int keysort_percent(const struct keysort *s);

void keysort_clear(struct keysort *s);

#endif
