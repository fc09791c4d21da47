#include "browse/overlay_command.h"

#include "base/i18n.h"
#include "browse/follow.h"
#include "browse/list_command.h"
#include "ui/chooser.h"
#include "ui/library.h"
#include "ui/notice_pane.h"
#include "ui/outline.h"

/* ---- opening ---- */

static void open_help(struct app *a)
{
    overlay_help(&a->overlay);
}

static void open_library(struct app *a)
{
    overlay_library(&a->overlay, &a->view);
}

static void open_outline(struct app *a)
{
    if (!overlay_outline(&a->overlay, &a->view))
        message_say(&a->message, "%s", _("This text has no sections"));
}

/* ---- choosing ---- */

static void choose_section(struct app *a, int64_t target)
{
    size_t citer;

    if (outline_is_citer(target, &citer)) {
        follow_citer(a, citer);
        return;
    }
    view_remember(&a->view);
    view_focus(&a->view, FRAME_NOTICE);
    notice_pane_top(view_notice_pane(&a->view), (size_t)target);
}

static void choose_in_library(struct app *a, int64_t target)
{
    int notice, annex;
    struct err e = {0};

    library_meaning(target, &notice, &annex);
    if (annex >= 0)
        follow_annex(a, (size_t)annex);
    else if (notice >= 0 && !view_go_notice(&a->view, notice, &e))
        message_complain(&a->message, &e);
}

static void choose_value(struct app *a, int64_t target)
{
    list_command_select(a, a->overlay.values[target].text);
}

/* clang-format off */
static const struct {
    void (*open)(struct app *a); /* NULL: by the work that made it */
    void (*choose)(struct app *a, int64_t target); /* NULL: it only scrolls */
} kinds[OVERLAY_KINDS] = {
    [OVERLAY_HELP] =        { open_help,    NULL },
    [OVERLAY_OUTLINE] =     { open_outline, choose_section },
    [OVERLAY_LIBRARY] =     { open_library, choose_in_library },
    [OVERLAY_FREQUENCIES] = { NULL,         choose_value },
};
/* clang-format on */

void overlay_command_toggle(struct app *a, enum overlay_kind kind)
{
    if (a->overlay.kind == kind)
        overlay_close(&a->overlay);
    else if (kinds[kind].open)
        kinds[kind].open(a);
}

void overlay_command_choose(struct app *a)
{
    int64_t target = chooser_target(a->overlay.pane);

    if (target >= 0 && kinds[a->overlay.kind].choose)
        kinds[a->overlay.kind].choose(a, target);
    overlay_close(&a->overlay);
}
