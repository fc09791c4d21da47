#include "browse/find.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "browse/again.h"
#include "text/clean.h"
#include "ui/list_pane.h"

#define PATIENCE_MS 40 /* for an answer, before keys are taken again */

/* ---- what came of it ---- */

static void tell(struct find *f, enum find_result result, const char *text,
                 enum frame_pane where)
{
    free(f->outcome.text);
    f->outcome = (struct find_outcome){
        .result = result,
        .text = text ? xstrdup(text) : NULL,
        .where = where,
    };
    f->has_outcome = true;
}

/* Nothing was found, or not all could be read. */
static void tell_nothing(struct find *f, const char *words,
                         const struct err *error, enum frame_pane where)
{
    if (error->code == ERR_NONE)
        tell(f, FIND_NOTHING, words, where);
    else
        tell(f, FIND_FAILED, error->msg, where);
}

static void tell_moved(struct find *f)
{
    const struct search *s = &f->search;

    if (finder_is_near(s->finder))
        tell(f, FIND_NEAR, s->text, s->pane);
    else
        tell(f, FIND_MOVED, NULL, s->pane);
}

static void tell_trouble(struct find *f)
{
    tell(f, FIND_TROUBLE, f->trouble, f->search.pane);
    free(f->trouble);
    f->trouble = NULL;
}

bool find_take_outcome(struct find *f, struct find_outcome *out)
{
    if (!f->has_outcome)
        return false;
    *out = f->outcome;
    f->outcome = (struct find_outcome){0};
    f->has_outcome = false;
    return true;
}

/* ---- what the events do: each returns the state that follows ---- */

/* What an event brings along. */
struct event {
    enum find_mode mode;
    const char *text;
    size_t len;
    bool against;
    int milliseconds;
};

typedef enum find_state handler(struct find *f, const struct event *e);

/* It has no prompt open: the caller is wrong. */
static enum find_state never(struct find *f, const struct event *e)
{
    (void)e;
    assert(f->state == FIND_STATES); /* no event of this state */
    return f->state;
}

static enum find_state stay(struct find *f, const struct event *e)
{
    (void)e;
    return f->state;
}

static enum find_state leave(struct find *f, const struct event *e)
{
    (void)f;
    (void)e;
    return FIND_IDLE;
}

static void forget_trouble(struct find *f)
{
    free(f->trouble);
    f->trouble = NULL;
}

/* -- typing a search -- */

static enum find_state begin(struct find *f, const struct event *e)
{
    forget_trouble(f);
    if (e->mode == FIND_FILTER) {
        sift_begin(&f->sift, f->view);
        return FIND_FILTER_TYPING;
    }
    jump_begin(&f->jump, &f->search, f->view, e->mode == FIND_BACKWARD);
    return FIND_JUMP_TYPING;
}

static enum find_state jump_typed(struct find *f, const struct event *e)
{
    jump_type(&f->jump, &f->search, f->view, e->text, e->len, &f->trouble);
    return FIND_JUMP_TYPING;
}

static enum find_state jump_left(struct find *f, const struct event *e)
{
    (void)e;
    jump_give_up(&f->jump, &f->search, f->view);
    forget_trouble(f);
    return FIND_IDLE;
}

/* It was accepted, and it is known where it leads. */
static enum find_state jump_done(struct find *f)
{
    if (search_count(&f->search) > 0 && f->jump.placed)
        tell_moved(f);
    else
        tell_nothing(f, f->search.text, &f->search.error, f->search.pane);
    jump_keep(&f->jump, &f->search, f->view);
    return FIND_IDLE;
}

static enum find_state again(struct find *f, const struct event *e);

/* The former search, in the direction of this one. */
static enum find_state jump_repeat(struct find *f)
{
    struct place began = f->jump.began;
    struct event event = {.against = false};
    bool backward = f->search.backward;
    enum find_state next;

