#include "term/term_probe.h"

#include <limits.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/locale.h"

/* Not on row 1: there an answer looks like F3 with a modifier. */
enum { ROW_AMBIGUOUS = 2, ROW_ENCODING = 3 };

enum {
    AMBIGUOUS = 0x201C, /* the quotation mark of every notice */
    LATIN = 0xEB        /* one column; its two bytes are two columns to a
                           terminal of any other encoding */
};

static bool ask(struct str *out, int row, wchar_t wc)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t len = wcrtomb(bytes, wc, &state);

    if (len == (size_t)-1)
        return false;
    str_addf(out, "\033[%d;1H", row);
    str_append(out, bytes, len);
    str_add(out, "\033[6n");
    return true;
}

void term_probe_ask(struct term_probe *p, int rows, bool ask_ambiguous,
                    int64_t now, struct str *out)
{
    bool utf8 = locale_is_utf8();
    bool asked = false;

    if (utf8 && rows >= ROW_ENCODING)
        asked |= ask(out, ROW_ENCODING, LATIN);
    if (ask_ambiguous && rows >= ROW_AMBIGUOUS)
        asked |= ask(out, ROW_AMBIGUOUS, AMBIGUOUS);
    if (!asked)
        return;
    str_add(out, "\033[5n");
    p->waiting = true;
    p->asked = now;
}

static bool learn_ambiguous(struct term_probe *p, int column)
{
    enum ambiguous found = column == 3 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;

    if ((column != 2 && column != 3) || found == p->ambiguous)
        return false;
    p->ambiguous = found;
    return true;
}

static bool learn_encoding(struct term_probe *p, int column)
{
    if (column == 2)
        p->encoding = TERM_ENCODING_UTF8;
    if (column != 3)
        return false;
    p->encoding = TERM_ENCODING_OTHER;
    return true;
}

bool term_probe_take(struct term_probe *p, const struct term_input_item *item)
{
    if (!p->waiting)
        return false;
    if (item->kind == TERM_INPUT_STATUS)
        p->waiting = false;
    if (item->kind != TERM_INPUT_CURSOR)
        return false;
    if (item->row == ROW_AMBIGUOUS)
        return learn_ambiguous(p, item->column);
    if (item->row == ROW_ENCODING)
        return learn_encoding(p, item->column);
    return false;
}

bool term_probe_is_open(const struct term_probe *p, int64_t now)
{
    return p->waiting && now < p->asked + TERM_PROBE_PATIENCE;
}
