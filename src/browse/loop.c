#include "browse/loop.h"

#include <stdlib.h>

#include "browse/app.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "term/term.h"

#define SLICE_MS 8    /* of work between two looks at the keyboard */
#define COUNT_MS 150  /* between two pictures of a running count */
#define IDLE_MS  5000 /* between two looks at the file */

struct loop {
    struct app app;
    struct canvas canvas;
    bool due;   /* something came: draw as soon as nothing waits */
    bool dirty; /* work may have changed the picture */
    bool gone;
    int64_t drawn_at; /* ms */
};

static void resize(struct loop *l)
{
    int rows, columns;

    term_size(&rows, &columns);
    canvas_clear(&l->canvas);
    canvas_init(&l->canvas, rows, columns, term_ambiguous());
    app_resize(&l->app, rows, columns, term_ambiguous());
    l->due = true;
}

static void tell_encoding(struct loop *l)
{
    if (term_encoding() == TERM_ENCODING_OTHER)
        message_say(&l->app.message, "%s",
                    "This terminal is not set to UTF-8: "
                    "set its character encoding to UTF-8");
}

static void draw(struct loop *l)
{
    int row, column;

    app_draw(&l->app, &l->canvas, &row, &column);
    term_show(&l->canvas, row, column);
    l->due = l->dirty = false;
    l->drawn_at = clock_ms();
}

static void grant(struct loop *l)
{
    struct app_wish *w = &l->app.wish;

    if (w->copy && !term_copy(w->copy, w->copy_len))
        message_say(&l->app.message, "%s",
                    _("Too long for the terminal's clipboard"));
    free(w->copy);
    if (w->repaint)
        term_repaint();
    if (w->suspend) {
        term_suspend();
        resize(l);
    }
    if (w->quit)
        l->gone = true;
    *w = (struct app_wish){0};
}

static void take(struct loop *l, const struct term_event *event)
{
    switch (event->kind) {
    case TERM_KEY:
        app_key(&l->app, event->key);
        break;
    case TERM_PASTE:
        app_paste(&l->app, event->paste, event->paste_len);
        break;
    case TERM_AMBIGUOUS:
        tell_encoding(l);
        resize(l);
        break;
    case TERM_RESIZED:
    case TERM_CONTINUED:
        resize(l);
        break;
    case TERM_GONE:
        l->gone = true;
        break;
    case TERM_NOTHING:
        return;
    }
    l->due = true;
    grant(l);
}

/* Take what is there, without drawing; then work or draw or wait. */
static void turn(struct loop *l)
{
    struct term_event event;
    bool busy;

    for (term_read(&event, 0); event.kind != TERM_NOTHING && !l->gone;
         term_read(&event, 0))
        take(l, &event);
    if (l->gone)
        return;
    if (l->app.stale)
        app_work(&l->app, SLICE_MS);
    busy = app_is_busy(&l->app);
    if (l->due || (l->dirty && (!busy || clock_ms() - l->drawn_at >= COUNT_MS)))
        draw(l);
    if (busy) {
        l->dirty |= app_work(&l->app, SLICE_MS);
        return;
    }
    term_read(&event, IDLE_MS);
    if (event.kind == TERM_NOTHING)
        l->dirty |= app_idle(&l->app);
    else
        take(l, &event);
}

bool loop_run(struct edition *ed, const struct term_options *terminal,
              const char *notice, struct err *e)
{
    struct loop l = {0};

    app_open(&l.app, ed);
    if (!term_open(terminal, e)) {
        app_close(&l.app);
        return false;
    }
    edition_watch(ed, term_is_waiting);
    resize(&l);
    if (!notice)
        notice = term_remark();
    if (notice && !l.app.message.text.len)
        message_say(&l.app.message, "%s", notice);
    while (!l.gone)
        turn(&l);
    edition_watch(ed, NULL);
    term_close();
    canvas_clear(&l.canvas);
    app_close(&l.app);
    return true;
}
