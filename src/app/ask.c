#include "app/ask.h"

#include <stdlib.h>

#include "app/go.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/notice_pane.h"

/* ---- opening ---- */

static void open_prompt(struct app *a, enum app_prompt kind, const char *label)
{
    a->prompting = kind;
    prompt_open(&a->prompt, label,
                kind == APP_PROMPT_SEARCH ? &a->searches : NULL);
}

void ask_number(struct app *a)
{
    open_prompt(a, APP_PROMPT_GOTO, ":");
}

void ask_percent(struct app *a)
{
    open_prompt(a, APP_PROMPT_PERCENT, "%");
}

static const char *label_of(enum find_mode mode)
{
    switch (mode) {
    case FIND_FORWARD:
        return "/";
    case FIND_BACKWARD:
        return "?";
    case FIND_FILTER:
        break;
    }
    return "&";
}

void ask_search(struct app *a, enum find_mode mode)
{
    bool of_notice = mode != FIND_FILTER && a->view.frame.focus == FRAME_NOTICE;

    if (!of_notice && !a->view.list) {
        app_say(a, "%s", _("There is no list here"));
        return;
    }
    if (of_notice && !notice_pane_notice(a->view.panes[FRAME_NOTICE])) {
        app_say(a, "%s", _("There is no notice here"));
        return;
    }
    open_prompt(a, APP_PROMPT_SEARCH, label_of(mode));
    find_begin(&a->find, mode);
}

/* ---- searching ---- */

void ask_say_found(struct app *a, enum find_result result, const char *text)
{
    switch (result) {
    case FIND_NONE:
        app_say(a, "%s", _("No search yet: / begins one"));
        break;
    case FIND_NOTHING:
        app_say(a, _("Not found: %s"), text);
        break;
    case FIND_WRAPPED:
        app_say(a, "%s",
                a->find.search.backward != a->find.against
                    ? _("Search went past the beginning, on from the end")
                    : _("Search went past the end, on from the beginning"));
        break;
    case FIND_MOVED:
    case FIND_WAITING:
        break;
    }
}

void ask_again(struct app *a, bool against)
{
    enum find_result result = find_again(&a->find, against);

    ask_say_found(a, result, a->find.search.text);
}

void ask_typed(struct app *a)
{
    a->stale = false;
    find_type(&a->find, str_text(&a->prompt.text), a->prompt.text.len);
}

/* ---- closing ---- */

static void end(struct app *a, bool accepted)
{
    enum app_prompt kind = a->prompting;
    char *text = xstrdup(str_text(&a->prompt.text));

    a->prompting = APP_PROMPT_NONE;
    prompt_clear(&a->prompt);
    if (kind != APP_PROMPT_SEARCH) {
        if (accepted)
            go_to(a, text, kind == APP_PROMPT_PERCENT);
    } else if (!accepted)
        find_give_up(&a->find);
    else {
        if (*text)
            prompt_history_add(&a->searches, text);
        if (!find_accept(&a->find) && *text)
            app_say(a, _("Not found: %s"), text);
    }
    a->stale = false;
    view_sync(&a->view);
    free(text);
}

static void took(struct app *a, enum prompt_result result)
{
    bool searching = a->prompting == APP_PROMPT_SEARCH;

    switch (result) {
    case PROMPT_EDITED:
        a->stale = searching;
        break;
    case PROMPT_ACCEPTED:
        if (searching && a->stale)
            ask_typed(a);
        end(a, true);
        break;
    case PROMPT_CANCELLED:
        end(a, false);
        break;
    case PROMPT_IGNORED:
    case PROMPT_SAME:
    case PROMPT_MOVED:
        break;
    }
}

void ask_key(struct app *a, int key)
{
    took(a, prompt_key(&a->prompt, key));
}

void ask_paste(struct app *a, const char *text, size_t len)
{
    took(a, prompt_paste(&a->prompt, text, len));
}
