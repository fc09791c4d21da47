#include "browse/command.h"

#include "base/i18n.h"
#include "browse/ask.h"
#include "browse/copy.h"
#include "browse/follow.h"
#include "browse/frame_command.h"
#include "browse/go.h"
#include "browse/list_command.h"
#include "browse/overlay_command.h"
#include "browse/where.h"
#include "ui/list_columns.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/record_pane.h"

/* ---- moving ---- */

/* [ and ] in list and record: one record on. */
static void step_record(struct app *a, enum action action)
{
    pane_handle(view_list_pane(&a->view), action);
}

static void record_before(struct app *a)
{
    step_record(a, ACTION_UP);
}

static void record_after(struct app *a)
{
    step_record(a, ACTION_DOWN);
}

static void back(struct app *a)
{
    if (!go_back(a))
        message_say(&a->message, "%s", _("This is where you began"));
}

static void await_mark(struct app *a)
{
    a->awaiting = ACTION_MARK;
}

static void await_marked(struct app *a)
{
    a->awaiting = ACTION_GOTO_MARK;
}

static void say_no_link(struct app *a)
{
    if (a->view.frame.focus == FRAME_LIST)
        message_say(&a->message, "%s",
                    _("Links are in the notice and in the record"));
    else
        message_say(&a->message, "%s", _("No further link near here"));
}

/* ---- opening ---- */

static void open_notice_link(struct app *a)
{
    struct notice_link link;

    if (!notice_pane_link(view_notice_pane(&a->view), &link, NULL)) {
        message_say(&a->message, "%s", _("( and ) choose a link"));
        return;
    }
    follow_notice_link(a, &link);
    notice_link_clear(&link);
}

static void open_record_link(struct app *a)
{
    struct record_link link;

    if (record_pane_link(view_record_pane(&a->view), &link))
        follow_record_link(a, &link);
    else /* Enter would have chosen one */
        message_say(&a->message, "%s", _("No further link near here"));
}

static void open_current(struct app *a)
{
    switch (a->view.frame.focus) {
    case FRAME_LIST:
        view_remember(&a->view);
        view_focus(&a->view, FRAME_RECORD);
        break;
    case FRAME_RECORD:
        open_record_link(a);
        break;
    case FRAME_NOTICE:
        open_notice_link(a);
        break;
    case FRAME_PANES:
        break;
    }
}

/* ---- finding ---- */

/* In what is open over the panes each of them filters its lines: what is typed
 * never acts as commands. */
static void ask(struct app *a, enum find_mode mode)
{
    if (a->overlay.pane)
        ask_overlay(a);
    else
        ask_search(a, mode);
}

static void search(struct app *a)
{
    ask(a, FIND_FORWARD);
}

static void search_back(struct app *a)
{
    ask(a, FIND_BACKWARD);
}

static void filter(struct app *a)
{
    ask(a, FIND_FILTER);
}

static void match_next(struct app *a)
{
    find_again(&a->find, false);
}

static void match_before(struct app *a)
{
    find_again(&a->find, true);
}

/* ---- the notice's form, the list's column, from every pane ---- */

static void change_form(struct app *a)
{
    struct pane *p = view_notice_pane(&a->view);

    pane_handle(p, ACTION_RAW);
    message_say(&a->message, "%s",
                notice_pane_place(p).raw ? _("The source's text, without form")
                                         : _("The form of a notice"));
}

static void change_measure(struct app *a)
{
    struct pane *p = view_notice_pane(&a->view);

    pane_handle(p, ACTION_MEASURE);
    message_say(&a->message, "%s",
                notice_pane_is_full(p) ? _("The full width")
                                       : _("28 characters a line"));
}

static void change_column(struct app *a, enum action action)
{
    struct str name = {0};

    pane_handle(view_list_pane(&a->view), action);
    list_columns_heading(a->view.list,
                         list_pane_column(view_list_pane(&a->view)), &name);
    message_say(&a->message, _("Current column: %s"), str_text(&name));
    str_clear(&name);
}

static void column_before(struct app *a)
{
    change_column(a, ACTION_COLUMN_PREV);
}

