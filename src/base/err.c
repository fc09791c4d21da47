#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* vsnprintf() cuts between any two bytes: drop the code point it cut. */
static void drop_cut_tail(char *msg, size_t len)
{
    size_t i = len;

    while (i > 0 && ((unsigned char)msg[i - 1] & 0xC0) == 0x80)
        i--;
    if (i > 0 && ((unsigned char)msg[i - 1] & 0xC0) == 0xC0)
        msg[i - 1] = '\0';
}

__attribute__((format(printf, 3, 0))) static void
format(char *msg, size_t size, const char *fmt, va_list ap)
{
    int n = vsnprintf(msg, size, fmt, ap);

    if (n < 0)
        msg[0] = '\0';
    else if ((size_t)n >= size)
        drop_cut_tail(msg, size - 1);
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
    if (e) {
        va_list ap;

        e->code = code;
        va_start(ap, fmt);
        format(e->msg, sizeof(e->msg), fmt, ap);
        va_end(ap);
    }
    return false;
}

bool err_prefix(struct err *e, const char *fmt, ...)
{
    if (e) {
        char reason[sizeof(e->msg)];
        va_list ap;
        size_t used;
        int n;

        memcpy(reason, e->msg, sizeof(reason));
        va_start(ap, fmt);
        format(e->msg, sizeof(e->msg), fmt, ap);
        va_end(ap);
        used = strlen(e->msg);
        n = snprintf(e->msg + used, sizeof(e->msg) - used, ": %s", reason);
        if (n < 0 || (size_t)n >= sizeof(e->msg) - used)
            drop_cut_tail(e->msg, strlen(e->msg));
    }
    return false;
}
