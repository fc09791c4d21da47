#include "browse/frame_command.h"

#include "base/i18n.h"

void frame_command_focus(struct app *a, enum frame_pane pane)
{
    if (pane == FRAME_NOTICE && a->view.frame.no_notice)
        message_say(&a->message, "%s", _("There is no notice here"));
    else
        view_focus(&a->view, pane);
}

void frame_command_step(struct app *a, int step)
{
    struct frame *f = &a->view.frame;
    int pane = ((int)f->focus + step + FRAME_PANES) % FRAME_PANES;

    if (pane == FRAME_NOTICE && f->no_notice)
        pane = (pane + step + FRAME_PANES) % FRAME_PANES;
    view_focus(&a->view, (enum frame_pane)pane);
}

static void say_small(struct app *a)
{
    message_say(&a->message, "%s", _("This window has room for one pane"));
}

void frame_command_zoom(struct app *a)
{
    struct frame *f = &a->view.frame;

    view_zoom(&a->view, !f->zoomed && !frame_is_small(f));
    if (frame_is_small(f))
        say_small(a);
}

void frame_command_grow(struct app *a, int step)
{
    struct frame *f = &a->view.frame;

    if (frame_is_small(f))
        say_small(a);
    else if (f->zoomed)
        message_say(&a->message, "%s", _("One pane is shown: z shows all"));
    else if (!frame_grow(f, step))
        message_say(&a->message, "%s", _("It goes no further"));
}
