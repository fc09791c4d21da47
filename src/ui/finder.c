#include "ui/finder.h"

void finder_destroy(struct finder *f)
{
    if (f)
        f->ops->destroy(f);
}

bool finder_step(struct finder *f, int milliseconds, struct err *e)
{
    return f->ops->step(f, milliseconds, e);
}

bool finder_is_done(const struct finder *f)
{
    return f->ops->is_done(f);
}

int64_t finder_count(const struct finder *f)
{
    return f->ops->count(f);
}

int64_t finder_rank(struct finder *f, const struct pane *p)
{
    return f->ops->rank(f, p);
}

bool finder_is_near(const struct finder *f)
{
    return f->ops->is_near && f->ops->is_near(f) && finder_count(f) > 0;
}

bool finder_is_all(const struct finder *f, const struct pane *p)
{
    return f->ops->is_all && f->ops->is_all(f, p);
}

struct light finder_light(const struct finder *f)
{
    return f->ops->light(f);
}

enum finder_result finder_seek(struct finder *f, struct pane *p,
                               enum finder_from from, bool backward)
{
    return f->ops->seek(f, p, from, backward);
}
