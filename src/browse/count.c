#include "browse/count.h"

#include "browse/colon.h"
#include "browse/command.h"
#include "browse/go.h"
#include "ui/keymap.h"
#include "ui/motion.h"

/* The digit of a key, -1: it is none. */
static int digit_of(int key)
{
    int ascii = keymap_ascii(key);

    return ascii >= '0' && ascii <= '9' ? ascii - '0' : -1;
}

bool count_takes(struct app *a, int key)
{
    struct digits *c = &a->count;
    int digit = digit_of(key);

    if (digit < 0 || a->overlay.pane || (c->number == 0 && digit <= 3))
        return false;
    if (c->is_pane)
        view_focus(&a->view, c->focus);
    c->is_pane = false;
    c->number = c->number * 10 + digit;
    if (c->number > COUNT_MAX)
        c->number = COUNT_MAX;
    return true;
}

void count_begin(struct app *a, int key)
{
    int digit = digit_of(key);

    a->count = (struct digits){0};
    if (digit > 0 && !a->overlay.pane)
        a->count = (struct digits){digit, true, a->view.frame.focus};
}

bool count_waits(const struct app *a)
{
    return a->count.number > 0 && !a->count.is_pane;
}

long count_end(struct app *a)
{
    long number = count_waits(a) ? a->count.number : 1;

    a->count = (struct digits){0};
    return number;
}

/* The pane that moves, and by which action; NULL: it is no motion. */
static struct pane *mover(struct app *a, enum action *action)
{
    bool in_record = a->view.frame.focus == FRAME_RECORD;

    if (*action == ACTION_COLUMN_PREV || *action == ACTION_COLUMN_NEXT)
        return view_list_pane(&a->view);
    if (in_record && *action == ACTION_SECTION_PREV) {
        *action = ACTION_UP;
        return view_list_pane(&a->view);
    }
    if (in_record && *action == ACTION_SECTION_NEXT) {
        *action = ACTION_DOWN;
        return view_list_pane(&a->view);
    }
    if (*action == ACTION_SECTION_PREV || *action == ACTION_SECTION_NEXT ||
        *action == ACTION_LINK_PREV || *action == ACTION_LINK_NEXT ||
        motion_of(*action, 1).kind != MOTION_NONE)
        return view_focused(&a->view);
    return NULL;
}

/* All but the last time, which says what came of it. */
static void move(struct app *a, enum action action, long times)
{
    struct pane *p = mover(a, &action);

    while (p && times-- > 1 && pane_handle(p, action) == PANE_CHANGED)
        ;
}

static void go_to_number(struct app *a, long number)
{
    struct str text = {0};

    str_addf(&text, "%ld", number);
    colon_run(a, str_text(&text), false);
    str_clear(&text);
}

void count_run(struct app *a, enum action action, long times)
{
    bool is_match = action == ACTION_MATCH_NEXT || action == ACTION_MATCH_PREV;

    if (times <= 1 || a->overlay.pane) {
        command_run(a, action);
        return;
    }
    if (action == ACTION_HOME || action == ACTION_END) {
        go_to_number(a, times);
        return;
    }
    if (action == ACTION_PERCENT) {
        go_percent(a, times > 100 ? 100 : (int)times);
        return;
    }
    for (long i = 1; is_match && i < times && i < COUNT_MATCHES; i++) {
        command_run(a, action);
        find_key(&a->find);
    }
    move(a, action, times);
    command_run(a, action);
}
