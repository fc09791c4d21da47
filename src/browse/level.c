#include "browse/level.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void levels_clear(struct levels *l)
{
    free(l->items);
    *l = (struct levels){0};
}

static void take_out(struct levels *l, size_t index)
{
    l->len--;
    memmove(l->items + index, l->items + index + 1,
            (l->len - index) * sizeof(*l->items));
}

static void forget_oldest(struct levels *l, enum level_kind kind)
{
    size_t i = 0;

    while (i < l->len && l->items[i].kind != kind)
        i++;
    if (i < l->len)
        take_out(l, i);
}

void levels_push(struct levels *l, enum level_kind kind,
                 const struct place *place)
{
    if (kind == LEVEL_JUMP && levels_count(l, LEVEL_JUMP) == LEVEL_JUMPS)
        forget_oldest(l, LEVEL_JUMP);
    l->items = mem_grow(l->items, l->len, &l->cap, sizeof(*l->items));
    l->items[l->len++] = (struct level){.kind = kind, .place = *place};
}

bool levels_pop(struct levels *l, struct level *out)
{
    if (!l->len)
        return false;
    *out = l->items[--l->len];
    return true;
}

void levels_forget(struct levels *l, enum level_kind kind)
{
    while (levels_count(l, kind) > 0)
        forget_oldest(l, kind);
}

size_t levels_count(const struct levels *l, enum level_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < l->len; i++)
        count += l->items[i].kind == kind;
    return count;
}
