#include "browse/go.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "browse/list_command.h"
#include "base/i18n.h"
#include "canvas/key.h"
#include "search/fold.h"
#include "text/utf8.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

/* ---- numbers and percentages ---- */

/* A filter that hides a row gives way to who asks for the row. */
static void uncover(struct app *a, int64_t row)
{
    if (list_pane_index(view_list_pane(&a->view), row) < 0 &&
        find_unfilter(&a->find))
        app_say(a, "%s", _("The filter is taken away: it hid that record"));
}

void go_row(struct app *a, int64_t row)
{
    view_remember(&a->view);
    uncover(a, row);
    list_pane_goto(view_list_pane(&a->view), row);
    view_sync(&a->view);
}

static void goto_number(struct app *a, const char *digits)
{
    const struct list_gap *gap;
    long long number;

    if (!a->view.list) {
        app_say(a, "%s", _("There is no list here"));
        return;
    }
    errno = 0;
    number = strtoll(digits, NULL, 10);
    gap = list_gap_of(a->view.list, number);
    if (gap)
        app_say(a, _("No. %lld is not held (gap %lld-%lld)"), number,
                (long long)gap->first, (long long)gap->last);
    else if (errno) /* too large a one is in no list */
        app_say(a, _("There is no record No. %s"), digits);
    else
        list_command_number(a, number);
}

static void goto_percent(struct app *a, int percent)
{
    int64_t rows = list_pane_rows(view_list_pane(&a->view));

    if (a->view.frame.focus == FRAME_NOTICE) {
        view_remember(&a->view);
        notice_pane_goto_percent(view_notice_pane(&a->view), percent);
    } else if (rows > 0)
        go_row(a, list_pane_row_at(view_list_pane(&a->view),
                                   (rows - 1) * percent / 100));
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
    static const char *const leaving[] = {"q", "q!", "quit", NULL};

    if (is_one_of(text, leaving))
        a->wish.quit = true;
    else if (strcmp(text, "$") == 0)
        goto_percent(a, 100);
    else
        return false;
    return true;
}

void go_to(struct app *a, const char *text, bool by_percent)
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
        app_say(a, _("Not a number: %s (as in :98 or :50%%)"), text);
    else if (*rest || by_percent) {
        long long percent = strtoll(plain.text, NULL, 10);

        goto_percent(a, percent > 100 ? 100 : (int)percent);
    } else
        goto_number(a, plain.text);
    str_clear(&plain);
}

/* ---- marks and jumps ---- */

static bool restore(struct app *a, const struct place *place)
{
    struct err e = {0};

    if (place->annex == view_annex(&a->view) && place->list.row > 0)
        uncover(a, place->list.row);
    if (view_restore(&a->view, place, &e))
        return true;
    app_complain(a, &e);
    return false;
}

void go_back(struct app *a)
{
    struct place place;

    if (places_pop(&a->view.places, &place))
        restore(a, &place);
    else
        app_say(a, "%s", _("This is where you began"));
}

static void set_mark(struct app *a, int key)
{
    struct place here = view_place(&a->view);

    if (places_mark(&a->view.places, key, &here))
        app_say(a, _("Mark %c is set"), key);
    else
        app_say(a, "%s", _("A mark is a letter, a to z"));
}

static void goto_mark(struct app *a, int key)
{
    struct place here = view_place(&a->view), place;

    if (key == '\'' || key == '`')
        go_back(a);
    else if (!places_marked(&a->view.places, key, &place))
        app_say(a, "%s", _("That mark is not set"));
    else if (restore(a, &place))
        places_push(&a->view.places, &here);
}

void go_letter(struct app *a, enum action action, int key)
{
    if (key == KEYS_ESC || key == KEY_CTRL('C') || key == KEY_CTRL('G'))
        return;
    if (key >= 0xFF41 && key <= 0xFF5A) /* full-width a to z */
        key = key - 0xFF41 + 'a';
    if (action == ACTION_MARK)
        set_mark(a, key);
    else
        goto_mark(a, key);
}
