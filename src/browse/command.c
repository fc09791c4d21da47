#include "browse/command.h"

#include "browse/ask.h"
#include "browse/copy.h"
#include "browse/follow.h"
#include "browse/go.h"
#include "browse/list_command.h"
#include "base/i18n.h"
#include "ui/chooser.h"
#include "ui/library.h"
#include "ui/list_columns.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/record_pane.h"

/* ---- the list ---- */

/* [ and ] in list and record: one record on. */
static void step_record(struct app *a, enum action action)
{
    pane_handle(view_list_pane(&a->view), action);
    view_sync(&a->view);
}

/* ---- opening ---- */

void command_open(struct app *a)
{
    struct record_link record;
    struct notice_link link;

    switch (a->view.frame.focus) {
    case FRAME_LIST:
        view_remember(&a->view);
        view_focus(&a->view, FRAME_RECORD);
        break;
    case FRAME_RECORD:
        if (record_pane_link(view_record_pane(&a->view), &record))
            follow_record_link(a, &record);
        else /* Enter would have chosen one */
            app_say(a, "%s", _("No further link near here"));
        break;
    case FRAME_NOTICE:
        if (notice_pane_link(view_notice_pane(&a->view), &link, NULL)) {
            follow_notice_link(a, &link);
            notice_link_clear(&link);
        } else
            app_say(a, "%s", _("( and ) choose a link"));
        break;
    case FRAME_PANES:
        break;
    }
}

static void choose_in_library(struct app *a, int64_t target)
{
    int notice, annex;
    struct err e = {0};

    library_meaning(target, &notice, &annex);
    if (annex >= 0)
        follow_annex(a, (size_t)annex);
    else if (notice >= 0 && !view_go_notice(&a->view, notice, &e))
        app_complain(a, &e);
}

void command_choose(struct app *a)
{
    int64_t target = chooser_target(a->overlay.pane);
    enum overlay_kind kind = a->overlay.kind;

    if (target >= 0) {
        if (kind == OVERLAY_OUTLINE) {
            view_remember(&a->view);
            view_focus(&a->view, FRAME_NOTICE);
            notice_pane_top(view_notice_pane(&a->view), (size_t)target);
        } else if (kind == OVERLAY_LIBRARY)
            choose_in_library(a, target);
        else if (kind == OVERLAY_FREQUENCIES)
            list_command_select(a, a->overlay.values[target].text);
    }
    overlay_close(&a->overlay);
}

/* ---- leaving ---- */

static void say_q_quits(struct app *a)
{
    app_say(a, "%s", _("q quits"));
}

static void cancel(struct app *a)
{
    if (overlay_close(&a->overlay) || find_unfilter(&a->find))
        return;
    if (a->view.frame.zoomed)
        a->view.frame.zoomed = false;
    else if (!find_unlight(&a->find))
        say_q_quits(a);
}

static void focus(struct app *a, enum frame_pane pane)
{
    if (pane == FRAME_NOTICE && a->view.frame.no_notice)
        app_say(a, "%s", _("There is no notice here"));
    else
        view_focus(&a->view, pane);
}

/* Around the panes that there are. */
static void focus_next(struct app *a, int step)
{
    struct frame *f = &a->view.frame;
    int pane = ((int)f->focus + step + FRAME_PANES) % FRAME_PANES;

    if (pane == FRAME_NOTICE && f->no_notice)
        pane = (pane + step + FRAME_PANES) % FRAME_PANES;
    view_focus(&a->view, (enum frame_pane)pane);
}

static void say_small(struct app *a)
{
    app_say(a, "%s", _("This window has room for one pane"));
}

static void zoom(struct app *a)
{
    struct frame *f = &a->view.frame;

    f->zoomed = !f->zoomed && !frame_is_small(f);
    if (frame_is_small(f))
        say_small(a);
}

static void grow(struct app *a, int step)
{
    struct frame *f = &a->view.frame;

    if (frame_is_small(f))
        say_small(a);
    else if (f->zoomed)
        app_say(a, "%s", _("One pane is shown: z shows all"));
    else if (!frame_grow(f, step))
        app_say(a, "%s", _("It goes no further"));
}

/* ---- the notice's form, the list's column, from every pane ---- */

static void change_form(struct app *a, enum action action)
{
    struct pane *p = view_notice_pane(&a->view);

    if (!notice_pane_notice(p)) {
        app_say(a, "%s", _("There is no notice here"));
        return;
    }
    pane_handle(p, action);
    if (action == ACTION_RAW)
        app_say(a, "%s",
                notice_pane_place(p).raw ? _("The source's text, without form")
                                         : _("The form of a notice"));
    else
        app_say(a, "%s",
                notice_pane_is_full(p) ? _("The full width")
                                       : _("28 characters a line"));
}

static void change_column(struct app *a, enum action action)
{
    struct str name = {0};

    if (!a->view.list) {
        app_say(a, "%s", _("There is no list here"));
        return;
    }
    pane_handle(view_list_pane(&a->view), action);
    list_columns_heading(a->view.list,
                         list_pane_column(view_list_pane(&a->view)), &name);
    app_say(a, _("Current column: %s"), str_text(&name));
    str_clear(&name);
}

