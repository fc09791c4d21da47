#include "ui/light.h"

struct query *light_of_list(const struct light *light, const struct list *l)
{
    return light && l && light->list == l ? light->query : NULL;
}

struct query *light_of_notice(const struct light *light, const struct notice *n)
{
    return light && n && light->notice == n ? light->query : NULL;
}
