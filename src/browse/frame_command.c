#include "browse/frame_command.h"

#include "base/i18n.h"

void frame_command_focus(struct app *a, enum frame_pane pane)
{
    if (frame_has(&a->view.frame, pane))
        view_focus(&a->view, pane);
    else if (pane == FRAME_NOTICE)
        message_say(&a->message, "%s", _("There is no notice here"));
    else
        message_say(&a->message, "%s", _("There is no list here"));
}

void frame_command_step(struct app *a, int step)
{
    struct frame *f = &a->view.frame;
    int pane = (int)f->focus;

    do
        pane = (pane + step + FRAME_PANES) % FRAME_PANES;
    while (!frame_has(f, (enum frame_pane)pane));
    view_focus(&a->view, (enum frame_pane)pane);
}

/* Why one pane is shown where no key can show more. */
static void say_alone(struct app *a)
{
    if (!frame_has(&a->view.frame, FRAME_LIST))
        message_say(&a->message, "%s", _("There is no list here"));
    else
        message_say(&a->message, "%s", _("This window has room for one pane"));
}

static bool stands_alone(const struct frame *f)
{
    return frame_is_small(f) || !frame_has(f, FRAME_LIST);
}

void frame_command_zoom(struct app *a)
{
    struct frame *f = &a->view.frame;

    view_zoom(&a->view, !f->zoomed && !stands_alone(f));
    if (stands_alone(f))
        say_alone(a);
}

void frame_command_grow(struct app *a, int step)
{
    struct frame *f = &a->view.frame;

    if (stands_alone(f))
        say_alone(a);
    else if (f->zoomed)
        message_say(&a->message, "%s", _("One pane is shown: z shows all"));
    else if (!frame_grow(f, step))
        message_say(&a->message, "%s", _("It goes no further"));
}
