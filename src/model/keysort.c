#include "model/keysort.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"

enum {
    SHORT_RUN = 16, /* is put in order by insertion */
    CLOCK_KEYS = 2048,
};

void keysort_reserve(struct keysort *s, size_t count)
{
    if (count <= s->cap)
        return;
    s->keys = xreallocarray(s->keys, count, sizeof(*s->keys));
    s->cap = count;
}

void keysort_add(struct keysort *s, const struct sort_key *key)
{
    s->keys = mem_grow(s->keys, s->count, &s->cap, sizeof(*s->keys));
    s->keys[s->count++] = *key;
}

void keysort_clear(struct keysort *s)
{
    free(s->keys);
    free(s->spare);
    *s = (struct keysort){0};
}

/* Whether `b`, which stands behind `a`, must stand before it. */
static inline bool is_before(const struct keysort *s, const struct sort_key *b,
                             const struct sort_key *a)
{
    int order;

    if (a->head != b->head)
        return (b->head < a->head) != s->falling;
    order = s->tie ? s->tie(b, a, s->data) : 0;
    return s->falling ? order > 0 : order < 0;
}

static size_t run_end(const struct keysort *s, size_t start, size_t width)
{
    return s->count - start < width ? s->count : start + width;
}

static void sort_short_run(struct keysort *s, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        struct sort_key key = s->keys[i];
        size_t to = i;

        for (; to > start && is_before(s, &key, &s->keys[to - 1]); to--)
            s->keys[to] = s->keys[to - 1];
        s->keys[to] = key;
    }
}

/* Begin with the two runs at `from`. */
static void begin_pair(struct keysort *s)
{
    s->left = s->to = s->from;
    s->right = run_end(s, s->from, s->width);
}

/* Merge the two runs, at most so many keys. */
static void merge(struct keysort *s)
{
    size_t middle = run_end(s, s->from, s->width);
    size_t end = run_end(s, middle, s->width);
    size_t stop = end - s->to < CLOCK_KEYS ? end : s->to + CLOCK_KEYS;

    while (s->to < stop) {
        bool from_right = s->right < end &&
                          (s->left == middle ||
                           is_before(s, &s->keys[s->right], &s->keys[s->left]));

        s->spare[s->to++] = s->keys[from_right ? s->right++ : s->left++];
    }
    if (s->to == end) {
        s->from = end;
        begin_pair(s);
    }
}

/* All runs were merged: they are twice as long. */
static void end_pass(struct keysort *s)
{
    struct sort_key *swap = s->keys;

    s->keys = s->spare;
    s->spare = swap;
    s->width *= 2;
    s->from = 0;
    begin_pair(s);
}

/* The first pass, some runs of it. */
static void begin(struct keysort *s)
{
    size_t stop = run_end(s, s->from, CLOCK_KEYS);

    while (s->from < stop) {
        size_t end = run_end(s, s->from, SHORT_RUN);

        sort_short_run(s, s->from, end);
        s->from = end;
    }
    if (s->from < s->count)
        return;
    if (s->count > SHORT_RUN)
        s->spare = xreallocarray(NULL, s->count, sizeof(*s->spare));
    s->width = SHORT_RUN;
    s->from = 0;
    begin_pair(s);
}

bool keysort_step(struct keysort *s, int64_t end)
{
    if (!s->count)
        return true;
    while (!s->width || s->width < s->count) {
        if (!s->width)
            begin(s);
        else if (s->from == s->count)
            end_pass(s);
        else
            merge(s);
        if (clock_ns() >= end)
            break;
    }
    return s->width >= s->count;
}

int keysort_percent(const struct keysort *s)
{
    size_t passes = 1, done = 0;

    if (!s->count)
        return 100;
    for (size_t width = SHORT_RUN; width < s->count; width *= 2)
        passes++;
    for (size_t width = SHORT_RUN; width <= s->width; width *= 2)
        done++;
    if (done >= passes)
        return 100;
    return (int)((done * 100 + s->from * 100 / s->count) / passes);
}
