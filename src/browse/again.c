#include "browse/again.h"

#include "base/clock.h"

#define PATIENCE_MS 40 /* for an answer, before keys are taken again */

bool again_is_backward(const struct search *s, bool against)
{
    return s->backward != against;
}

bool again_aim(struct search *s, const struct view *v, char **trouble)
{
    enum frame_pane pane = view_searched(v);

    search_look(s, v);
    if (s->finder && s->pane == pane)
        return true;
    s->pane = pane;
    return search_start(s, v, trouble);
}

enum finder_result again_go(struct search *s, const struct view *v,
                            bool against)
{
    int64_t end = clock_ms() + PATIENCE_MS;
    bool backward = again_is_backward(s, against);
    enum finder_result r = search_seek(s, v, FINDER_FROM_HERE, backward);

    while (r == FINDER_UNKNOWN && clock_ms() < end) {
        search_step(s, 1);
        r = search_seek(s, v, FINDER_FROM_HERE, backward);
    }
    return r;
}
