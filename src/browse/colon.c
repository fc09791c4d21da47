#include "browse/colon.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "browse/go.h"
#include "browse/list_command.h"
#include "search/fold.h"
#include "text/utf8.h"

static void goto_number(struct app *a, const char *digits)
{
    const struct list_gap *gap;
    long long number;

    if (!a->view.list) {
        message_say(&a->message, "%s", _("There is no list here"));
        return;
    }
    errno = 0;
    number = strtoll(digits, NULL, 10);
    gap = list_gap_of(a->view.list, number);
    if (gap)
        message_say(&a->message, _("No. %lld is not held (gap %lld-%lld)"),
                    number, (long long)gap->first, (long long)gap->last);
    else if (errno) /* too large a one is in no list */
        message_say(&a->message, _("There is no record No. %s"), digits);
    else
        list_command_number(a, number);
}

/* Append what was typed, in ASCII and small letters, without blanks. */
static void append_plain(struct str *out, const char *text)
{
    for (size_t i = 0, len = strlen(text); i < len;) {
        char bytes[UTF8_MAX];
        uint32_t cp;

        i += utf8_decode(text + i, len - i, &cp);
        if (!fold_is_transparent(cp))
            str_append(out, bytes, utf8_encode(fold(cp), bytes));
    }
}

static bool is_one_of(const char *text, const char *const *words)
{
    while (*words && strcmp(text, *words) != 0)
        words++;
    return *words != NULL;
}

/* The words of vi and less for leaving and for the end. */
static bool did_word(struct app *a, const char *text)
{
    static const char *const leaving[] = {"q", "q!", "quit", "qa", "qa!", "wq",
                                          "x", "x!", "wqa",  "xa", NULL};
    static const char *const saving[] = {"w", "w!", "write", NULL};

    if (is_one_of(text, leaving))
        a->wish.quit = true;
    else if (is_one_of(text, saving))
        message_say(&a->message, "%s",
                    _("Nothing here is changed or to be saved: :q leaves"));
    else if (strcmp(text, "$") == 0)
        go_percent(a, 100);
    else
        return false;
    return true;
}

void colon_run(struct app *a, const char *text, bool by_percent)
{
    struct str plain = {0};
    size_t digits;
    const char *rest;

    append_plain(&plain, text);
    digits = strspn(str_text(&plain), "0123456789");
    rest = str_text(&plain) + digits;
    if (!plain.len || did_word(a, plain.text)) {
        str_clear(&plain);
        return;
    }
    if (!digits || (*rest && strcmp(rest, "%") != 0))
        message_say(&a->message, _("Not a number: %s (as in :98 or :50%%)"),
                    text);
    else if (*rest || by_percent) {
        long long percent = strtoll(plain.text, NULL, 10);

        go_percent(a, percent > 100 ? 100 : (int)percent);
    } else
        goto_number(a, plain.text);
    str_clear(&plain);
}