static void say_no_link(struct app *a)
{
    if (a->view.frame.focus == FRAME_LIST)
        app_say(a, "%s", _("Links are in the notice and in the record"));
    else
        app_say(a, "%s", _("No further link near here"));
}

/* With help, outline, library or frequencies open, only these work. */
static bool works_in_overlay(enum action action)
{
    return action == ACTION_QUIT || action == ACTION_CANCEL ||
           action == ACTION_INTERRUPT || action == ACTION_SUSPEND ||
           action == ACTION_HELP || action == ACTION_OUTLINE ||
           action == ACTION_LIBRARY || action == ACTION_BACK;
}

static void toggle_overlay(struct app *a, enum overlay_kind kind)
{
    if (a->overlay.kind == kind)
        overlay_close(&a->overlay);
    else if (kind == OVERLAY_HELP)
        overlay_help(&a->overlay);
    else if (kind == OVERLAY_LIBRARY)
        overlay_library(&a->overlay, &a->view);
    else if (!notice_pane_notice(view_notice_pane(&a->view)))
        app_say(a, "%s", _("There is no notice here"));
    else if (!overlay_outline(&a->overlay, &a->view))
        app_say(a, "%s", _("This text has no sections"));
}

static void quit_or_close(struct app *a)
{
    if (!overlay_close(&a->overlay))
        a->wish.quit = true;
}

void command_run(struct app *a, enum action action)
{
    if (a->overlay.pane && !works_in_overlay(action)) {
        app_say(a, "%s", _("Not here: q goes back"));
        return;
    }
    switch (action) {
    case ACTION_SECTION_PREV:
        step_record(a, ACTION_UP);
        break;
    case ACTION_SECTION_NEXT:
        step_record(a, ACTION_DOWN);
        break;
    case ACTION_GOTO:
        ask_number(a);
        break;
    case ACTION_PERCENT:
        ask_percent(a);
        break;
    case ACTION_OPEN:
        command_open(a);
        break;
    case ACTION_BACK:
        if (!overlay_close(&a->overlay))
            go_back(a);
        break;
    case ACTION_MARK:
    case ACTION_GOTO_MARK:
        a->awaiting = action;
        break;
    case ACTION_SEARCH:
        ask_search(a, FIND_FORWARD);
        break;
    case ACTION_SEARCH_BACK:
        ask_search(a, FIND_BACKWARD);
        break;
    case ACTION_FILTER:
        ask_search(a, FIND_FILTER);
        break;
    case ACTION_MATCH_NEXT:
        ask_again(a, false);
        break;
    case ACTION_MATCH_PREV:
        ask_again(a, true);
        break;
    case ACTION_SORT:
        list_command_sort(a);
        break;
    case ACTION_UNSORT:
        list_command_unsort(a);
        break;
    case ACTION_FREQUENCIES:
        list_command_frequencies(a);
        break;
    case ACTION_OUTLINE:
        toggle_overlay(a, OVERLAY_OUTLINE);
        break;
    case ACTION_LIBRARY:
        toggle_overlay(a, OVERLAY_LIBRARY);
        break;
    case ACTION_HELP:
        toggle_overlay(a, OVERLAY_HELP);
        break;
    case ACTION_FOCUS_NEXT:
        focus_next(a, 1);
        break;
    case ACTION_FOCUS_PREV:
        focus_next(a, -1);
        break;
    case ACTION_FOCUS_NOTICE:
        focus(a, FRAME_NOTICE);
        break;
    case ACTION_FOCUS_LIST:
        focus(a, FRAME_LIST);
        break;
    case ACTION_FOCUS_RECORD:
        focus(a, FRAME_RECORD);
        break;
    case ACTION_ZOOM:
        zoom(a);
        break;
    case ACTION_GROW:
        grow(a, 1);
        break;
    case ACTION_SHRINK:
        grow(a, -1);
        break;
    case ACTION_MEASURE:
    case ACTION_RAW:
        change_form(a, action);
        break;
    case ACTION_COLUMN_PREV:
    case ACTION_COLUMN_NEXT:
        change_column(a, action);
        break;
    case ACTION_LINK_PREV:
    case ACTION_LINK_NEXT:
        say_no_link(a);
        break;
    case ACTION_COPY_CELL:
        copy_cell(a);
        break;
    case ACTION_COPY_RECORD:
        copy_record(a);
        break;
    case ACTION_COPY_CITATION:
        copy_citation(a);
        break;
    case ACTION_CANCEL:
        cancel(a);
        break;
    case ACTION_INTERRUPT:
        if (!overlay_close(&a->overlay))
            say_q_quits(a);
        break;
    case ACTION_SUSPEND:
        a->wish.suspend = true;
        break;
    case ACTION_QUIT:
        quit_or_close(a);
        break;
    case ACTION_NONE:
    case ACTION_UP:
    case ACTION_DOWN:
    case ACTION_SCROLL_UP:
    case ACTION_SCROLL_DOWN:
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
    case ACTION_HALF_UP:
    case ACTION_HALF_DOWN:
    case ACTION_HOME:
    case ACTION_END:
    case ACTION_REPAINT:
    case ACTION_COUNT:
        break;
    }
}
