#include "text/span.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "text/ascii.h"
#include "text/utf8.h"

#define HAO 0x53F7u /* closes a document's number */
#define DI  0x7B2Cu /* may stand before it */

/* The code point at `at`, 0 at the end; its bytes to `*n`. */
static uint32_t code_at(const char *s, size_t len, size_t at, size_t *n)
{
    uint32_t cp = 0;

    *n = 0;
    if (at < len)
        *n = utf8_decode(s + at, len - at, &cp);
    return cp;
}

int span_digit(const char *s, size_t len, size_t at, size_t *n)
{
    uint32_t cp = code_at(s, len, at, n);

    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    if (cp >= 0xFF10 && cp <= 0xFF19)
        return (int)(cp - 0xFF10);
    return -1;
}

/* The end of the digits that begin at `at`; `*count` is their number. */
static size_t digits_end(const char *s, size_t len, size_t at, unsigned *count)
{
    size_t n;

    for (*count = 0; span_digit(s, len, at, &n) >= 0; at += n)
        (*count)++;
    return at;
}

/*
 * Whether `cp`, between `before` digits and `after` digits, belongs to a
 * number. A full-width comma or colon also parts a list or opens a clause, so
 * only thousands and the time of day count there.
 */
static bool joins_digits(uint32_t cp, unsigned before, unsigned after)
{
    switch (cp) {
    case '.':
    case ',':
    case '-':
    case ':':
    case '/':
    case 0xFF0D: /* full-width hyphen */
    case 0xFF0E: /* full-width point */
    case 0xFF0F: /* full-width solidus */
        return after > 0;
    case 0xFF0C: /* full-width comma */
        return before <= 3 && after == 3;
    case 0xFF1A: /* full-width colon */
        return before <= 2 && after == 2;
    default:
        return false;
    }
}

/* The end of the number that begins with the digit at `at`. */
static size_t number_end(const char *s, size_t len, size_t at)
{
    unsigned before;
    size_t end = digits_end(s, len, at, &before);

    while (end < len) {
        unsigned after;
        size_t n;
        uint32_t cp = code_at(s, len, end, &n);
        size_t next = digits_end(s, len, end + n, &after);

        if (!joins_digits(cp, before, after))
            break;
        end = next;
        before = after;
    }
    return end;
}

/* The bracket that closes `open`, 0 for what opens nothing here. */
static uint32_t closing(uint32_t open)
{
    static const uint32_t pairs[][2] = {
        {'(', ')'},       {'[', ']'},       {0x3010, 0x3011}, {0x3014, 0x3015},
        {0xFE5D, 0xFE5E}, {0xFF08, 0xFF09}, {0xFF3B, 0xFF3D},
    };

    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (pairs[i][0] == open)
            return pairs[i][1];
    }
    return 0;
}

/* Bracket, digits, bracket: the end of `[2020]` or `(010)`, or `at`. */
static size_t bracketed_digits(const char *s, size_t len, size_t at,
                               unsigned *count)
{
    size_t n;
    uint32_t close = closing(code_at(s, len, at, &n));
    size_t end;

    *count = 0;
    if (close == 0)
        return at;
    end = digits_end(s, len, at + n, count);
    if (*count == 0 || code_at(s, len, end, &n) != close)
        return at;
    return end + n;
}

static size_t past_space(const char *s, size_t len, size_t at)
{
    return at < len && s[at] == ' ' ? at + 1 : at;
}

/* A year in brackets, digits and hao (GB/T 9704 7.2.5), or an area code in
 * brackets and the number of a telephone. */
static struct span bracket_span(const char *s, size_t len, size_t at)
{
    struct span none = {SPAN_NONE, at};
    unsigned count, more;
    size_t n, digit_size;
    size_t end = bracketed_digits(s, len, at, &count);

    if (end == at)
        return none;
    (void)code_at(s, len, at, &n);
    if ((count == 3 || count == 4) &&
        span_digit(s, len, at + n, &digit_size) == 0 &&
        span_digit(s, len, end, &digit_size) >= 0)
        return (struct span){SPAN_NUMBER, number_end(s, len, end)};
    if (count != 4)
        return none;
    end = past_space(s, len, end);
    if (code_at(s, len, end, &n) == DI)
        end += n;
    end = past_space(s, len, digits_end(s, len, end, &more));
    if (more == 0 || code_at(s, len, end, &n) != HAO)
        return none;
    return (struct span){SPAN_DOC_NUMBER, end + n};
}

static bool is_address_byte(unsigned char c)
{
    return ascii_is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '@' ||
           c == '%' || c == '+';
}

bool span_is_url_byte(char c)
{
    return ascii_is_alnum(c) ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c));
}

