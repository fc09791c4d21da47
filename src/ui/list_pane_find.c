/* How the list pane is searched: ui/finder.h over model/list_search.h. */
#include "ui/list_pane.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/list_search.h"
#include "ui/finder.h"
#include "ui/list_pane_parts.h"

/* Found by a scan among the rows that the pane showed, or all of them: then
 * there is no scan. */
struct list_matches {
    struct finder finder;
    struct list_search search; /* without a scan: `all` have its query */
    struct list *list;         /* shared */
    struct rowset all;
    int64_t began; /* row, 0: none */
};

static struct list_matches *matches_of(struct finder *f)
{
    return (struct list_matches *)f;
}

static const struct list_matches *matches_of_const(const struct finder *f)
{
    return (const struct list_matches *)f;
}

static struct rowset *found(struct list_matches *m)
{
    return m->search.scan ? scan_found(m->search.scan) : &m->all;
}

static bool covers(const struct list_matches *m, int64_t from, int64_t to)
{
    return !m->search.scan || scan_covers(m->search.scan, from, to);
}

static void destroy(struct finder *f)
{
    struct list_matches *m = matches_of(f);

    list_search_clear(&m->search);
    rowset_clear(&m->all);
    list_close(m->list);
    free(m);
}

static bool step(struct finder *f, int milliseconds, struct err *e)
{
    struct list_matches *m = matches_of(f);

    return !m->search.scan || list_search_step(&m->search, milliseconds, e);
}

static bool is_done(const struct finder *f)
{
    const struct list_matches *m = matches_of_const(f);

    return !m->search.scan || scan_is_done(m->search.scan);
}

static int64_t count(const struct finder *f)
{
    const struct list_matches *m = matches_of_const(f);

    return m->search.scan ? scan_found(m->search.scan)->count : m->all.count;
}

/* The same in the source's order, where not all need be known. */
static bool row_from_unsorted(struct list_matches *m, int64_t start,
                              bool backward, int64_t *row)
{
    struct rowset *rows = found(m);

    *row = backward ? rowset_prev(rows, start) : rowset_next(rows, start);
    if (*row)
        return backward ? covers(m, *row, start) : covers(m, start, *row);
    return backward ? covers(m, 1, start) : covers(m, start, rows->rows);
}

/* The row of the first match at or after index `from` of the view (at or
 * before it, backward); 0: none on that side. False: not known yet. */
static bool row_from(struct list_matches *m, const struct pane *p, int64_t from,
                     bool backward, int64_t *row)
{
    int64_t start = list_pane_row_at(p, from), way = backward ? -1 : 1;

    *row = 0;
    if (from < 0 || !start)
        return true;
    if (list_pane_sorted_by(p, NULL) < 0)
        return row_from_unsorted(m, start, backward, row);
    if (!is_done(&m->finder))
        return false;
    for (int64_t i = from; i >= 0 && found(m)->count; i += way) {
        int64_t at = list_pane_row_at(p, i);

        if (!at || rowset_has(found(m), at)) {
            *row = at;
            break;
        }
    }
    return true;
}

static int64_t index_to_begin(const struct list_matches *m,
                              const struct pane *p, enum finder_from from,
                              bool backward)
{
    int64_t at;

    if (from == FINDER_FROM_HERE)
        return list_pane_index(p, list_pane_row(p)) + (backward ? -1 : 1);
    at = list_pane_index(p, m->began);
    return at < 0 ? 0 : at;
}

static enum finder_result seek(struct finder *f, struct pane *p,
                               enum finder_from from, bool backward)
{
    struct list_matches *m = matches_of(f);
    enum finder_result result = FINDER_MOVED;
    int64_t row;

    if (!row_from(m, p, index_to_begin(m, p, from, backward), backward, &row))
        return FINDER_UNKNOWN;
    if (!row) {
        int64_t end = backward ? list_pane_rows(p) - 1 : 0;

        result = FINDER_WRAPPED;
        if (!row_from(m, p, end, backward, &row))
            return FINDER_UNKNOWN;
    }
    if (!row)
        return FINDER_NOTHING;
    list_pane_goto(p, row);
    return result;
}

static int64_t rank(struct finder *f, const struct pane *p)
{
    struct rowset *rows = found(matches_of(f));
    int64_t row = list_pane_row(p), n = 0, at;

    if (!row || !rowset_has(rows, row))
        return 0;
    if (list_pane_sorted_by(p, NULL) < 0)
        return rowset_rank(rows, row) + 1;
    at = list_pane_index(p, row);
    for (int64_t i = 0; i <= at; i++)
        n += rowset_has(rows, list_pane_row_at(p, i));
    return n;
}

static struct light light(const struct finder *f)
{
    const struct list_matches *m = matches_of_const(f);

    return (struct light){.query = m->search.query, .list = m->list};
}

static bool is_near(const struct finder *f)
{
    return matches_of_const(f)->search.is_near;
}

static bool is_all(const struct finder *f, const struct pane *p)
{
    return list_pane_is_filtered(p) && is_done(f) &&
           count(f) == list_pane_rows(p);
}

static const struct finder_ops ops = {
    .destroy = destroy,
    .step = step,
    .is_done = is_done,
    .count = count,
    .rank = rank,
    .seek = seek,
    .light = light,
    .is_near = is_near,
    .is_all = is_all,
};

static struct list_matches *matches_new(const struct list_pane *lp)
{
    struct list_matches *m = xcalloc(1, sizeof(*m));

    m->finder.ops = &ops;
    m->list = list_share(lp->view.list);
    m->began = list_pane_row(&lp->pane);
    return m;
}

struct finder *list_pane_find(struct pane *p, const char *text, size_t len,
                              struct err *e)
{
    const struct list_pane *lp = (const struct list_pane *)p;
    struct list_matches *m;

    if (!lp->view.list)
        return NULL;
    m = matches_new(lp);
    if (list_search_start(&m->search, m->list, text, len,
                          m->began > 0 ? m->began : 1, lp->view.filter, e))
        return &m->finder;
    finder_destroy(&m->finder);
    return NULL;
}

struct finder *list_pane_find_all(const struct pane *p, struct query *q,
                                  bool is_near)
{
    const struct list_pane *lp = (const struct list_pane *)p;
    struct list_matches *m;

    assert(lp->view.list && lp->view.filter);
    m = matches_new(lp);
    m->search.query = query_share(q);
    m->search.is_near = is_near;
    rowset_copy(&m->all, lp->view.filter);
    return &m->finder;
}
