#include "base/textset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FIRST_SLOTS 256

/* FNV-1a; the low bits, which find the slot, hear of the high ones too. */
static uint64_t hash_of(const char *text)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return h ^ h >> 32;
}

const char *textset_text(const struct textset *s, size_t number)
{
    assert(number < s->len);
    return s->texts.text + s->items[number].at;
}

/* The slot of a text, or the free one where it would go. */
static uint32_t *slot_of(const struct textset *s, uint64_t hash,
                         const char *text)
{
    size_t at = (size_t)hash & (s->n_slots - 1);

    for (; s->slots[at]; at = (at + 1) & (s->n_slots - 1)) {
        size_t number = s->slots[at] - 1;

        if (s->items[number].hash == hash &&
            strcmp(textset_text(s, number), text) == 0)
            break;
    }
    return &s->slots[at];
}

/* Half of the slots stay free also with one text more. */
static void widen(struct textset *s)
{
    if ((s->len + 1) * 2 <= s->n_slots)
        return;
    free(s->slots);
    s->n_slots = s->n_slots ? s->n_slots * 2 : FIRST_SLOTS;
    s->slots = xcalloc(s->n_slots, sizeof(*s->slots));
    for (size_t i = 0; i < s->len; i++) {
        size_t at = (size_t)s->items[i].hash & (s->n_slots - 1);

        while (s->slots[at])
            at = (at + 1) & (s->n_slots - 1);
        s->slots[at] = (uint32_t)i + 1;
    }
}

size_t textset_add(struct textset *s, const char *text, bool *is_new)
{
    uint64_t hash = hash_of(text);
    uint32_t *slot;
    bool adds;

    widen(s);
    slot = slot_of(s, hash, text);
    adds = *slot == 0;
    if (adds) {
        assert(s->len < UINT32_MAX - 1);
        s->items = mem_grow(s->items, s->len, &s->cap, sizeof(*s->items));
        s->items[s->len++] = (struct textset_item){hash, s->texts.len};
        str_append(&s->texts, text, strlen(text) + 1);
        *slot = (uint32_t)s->len;
    }
    if (is_new)
        *is_new = adds;
    return *slot - 1;
}

size_t textset_find(const struct textset *s, const char *text)
{
    uint32_t slot = s->n_slots ? *slot_of(s, hash_of(text), text) : 0;

    return slot ? slot - 1 : TEXTSET_NONE;
}

void textset_clear(struct textset *s)
{
    str_clear(&s->texts);
    free(s->items);
    free(s->slots);
    *s = (struct textset){0};
}
