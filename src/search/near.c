#include "search/near.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

/* What is said alike: either side stands for the other. */
struct pair {
    const char *a, *b;
};

/* The longer ones first: zh is no z. hu before a vowel is said like f, as in
 * 花 and 发. */
static const struct pair beginnings[] = {
    {"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"hu", "f"}, {"h", "f"}, {"n", "l"},
};
static const struct pair endings[] = {
    {"ang", "an"},
    {"eng", "en"},
    {"ing", "in"},
};

static bool starts(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

static bool ends(const char *s, const char *with)
{
    size_t len = strlen(s), tail = strlen(with);

    return len >= tail && strcmp(s + len - tail, with) == 0;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiouv", c);
}

/* No syllable is longer; hu + ang is 5, zhuang 6. */
static void add(char out[NEAR_MAX][PINYIN_MAX + 1], size_t *n,
                const char *first, const char *rest)
{
    char spelling[2 * PINYIN_MAX + 1];
    int len = snprintf(spelling, sizeof(spelling), "%s%s", first, rest);

    if (len < 1 || len > PINYIN_MAX)
        return;
    for (size_t i = 0; i < *n; i++) {
        if (strcmp(out[i], spelling) == 0)
            return;
    }
    if (*n < NEAR_MAX)
        memcpy(out[(*n)++], spelling, (size_t)len + 1);
}

static void add_beginnings(char out[NEAR_MAX][PINYIN_MAX + 1], size_t *n)
{
    const char *s = out[0];

    for (size_t i = 0; i < ARRAY_LEN(beginnings); i++) {
        const char *a = beginnings[i].a, *b = beginnings[i].b;
        bool is_hu = strcmp(a, "hu") == 0;

        if (starts(s, a) && (!is_hu || is_vowel(s[2])))
            add(out, n, b, s + strlen(a));
        else if (starts(s, b) && !(is_hu && s[1] == 'u'))
            add(out, n, a, s + strlen(b));
        else
            continue;
        if (!starts(s, "h") && !starts(s, "f"))
            return; /* zh is not looked at as z again */
    }
}

static void add_endings(char out[NEAR_MAX][PINYIN_MAX + 1], size_t *n)
{
    size_t before = *n;

    for (size_t k = 0; k < before; k++) {
        char head[PINYIN_MAX + 1];
        const char *s = out[k];

        for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
            const char *a = endings[i].a, *b = endings[i].b;
            bool is_a = ends(s, a);

            if (!is_a && !ends(s, b))
                continue;
            memcpy(head, s, sizeof(head));
            head[strlen(s) - strlen(is_a ? a : b)] = '\0';
            add(out, n, head, is_a ? b : a);
        }
    }
}

size_t near_spellings(const char *spelling, char out[NEAR_MAX][PINYIN_MAX + 1])
{
    size_t n = 0;

    assert(strlen(spelling) <= PINYIN_MAX);
    add(out, &n, spelling, "");
    add_beginnings(out, &n);
    add_endings(out, &n);
    return n;
}