static bool begins_url(const char *s, size_t len)
{
    static const char www[] = "www.";
    size_t i = 0;

    while (i < len && i < 16 && ascii_is_alnum(s[i]))
        i++;
    if (i > 0 && len - i > 3 && memcmp(s + i, "://", 3) == 0)
        return true;
    for (i = 0; i < 4 && i < len; i++) {
        if ((s[i] | 0x20) != (www[i] | 0x20))
            return false;
    }
    return len > 4 && ascii_is_alnum(s[4]);
}

static size_t url_end(const char *s, size_t len, size_t at)
{
    while (at < len && span_is_url_byte(s[at]))
        at++;
    return at;
}

/* The end of a mail address or host name, or `at`: labels with dots or an @
 * between them, and a letter somewhere. */
static size_t address_end(const char *s, size_t len, size_t at)
{
    size_t end = at;
    bool has_letter = false, has_joint = false;

    for (; end < len && is_address_byte((unsigned char)s[end]); end++) {
        unsigned char c = (unsigned char)s[end];

        if (ascii_is_alnum(c))
            has_letter = has_letter || c > '9';
        else if ((c == '.' || c == '@') && end > at && end + 1 < len)
            has_joint = has_joint || (ascii_is_alnum(s[end - 1]) &&
                                      ascii_is_alnum(s[end + 1]));
    }
    while (end > at && !ascii_is_alnum(s[end - 1]))
        end--;
    return has_letter && has_joint ? end : at;
}

struct span span_at(const char *s, size_t len, size_t at)
{
    unsigned char c = (unsigned char)s[at];
    size_t n;

    if (len - at > SPAN_MAX)
        len = at + SPAN_MAX;
    if (ascii_is_alnum(c) &&
        (at == 0 || !is_address_byte((unsigned char)s[at - 1]))) {
        size_t end = address_end(s, len, at);

        if (begins_url(s + at, len - at))
            return (struct span){SPAN_URL, url_end(s, len, at)};
        if (end > at)
            return (struct span){SPAN_ADDRESS, end};
    }
    if (span_digit(s, len, at, &n) >= 0)
        return (struct span){SPAN_NUMBER, number_end(s, len, at)};
    return ascii_is_alnum(c) ? (struct span){SPAN_NONE, at}
                             : bracket_span(s, len, at);
}

/* ---- ranges ---- */

static uint32_t code_before(const char *s, size_t at, size_t *begin)
{
    uint32_t cp = 0;

    *begin = at;
    if (at > 0) {
        *begin = utf8_prev(s, at);
        (void)utf8_decode(s + *begin, at - *begin, &cp);
    }
    return cp;
}

static bool is_digit_code(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
}

static bool is_in(const char *set, uint32_t cp)
{
    for (size_t i = 0, len = strlen(set), n; i < len; i += n) {
        if (code_at(set, len, i, &n) == cp)
            return true;
    }
    return false;
}

/* What is said of a day of the week: a day, and what comes before it. */
static const char weekdays[] = "一二三四五六日天";
static const char weeks[] = "周期拜";

/* Whether what ends before byte `at` can be the beginning of a range: a
 * number, with its unit or not, or a day of the week. */
static bool ends_as_range(const char *s, size_t at)
{
    static const char units[] = "年月日号时点分秒周岁届期级条项%％℃°元万亿";
    size_t begin, before;
    uint32_t cp = code_before(s, at, &begin), left;

    if (is_digit_code(cp))
        return true;
    left = code_before(s, begin, &before);
    if (is_in(weekdays, cp) && is_in(weeks, left))
        return true;
    return is_in(units, cp) && is_digit_code(left);
}

/* Whether what begins with byte `at` can be the end of one. */
static bool begins_as_range(const char *s, size_t len, size_t at)
{
    size_t n, more;
    uint32_t cp = code_at(s, len, at, &n), next;

    if (is_digit_code(cp))
        return true;
    next = code_at(s, len, at + n, &more);
    if (cp == DI)
        return is_digit_code(next);
    if (cp == 0x661F) /* of xingqi, a week */
        return next == 0x671F;
    return cp == 0x5468 && is_in(weekdays, next);
}

static bool is_range_mark(uint32_t cp)
{
    return cp == '~' || cp == 0x2013 || cp == 0x2014 || cp == 0x2015 ||
           cp == 0x301C || cp == 0x81F3 || cp == 0xFF0D || cp == 0xFF5E;
}

bool span_is_range(const char *s, size_t len, size_t at)
{
    size_t n, begin;
    uint32_t cp = code_at(s, len, at, &n);

    if (is_range_mark(cp))
        return ends_as_range(s, at) && begins_as_range(s, len, at + n);
    cp = code_before(s, at, &begin);
    return is_range_mark(cp) && ends_as_range(s, begin) &&
           begins_as_range(s, len, at);
}
