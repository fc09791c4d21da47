#include "text/utf8.h"

#include <unistr.h>

/* What a lead byte promises: how many bytes follow, and between which limits
 * the first of them lies (Unicode 15, table 3-7: no overlong forms, no
 * surrogates, nothing over U+10FFFF). */
struct lead {
    unsigned follow;
    unsigned low, high;
};

static struct lead lead_of(unsigned char c)
{
    if (c < 0xE0)
        return (struct lead){1, 0x80, 0xBF};
    if (c < 0xF0)
        return (struct lead){2, c == 0xE0 ? 0xA0u : 0x80u,
                             c == 0xED ? 0x9Fu : 0xBFu};
    return (struct lead){3, c == 0xF0 ? 0x90u : 0x80u,
                         c == 0xF4 ? 0x8Fu : 0xBFu};
}

/* libunistring's u8_mbtouc() is no substitute: it takes E0 80 as one bad unit
 * of two bytes, where the maximal subpart is E0 alone. */
size_t utf8_decode(const char *s, size_t len, uint32_t *cp)
{
    unsigned char c = (unsigned char)s[0];
    struct lead lead;
    uint32_t value;

    if (c < 0x80) {
        *cp = c;
        return 1;
    }
    *cp = UTF8_REPLACEMENT;
    if (c < 0xC2 || c > 0xF4)
        return 1;
    lead = lead_of(c);
    value = c & (0x3Fu >> lead.follow);
    for (unsigned i = 1; i <= lead.follow; i++) {
        unsigned char next;

        if (i >= len)
            return i;
        next = (unsigned char)s[i];
        if (next < lead.low || next > lead.high)
            return i;
        value = value << 6 | (next & 0x3Fu);
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    *cp = value;
    return lead.follow + 1;
}

size_t utf8_encode(uint32_t cp, char out[UTF8_MAX])
{
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = UTF8_REPLACEMENT;
    return (size_t)u8_uctomb((uint8_t *)out, cp, UTF8_MAX);
}

bool utf8_is_valid(const char *s, size_t len)
{
    return u8_check((const uint8_t *)s, len) == NULL;
}

size_t utf8_count(const char *s, size_t len)
{
    size_t count = 0;
    uint32_t cp;

    for (size_t at = 0; at < len; count++)
        at += utf8_decode(s + at, len - at, &cp);
    return count;
}

size_t utf8_offset(const char *s, size_t len, size_t index)
{
    size_t at = 0;
    uint32_t cp;

    for (; index > 0 && at < len; index--)
        at += utf8_decode(s + at, len - at, &cp);
    return at;
}

/* A code point is what utf8_decode() of its first byte takes: go back to the
 * farthest byte from which that ends exactly here. */
size_t utf8_prev(const char *s, size_t at)
{
    size_t farthest = at > UTF8_MAX ? UTF8_MAX : at;
    uint32_t cp;

    for (size_t back = farthest; back > 1; back--) {
        if (((unsigned char)s[at - back] & 0xC0) == 0xC0 &&
            utf8_decode(s + at - back, back, &cp) == back)
            return at - back;
    }
    return at - 1;
}

size_t utf8_start(const char *s, size_t len, size_t at)
{
    size_t start = at;
    uint32_t cp;

    while (start > 0 && at - start < UTF8_MAX - 1 &&
           ((unsigned char)s[start] & 0xC0) == 0x80)
        start--;
    return start + utf8_decode(s + start, len - start, &cp) > at ? start : at;
}
