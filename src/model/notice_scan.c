#include "model/notice_scan.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/db.h"

/*
 * Two arrays, each in the text's order: the scan first appends to `after`
 * (blocks from `from` on), then, having wrapped, to `before`. The whole in
 * the text's order is `before` followed by `after`.
 */
struct matches {
    struct notice_match *items;
    size_t len, cap;
};

struct notice_scan {
    struct notice *notice;
    struct query *query;
    struct query_ranges ranges; /* scratch */
    struct matches after, before;
    size_t from, next, count; /* blocks */
    bool wrapped, done;
};

struct notice_scan *notice_scan_new(struct notice *n, struct query *q,
                                    size_t from)
{
    struct notice_scan *s = xcalloc(1, sizeof(*s));

    s->notice = notice_share(n);
    s->query = query_share(q);
    s->count = notice_block_count(n);
    s->from = s->next = from < s->count ? from : 0;
    s->done = s->count == 0;
    return s;
}

void notice_scan_free(struct notice_scan *s)
{
    if (!s)
        return;
    query_ranges_clear(&s->ranges);
    query_free(s->query);
    notice_close(s->notice);
    free(s->after.items);
    free(s->before.items);
    free(s);
}

static void keep(struct matches *m, size_t block,
                 const struct query_ranges *ranges)
{
    for (size_t i = 0; i < ranges->len; i++) {
        m->items = mem_grow(m->items, m->len, &m->cap, sizeof(*m->items));
        m->items[m->len++] = (struct notice_match){
            .block = (uint32_t)block,
            .start = ranges->items[i].start,
            .len = ranges->items[i].len,
        };
    }
}

static bool scan_block(struct notice_scan *s, struct err *e)
{
    const struct block *b = notice_block(s->notice, s->next, e);
    struct query_cell cell;

    if (!b)
        return false;
    cell = (struct query_cell){.text = b->text, .len = b->len};
    if (query_match(s->query, &cell, 1, &s->ranges))
        keep(s->wrapped ? &s->before : &s->after, s->next, &s->ranges);
    s->next++;
    if (!s->wrapped && s->next == s->count) {
        s->wrapped = true;
        s->next = 0;
    }
    s->done = s->wrapped && s->next == s->from;
    return true;
}

bool notice_scan_step(struct notice_scan *s, int milliseconds, struct err *e)
{
    int64_t end = db_end(milliseconds);

    for (unsigned i = 1; !s->done; i++) {
        if (!scan_block(s, e))
            s->done = true;
        if (i % 16 == 0 && clock_ns() >= end)
            break;
    }
    return s->done;
}

bool notice_scan_is_done(const struct notice_scan *s)
{
    return s->done;
}

size_t notice_scan_count(const struct notice_scan *s)
{
    return s->before.len + s->after.len;
}

static const struct notice_match *match_at(const struct notice_scan *s,
                                           size_t index)
{
    return index < s->before.len ? &s->before.items[index]
                                 : &s->after.items[index - s->before.len];
}

/* How many matches begin before (block, start). */
static size_t lower_bound(const struct notice_scan *s, size_t block,
                          size_t start)
{
    size_t low = 0, high = notice_scan_count(s);

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct notice_match *m = match_at(s, mid);

        if (m->block < block || (m->block == block && m->start < start))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct notice_match *notice_scan_next(const struct notice_scan *s,
                                            size_t block, size_t start)
{
    size_t i = lower_bound(s, block, start);

    return i < notice_scan_count(s) ? match_at(s, i) : NULL;
}

const struct notice_match *notice_scan_prev(const struct notice_scan *s,
                                            size_t block, size_t start)
{
    size_t i = lower_bound(s, block, start);

    return i ? match_at(s, i - 1) : NULL;
}

size_t notice_scan_rank(const struct notice_scan *s,
                        const struct notice_match *m)
{
    return lower_bound(s, m->block, m->start) + 1;
}

bool notice_scan_covers(const struct notice_scan *s, size_t from, size_t to)
{
    if (s->done)
        return true;
    if (!s->wrapped)
        return from >= s->from && to < s->next;
    return from >= s->from || to < s->next;
}
