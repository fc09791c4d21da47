#include "browse/ask.h"

#include <stdlib.h>
#include <string.h>

#include "browse/colon.h"
#include "browse/miss.h"
#include "browse/overlay_command.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "canvas/key.h"
#include "search/fold.h"
#include "search/query.h"
#include "text/utf8.h"
#include "ui/chooser.h"
#include "ui/keymap.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/number.h"
#include "ui/record_pane.h"

#define CELL_BYTES 200 /* of a cell are looked for */
#define MANY       20  /* matches */

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
    bool of_notice =
        mode != FIND_FILTER && view_searched(&a->view) == FRAME_NOTICE;

    if (!of_notice && !a->view.list) {
        message_say(&a->message, "%s", _("There is no list here"));
        return;
    }
    if (of_notice && !notice_pane_notice(view_notice_pane(&a->view))) {
        message_say(&a->message, "%s", _("There is no notice here"));
        return;
    }
    open_prompt(a, APP_PROMPT_SEARCH, label_of(mode));
    find_begin(&a->find, mode);
}

/* "=" and the text in one piece, as a query has it. */
static void append_query(struct str *out, const char *text, size_t len)
{
    if (len > CELL_BYTES)
        len = utf8_start(text, len, CELL_BYTES);
    str_addc(out, '=');
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(text + i, len - i, &cp);

        if (!fold_is_transparent(cp) && cp != '\0')
            str_append(out, text + i, n);
        i += n;
    }
}

void ask_cell(struct app *a)
{
    bool in_record = a->view.frame.focus == FRAME_RECORD;
    struct str text = {0}, query = {0};

    if (a->view.frame.focus == FRAME_NOTICE)
        message_say(&a->message, "%s",
                    _("Cells are in the list: 2 leads to it"));
    else if (in_record ? record_pane_copy(view_record_pane(&a->view), &text)
                       : list_pane_copy_cell(view_list_pane(&a->view), &text))
        append_query(&query, str_text(&text), text.len);
    if (query.len > 1) {
        prompt_history_add(&a->searches, str_text(&query));
        find_begin(&a->find, FIND_FORWARD);
        find_type(&a->find, str_text(&query), query.len);
        find_accept(&a->find);
        find_again(&a->find, false);
    } else if (!a->message.text.len)
        message_say(&a->message, "%s", _("This cell is empty"));
    str_clear(&text);
    str_clear(&query);
}

/* ---- the lines of an overlay ---- */

void ask_overlay(struct app *a)
{
    open_prompt(a, APP_PROMPT_OVERLAY, "/");
}

/* What is not understood yet shows all lines. */
static void filter_overlay(struct app *a)
{
    const struct str *text = &a->prompt.text;
    struct query *q = query_new(str_text(text), text->len, NULL, NULL);

    if (q && query_is_empty(q)) {
        query_free(q);
        q = NULL;
    }
    chooser_filter(a->overlay.pane, q);
}

static void end_overlay(struct app *a, bool accepted)
{
    if (!accepted)
        chooser_filter(a->overlay.pane, NULL);
    else if (chooser_target(a->overlay.pane) >= 0)
        overlay_command_choose(a);
}

/* The line is chosen by keys that no text has. False: it is none. */
static bool move_in_overlay(struct app *a, int key)
{
    bool moves = a->prompting == APP_PROMPT_OVERLAY &&
                 (key == KEYS_UP || key == KEYS_DOWN);

    if (moves)
        pane_handle(a->overlay.pane, keymap_find(key));
    return moves;
}

/* ---- searching ---- */

/* A filter cannot show what is not held, nor its line of a gap. */
static void say_filtered(struct app *a)
{
    int64_t not_held = view_not_held(&a->view);
    struct str found = {0}, missing = {0};

    if (not_held > 0) {
        number_append(&found, list_pane_rows(view_list_pane(&a->view)));
        number_append(&missing, not_held);
        message_say(&a->message,
                    _("Matching records: %s; not held of this list: %s"),
                    str_text(&found), str_text(&missing));
    }
    str_clear(&found);
    str_clear(&missing);
}

