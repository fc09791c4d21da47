#include "tests/random/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "browse/app.h"
#include "model/edition.h"
#include "tests/fixture.h"
#include "tests/random/check.h"
#include "tests/random/clock.h"
#include "tests/random_query.h"

#define ROWS       24
#define COLUMNS    80
#define SLICE_MS   8
#define MAX_SLICES 2000000 /* work that goes on for more is endless */

struct session {
    const struct session_plan *plan;
    struct edition *edition;
    struct app app;
    struct canvas canvas;
    struct str *why;
};

static uint32_t key_state;

/* Whether a key waits, while work asks: now and then. */
static bool key_waits(void)
{
    return !random_under(&key_state, 64);
}

static bool set_size(struct session *s, int rows, int columns,
                     enum ambiguous ambiguous)
{
    canvas_clear(&s->canvas);
    canvas_init(&s->canvas, rows, columns, ambiguous);
    app_resize(&s->app, rows, columns, ambiguous);
    return true;
}

static bool begin(struct session *s)
{
    struct err e = {0};

    s->edition = edition_open(s->plan->path, &e);
    if (!s->edition) {
        str_addf(s->why, "it does not open: %s", e.msg);
        return false;
    }
    app_open(&s->app, s->edition);
    edition_watch(s->edition, key_waits);
    return set_size(s, ROWS, COLUMNS, AMBIGUOUS_NARROW);
}

static void end(struct session *s)
{
    if (!s->edition)
        return;
    app_close(&s->app);
    edition_close(s->edition);
    s->edition = NULL;
    canvas_clear(&s->canvas);
}

/* The same state gives the same picture: the second time too. */
static bool draw(struct session *s)
{
    struct canvas before = {0};
    int row, column;
    bool ok;

    app_draw(&s->app, &s->canvas, &row, &column);
    if (!check_picture(&s->canvas, row, column, s->why) ||
        !check_light(&s->app, &s->canvas, s->why))
        return false;
    canvas_copy(&before, &s->canvas);
    app_draw(&s->app, &s->canvas, &row, &column);
    ok = canvas_equal(&before, &s->canvas);
    if (!ok)
        str_add(s->why, "drawn twice, it is not the same");
    canvas_clear(&before);
    return ok;
}

static bool wait_for_work(struct session *s)
{
    for (int i = 0; app_is_busy(&s->app); i++) {
        if (i == MAX_SLICES) {
            str_add(s->why, "the work does not end");
            return false;
        }
        app_work(&s->app, SLICE_MS);
    }
    return true;
}

/* A copy is put in its place, so that it has another inode. */
static bool publish(struct session *s)
{
    const char *name = strrchr(s->plan->path, '/') + 1;
    struct str other = {0};
    unsigned char *bytes;
    size_t len;

    if (edition_size(s->edition) > 1 << 20)
        return true;
    bytes = fixture_read(s->plan->path, &len);
    str_addf(&other, "%s.new", name);
    free(fixture_bytes(str_text(&other), bytes, len));
    free(bytes);
    str_clear(&other);
    str_addf(&other, "%s.new", s->plan->path);
    if (rename(str_text(&other), s->plan->path) != 0)
        abort();
    str_clear(&other);
    return true;
}

/* What the terminal would do, and a new session where this one is over. */
static bool grant(struct session *s)
{
    struct app_wish *w = &s->app.wish;
    bool quit = w->quit;

    free(w->copy);
    *w = (struct app_wish){0};
    if (!quit)
        return true;
    end(s);
    return begin(s);
}

/* Asking for the truth takes no time. */
static bool counts_are_true(struct session *s)
{
    bool ok;

    random_clock_hold(true);
    ok = check_counts(&s->app, s->plan->truth, s->why);
    random_clock_hold(false);
    return ok;
}

static bool happen(struct session *s, const struct event *event)
{
    switch (event->kind) {
    case EVENT_KEY:
        app_key(&s->app, event->key);
        break;
    case EVENT_PASTE:
        app_paste(&s->app, event->text, strlen(event->text));
        break;
    case EVENT_SIZE:
        return set_size(s, event->rows, event->columns, event->ambiguous);
    case EVENT_DRAW:
        return draw(s);
    case EVENT_WORK:
        if (app_is_busy(&s->app))
            app_work(&s->app, event->milliseconds);
        return true;
    case EVENT_WAIT:
        return wait_for_work(s);
    case EVENT_IDLE:
        app_idle(&s->app);
        return true;
    case EVENT_PUBLISH:
        return publish(s);
    }
    return grant(s);
}

bool session_run(const struct session_plan *plan, struct str *why)
{
    struct session s = {.plan = plan, .why = why};
    bool ok;

    random_clock_start(plan->seed);
    key_state = plan->seed;
    ok = begin(&s);
    for (size_t i = 0; ok && i < plan->count; i++) {
        *plan->at = i;
        ok = happen(&s, &plan->events[i]) && counts_are_true(&s);
    }
    ok = ok && wait_for_work(&s) && draw(&s) && counts_are_true(&s);
    end(&s);
    return ok;
}
