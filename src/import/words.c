#include "import/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "search/fold.h"
#include "text/utf8.h"

/* Most answers are no at the first byte: asked for every line and word. */
bool words_start(const char *s, const char *beginning)
{
    while (*beginning && *s == *beginning) {
        s++;
        beginning++;
    }
    return !*beginning;
}

bool words_end(const char *s, const char *ending)
{
    size_t len = strlen(s), n = strlen(ending);

    return len >= n && memcmp(s + len - n, ending, n) == 0;
}

bool words_end_any(const char *s, const char *const *endings)
{
    size_t len = strlen(s);

    for (; *endings; endings++) {
        size_t n = strlen(*endings);

        if (len >= n && memcmp(s + len - n, *endings, n) == 0)
            return true;
    }
    return false;
}

bool words_have_any(const char *s, const char *const *words)
{
    for (; *words; words++) {
        if (strstr(s, *words))
            return true;
    }
    return false;
}

const char *words_start_any(const char *s, const char *const *beginnings)
{
    for (; *beginnings; beginnings++) {
        if (words_start(s, *beginnings))
            return *beginnings;
    }
    return NULL;
}

/* Bytes of the blank at `s`, 0 where there is none. */
static size_t blank_at(const char *s, size_t len)
{
    if (len == 0)
        return 0;
    if (strchr(" \t\r\n\f\v", s[0]) && s[0])
        return 1;
    if (len >= 2 && memcmp(s, "\u00a0", 2) == 0)
        return 2;
    if (len >= 3 && memcmp(s, "\u3000", 3) == 0)
        return 3;
    if (len >= 3 && (unsigned char)s[0] >= 0xE1 &&
        (unsigned char)s[0] <= 0xEF) {
        uint32_t cp;

        utf8_decode(s, len, &cp);
        return (cp >= 0x2000 && cp <= 0x200B) || cp == 0x202F || cp == 0x205F ||
                       cp == 0x2060 || cp == 0xFEFF
                   ? 3
                   : 0;
    }
    return 0;
}

size_t words_leading_blank(const char *s, size_t len)
{
    size_t i = 0, n;

    while ((n = blank_at(s + i, len - i)) > 0)
        i += n;
    return i;
}

static size_t trailing_blank(const char *s, size_t len)
{
    size_t end = len;

    while (end > 0) {
        size_t start = utf8_prev(s, end);

        if (blank_at(s + start, end - start) != end - start)
            break;
        end = start;
    }
    return len - end;
}

char *words_trimmed(const char *s, size_t len)
{
    size_t start = words_leading_blank(s, len);

    len -= start;
    return xmemdup(s + start, len - trailing_blank(s + start, len));
}

char *words_squeezed(const char *s)
{
    struct str out = {0};
    size_t len = strlen(s);

    for (size_t i = 0; i < len;) {
        size_t n = blank_at(s + i, len - i);

        if (n) {
            i += n;
            continue;
        }
        str_addc(&out, s[i++]);
    }
    return str_take(&out);
}

bool words_is_han(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) ||
           (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* A sign or letter as words_bare() writes it. */
static uint32_t one_form(uint32_t cp)
{
    /* clang-format off */
    static const struct { uint32_t from, to; } pairs[] = {
        { '(', 0xFF08 }, { ')', 0xFF09 }, { ',', 0xFF0C }, { ':', 0xFF1A },
        { ';', 0xFF1B }, { '!', 0xFF01 }, { '?', 0xFF1F },
        /* turtle-shell brackets of all kinds */
        { 0xFE5D, 0x3014 }, { 0xFE5E, 0x3015 }, { 0x3016, 0x3014 },
        { 0x3017, 0x3015 },
        /* colons and lines that are drawn like them */
        { 0xFE55, 0xFF1A }, { 0x2236, 0xFF1A }, { 0x2502, '|' },
        { 0x2010, '-' }, { 0x2011, '-' }, { 0x2212, '-' },
    };
    /* clang-format on */

    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
        if (pairs[i].from == cp)
            return pairs[i].to;
    }
    if (cp == 0xFF08 || cp == 0xFF09 || cp == 0xFF0C || cp == 0xFF1A ||
        cp == 0xFF1B || cp == 0xFF01 || cp == 0xFF1F)
        return cp;
    if (cp > 0xFF00 && cp < 0xFF5F)
        return cp - 0xFF01 + '!';
    if (words_is_han(cp)) {
        uint32_t folded = fold(cp);

        return words_is_han(folded) ? folded : cp;
    }
    return cp;
}

char *words_bare(const char *s)
{
    struct str out = {0};
    size_t len = strlen(s);

    for (size_t i = 0; i < len;) {
        size_t n = blank_at(s + i, len - i);
        char bytes[UTF8_MAX];
        uint32_t cp;

        if (n) {
            i += n;
            continue;
        }
        i += utf8_decode(s + i, len - i, &cp);
        str_append(&out, bytes, utf8_encode(one_form(cp), bytes));
    }
    return str_take(&out);
}

char *words_part(const char *s, size_t from, size_t count)
{
    size_t len = strlen(s), seen = 0, start = len, end = len, n;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;

        n = blank_at(s + i, len - i);
        if (n)
            continue;
        if (seen == from)
            start = i;
        if (seen == from + count) {
            end = i;
            break;
        }
        n = utf8_decode(s + i, len - i, &cp);
        seen++;
    }
    return words_trimmed(s + start, end - start);
}

char *words_closed(const char *s)
{
    struct str out = {0};
    size_t len = strlen(s), n;
    bool blank = false, han = false;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;

        n = blank_at(s + i, len - i);
        if (n) {
            blank = true;
            continue;
        }
        n = utf8_decode(s + i, len - i, &cp);
        if (blank && out.len && !(han && words_is_han(cp)))
            str_addc(&out, ' ');
        str_append(&out, s + i, n);
        han = words_is_han(cp);
        blank = false;
    }
    return str_take(&out);
}

bool words_same(const char *a, const char *b)
{
    char *x = words_squeezed(a), *y = words_squeezed(b);
    bool same = strcmp(x, y) == 0;

    free(x);
    free(y);
    return same;
}

size_t words_count(const char *s)
{
    return utf8_count(s, strlen(s));
}
