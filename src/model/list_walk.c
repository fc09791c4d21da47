#include "model/list_walk.h"

#include "base/clock.h"
#include "model/list_parts.h"

enum {
    CLOCK_ROWS = 256,            /* between looks at the clock */
    READ_MS = 2000,              /* for that many rows, however slow the disk */
    SLOW_SEEK = 2 * 1000 * 1000, /* ns; after one that took longer, */
    SEEK_SHARE = 4,              /* reading goes on for so many times that */
};

static enum work walk(struct list *l, struct list_walk *w, int64_t end,
                      list_visitor *visit, void *data, struct err *e)
{
    struct table *t = &l->table;
    int64_t began = clock_ns();

    db_allow(t->db, READ_MS);
    if (!table_seek(t, w->next, w->last, e))
        return WORK_FAILED;
    for (int n = 0;; n++) {
        enum table_next next;
        enum list_visit visited;

        if (n == 1) {
            int64_t now = clock_ns(), took = now - began;

            if (took > SLOW_SEEK && end < now + took * SEEK_SHARE)
                end = now + took * SEEK_SHARE;
        }
        if (n && n % CLOCK_ROWS == 0) {
            if (clock_ns() >= end || db_is_wanted(t->db))
                return WORK_MORE;
            db_allow(t->db, READ_MS);
        }
        next = table_next(t, e);
        if (next == TABLE_FAILED)
            return WORK_FAILED;
        /* A foreign table may have lost rows since they were counted. */
        w->next = next == TABLE_END ? w->last + 1 : t->row + 1;
        if (next == TABLE_END)
            return WORK_DONE;
        visited = visit(l, data, e);
        if (visited == VISIT_FAILED)
            return WORK_FAILED;
        if (visited == VISIT_PAUSE)
            return w->next > w->last ? WORK_DONE : WORK_MORE;
    }
}

enum work list_walk_step(struct list *l, struct list_walk *w, int64_t end,
                         list_visitor *visit, void *data, struct err *e)
{
    struct db *db = l->table.db;
    enum work result;

    if (w->next > w->last)
        return WORK_DONE;
    db_watch(db, end != INT64_MAX);
    result = walk(l, w, end, visit, data, e);
    table_stop(&l->table);
    /* Stopped for a key's sake within a row: that row comes again. */
    if (result == WORK_FAILED && db_is_wanted(db)) {
        if (e)
            *e = (struct err){0};
        result = WORK_MORE;
    }
    db_watch(db, false);
    return result;
}

int list_walk_percent(const struct list_walk *w)
{
    return w->last > 0 ? (int)((w->next - 1) * 100 / w->last) : 100;
}
