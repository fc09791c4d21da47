#include "browse/place.h"

#include <string.h>

void places_push(struct places *p, const struct place *place)
{
    if (p->n_jumps == PLACE_JUMPS) {
        memmove(p->jumps, p->jumps + 1,
                (PLACE_JUMPS - 1) * sizeof(p->jumps[0]));
        p->n_jumps--;
    }
    p->jumps[p->n_jumps++] = *place;
}

bool places_pop(struct places *p, struct place *out)
{
    if (!p->n_jumps)
        return false;
    *out = p->jumps[--p->n_jumps];
    return true;
}

bool places_mark(struct places *p, int letter, const struct place *place)
{
    if (letter < 'a' || letter > 'z')
        return false;
    p->marks[letter - 'a'] = *place;
    p->marked[letter - 'a'] = true;
    return true;
}

bool places_marked(const struct places *p, int letter, struct place *out)
{
    if (letter < 'a' || letter > 'z' || !p->marked[letter - 'a'])
        return false;
    *out = p->marks[letter - 'a'];
    return true;
}