static void column_after(struct app *a)
{
    change_column(a, ACTION_COLUMN_NEXT);
}

static void column_first(struct app *a)
{
    change_column(a, ACTION_COLUMN_FIRST);
}

static void column_last(struct app *a)
{
    change_column(a, ACTION_COLUMN_LAST);
}

/* ---- overlays ---- */

static void outline(struct app *a)
{
    overlay_command_toggle(a, OVERLAY_OUTLINE);
}

static void library(struct app *a)
{
    overlay_command_toggle(a, OVERLAY_LIBRARY);
}

static void help(struct app *a)
{
    overlay_command_toggle(a, OVERLAY_HELP);
}

/* ---- the screen ---- */

static void focus_next(struct app *a)
{
    frame_command_step(a, 1);
}

static void focus_before(struct app *a)
{
    frame_command_step(a, -1);
}

static void focus_notice(struct app *a)
{
    frame_command_focus(a, FRAME_NOTICE);
}

static void focus_list(struct app *a)
{
    frame_command_focus(a, FRAME_LIST);
}

static void focus_record(struct app *a)
{
    frame_command_focus(a, FRAME_RECORD);
}

static void grow(struct app *a)
{
    frame_command_grow(a, 1);
}

static void shrink(struct app *a)
{
    frame_command_grow(a, -1);
}

static void repaint(struct app *a)
{
    a->wish.repaint = true;
}

/* ---- leaving ---- */

static void say_q_quits(struct app *a)
{
    message_say(&a->message, "%s", _("q quits"));
}

static void cancel(struct app *a)
{
    if (!go_back(a) && !find_unlight(&a->find))
        say_q_quits(a);
}

static void interrupt(struct app *a)
{
    if (!overlay_close(&a->overlay))
        say_q_quits(a);
}

static void await_second(struct app *a)
{
    a->awaiting = ACTION_LEAVE;
}

static void suspend(struct app *a)
{
    a->wish.suspend = true;
}

static void quit(struct app *a)
{
    a->wish.quit = true;
}

static void back_or_quit(struct app *a)
{
    if (!go_back(a))
        quit(a);
}

/* ---- the table ---- */

struct command {
    void (*run)(struct app *a); /* NULL: only panes do it */
    unsigned flags;
};

#define LIST      COMMAND_LIST
#define NOTICE    COMMAND_NOTICE
#define SETTLED   COMMAND_SETTLED
#define OVERLAY   COMMAND_OVERLAY
#define PROMPT    COMMAND_PROMPT
#define FIRST     COMMAND_FIRST
#define UNNOTICED COMMAND_UNNOTICED