    jump_give_up(&f->jump, &f->search, f->view);
    f->search.backward = backward;
    next = again(f, &event);
    if (f->has_outcome && f->outcome.result >= FIND_MOVED)
        view_jump_from(f->view, &began);
    return next;
}

static enum find_state jump_accepted(struct find *f, const struct event *e)
{
    int64_t end = clock_ms() + PATIENCE_MS;

    if (f->trouble) {
        tell_trouble(f);
        return jump_left(f, e);
    }
    if (!f->search.finder)
        return jump_repeat(f);
    while (!jump_is_settled(&f->jump, &f->search) && clock_ms() < end)
        jump_step(&f->jump, &f->search, f->view, 1);
    return jump_is_settled(&f->jump, &f->search) ? jump_done(f)
                                                 : FIND_JUMP_SETTLING;
}

static enum find_state jump_stepped(struct find *f, const struct event *e)
{
    jump_step(&f->jump, &f->search, f->view, e->milliseconds);
    return FIND_JUMP_TYPING;
}

static enum find_state jump_settled(struct find *f, const struct event *e)
{
    jump_step(&f->jump, &f->search, f->view, e->milliseconds);
    return jump_is_settled(&f->jump, &f->search) ? jump_done(f)
                                                 : FIND_JUMP_SETTLING;
}

/* The reader went on: it leads nowhere any more, and goes on counting. */
static enum find_state jump_dropped(struct find *f, const struct event *e)
{
    (void)e;
    jump_clear(&f->jump);
    forget_trouble(f);
    return FIND_IDLE;
}

static enum find_state jump_begin_anew(struct find *f, const struct event *e)
{
    jump_dropped(f, e);
    return begin(f, e);
}

static enum find_state jump_again(struct find *f, const struct event *e)
{
    jump_dropped(f, e);
    return again(f, e);
}

/* -- typing a filter -- */

static enum find_state filter_typed(struct find *f, const struct event *e)
{
    sift_type(&f->sift, f->view, e->text, e->len, &f->trouble);
    return FIND_FILTER_TYPING;
}

static enum find_state filter_left(struct find *f, const struct event *e)
{
    (void)e;
    sift_give_up(&f->sift, f->view);
    forget_trouble(f);
    return FIND_IDLE;
}

/* It was accepted, and all of its rows are found. */
static enum find_state filter_done(struct find *f)
{
    if (sift_count(&f->sift) > 0 && f->sift.error.code == ERR_NONE) {
        sift_keep(&f->sift, f->view, &f->search);
        tell(f, FIND_FILTERED, NULL, FRAME_LIST);
    } else {
        tell_nothing(f, f->sift.text, &f->sift.error, FRAME_LIST);
        if (f->sift.error.code == ERR_NONE)
            search_name(&f->search, f->sift.text);
        sift_give_up(&f->sift, f->view);
    }
    return FIND_IDLE;
}

static enum find_state filter_accepted(struct find *f, const struct event *e)
{
    if (f->trouble) {
        tell_trouble(f);
        return filter_left(f, e);
    }
    if (!f->sift.found.scan) { /* an empty text: no filter */
        sift_give_up(&f->sift, f->view);
        view_widen(f->view);
        return FIND_IDLE;
    }
    return sift_is_done(&f->sift) ? filter_done(f) : FIND_FILTER_SETTLING;
}

static enum find_state filter_stepped(struct find *f, const struct event *e)
{
    sift_step(&f->sift, f->view, e->milliseconds);
    return FIND_FILTER_TYPING;
}

/* -- a filter that was accepted -- */

/* Go on with it; whether it is in force now, or given up. */
static bool sifted(struct find *f, const struct event *e)
{
    sift_step(&f->sift, f->view, e->milliseconds);
    if (!sift_is_done(&f->sift))
        return false;
    f->state = filter_done(f);
    return true;
}

static enum find_state filter_settled(struct find *f, const struct event *e)
{
    sifted(f, e);
    return f->state;
}

static enum find_state filter_dropped(struct find *f, const struct event *e)
{
    (void)e;
    sift_drop(&f->sift, f->view);
    return FIND_IDLE;
}

