#include "browse/app.h"

#include <stdlib.h>
#include <string.h>

#include "browse/ask.h"
#include "browse/command.h"
#include "browse/count.h"
#include "browse/go.h"
#include "browse/list_command.h"
#include "browse/locator.h"
#include "base/mem.h"
#include "base/i18n.h"
#include "canvas/key.h"
#include "text/cluster.h"
#include "ui/keymap.h"
#include "ui/list_pane.h"
#include "ui/status.h"
#include "ui/syntax_help.h"

#define VERIFY_AT_ONCE  (1 << 20) /* bytes: checked before the first screen */
#define DEFAULT_ROWS    24
#define DEFAULT_COLUMNS 80

/* What is wrong with the content, or kept it from being checked, is said
 * once; a check that could not be made is not begun again. */
static void verify(struct app *a, int milliseconds)
{
    struct err e = {0};

    edition_verify(a->edition, milliseconds, &e);
    if (e.code == ERR_NONE || a->check_failed)
        return;
    a->check_failed = true;
    message_complain(&a->message, &e);
}

void app_open(struct app *a, struct edition *ed)
{
    struct err e = {0};

    *a = (struct app){.edition = ed, .ambiguous = AMBIGUOUS_NARROW};
    if (!view_open(&a->view, ed, &e))
        message_complain(&a->message, &e);
    find_init(&a->find, &a->view);
    app_resize(a, DEFAULT_ROWS, DEFAULT_COLUMNS, a->ambiguous);
    if (!edition_notice_count(ed) && edition_annex_count(ed) > 1 &&
        !a->message.text.len)
        message_say(&a->message, _("%zu tables in this file: L chooses one"),
                    edition_annex_count(ed));
    if (edition_size(ed) <= VERIFY_AT_ONCE ||
        edition_verify_state(ed) == EDITION_DAMAGED)
        verify(a, -1);
}

void app_close(struct app *a)
{
    job_stop(&a->job);
    find_clear(&a->find);
    overlay_close(&a->overlay);
    view_close(&a->view);
    prompt_clear(&a->prompt);
    prompt_history_clear(&a->searches);
    message_clear(&a->message);
    free(a->wish.copy);
    *a = (struct app){0};
}

/* Whether list or record will have another place on the screen. */
static bool is_moving(const struct view *v)
{
    static const enum frame_pane panes[] = {FRAME_LIST, FRAME_RECORD};
    bool moves = false;

    for (size_t i = 0; i < sizeof(panes) / sizeof(*panes); i++) {
        struct rect to = frame_rect(&v->frame, panes[i]);
        struct rect is = v->panes[panes[i]]->area;

        moves = moves || (to.rows > 0 &&
                          (to.rows != is.rows || to.columns != is.columns));
    }
    return moves;
}

/* A match that is seen stays in view when the panes change. */
static void lay_out(struct app *a)
{
    struct rect all = {0, 0, a->view.frame.rows - 1, a->view.frame.columns};
    bool keeps = is_moving(&a->view) && find_is_shown(&a->find);

    view_resize(&a->view, a->ambiguous);
    if (keeps)
        find_reveal(&a->find);
    if (a->overlay.pane && all.rows > 0)
        pane_resize(a->overlay.pane, all, a->ambiguous);
}

void app_resize(struct app *a, int rows, int columns, enum ambiguous ambiguous)
{
    a->view.frame.rows = rows;
    a->view.frame.columns = columns;
    a->ambiguous = ambiguous;
    lay_out(a);
}

/* ---- keys ---- */

/* Whatever changed: what was left behind is dropped, the panes keep in step,
 * and what came of it is said. */
static void settle(struct app *a)
{
    find_look(&a->find);
    view_sync(&a->view);
    ask_tell(a);
    lay_out(a);
    view_check(&a->view);
}

/* Stop the work in hand; Esc and Ctrl-C (`gives_up`) also what is still
 * looked for. Returns whether there was any that the reader gave up. */
static bool stop_work(struct app *a, bool gives_up)
{
    bool stopped = a->job.kind != JOB_NONE;

    job_stop(&a->job);
    if (gives_up && a->prompting == APP_PROMPT_NONE &&
        find_is_pending(&a->find)) {
        find_give_up(&a->find);
        stopped = true;
    } else
        find_key(&a->find);
    if (stopped)
        message_say(&a->message, "%s", _("Stopped: the list is as it was"));
    return stopped && gives_up;
}

