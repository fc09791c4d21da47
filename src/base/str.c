#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void reserve(struct str *s, size_t more)
{
    size_t need = s->len + more + 1;

    if (need <= s->cap)
        return;
    s->cap = s->cap + s->cap / 2;
    if (s->cap < need)
        s->cap = need + 16;
    s->text = xreallocarray(s->text, s->cap, 1);
}

void str_append(struct str *s, const char *bytes, size_t len)
{
    reserve(s, len);
    if (len)
        memcpy(s->text + s->len, bytes, len);
    s->len += len;
    s->text[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
    str_append(s, text, strlen(text));
}

void str_addc(struct str *s, char c)
{
    str_append(s, &c, 1);
}

void str_addvf(struct str *s, const char *fmt, va_list ap)
{
    va_list again;
    int n;

    va_copy(again, ap);
    n = vsnprintf(NULL, 0, fmt, ap);
    assert(n >= 0);
    reserve(s, (size_t)n);
    vsnprintf(s->text + s->len, (size_t)n + 1, fmt, again);
    va_end(again);
    s->len += (size_t)n;
}

void str_addf(struct str *s, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    str_addvf(s, fmt, ap);
    va_end(ap);
}

void str_truncate(struct str *s, size_t len)
{
    assert(len <= s->len);
    s->len = len;
    if (s->text)
        s->text[len] = '\0';
}

const char *str_text(const struct str *s)
{
    return s->text ? s->text : "";
}

char *str_take(struct str *s)
{
    char *text = s->text ? s->text : xstrdup("");

    *s = (struct str){0};
    return text;
}

void str_clear(struct str *s)
{
    free(s->text);
    *s = (struct str){0};
}
