#include "import/seen.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/words.h"

/* FNV-1a, 64 bits. */
static uint64_t hash_of(const char *s)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    for (; *s; s++)
        hash = (hash ^ (unsigned char)*s) * UINT64_C(1099511628211);
    return hash;
}

/* The place of a text, or the free one where it would go. */
static struct seen_entry *place_of(const struct seen *s, const char *text)
{
    size_t mask = s->cap - 1, at = (size_t)hash_of(text) & mask;

    while (s->entries[at].text && strcmp(s->entries[at].text, text) != 0)
        at = (at + 1) & mask;
    return &s->entries[at];
}

static void grow(struct seen *s)
{
    struct seen old = *s;

    s->cap = old.cap ? 2 * old.cap : 64;
    s->entries = xcalloc(s->cap, sizeof(*s->entries));
    for (size_t i = 0; i < old.cap; i++) {
        if (old.entries[i].text)
            *place_of(s, old.entries[i].text) = old.entries[i];
    }
    free(old.entries);
}

void seen_add(struct seen *s, const char *text, size_t notice, size_t line)
{
    char *key = words_squeezed(text);
    struct seen_entry *place;

    if (2 * (s->count + 1) > s->cap)
        grow(s);
    place = place_of(s, key);
    if (place->text) {
        free(key);
        return;
    }
    *place = (struct seen_entry){key, notice, line};
    s->count++;
}

const struct seen_entry *seen_find(const struct seen *s, const char *text)
{
    const struct seen_entry *place;
    char *key;

    if (!s->cap)
        return NULL;
    key = words_squeezed(text);
    place = place_of(s, key);
    free(key);
    return place->text ? place : NULL;
}

void seen_clear(struct seen *s)
{
    for (size_t i = 0; i < s->cap; i++)
        free(s->entries[i].text);
    free(s->entries);
    *s = (struct seen){0};
}
