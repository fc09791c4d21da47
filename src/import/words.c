#include "import/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/utf8.h"

bool words_start(const char *s, const char *beginning)
{
    return strncmp(s, beginning, strlen(beginning)) == 0;
}

bool words_end(const char *s, const char *ending)
{
    size_t len = strlen(s), n = strlen(ending);

    return len >= n && memcmp(s + len - n, ending, n) == 0;
}

bool words_end_any(const char *s, const char *const *endings)
{
    for (; *endings; endings++) {
        if (words_end(s, *endings))
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
