#include "browse/generation.h"

void generation_change(struct generation *g, enum subject subject)
{
    g->changed[subject] = ++g->now;
}

struct stamp generation_stamp(const struct generation *g, unsigned subjects)
{
    return (struct stamp){.subjects = subjects, .at = g->now};
}

bool generation_holds(const struct generation *g, struct stamp stamp)
{
    for (int i = 0; i < SUBJECTS; i++) {
        if ((stamp.subjects & 1u << i) && g->changed[i] > stamp.at)
            return false;
    }
    return true;
}
