#include "term/term_link.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void term_link_init(struct term_link *l, int first, int count)
{
    assert(count <= TERM_LINK_MAX);
    *l = (struct term_link){.first = first, .count = count};
}

void term_link_clear(struct term_link *l)
{
    for (int i = 0; i < l->count; i++)
        free(l->addresses[i]);
    term_link_init(l, 0, 0);
}

static int place_of(const struct term_link *l, const char *address)
{
    for (int i = 0; i < l->count; i++) {
        if (l->addresses[i] && strcmp(l->addresses[i], address) == 0)
            return i;
    }
    return -1;
}

static int free_place(const struct term_link *l)
{
    for (int i = 0; i < l->count; i++) {
        if (!l->addresses[i])
            return i;
    }
    return -1;
}

void term_link_place(struct term_link *l, const struct canvas *c)
{
    bool stays[TERM_LINK_MAX] = {false};

    for (size_t i = 0; i < c->link_count; i++) {
        int place = place_of(l, c->links[i]);

        if (place < 0)
            place = free_place(l);
        l->places[i + 1] = place;
        if (place < 0)
            continue;
        if (!l->addresses[place])
            l->addresses[place] = xstrdup(c->links[i]);
        stays[place] = true;
    }
    for (int i = 0; i < l->count; i++) { /* only now, see the header */
        if (stays[i])
            continue;
        free(l->addresses[i]);
        l->addresses[i] = NULL;
    }
}

int term_link_at(const struct term_link *l, const struct cell *cell)
{
    return l->count > 0 && cell->link ? l->places[cell->link] : -1;
}

int term_link_add_ground(struct term_link *l, int ground)
{
    assert(l->ground_count < TERM_LINK_GROUNDS);
    l->grounds[l->ground_count++] = ground;
    return l->ground_count * l->count;
}

static bool is_for_links(const struct term_link *l, int ground)
{
    return ground >= l->first &&
           ground < l->first + l->count * (1 + l->ground_count);
}

int term_link_real_ground(const struct term_link *l, int ground)
{
    int group;

    if (!is_for_links(l, ground))
        return ground;
    group = (ground - l->first) / l->count;
    return group ? l->grounds[group - 1] : -1;
}

int term_link_of_ground(const struct term_link *l, int ground)
{
    int place;

    if (!is_for_links(l, ground))
        return -1;
    place = (ground - l->first) % l->count;
    return l->addresses[place] ? place : -1;
}
