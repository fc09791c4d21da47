/*
 * textset.h - different texts, numbered from 0 as they come: whether one came
 * before, and as which.
 */
#ifndef BASE_TEXTSET_H
#define BASE_TEXTSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define TEXTSET_NONE SIZE_MAX

/* A hash table with open addressing; {0} is empty. */
struct textset {
    struct str texts; /* one after the other, each with its NUL */
    struct textset_item {
        uint64_t hash;
        size_t at; /* in `texts` */
    } * items;     /* owned */
    size_t len, cap;
    uint32_t *slots; /* owned: number + 1 of an item, 0: free */
    size_t n_slots;  /* 0 or a power of two, at least twice `len` */
};

/* The number of a text, which is kept as a copy if it is new; at most 2^32 - 2
 * of them. `is_new` may be NULL. */
size_t textset_add(struct textset *s, const char *text, bool *is_new);

/* Its number, or TEXTSET_NONE. */
size_t textset_find(const struct textset *s, const char *text);

/* Borrowed until the next textset_add(). */
const char *textset_text(const struct textset *s, size_t number);

void textset_clear(struct textset *s); /* frees; leaves it empty */

#endif
