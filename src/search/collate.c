#include "search/collate.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/fold.h"
#include "search/pinyin.h"
#include "text/utf8.h"

enum {
    BMP = 0x10000,
    DIGIT = 255,  /* a rank is written in two bytes from 1 to 255 */
    HAN = 0x2E80, /* what is under it stands before the characters */
    PRIVATE_END = 0xF8FF,
    SURROGATE = 0xD800,
    LAST = DIGIT * DIGIT - 1, /* the rank of all that has none of its own */
};

/* Names that are looked up by another reading of their first character than
 * its main one. */
static const struct exception {
    uint32_t first;
    const char *word;
    const char *spelling;
    bool at_start; /* of a text only */
} exceptions[] = {
    {0x91CD, "重庆", "chong", false}, {0x53A6, "厦门", "xia", false},
    {0x868C, "蚌埠", "beng", false},  {0x516D, "六安", "lu", false},
    {0x5355, "单县", "shan", false},  {0x957F, "长", "chang", true},
};

struct collation {
    uint16_t ranks[BMP];
    uint16_t exceptional[ARRAY_LEN(exceptions)];
};

/* A character with the reading that it is looked up by. */
struct entry {
    const char *spelling;
    uint32_t cp;
    uint16_t *rank; /* where its rank goes */
};

static const char *main_reading(uint32_t cp)
{
    const struct pinyin_reading *readings;
    size_t n = pinyin_readings(pinyin_set(cp), &readings);

    return n ? readings[0].spelling : NULL;
}

static int by_reading(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    int order = strcmp(a->spelling, b->spelling);

    if (order)
        return order;
    return a->cp < b->cp ? -1 : a->cp > b->cp;
}

static bool has_rank(uint32_t cp)
{
    return cp < SURROGATE || (cp > PRIVATE_END && cp < BMP);
}

/* Ranks from `next` on for the characters without a reading in [from, to). */
static unsigned rank_others(struct collation *c, unsigned next, uint32_t from,
                            uint32_t to)
{
    for (uint32_t cp = from; cp < to; cp++)
        if (has_rank(cp) && !main_reading(cp))
            c->ranks[cp] = (uint16_t)next++;
    return next;
}

static unsigned rank_by_reading(struct collation *c, unsigned next)
{
    struct entry *entries =
        xcalloc(BMP + ARRAY_LEN(exceptions), sizeof(*entries));
    size_t n = 0;

    for (uint32_t cp = 0; cp < BMP; cp++) {
        const char *spelling = has_rank(cp) ? main_reading(cp) : NULL;

        if (spelling)
            entries[n++] = (struct entry){spelling, cp, &c->ranks[cp]};
    }
    for (size_t i = 0; i < ARRAY_LEN(exceptions); i++)
        entries[n++] = (struct entry){exceptions[i].spelling,
                                      exceptions[i].first, &c->exceptional[i]};
    qsort(entries, n, sizeof(*entries), by_reading);
    for (size_t i = 0; i < n; i++)
        *entries[i].rank = (uint16_t)next++;
    free(entries);
    return next;
}

struct collation *collation_new(void)
{
    struct collation *c = xcalloc(1, sizeof(*c));
    unsigned next = 0;

    for (uint32_t cp = 0; cp < BMP; cp++)
        c->ranks[cp] = LAST;
    next = rank_others(c, next, 0, HAN);
    next = rank_by_reading(c, next);
    rank_others(c, next, HAN, BMP);
    return c;
}

void collation_free(struct collation *c)
{
    free(c);
}

static void add_rank(struct str *out, unsigned rank)
{
    const char bytes[] = {(char)(rank / DIGIT + 1), (char)(rank % DIGIT + 1)};

    str_append(out, bytes, sizeof(bytes));
}

/* Whether the text from `at` on, folded, begins with an exception: its rank,
 * else 0. */
static unsigned exceptional_rank(const struct collation *c, uint32_t first,
                                 const char *text, size_t len, bool at_start)
{
    for (size_t i = 0; i < ARRAY_LEN(exceptions); i++) {
        const char *word = exceptions[i].word;
        size_t at = 0, left = strlen(word);
        bool is_same = at_start || !exceptions[i].at_start;

        if (exceptions[i].first != first)
            continue;
        while (is_same && left && at < len) {
            uint32_t a, b;
            size_t used = utf8_decode(word, left, &a);

            at += utf8_decode(text + at, len - at, &b);
            is_same = a == fold(b);
            word += used;
            left -= used;
        }
        if (is_same && !left)
            return c->exceptional[i];
    }
    return 0;
}

static void add_char(const struct collation *c, struct str *out, uint32_t cp)
{
    if (cp < BMP && c->ranks[cp] != LAST) {
        add_rank(out, c->ranks[cp]);
        return;
    }
    add_rank(out, LAST);
    add_rank(out, cp / 0x1000);
    add_rank(out, cp % 0x1000);
}

void collation_key(const struct collation *c, struct str *out, const char *text,
                   size_t len)
{
    size_t start = out->len;

    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t used = utf8_decode(text + i, len - i, &cp);
        unsigned rank;

        cp = fold(cp);
        rank = exceptional_rank(c, cp, text + i, len - i, out->len == start);
        if (rank)
            add_rank(out, rank);
        else if (!fold_is_transparent(cp))
            add_char(c, out, cp);
        i += used;
    }
}