static void say_outcome(struct app *a, const struct find_outcome *o)
{
    switch (o->result) {
    case FIND_NONE:
        message_say(&a->message, "%s", _("No search yet: / begins one"));
        break;
    case FIND_NOTHING:
        miss_say(&a->message, &a->view, o->text, o->where == FRAME_NOTICE);
        break;
    case FIND_TROUBLE:
        message_say(&a->message, "%s", o->text);
        break;
    case FIND_FAILED:
        message_say(&a->message, "%s", o->text);
        a->message.is_error = true;
        break;
    case FIND_WRAPPED_DOWN:
        message_say(&a->message, "%s",
                    _("Search went past the end, on from the beginning"));
        break;
    case FIND_WRAPPED_UP:
        message_say(&a->message, "%s",
                    _("Search went past the beginning, on from the end"));
        break;
    case FIND_FILTERED:
        say_filtered(a);
        break;
    case FIND_NEAR:
        miss_say_near(&a->message, &a->view, o->text, o->where == FRAME_NOTICE);
        break;
    case FIND_MOVED:
        break;
    }
}

bool ask_tell(struct app *a)
{
    struct find_outcome o;

    if (!find_take_outcome(&a->find, &o))
        return false;
    say_outcome(a, &o);
    free(o.text);
    return true;
}

void ask_typed(struct app *a)
{
    a->stale = false;
    find_type(&a->find, str_text(&a->prompt.text), a->prompt.text.len);
}

/* Two or three letters stand in the middle of many words. */
static bool is_loose(const struct str *text)
{
    const char *s = str_text(text);

    return text->len >= 2 && text->len <= 3 &&
           strspn(s, "abcdefghijklmnopqrstuvwxyz") == text->len;
}

void ask_note(const struct app *a, struct str *out)
{
    const struct str *text = &a->prompt.text;

    if (a->prompting != APP_PROMPT_SEARCH)
        return;
    find_note(&a->find, out);
    if (!text->len)
        str_add(out, _("F1 what can be typed"));
    else if (is_loose(text) && find_count(&a->find) >= MANY)
        str_addf(out, _("  ^%s only at the beginning"), str_text(text));
}

/* ---- closing ---- */

static void end(struct app *a, bool accepted)
{
    enum app_prompt kind = a->prompting;
    char *text = xstrdup(str_text(&a->prompt.text));

    a->prompting = APP_PROMPT_NONE;
    a->shows_syntax = false;
    prompt_clear(&a->prompt);
    if (kind == APP_PROMPT_OVERLAY)
        end_overlay(a, accepted);
    else if (kind != APP_PROMPT_SEARCH) {
        if (accepted)
            colon_run(a, text, kind == APP_PROMPT_PERCENT);
    } else if (accepted) {
        if (*text)
            prompt_history_add(&a->searches, text);
        find_accept(&a->find);
    } else
        find_give_up(&a->find);
    a->stale = false;
    free(text);
}

static void took(struct app *a, enum prompt_result result)
{
    bool searching = a->prompting == APP_PROMPT_SEARCH;

    switch (result) {
    case PROMPT_EDITED:
        a->shows_syntax = false;
        a->stale = searching;
        if (a->prompting == APP_PROMPT_OVERLAY)
            filter_overlay(a);
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
    enum prompt_result result;

    if (move_in_overlay(a, key))
        return;
    if (a->shows_syntax && keymap_find(key) == ACTION_CANCEL) {
        a->shows_syntax = false;
        return;
    }
    result = prompt_key(&a->prompt, key);
    if (result == PROMPT_IGNORED && a->prompting == APP_PROMPT_SEARCH &&
        keymap_find(key) == ACTION_HELP)
        a->shows_syntax = !a->shows_syntax;
    else
        took(a, result);
}

void ask_paste(struct app *a, const char *text, size_t len)
{
    took(a, prompt_paste(&a->prompt, text, len));
}
