#include "model/scan.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/list_parts.h"
#include "model/list_walk.h"
#include "search/scan_query.h"

enum {
    JUMP_ROWS = 256, /* that are not worth reading through */
    READ_MS = 2000,  /* for that many rows, however slow the disk */
};

struct scan {
    struct list *list;
    struct query *query;
    struct rowset within;
    bool is_within; /* only rows of `within` count */
    struct rowset found;
    struct query_cell *cells;     /* scratch: the row being looked at */
    char (*digits)[DB_CELL_NOTE]; /* of its numbers */
    struct str kept;              /* its text, if it did not come whole */
    int64_t from;                 /* where it began */
    int64_t next;                 /* the next row to look at */
    bool wrapped, done, failed;
    bool is_by_table; /* not by blocks: there are none, or they are bad */
    struct scan_query *block_query; /* the query made ready for blocks */
    struct scan_hits hits;          /* of the block that was looked at last */
};

struct scan *scan_new(struct list *l, struct query *q, int64_t from,
                      const struct rowset *within)
{
    struct scan *s = xcalloc(1, sizeof(*s));
    int64_t rows = list_row_count(l);

    s->list = list_share(l);
    s->query = query_share(q);
    s->is_within = within != NULL;
    if (within)
        rowset_copy(&s->within, within);
    s->from = s->next = from >= 1 && from <= rows ? from : 1;
    s->done = rows == 0;
    s->cells = xcalloc(l->n_columns, sizeof(*s->cells));
    s->digits = xcalloc(l->n_columns, sizeof(*s->digits));
    rowset_init(&s->found, rows);
    return s;
}

void scan_free(struct scan *s)
{
    if (!s)
        return;
    scan_query_free(s->block_query);
    scan_hits_clear(&s->hits);
    rowset_clear(&s->found);
    rowset_clear(&s->within);
    query_free(s->query);
    list_close(s->list);
    free(s->cells);
    free(s->digits);
    str_clear(&s->kept);
    free(s);
}

/* The last row of the stretch that is being looked at. */
static int64_t stretch_end(const struct scan *s)
{
    return s->wrapped ? s->from - 1 : s->found.rows;
}

/* Every row before `row` of the stretch was looked at. */
static void advance(struct scan *s, int64_t row)
{
    s->next = row;
    if (row <= stretch_end(s))
        return;
    if (s->wrapped || s->from == 1) {
        s->done = true;
    } else {
        s->wrapped = true;
        s->next = 1;
    }
}

/* The first row at or after `row` that counts, or the one after the
 * stretch. */
static int64_t next_that_counts(const struct scan *s, int64_t row)
{
    int64_t next = s->is_within ? rowset_next(&s->within, row) : row;

    return next == 0 || next > stretch_end(s) ? stretch_end(s) + 1 : next;
}

/* What is only described has no text of its own to be found in. */
static bool row_matches(struct scan *s)
{
    struct list *l = s->list;
    size_t n = l->n_columns, at = 0;

    str_truncate(&s->kept, 0);
    for (size_t i = 0; i < n; i++) {
        struct db_cell c = table_scan(&l->table, l->places[i], s->digits[i]);

        s->cells[i] = (struct query_cell){c.text, c.len};
        if (l->table.is_large)
            str_append(&s->kept, c.text, c.len);
    }
    /* There each cell was read into the place of the one before. */
    for (size_t i = 0; l->table.is_large && i < n; at += s->cells[i++].len)
        s->cells[i].text = str_text(&s->kept) + at;
    return query_match(s->query, s->cells, n, NULL);
}

static bool counts(const struct scan *s, int64_t row)
{
    return !s->is_within || rowset_has(&s->within, row);
}

static enum list_visit look_at(struct list *l, void *data, struct err *e)
{
    struct scan *s = data;
    int64_t row = l->table.row;

    (void)e;
    if (!counts(s, row))
        return next_that_counts(s, row + 1) > row + JUMP_ROWS ? VISIT_PAUSE
                                                              : VISIT_ON;
    if (row_matches(s))
        rowset_add(&s->found, row);
    return VISIT_ON;
}

/* Look at rows from s->next on until the stretch ends, the rows that count
 * lie far apart, or it is `end`. */
