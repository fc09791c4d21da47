/*
 * bases.h - the databases that random keys are tried on, and words that have
 * something to do with them.
 */
#ifndef TESTS_RANDOM_BASES_H
#define TESTS_RANDOM_BASES_H

#include <stddef.h>

struct base {
    const char *name, *what;
    const char *const *words; /* to search for; ends with NULL */
    void (*make)(const char *path);
};

extern const struct base bases[];
extern const size_t bases_len;

/* The one with this name, or NULL. */
const struct base *base_find(const char *name);

/* Make it, or find it made, in the folder of tests/fixture.h; borrowed. */
const char *base_path(const struct base *base);

#endif
