#include "browse/go.h"

#include "base/i18n.h"
#include "canvas/key.h"
#include "ui/chooser.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

/* ---- rows and percentages ---- */

/* A filter that hides a row gives way to who asks for the row, also one that
 * is still being found. */
static void uncover(struct app *a, int64_t row)
{
    if (list_pane_index(view_list_pane(&a->view), row) < 0 &&
        view_widen(&a->view))
        message_say(&a->message, "%s",
                    _("The filter is taken away: it hid that record"));
}

void go_row(struct app *a, int64_t row)
{
    view_remember(&a->view);
    uncover(a, row);
    list_pane_goto(view_list_pane(&a->view), row);
}

void go_percent(struct app *a, int percent)
{
    int64_t rows = list_pane_rows(view_list_pane(&a->view));

    if (a->view.frame.focus == FRAME_NOTICE) {
        view_remember(&a->view);
        notice_pane_goto_percent(view_notice_pane(&a->view), percent);
    } else if (rows > 0)
        go_row(a, list_pane_row_at(view_list_pane(&a->view),
                                   (rows - 1) * percent / 100));
}

/* ---- marks and jumps ---- */

static bool restore(struct app *a, const struct place *place)
{
    struct err e = {0};

    if (place->annex == view_annex(&a->view) && place->list.row > 0)
        uncover(a, place->list.row);
    if (view_restore(&a->view, place, &e))
        return true;
    message_complain(&a->message, &e);
    return false;
}

bool go_back(struct app *a)
{
    struct err e = {0};

    if (a->overlay.pane && chooser_is_filtered(a->overlay.pane)) {
        chooser_filter(a->overlay.pane, NULL);
        return true;
    }
    if (overlay_close(&a->overlay))
        return true;
    if (find_is_pending(&a->find)) {
        find_give_up(&a->find);
        return true;
    }
    switch (view_back(&a->view, &e)) {
    case VIEW_GROUND:
        return false;
    case VIEW_STUCK:
        message_complain(&a->message, &e);
        break;
    case VIEW_WENT:
        break;
    }
    return true;
}

bool go_is_ground(const struct app *a)
{
    return !a->overlay.pane && !find_is_pending(&a->find) &&
           view_is_ground(&a->view);
}

static void set_mark(struct app *a, int key)
{
    struct place here = view_place(&a->view);

    if (places_mark(&a->view.places, key, &here))
        message_say(&a->message, _("Mark %c is set"), key);
    else
        message_say(&a->message, "%s", _("A mark is a letter, a to z"));
}

static void goto_mark(struct app *a, int key)
{
    struct place here = view_place(&a->view), place;

    if (key == '\'' || key == '`') {
        if (!go_back(a))
            message_say(&a->message, "%s", _("This is where you began"));
    } else if (!places_marked(&a->view.places, key, &place))
        message_say(&a->message, "%s", _("That mark is not set"));
    else if (restore(a, &place))
        view_jump_from(&a->view, &here);
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