static bool look_at_rows(struct scan *s, int64_t end, struct err *e)
{
    struct list_walk walk = {.next = s->next, .last = stretch_end(s)};

    if (list_walk_step(s->list, &walk, end, look_at, s, e) == WORK_FAILED)
        return false;
    advance(s, walk.next);
    return true;
}

/* ---- by blocks ---- */

/* Rows are looked at by whole blocks, from the one in which it begins. */
static bool begin_blocks(struct scan *s)
{
    struct scan_store *store = list_store(s->list);

    if (!store)
        return false;
    if (s->block_query)
        return true;
    s->block_query = scan_query_new(s->query, scan_store_alphabet(store));
    if (s->next == s->from && !s->wrapped)
        s->from = s->next =
            scan_store_first(store, scan_store_find(store, s->from));
    s->done = scan_query_finds_none(s->block_query);
    return true;
}

/* A row that the blocks do not hold. */
static bool look_at_row(struct scan *s, int64_t row, struct err *e)
{
    struct table *t = &s->list->table;
    enum table_next next = TABLE_FAILED;

    if (table_seek(t, row, row, e))
        next = table_next(t, e);
    if (next == TABLE_ROW && row_matches(s))
        rowset_add(&s->found, row);
    table_stop(t);
    return next != TABLE_FAILED;
}

static bool take_hits(struct scan *s, struct err *e)
{
    const struct scan_hits *h = &s->hits;

    for (size_t i = 0; i < h->len; i++)
        if (counts(s, h->rows[i]))
            rowset_add(&s->found, h->rows[i]);
    for (size_t i = 0; i < h->unsure_len; i++)
        if (counts(s, h->unsure[i]) && !look_at_row(s, h->unsure[i], e))
            return false;
    return true;
}

/* Look at the block that s->next is in. False with `e` filled: the scan has
 * failed; a bad block only ends the use of blocks. */
static bool look_at_block(struct scan *s, struct err *e)
{
    struct scan_store *store = list_store(s->list);
    size_t block = scan_store_find(store, s->next);
    int64_t last = scan_store_last(store, block);
    struct scan_block b;

    if (!scan_store_read(store, block, &b)) {
        list_drop_store(s->list);
        return true;
    }
    scan_query_run(s->block_query, &b, &s->hits);
    if (!take_hits(s, e))
        return false;
    advance(s, last + 1);
    return true;
}

/* Look at rows from s->next on, for a while, but not past `end`. */
static bool look(struct scan *s, int64_t end, struct err *e)
{
    if (!s->is_by_table && !begin_blocks(s))
        s->is_by_table = true;
    if (s->done)
        return true;
    return s->is_by_table ? look_at_rows(s, end, e) : look_at_block(s, e);
}

/* Go on with the next rows that count, for a while. */
static void go_on(struct scan *s, int64_t end, struct err *e)
{
    int64_t row = next_that_counts(s, s->next);

    if (row != s->next) {
        advance(s, row);
        return;
    }
    db_allow(s->list->ed->db, READ_MS);
    if (!look(s, end, e))
        s->done = s->failed = true;
}

bool scan_step(struct scan *s, int milliseconds, struct err *e)
{
    struct db *db = s->list->ed->db;
    int64_t end = db_end(milliseconds);

    while (!s->done) {
        go_on(s, end, e);
        if (clock_ns() >= end ||
            (milliseconds >= 0 && s->is_by_table && db_key_waits(db)))
            break;
    }
    if (s->list->store)
        scan_store_pause(s->list->store);
    return s->done;
}

bool scan_is_done(const struct scan *s)
{
    return s->done;
}

bool scan_failed(const struct scan *s)
{
    return s->failed;
}

struct rowset *scan_found(struct scan *s)
{
    return &s->found;
}

bool scan_covers(const struct scan *s, int64_t from, int64_t to)
{
    if (from < 1)
        from = 1;
    if (to > s->found.rows)
        to = s->found.rows;
    if (from > to || (s->done && !s->failed))
        return true;
    if (!s->wrapped)
        return from >= s->from && to < s->next;
    /* Looked at: from where it began to the last row, and from the first. */
    return from >= s->from || to < s->next ||
           (s->next >= s->from && from < s->next);
}