/* clang-format off */
static const struct command commands[ACTION_COUNT] = {
    [ACTION_COLUMN_PREV] =   { column_before,            LIST },
    [ACTION_COLUMN_NEXT] =   { column_after,             LIST },
    [ACTION_COLUMN_FIRST] =  { column_first,             LIST },
    [ACTION_COLUMN_LAST] =   { column_last,              LIST },
    [ACTION_LINK_PREV] =     { say_no_link,              0 },
    [ACTION_LINK_NEXT] =     { say_no_link,              0 },
    [ACTION_SECTION_PREV] =  { record_before,            0 },
    [ACTION_SECTION_NEXT] =  { record_after,             0 },
    [ACTION_GOTO] =          { ask_number,               0 },
    [ACTION_PERCENT] =       { ask_percent,              0 },
    [ACTION_OPEN] =          { open_current,             0 },
    [ACTION_BACK] =          { back,                      OVERLAY },
    [ACTION_MARK] =          { await_mark,               0 },
    [ACTION_GOTO_MARK] =     { await_marked,             0 },
    [ACTION_WHERE] =         { where_say,                0 },
    [ACTION_SEARCH] =        { search,                   OVERLAY },
    [ACTION_SEARCH_BACK] =   { search_back,              OVERLAY },
    [ACTION_MATCH_NEXT] =    { match_next,               0 },
    [ACTION_MATCH_PREV] =    { match_before,             0 },
    [ACTION_SEARCH_CELL] =   { ask_cell,                 LIST },
    [ACTION_FILTER] =        { filter,                   OVERLAY },
    [ACTION_SORT] =          { list_command_sort,        LIST },
    [ACTION_UNSORT] =        { list_command_unsort,      0 },
    [ACTION_FREQUENCIES] =   { list_command_frequencies, LIST | SETTLED },
    [ACTION_SELECT] =        { list_command_select_row,  LIST },
    [ACTION_SELECT_RANGE] =  { list_command_select_range, LIST | SETTLED },
    [ACTION_SELECT_SHOWN] =  { list_command_select_shown, LIST | SETTLED },
    [ACTION_SELECT_NONE] =   { list_command_select_none, LIST },
    [ACTION_MEASURE] =       { change_measure,           NOTICE | FIRST },
    [ACTION_RAW] =           { change_form,              NOTICE | FIRST },
    [ACTION_OUTLINE] =       { outline,                  NOTICE | OVERLAY },
    [ACTION_LIBRARY] =       { library,                  OVERLAY },
    [ACTION_FOCUS_NEXT] =    { focus_next,               0 },
    [ACTION_FOCUS_PREV] =    { focus_before,             0 },
    [ACTION_FOCUS_NOTICE] =  { focus_notice,             0 },
    [ACTION_FOCUS_LIST] =    { focus_list,               0 },
    [ACTION_FOCUS_RECORD] =  { focus_record,             0 },
    [ACTION_ZOOM] =          { frame_command_zoom,       0 },
    [ACTION_GROW] =          { grow,                     0 },
    [ACTION_SHRINK] =        { shrink,                   0 },
    [ACTION_REPAINT] =       { repaint,                  OVERLAY | PROMPT | FIRST | UNNOTICED },
    [ACTION_COPY_CELL] =     { copy_cell,                0 },
    [ACTION_COPY_RECORD] =   { copy_record,              0 },
    [ACTION_COPY_CITATION] = { copy_citation,            0 },
    [ACTION_HELP] =          { help,                     OVERLAY },
    [ACTION_CANCEL] =        { cancel,                   OVERLAY },
    [ACTION_INTERRUPT] =     { interrupt,                OVERLAY },
    [ACTION_SUSPEND] =       { suspend,                  OVERLAY | PROMPT },
    [ACTION_QUIT] =          { back_or_quit,             OVERLAY },
    [ACTION_EXIT] =          { quit,                     OVERLAY },
    [ACTION_LEAVE] =         { await_second,             OVERLAY },
};
/* clang-format on */

bool command_is(enum action action, enum command_flag flag)
{
    return commands[action].flags & flag;
}

/* Why it cannot be done here, NULL: it can. */
static const char *refusal(const struct app *a, enum action action)
{
    if (a->overlay.pane && !command_is(action, COMMAND_OVERLAY))
        return _("Not here: q goes back");
    if (command_is(action, COMMAND_LIST) && !a->view.list)
        return _("There is no list here");
    if (command_is(action, COMMAND_NOTICE) &&
        !notice_pane_notice(view_notice_pane(&a->view)))
        return _("There is no notice here");
    if (command_is(action, COMMAND_SETTLED) && find_is_filtering(&a->find))
        return _("The filter is still being found");
    return NULL;
}

static void run(struct app *a, enum action action)
{
    const char *why = refusal(a, action);

    if (!commands[action].run)
        return;
    if (why)
        message_say(&a->message, "%s", why);
    else
        commands[action].run(a);
}

static void choose(struct app *a)
{
    if (a->overlay.pane)
        overlay_command_choose(a);
    else
        open_current(a);
}

void command_run(struct app *a, enum action action)
{
    struct pane *p = a->overlay.pane ? a->overlay.pane : view_focused(&a->view);

    if (command_is(action, COMMAND_FIRST)) {
        run(a, action);
        return;
    }
    switch (pane_handle(p, action)) {
    case PANE_CHOSEN:
        choose(a);
        break;
    case PANE_IGNORED:
        run(a, action);
        break;
    case PANE_CHANGED:
    case PANE_SAME:
        break;
    }
}
