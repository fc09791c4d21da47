#include "model/list_finder.h"

#include "model/list_parts.h"

enum { QUICK_MS = 40 }; /* for some twenty rows, however slow a view */

bool list_cell_number(const struct db_cell *c, int64_t *n)
{
    const char *p = c->text;
    int64_t value = 0;

    if ((c->kind != VALUE_NUMBER && c->kind != VALUE_TEXT) || !c->len)
        return false;
    for (; *p >= '0' && *p <= '9'; p++) {
        if (value > (INT64_MAX - 9) / 10)
            return false;
        value = value * 10 + (*p - '0');
    }
    *n = value;
    return (size_t)(p - c->text) == c->len;
}

/* The number of one row, read alone. */
static bool number_of(struct list *l, int64_t row, int64_t *n)
{
    bool found = false;

    if (table_seek(&l->table, row, row, NULL) &&
        table_next(&l->table, NULL) == TABLE_ROW) {
        struct db_cell c = list_cell(l, (size_t)l->number_column);

        found = list_cell_number(&c, n);
    }
    table_stop(&l->table);
    return found;
}

/* Among the rows up to `high`, as if their numbers rise: 0 where they do not,
 * or it is not there. */
static int64_t find_rising(struct list *l, int64_t number, int64_t high)
{
    int64_t low = 1, n;

    while (low <= high) {
        int64_t middle = low + (high - low) / 2;

        if (!number_of(l, middle, &n))
            return 0;
        if (n == number)
            return middle;
        if (n < number)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return 0;
}

/* What is seen to rise on the way is known from then on. */
static enum list_visit look(struct list *l, void *data, struct err *e)
{
    struct list_finder *f = data;
    struct list_rise *r = &l->rise;
    struct db_cell c = list_cell(l, (size_t)l->number_column);
    int64_t row = l->table.row, n;
    bool is_number = list_cell_number(&c, &n);

    (void)e;
    if (row == r->rows + 1) {
        r->is_broken = r->is_broken || !is_number || n <= r->last;
        if (!r->is_broken)
            *r = (struct list_rise){.rows = row, .last = n};
    }
    if (!is_number || n != f->number)
        return VISIT_ON;
    f->row = row;
    return VISIT_PAUSE;
}

void list_finder_init(struct list_finder *f, struct list *l, int64_t number)
{
    int64_t rows = l->table.rows;

    *f = (struct list_finder){.list = l, .number = number, .walk.next = 1};
    if (l->number_column < 0) {
        f->row = number >= 1 && number <= rows ? number : 0;
        return;
    }
    if (number < 0)
        return;
    db_allow(l->ed->db, QUICK_MS);
    f->row = find_rising(l, number, l->rise.rows);
    if (!f->row)
        f->row = find_rising(l, number, rows);
    /* Row by row, from the first that is not known to rise. */
    if (!f->row)
        f->walk = (struct list_walk){.next = l->rise.rows + 1, .last = rows};
}

enum work list_finder_step(struct list_finder *f, int milliseconds,
                           struct err *e)
{
    enum work work;

    if (f->row || f->walk.next > f->walk.last)
        return WORK_DONE;
    work = list_walk_step(f->list, &f->walk, db_end(milliseconds), look, f, e);
    return f->row ? WORK_DONE : work;
}

int list_finder_percent(const struct list_finder *f)
{
    return list_walk_percent(&f->walk);
}
