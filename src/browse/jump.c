#include "browse/jump.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

#define FIRST_MS 4 /* and no longer than the first match takes */

void jump_init(struct jump *j)
{
    *j = (struct jump){.failed_from = SIZE_MAX};
}

void jump_clear(struct jump *j)
{
    search_clear(&j->former);
    str_clear(&j->good);
    jump_init(j);
}

void jump_begin(struct jump *j, struct search *s, struct view *v, bool backward)
{
    jump_clear(j);
    j->began = view_place(v);
    j->former = *s;
    j->placed = true;
    *s = (struct search){.backward = backward, .pane = view_searched(v)};
}

static size_t common_prefix(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] && a[n] == b[n])
        n++;
    while (n && ((unsigned char)a[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The first match may be known by now. */
static void place(struct jump *j, struct search *s, struct view *v)
{
    if (!s->finder)
        return;
    if (!j->placed)
        j->placed = search_seek(s, v, FINDER_FROM_BEGINNING, s->backward) !=
                    FINDER_UNKNOWN;
    if (search_count(s) > 0) {
        str_clear(&j->good);
        str_add(&j->good, s->text);
        j->failed_from = SIZE_MAX;
    } else if (search_is_done(s))
        j->failed_from = common_prefix(s->text, str_text(&j->good));
}

void jump_type(struct jump *j, struct search *s, struct view *v,
               const char *text, size_t len, char **trouble)
{
    search_stop(s);
    free(s->text);
    s->text = xmemdup(text, len);
    j->failed_from = SIZE_MAX;
    view_restore(v, &j->began, NULL);
    j->placed = !search_start(s, v, trouble);
    for (int ms = 0; ms < FIRST_MS && !jump_is_settled(j, s); ms++)
        jump_step(j, s, v, 1);
    place(j, s, v);
}

void jump_step(struct jump *j, struct search *s, struct view *v,
               int milliseconds)
{
    search_step(s, milliseconds);
    place(j, s, v);
}

bool jump_is_settled(const struct jump *j, const struct search *s)
{
    return j->placed || search_is_done(s);
}

void jump_keep(struct jump *j, struct search *s, struct view *v)
{
    struct place here = view_place(v);

    if (search_count(s) > 0 &&
        (s->pane == FRAME_NOTICE || here.list.row != j->began.list.row))
        view_jump_from(v, &j->began);
    jump_clear(j);
}

void jump_give_up(struct jump *j, struct search *s, struct view *v)
{
    search_clear(s);
    *s = j->former;
    j->former = (struct search){0};
    view_restore(v, &j->began, NULL);
    jump_clear(j);
}
