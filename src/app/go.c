#include "app/go.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "canvas/key.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

static struct pane *list_of(struct app *a)
{
    return a->view.panes[FRAME_LIST];
}

/* ---- numbers and percentages ---- */

static void goto_row(struct app *a, int64_t row)
{
    view_remember(&a->view);
    if (!list_pane_goto(list_of(a), row)) {
        find_unfilter(&a->find);
        list_pane_goto(list_of(a), row);
    }
    view_sync(&a->view);
}

static void goto_number(struct app *a, int64_t number)
{
    const struct list_gap *gap;
    int64_t row;

    if (!a->view.list) {
        app_say(a, "%s", _("There is no list here"));
        return;
    }
    row = list_find_number(a->view.list, number);
    gap = list_gap_of(a->view.list, number);
    if (row > 0)
        goto_row(a, row);
    else if (gap)
        app_say(a, _("No. %lld is not held (gap %lld-%lld)"), (long long)number,
                (long long)gap->first, (long long)gap->last);
    else
        app_say(a, _("There is no record No. %lld"), (long long)number);
}

static void goto_percent(struct app *a, int percent)
{
    int64_t rows = list_pane_rows(list_of(a));

    if (percent > 100)
        percent = 100;
    if (a->view.frame.focus == FRAME_NOTICE) {
        view_remember(&a->view);
        notice_pane_goto_percent(a->view.panes[FRAME_NOTICE], percent);
    } else if (rows > 0)
        goto_row(a, list_pane_row_at(list_of(a), (rows - 1) * percent / 100));
}

/* "98" or "50%", in digits of either width. False: it is neither. */
static bool parse_place(const char *text, long long *number, bool *is_percent)
{
    struct str plain = {0};
    const char *start;
    char *end;
    bool ok;

    for (size_t i = 0, len = strlen(text); i < len;) {
        char bytes[UTF8_MAX];
        uint32_t cp;

        i += utf8_decode(text + i, len - i, &cp);
        if (!fold_is_transparent(cp))
            str_append(&plain, bytes, utf8_encode(fold(cp), bytes));
    }
    start = str_text(&plain);
    *number = strtoll(start, &end, 10);
    *is_percent = end[0] == '%' && end[1] == '\0';
    ok = end != start && *number >= 0 && (!*end || *is_percent);
    str_clear(&plain);
    return ok;
}

void go_to(struct app *a, const char *text)
{
    long long number;
    bool is_percent;

    if (!*text)
        return;
    if (!parse_place(text, &number, &is_percent))
        app_say(a, _("Not a number: %s (as in :98 or :50%%)"), text);
    else if (is_percent)
        goto_percent(a, number > 100 ? 100 : (int)number);
    else
        goto_number(a, number);
}

void go_back(struct app *a)
{
    struct place place;
    struct err e = {0};

    if (!places_pop(&a->view.places, &place))
        app_say(a, "%s", _("This is where you began"));
    else if (!view_restore(&a->view, &place, &e))
        app_complain(a, &e);
}

void go_letter(struct app *a, enum action action, int key)
{
    struct place here = view_place(&a->view), place;
    struct err e = {0};

    if (key >= 0xFF41 && key <= 0xFF5A) /* full-width a to z */
        key = key - 0xFF41 + 'a';
    if (action == ACTION_MARK) {
        if (places_mark(&a->view.places, key, &here))
            app_say(a, _("Mark %c is set"), key);
        else if (key != KEYS_ESC)
            app_say(a, "%s", _("A mark is a letter, a to z"));
    } else if (key == '\'')
        go_back(a);
    else if (!places_marked(&a->view.places, key, &place)) {
        if (key != KEYS_ESC)
            app_say(a, "%s", _("That mark is not set"));
    } else if (!view_restore(&a->view, &place, &e))
        app_complain(a, &e);
    else
        places_push(&a->view.places, &here);
}
