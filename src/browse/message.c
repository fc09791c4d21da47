#include "browse/message.h"

#include <stdarg.h>

#include "text/clean.h"

void message_say(struct message *m, const char *fmt, ...)
{
    struct str text = {0};
    va_list ap;

    va_start(ap, fmt);
    str_addvf(&text, fmt, ap);
    va_end(ap);
    message_clear(m);
    clean_append(&m->text, str_text(&text), text.len, CLEAN_SCREEN);
    str_clear(&text);
}

void message_complain(struct message *m, const struct err *e)
{
    message_say(m, "%s", e->msg);
    m->is_error = true;
}

void message_clear(struct message *m)
{
    str_clear(&m->text);
    m->is_error = false;
}
