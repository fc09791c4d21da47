#include "model/list_search.h"

#include "model/list_query.h"

void list_search_clear(struct list_search *s)
{
    scan_free(s->scan);
    scan_free(s->near_scan);
    query_free(s->query);
    query_free(s->near_query);
    *s = (struct list_search){0};
}

bool list_search_start(struct list_search *s, struct list *l, const char *text,
                       size_t len, int64_t from, const struct rowset *within,
                       struct err *e)
{
    s->query = list_query_new(l, text, len, e);
    if (!s->query || query_is_empty(s->query)) {
        list_search_clear(s);
        return false;
    }
    s->scan = scan_new(l, s->query, from, within);
    s->near_query = list_query_new(l, text, len, NULL);
    if (s->near_query && query_widen(s->near_query)) {
        s->near_scan = scan_new(l, s->near_query, from, within);
    } else {
        query_free(s->near_query);
        s->near_query = NULL;
    }
    return true;
}

/* Nothing has the words: from now on what sounds near is asked. */
static void go_near(struct list_search *s)
{
    scan_free(s->scan);
    query_free(s->query);
    s->scan = s->near_scan;
    s->query = s->near_query;
    s->near_scan = NULL;
    s->near_query = NULL;
    s->is_near = true;
}

bool list_search_step(struct list_search *s, int milliseconds, struct err *e)
{
    if (!scan_step(s->scan, milliseconds, e))
        return false;
    if (!s->near_scan || scan_failed(s->scan) || scan_found(s->scan)->count > 0)
        return true;
    go_near(s);
    return milliseconds < 0 ? scan_step(s->scan, -1, e) : scan_is_done(s->scan);
}
