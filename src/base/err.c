#include "base/err.h"

#include <stdarg.h>
#include <string.h>

#include "base/str.h"

/* What is kept of the beginning of a message that is too long: enough to say
 * what it is about. The rest of the room goes to its end, the reason. */
#define HEAD 120

static const char left_out[] = "...";

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Put a message into `e`, without its middle where it is too long. */
static void put(struct err *e, const struct str *text)
{
    size_t head = HEAD;
    size_t tail = sizeof(e->msg) - 1 - HEAD - (sizeof(left_out) - 1);
    const char *end;

    if (text->len < sizeof(e->msg)) {
        memcpy(e->msg, str_text(text), text->len + 1);
        return;
    }
    end = text->text + text->len - tail;
    while (head > 0 && is_inside(text->text[head]))
        head--;
    while (is_inside(*end))
        end++;
    memcpy(e->msg, text->text, head);
    memcpy(e->msg + head, left_out, sizeof(left_out) - 1);
    memcpy(e->msg + head + sizeof(left_out) - 1, end, strlen(end) + 1);
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
    if (e) {
        struct str text = {0};
        va_list ap;

        va_start(ap, fmt);
        str_addvf(&text, fmt, ap);
        va_end(ap);
        e->code = code;
        put(e, &text);
        str_clear(&text);
    }
    return false;
}

bool err_prefix(struct err *e, const char *fmt, ...)
{
    if (e) {
        struct str text = {0};
        va_list ap;

        va_start(ap, fmt);
        str_addvf(&text, fmt, ap);
        va_end(ap);
        str_addf(&text, ": %s", e->msg);
        put(e, &text);
        str_clear(&text);
    }
    return false;
}