/* n or N waits for it, */
static enum find_state queue_again(struct find *f, const struct event *e)
{
    f->against = e->against;
    return FIND_FILTER_THEN_AGAIN;
}

static enum find_state settled_again(struct find *f, const struct event *e)
{
    struct event queued = {.against = f->against};

    return sifted(f, e) ? again(f, &queued) : FIND_FILTER_THEN_AGAIN;
}

/* or the next search does, */
static enum find_state queue_typing(struct find *f, const struct event *e)
{
    f->mode = e->mode;
    str_clear(&f->wanted);
    return FIND_FILTER_THEN_TYPING;
}

static enum find_state queue_text(struct find *f, const struct event *e)
{
    str_clear(&f->wanted);
    str_append(&f->wanted, e->text, e->len);
    return FIND_FILTER_THEN_TYPING;
}

static enum find_state queue_accepted(struct find *f, const struct event *e)
{
    (void)f;
    (void)e;
    return FIND_FILTER_THEN_ACCEPTED;
}

/* and is given up, the filter is not. */
static enum find_state unqueue(struct find *f, const struct event *e)
{
    (void)e;
    str_clear(&f->wanted);
    return FIND_FILTER_SETTLING;
}

/* The filter is there: what came since is done. */
static enum find_state begin_queued(struct find *f)
{
    struct event queued = {
        .mode = f->mode,
        .text = str_text(&f->wanted),
        .len = f->wanted.len,
    };
    enum find_state next = begin(f, &queued);

    next = next == FIND_FILTER_TYPING ? filter_typed(f, &queued)
                                      : jump_typed(f, &queued);
    str_clear(&f->wanted);
    return next;
}

static enum find_state settled_typing(struct find *f, const struct event *e)
{
    return sifted(f, e) ? begin_queued(f) : FIND_FILTER_THEN_TYPING;
}

static enum find_state settled_accepted(struct find *f, const struct event *e)
{
    if (!sifted(f, e))
        return FIND_FILTER_THEN_ACCEPTED;
    return begin_queued(f) == FIND_FILTER_TYPING ? filter_accepted(f, e)
                                                 : jump_accepted(f, e);
}

/* The list or filter that it was begun from is gone, not the prompt. */
static enum find_state lost_typing(struct find *f, const struct event *e)
{
    filter_dropped(f, e);
    return begin_queued(f);
}

/* -- n and N -- */

static enum find_state went(struct find *f, enum finder_result r)
{
    const struct search *s = &f->search;

    switch (r) {
    case FINDER_UNKNOWN:
        if (!search_is_done(s))
            return FIND_AGAIN_WAITING;
        /* Reading ended before it was known. */
        tell_nothing(f, s->text, &s->error, s->pane);
        break;
    case FINDER_NOTHING:
        tell_nothing(f, s->text, &s->error, s->pane);
        break;
    case FINDER_MOVED:
        tell(f, FIND_MOVED, NULL, s->pane);
        break;
    case FINDER_WRAPPED:
        tell(f,
             again_is_backward(s, f->against) ? FIND_WRAPPED_UP
                                              : FIND_WRAPPED_DOWN,
             NULL, s->pane);
        break;
    }
    return FIND_IDLE;
}

static enum find_state again(struct find *f, const struct event *e)
{
    f->against = e->against;
    if (!f->search.text || !*f->search.text)
        tell(f, FIND_NONE, NULL, f->search.pane);
    else if (again_aim(&f->search, f->view, &f->trouble))
        return went(f, again_go(&f->search, f->view, f->against));
    else if (f->trouble)
        tell_trouble(f);
    else
        tell(f, FIND_NOTHING, f->search.text, f->search.pane);
    return FIND_IDLE;
}

static enum find_state waited(struct find *f, const struct event *e)
{
    search_step(&f->search, e->milliseconds);
    return went(f, search_seek(&f->search, f->view, FINDER_FROM_HERE,
                               again_is_backward(&f->search, f->against)));
}

