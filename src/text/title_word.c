#include "text/title_word.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/title_table.h"

#define HAN  ((size_t)3) /* bytes of a character of the tables */
#define MOST ((size_t)8) /* characters of a word */

/* What words cost that are in no table, as the table's binary logarithms. */
enum {
    COST_LONE = 15,    /* any character by itself */
    COST_FUNCTION = 9, /* one that often is a word */
    COST_NUMBER = 9,   /* a number, its counter with it */
    COST_NONE = INT_MAX,
    PLACE = 64, /* added to the table's cost of a place */
};

static const char functions[] = "的和与及或等对在为向从以将把被由于有是中上下内"
                                "外前后新省市县区州盟旗乡镇村";
static const char numerals[] = "〇零一二三四五六七八九十百千两几";
static const char counters[] =
    "年月日号批届次个期项所家名级条件类起款种部处份位"
    "岁周";
static const char ordinal[] = "第";
/* What makes one word with the name of a place before it. */
static const char divisions[] = "省市县区州盟旗湾岛港河江湖山镇乡";

static bool is_han(const char *s, size_t len)
{
    unsigned char first = len >= HAN ? (unsigned char)s[0] : 0;

    return (first > 0xE4 && first <= 0xE9) ||
           (first == 0xE4 && (unsigned char)s[1] >= 0xB8) ||
           (len >= HAN && memcmp(s, numerals, HAN) == 0);
}

static bool holds(const char *set, const char *han)
{
    for (const char *p = set; *p != '\0'; p += HAN) {
        if (memcmp(p, han, HAN) == 0)
            return true;
    }
    return false;
}

/* What the `n` characters at `s` cost as one word of the table. */
static int table_cost(const char *s, size_t n)
{
    size_t size = n * HAN, width = size + 2, low = 0, high;

    if (n >= ARRAY_LEN(words_of))
        return COST_NONE;
    high = words_of[n].count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *entry = words_of[n].entries + middle * width;
        int order = memcmp(s, entry, size);

        if (order == 0)
            return (unsigned char)entry[size];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return COST_NONE;
}

/* Whether the `n` characters at `s` are a number, its counter with it or not.
 */
static bool is_number(const char *s, size_t n)
{
    size_t i = memcmp(s, ordinal, HAN) == 0, first = i;

    while (i < n && holds(numerals, s + i * HAN))
        i++;
    if (i == first)
        return false;
    return i == n || (i + 1 == n && holds(counters, s + i * HAN));
}

static int word_cost(const char *s, size_t n)
{
    int cost = table_cost(s, n);

    if (cost != COST_NONE && cost > PLACE)
        cost -= PLACE;
    if (cost == COST_NONE && n > 2 && holds(divisions, s + (n - 1) * HAN)) {
        int place = table_cost(s, n - 1);

        if (place != COST_NONE && place > PLACE)
            return place - PLACE;
    }
    if (cost > COST_NUMBER && is_number(s, n))
        return COST_NUMBER;
    if (n > 1)
        return cost;
    return holds(functions, s) ? COST_FUNCTION : COST_LONE;
}

/* The least that the words of a run of Han characters cost up to each of its
 * characters and from it on. */
struct reading {
    const char *s;
    size_t count; /* characters */
    int *before, *after;
};

static void read_run(struct reading *r)
{
    for (size_t i = 1; i <= r->count; i++)
        r->before[i] = COST_NONE;
    for (size_t i = 0; i < r->count; i++)
        r->after[i] = COST_NONE;
    for (size_t i = 0; i < r->count; i++) {
        for (size_t n = 1; n <= MOST && i + n <= r->count; n++) {
            int cost = word_cost(r->s + i * HAN, n);

            if (cost != COST_NONE && r->before[i] + cost < r->before[i + n])
                r->before[i + n] = r->before[i] + cost;
        }
    }
    for (size_t i = r->count; i-- > 0;) {
        for (size_t n = 1; n <= MOST && i + n <= r->count; n++) {
            int cost = word_cost(r->s + i * HAN, n);

            if (cost != COST_NONE && r->after[i + n] + cost < r->after[i])
                r->after[i] = r->after[i + n] + cost;
        }
    }
}

/* Set the flags of a run by its likeliest reading. */
static void flag_run(const struct reading *r, unsigned char *flags)
{
    int best = r->before[r->count];

    for (size_t i = 1; i < r->count; i++) {
        if (r->before[i] + r->after[i] > best)
            flags[i * HAN] |= TITLE_WORD_INSIDE;
    }
    for (size_t i = 0, n; i < r->count; i += n) {
        for (n = MOST < r->count - i ? MOST : r->count - i; n > 1; n--) {
            int cost = word_cost(r->s + i * HAN, n);

            if (cost != COST_NONE &&
                r->before[i] + cost + r->after[i + n] == best)
                break;
        }
        if (n > 1) {
            flags[i * HAN] |= TITLE_WORD_BEGINS;
            flags[(i + n) * HAN] |= TITLE_WORD_ENDS;
        }
    }
}

static void find_words(const char *s, size_t count, unsigned char *flags)
{
    struct reading r = {.s = s, .count = count};

    r.before = xcalloc(count + 1, sizeof(*r.before));
    r.after = xcalloc(count + 1, sizeof(*r.after));
    read_run(&r);
    flag_run(&r, flags);
    free(r.before);
    free(r.after);
}

/* Mark the joints of a compound that stands at the start of `s`. */
static void find_compound(const char *compound, const char *s, size_t len,
                          unsigned char *flags)
{
    size_t at = 0;

    for (const char *p = compound; *p != '\0'; p++) {
        if (*p == '|')
            continue;
        if (at >= len || s[at++] != *p)
            return;
    }
    at = 0;
    for (const char *p = compound; *p != '\0'; p++) {
        if (*p == '|')
            flags[at] |= TITLE_WORD_COMPOUND;
        else
            at++;
    }
}

void title_word_find(const char *s, size_t len, unsigned char *flags)
{
    memset(flags, 0, len + 1);
    for (size_t at = 0; at < len;) {
        size_t count = 0;

        while (is_han(s + at + count * HAN, len - at - count * HAN))
            count++;
        if (count > 0)
            find_words(s + at, count, flags + at);
        for (size_t i = 0; i < count; i++) {
            for (size_t k = 0; k < ARRAY_LEN(compounds); k++)
                find_compound(compounds[k], s + at + i * HAN,
                              len - at - i * HAN, flags + at + i * HAN);
        }
        at += count > 0 ? count * HAN : 1;
    }
}
