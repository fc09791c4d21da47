#include "text/cluster.h"

#include <stdbool.h>

#include "text/utf8.h"

#define MARKS_MAX 4 /* text/clean.h lets no more through */

/* Whether no mark can begin with this byte: ASCII, Latin, CJK marks and
 * kana, Han. */
static inline bool begins_no_mark(unsigned char c)
{
    return c < 0xCC || (c >= 0xE3 && c <= 0xE9);
}

/* Bytes of the mark at `s`; 0 if none stands there. */
static size_t mark_len(const char *s, size_t len)
{
    uint32_t cp;
    size_t used;

    if (len == 0 || begins_no_mark((unsigned char)s[0]))
        return 0;
    /* Nor with EF BC: the full-width ， ： （ ） are in nearly every clause. */
    if (len >= 2 && s[0] == '\xEF' && s[1] == '\xBC')
        return 0;
    used = utf8_decode(s, len, &cp);
    return width_kind(cp) == WIDTH_ZERO ? used : 0;
}

static size_t marks_len(const char *s, size_t len, int most)
{
    size_t at = 0;

    for (int n = 0; n < most; n++) {
        size_t used = mark_len(s + at, len - at);

        if (used == 0)
            break;
        at += used;
    }
    return at;
}

/* What UAX #29 joins beyond base and marks (Korean syllables spelled out,
 * Indic conjuncts, flags, joined pictures) takes cells of its own in a
 * terminal, so it is several clusters here. */
static inline struct cluster cluster_of(const char *s, size_t len,
                                        enum ambiguous ambiguous)
{
    unsigned char c = (unsigned char)s[0];
    struct cluster found;
    uint32_t cp;

    if (c < 0x80) {
        found = (struct cluster){1, 1};
    } else if (c >= 0xE5 && c <= 0xE9 && len >= 3 &&
               ((unsigned char)s[1] & 0xC0) == 0x80 &&
               ((unsigned char)s[2] & 0xC0) == 0x80) {
        found = (struct cluster){3, 2};
    } else {
        found.len = utf8_decode(s, len, &cp);
        found.columns = width_of(cp, ambiguous);
    }
    found.len += marks_len(s + found.len, len - found.len,
                           found.columns ? MARKS_MAX : MARKS_MAX - 1);
    return found;
}

struct cluster cluster_at(const char *s, size_t len, enum ambiguous ambiguous)
{
    return cluster_of(s, len, ambiguous);
}

int cluster_columns(const char *s, size_t len, enum ambiguous ambiguous)
{
    int columns = 0;

    for (size_t at = 0; at < len;) {
        struct cluster c = cluster_of(s + at, len - at, ambiguous);

        columns += c.columns;
        at += c.len;
    }
    return columns;
}

size_t cluster_fit(const char *s, size_t len, int columns,
                   enum ambiguous ambiguous, int *used)
{
    size_t at = 0;
    int taken = 0;

    while (at < len) {
        struct cluster c = cluster_of(s + at, len - at, ambiguous);

        if (c.columns > columns - taken)
            break;
        taken += c.columns;
        at += c.len;
    }
    if (used)
        *used = taken;
    return at;
}