static enum find_state counted(struct find *f, const struct event *e)
{
    search_step(&f->search, e->milliseconds);
    return FIND_IDLE;
}

/* ---- the table ---- */

enum event_kind {
    EVENT_BEGUN,
    EVENT_TYPED,
    EVENT_ACCEPTED,
    EVENT_GIVEN_UP,
    EVENT_KEY,   /* any other */
    EVENT_AGAIN, /* n or N */
    EVENT_STEPPED,
    EVENT_SEARCH_LOST, /* another notice, list or filter: what the search, */
    EVENT_SIFT_LOST,   /* or the filter in hand, was begun from is gone */
    EVENTS
};

/* clang-format off */
static handler *const table[FIND_STATES][EVENTS] = {
    /*                             begun            typed         accepted         given up        key           again        stepped           search lost   sift lost */
    [FIND_IDLE] =                { begin,           never,        never,           stay,           stay,         again,       counted,          stay,         stay },
    [FIND_JUMP_TYPING] =         { never,           jump_typed,   jump_accepted,   jump_left,      stay,         never,       jump_stepped,     stay,         stay },
    [FIND_JUMP_SETTLING] =       { jump_begin_anew, never,        never,           jump_dropped,   jump_dropped, jump_again,  jump_settled,     jump_dropped, stay },
    [FIND_FILTER_TYPING] =       { never,           filter_typed, filter_accepted, filter_left,    stay,         never,       filter_stepped,   stay,         stay },
    [FIND_FILTER_SETTLING] =     { queue_typing,    never,        never,           filter_dropped, stay,         queue_again, filter_settled,   stay,         filter_dropped },
    [FIND_FILTER_THEN_AGAIN] =   { queue_typing,    never,        never,           filter_dropped, unqueue,      queue_again, settled_again,    stay,         filter_dropped },
    [FIND_FILTER_THEN_TYPING] =  { never,           queue_text,   queue_accepted,  unqueue,        stay,         never,       settled_typing,   stay,         lost_typing },
    [FIND_FILTER_THEN_ACCEPTED] ={ queue_typing,    never,        never,           filter_dropped, unqueue,      queue_again, settled_accepted, stay,         filter_dropped },
    [FIND_AGAIN_WAITING] =       { begin,           never,        never,           leave,          leave,        again,       waited,           leave,        stay },
};
/* clang-format on */

static bool is_sifting(const struct find *f)
{
    return f->state >= FIND_FILTER_TYPING &&
           f->state <= FIND_FILTER_THEN_ACCEPTED;
}

static void check(const struct find *f)
{
    bool jumps = f->state == FIND_JUMP_TYPING || f->state == FIND_JUMP_SETTLING;

    assert(jumps || !f->jump.former.text);
    assert(is_sifting(f) || (!f->sift.text && !f->sift.found.scan));
    assert(!is_sifting(f) || f->state == FIND_FILTER_TYPING ||
           f->sift.found.scan);
    assert(f->state != FIND_AGAIN_WAITING || f->search.finder);
}

static void happen(struct find *f, enum event_kind kind, const struct event *e)
{
    find_look(f);
    f->state = table[f->state][kind](f, e);
    check(f);
}

/* ---- events ---- */

void find_init(struct find *f, struct view *view)
{
    *f = (struct find){.view = view};
    jump_init(&f->jump);
}

void find_clear(struct find *f)
{
    search_clear(&f->search);
    jump_clear(&f->jump);
    sift_clear(&f->sift);
    free(f->trouble);
    str_clear(&f->wanted);
    free(f->outcome.text);
    *f = (struct find){0};
}

void find_begin(struct find *f, enum find_mode mode)
{
    happen(f, EVENT_BEGUN, &(struct event){.mode = mode});
}

void find_type(struct find *f, const char *text, size_t len)
{
    happen(f, EVENT_TYPED, &(struct event){.text = text, .len = len});
}

