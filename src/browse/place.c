#include "browse/place.h"

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