static void say_no_key(struct app *a)
{
    message_say(&a->message, "%s", _("No such key. F1: help"));
}

/* The key after one that waits for it. */
static void take_awaited(struct app *a, int key)
{
    enum action awaiting = a->awaiting;

    a->awaiting = ACTION_NONE;
    if (awaiting != ACTION_LEAVE)
        go_letter(a, awaiting, key);
    else if (keymap_find(key) == ACTION_LEAVE ||
             keymap_find(key) == ACTION_EXIT)
        a->wish.quit = true;
    else if (key != KEYS_ESC)
        say_no_key(a);
}

/* A command, or a digit of how often. */
static void take_command(struct app *a, int key, enum action action)
{
    long times = 1;

    if (count_takes(a, key))
        return;
    if (count_waits(a)) {
        times = count_end(a);
        if (action == ACTION_CANCEL || action == ACTION_INTERRUPT)
            return;
    }
    count_begin(a, key);
    if (action == ACTION_NONE)
        say_no_key(a);
    else
        count_run(a, action, times);
}

/* Whoever waits for a key has it, else it is a command. */
static void take_key(struct app *a, int key, enum action action)
{
    if (a->prompting != APP_PROMPT_NONE) {
        if (command_is(action, COMMAND_PROMPT))
            command_run(a, action);
        else
            ask_key(a, key);
    } else if (a->awaiting != ACTION_NONE)
        take_awaited(a, key);
    else
        take_command(a, key, action);
}

void app_key(struct app *a, int key)
{
    enum action action = keymap_find(key);

    if (command_is(action, COMMAND_UNNOTICED)) {
        command_run(a, action);
        return;
    }
    if (!stop_work(a, action == ACTION_CANCEL || action == ACTION_INTERRUPT)) {
        message_clear(&a->message);
        take_key(a, key, action);
    }
    settle(a);
}

void app_paste(struct app *a, const char *text, size_t len)
{
    stop_work(a, false);
    message_clear(&a->message);
    a->awaiting = ACTION_NONE;
    a->count = (struct digits){0};
    if (a->prompting == APP_PROMPT_NONE) {
        overlay_close(&a->overlay);
        ask_search(a, FIND_FORWARD);
    }
    if (a->prompting != APP_PROMPT_NONE)
        ask_paste(a, text, len);
    settle(a);
}

/* ---- work ---- */

static bool is_verifying(const struct app *a)
{
    return !a->check_failed && edition_size(a->edition) <= EDITION_CHECK_MAX &&
           edition_verify_state(a->edition) == EDITION_UNVERIFIED;
}

bool app_is_busy(const struct app *a)
{
    return a->stale || a->job.kind != JOB_NONE || find_is_busy(&a->find) ||
           is_verifying(a);
}

/* One kind of work, the one that is waited for most; whether the picture may
 * have changed. */
static bool work(struct app *a, int milliseconds)
{
    if (a->stale) {
        ask_typed(a);
        return true;
    }
    if (a->job.kind != JOB_NONE) {
        list_command_work(a, milliseconds);
        return true;
    }
    if (find_is_busy(&a->find))
        return find_step(&a->find, milliseconds);
    if (is_verifying(a))
        verify(a, milliseconds);
    return a->check_failed;
}

bool app_work(struct app *a, int milliseconds)
{
    bool changed = work(a, milliseconds);

    if (changed)
        settle(a);
    return changed;
}

bool app_idle(struct app *a)
{
    enum edition_change change = edition_look(a->edition);

    if (change == a->change_told)
        return false;
    a->change_told = change;
    if (change == EDITION_REPLACED)
        message_say(
            &a->message, "%s",
            _("A newer edition is there: quit and start again to see it"));
    else if (change == EDITION_ALTERED) {
        message_say(
            &a->message, "%s",
            _("The file was changed while it is read: quit, start again"));
        a->message.is_error = true;
    }
    return change != EDITION_SAME;
}

/* ---- the picture ---- */

static void draw_tiny(const struct app *a, struct canvas *c)
{
    const char *text = _("Too small");

    /* The first row may be the last one, whose end is kept free. */
    canvas_text_cut(c, 0, 0, canvas_bottom_limit(c), text, strlen(text),
                    STYLE_TEXT);
    (void)a;
}

