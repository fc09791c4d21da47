/* How the notice pane is searched: ui/finder.h over model/notice_scan.h. */
#include "ui/notice_pane.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/notice_scan.h"
#include "ui/finder.h"
#include "ui/notice_pane_parts.h"

#define NONE SIZE_MAX

struct notice_matches {
    struct finder finder;
    struct query *query;
    struct notice *notice; /* shared */
    struct notice_scan *scan;
    struct query
        *near_query; /* asked where the other finds nothing; NULL: it */
    bool is_near;    /* would find no more, or (`is_near`) is `query` */
    size_t began_block, began_start;
    size_t block, start; /* the match that the reader was led to; NONE */
};

static struct notice_matches *matches_of(struct finder *f)
{
    return (struct notice_matches *)f;
}

static const struct notice_matches *matches_of_const(const struct finder *f)
{
    return (const struct notice_matches *)f;
}

static void destroy(struct finder *f)
{
    struct notice_matches *m = matches_of(f);

    notice_scan_free(m->scan);
    query_free(m->query);
    query_free(m->near_query);
    notice_close(m->notice);
    free(m);
}

/* Nothing has the words: from now on what sounds near is asked. */
static void go_near(struct notice_matches *m)
{
    notice_scan_free(m->scan);
    query_free(m->query);
    m->query = m->near_query;
    m->near_query = NULL;
    m->is_near = true;
    m->scan = notice_scan_new(m->notice, m->query, m->began_block);
}

static bool step(struct finder *f, int milliseconds, struct err *e)
{
    struct notice_matches *m = matches_of(f);

    if (!notice_scan_step(m->scan, milliseconds, e))
        return false;
    if (!m->near_query || notice_scan_count(m->scan) > 0 ||
        !notice_scan_covers(m->scan, 0, notice_block_count(m->notice) - 1))
        return true;
    go_near(m);
    return milliseconds < 0 && notice_scan_step(m->scan, -1, e);
}

static bool is_done(const struct finder *f)
{
    return notice_scan_is_done(matches_of_const(f)->scan);
}

static int64_t count(const struct finder *f)
{
    return (int64_t)notice_scan_count(matches_of_const(f)->scan);
}

static int64_t rank(struct finder *f, const struct pane *p)
{
    const struct notice_matches *m = matches_of_const(f);
    const struct notice_match *at;

    (void)p;
    if (m->block == NONE)
        return 0;
    at = notice_scan_next(m->scan, m->block, m->start);
    return at ? (int64_t)notice_scan_rank(m->scan, at) : 0;
}

/* Whether all was looked at that could hold the first match on one side of a
 * place. */
static bool is_known(const struct notice_matches *m,
                     const struct notice_match *found, size_t block,
                     bool backward)
{
    size_t last = notice_block_count(m->notice) - 1;

    if (backward)
        return notice_scan_covers(m->scan, found ? found->block : 0, block);
    return notice_scan_covers(m->scan, block, found ? found->block : last);
}

static void go_to(struct notice_matches *m, struct pane *p,
                  const struct notice_match *match)
{
    m->block = match->block;
    m->start = match->start;
    notice_pane_reveal_amid(p, match->block, match->start, match->len);
}

static enum finder_result seek(struct finder *f, struct pane *p,
                               enum finder_from from, bool backward)
{
    struct notice_matches *m = matches_of(f);
    struct notice_place here = notice_pane_place(p);
    size_t block = m->began_block, start = m->began_start;
    const struct notice_match *match;

    if (from == FINDER_FROM_HERE) {
        block = m->block == NONE ? here.block : m->block;
        start = m->block == NONE ? here.offset : m->start + !backward;
    }
    match = backward ? notice_scan_prev(m->scan, block, start)
                     : notice_scan_next(m->scan, block, start);
    if (!is_known(m, match, block, backward))
        return FINDER_UNKNOWN;
    if (match) {
        go_to(m, p, match);
        return FINDER_MOVED;
    }
    if (!notice_scan_is_done(m->scan))
        return FINDER_UNKNOWN;
    match = backward ? notice_scan_prev(m->scan, NONE, 0)
                     : notice_scan_next(m->scan, 0, 0);
    if (!match)
        return FINDER_NOTHING;
    go_to(m, p, match);
    return FINDER_WRAPPED;
}

static struct light light(const struct finder *f)
{
    const struct notice_matches *m = matches_of_const(f);

    return (struct light){
        .query = m->query,
        .notice = m->notice,
        .block = m->block,
        .start = m->start,
    };
}

static bool is_near(const struct finder *f)
{
    return matches_of_const(f)->is_near;
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
};

struct finder *notice_pane_find(struct pane *p, const char *text, size_t len,
                                struct err *e)
{
    struct notice_place here = notice_pane_place(p);
    struct notice *n = notice_pane_notice(p);
    struct notice_matches *m;
    struct query *q = n ? query_new(text, len, NULL, e) : NULL;

    if (!q)
        return NULL;
    if (query_is_empty(q)) {
        query_free(q);
        return NULL;
    }
    m = xcalloc(1, sizeof(*m));
    m->finder.ops = &ops;
    m->query = q;
    m->near_query = query_new(text, len, NULL, NULL);
    if (!query_widen(m->near_query)) {
        query_free(m->near_query);
        m->near_query = NULL;
    }
    m->notice = notice_share(n);
    m->scan = notice_scan_new(n, q, here.block);
    m->began_block = here.block;
    m->began_start = here.offset;
    m->block = m->start = NONE;
    return &m->finder;
}