void find_accept(struct find *f)
{
    happen(f, EVENT_ACCEPTED, &(struct event){0});
}

void find_give_up(struct find *f)
{
    happen(f, EVENT_GIVEN_UP, &(struct event){0});
}

void find_key(struct find *f)
{
    happen(f, EVENT_KEY, &(struct event){0});
}

void find_again(struct find *f, bool against)
{
    happen(f, EVENT_AGAIN, &(struct event){.against = against});
}

static bool search_is_lost(const struct find *f)
{
    return !generation_holds(&f->view->generation, f->search.stamp);
}

static bool sift_is_lost(const struct find *f)
{
    return !generation_holds(&f->view->generation, f->sift.stamp);
}

void find_look(struct find *f)
{
    struct event e = {0};

    if (sift_is_lost(f)) {
        f->state = table[f->state][EVENT_SIFT_LOST](f, &e);
        sift_look(&f->sift, f->view);
    }
    search_look(&f->jump.former, f->view);
    if (search_is_lost(f)) {
        search_stop(&f->search);
        f->state = table[f->state][EVENT_SEARCH_LOST](f, &e);
    }
    check(f);
}

/* ---- going on ---- */

bool find_is_pending(const struct find *f)
{
    return f->state != FIND_IDLE && f->state != FIND_JUMP_TYPING &&
           f->state != FIND_FILTER_TYPING &&
           f->state != FIND_FILTER_THEN_TYPING;
}

bool find_is_filtering(const struct find *f)
{
    return is_sifting(f) && f->state != FIND_FILTER_TYPING;
}

bool find_is_busy(const struct find *f)
{
    if (find_is_filtering(f))
        return true;
    return is_sifting(f) ? !sift_is_done(&f->sift)
                         : !search_is_done(&f->search);
}

int64_t find_count(const struct find *f)
{
    return is_sifting(f) ? sift_count(&f->sift) : search_count(&f->search);
}

bool find_step(struct find *f, int milliseconds)
{
    enum find_state state = f->state;
    int64_t count = find_count(f);

    happen(f, EVENT_STEPPED, &(struct event){.milliseconds = milliseconds});
    return f->state != state || find_count(f) != count || !find_is_busy(f) ||
           f->has_outcome;
}

/* ---- the picture ---- */

struct light find_light(const struct find *f)
{
    if (is_sifting(f) && !sift_is_lost(f))
        return sift_light(&f->sift, f->view);
    if (f->search.finder && !search_is_lost(f))
        return finder_light(f->search.finder);
    return (struct light){0};
}

bool find_is_shown(const struct find *f)
{
    struct light light = find_light(f);
    struct query *q = light_of_list(&light, f->view->list);

    return !q || list_pane_shows(view_list_pane(f->view), q);
}

void find_reveal(const struct find *f)
{
    struct light light = find_light(f);

    view_reveal(f->view, &light);
}

bool find_unlight(struct find *f)
{
    find_look(f);
    if (f->state != FIND_IDLE || !f->search.finder)
        return false;
    search_stop(&f->search);
    return true;
}

size_t find_failed_from(const struct find *f)
{
    return f->state == FIND_JUMP_TYPING ? f->jump.failed_from : SIZE_MAX;
}

bool find_is_counted(const struct find *f)
{
    const struct search *s = &f->search;
    const struct pane *p = f->view->panes[s->pane];

    if (is_sifting(f))
        return view_searched(f->view) == FRAME_LIST;
    if (!s->finder || search_is_lost(f) || s->pane != view_searched(f->view) ||
        finder_is_all(s->finder, p))
        return false;
    return search_count(s) > 0 || !search_is_done(s);
}

void find_note(const struct find *f, struct str *out)
{
    if (f->trouble)
        str_add(out, f->trouble);
    else if (is_sifting(f) && !sift_is_lost(f))
        sift_note(&f->sift, out);
    else if (!search_is_lost(f))
        search_note(&f->search, f->view, out);
}