static void draw_prompt(struct app *a, struct canvas *c, int *row, int *column)
{
    struct str note = {0};
    size_t failed = SIZE_MAX;

    if (a->prompting == APP_PROMPT_SEARCH) {
        ask_note(a, &note);
        failed = find_failed_from(&a->find);
    }
    *row = c->rows - 1;
    if (a->shows_syntax)
        syntax_help_draw(c, *row);
    *column = prompt_draw(&a->prompt, c, *row, failed, str_text(&note));
    str_clear(&note);
}

/* What was said of the file in a line that the next key took away stays in
 * short, before the place. */
static void add_change(const struct app *a, struct str *out)
{
    if (a->change_told == EDITION_REPLACED)
        str_add(out, _("newer edition: start again | "));
    else if (a->change_told == EDITION_ALTERED)
        str_add(out, _("file changed: start again | "));
}

static void say_place(struct app *a, int columns, struct str *out)
{
    if (a->message.text.len)
        str_add(out, str_text(&a->message.text));
    else if (a->job.kind != JOB_NONE)
        job_note(&a->job, out);
    else if (a->awaiting == ACTION_LEAVE)
        str_add(out, _("Z again leaves the program"));
    else if (a->awaiting != ACTION_NONE)
        str_add(out, _("A letter, a to z"));
    else if (count_waits(a))
        str_addf(out, "%ld", a->count.number);
    else {
        add_change(a, out);
        columns -= cluster_columns(str_text(out), out->len, a->ambiguous);
        locator_append(out, &a->view, columns, a->ambiguous);
    }
}

/* What Enter does where the reader is; "": nothing. */
static const char *enter_hint(const struct app *a)
{
    const struct view *v = &a->view;

    if (a->overlay.pane)
        return a->overlay.kind == OVERLAY_HELP ? "" : _("Enter open");
    if (v->frame.focus == FRAME_LIST && list_pane_row(view_list_pane(v)))
        return _("Enter open");
    if (v->frame.focus != FRAME_LIST && view_has_link(v))
        return _("Enter follow");
    return "";
}

/* Append one more, two blanks behind those before it. */
static void add_hint(struct str *hints, const char *hint)
{
    if (hints->len > 0 && *hint)
        str_add(hints, "  ");
    str_add(hints, hint);
}

/* What q and Enter do now, and the keys that everybody needs first. Where not
 * all of it fits: at the ground the latter (a small terminal may have no F1),
 * else how to go on and back. */
static void set_hints(const struct app *a, struct status *s,
                      struct str hints[STATUS_HINTS])
{
    bool is_ground = go_is_ground(a);
    const char *leave = is_ground ? _("q quit") : _("q back");
    const char *first = a->overlay.pane ? "" : _("F1 help  / find");

    add_hint(&hints[0], first);
    add_hint(&hints[0], enter_hint(a));
    add_hint(&hints[1], is_ground ? first : enter_hint(a));
    add_hint(&hints[2], is_ground ? _("H help") : "");
    for (int i = 0; i < STATUS_HINTS; i++) {
        add_hint(&hints[i], leave);
        s->hints[i] = str_text(&hints[i]);
    }
}

static void draw_status(struct app *a, struct canvas *c)
{
    struct status status = {
        .is_error = a->message.text.len > 0 && a->message.is_error,
        .is_whole = a->message.text.len > 0,
    };
    struct str text = {0}, count = {0}, hints[STATUS_HINTS] = {0};
    int columns = c->columns;

    if (!a->overlay.pane && find_is_counted(&a->find))
        find_note(&a->find, &count);
    if (count.len)
        columns -= cluster_columns(count.text, count.len, c->ambiguous) + 2;
    say_place(a, columns, &text);
    set_hints(a, &status, hints);
    status.text = str_text(&text);
    status.count = str_text(&count);
    status_draw(&status, c, c->rows - 1);
    for (int i = 0; i < STATUS_HINTS; i++)
        str_clear(&hints[i]);
    str_clear(&text);
    str_clear(&count);
}

void app_draw(struct app *a, struct canvas *c, int *row, int *column)
{
    struct light light = find_light(&a->find);

    *row = *column = -1;
    canvas_fill(c, (struct rect){0, 0, c->rows, c->columns}, STYLE_TEXT);
    if (frame_is_tiny(&a->view.frame)) {
        draw_tiny(a, c);
        return;
    }
    if (a->overlay.pane)
        pane_draw(a->overlay.pane, c, true, &light);
    else
        view_draw(&a->view, c, &light);
    if (a->prompting != APP_PROMPT_NONE)
        draw_prompt(a, c, row, column);
    else {
        draw_status(a, c);
        *row = c->cursor_row;
        *column = c->cursor_column;
    }
}
