#include <stdlib.h>

#include "model/list_parts.h"

/* To go through a list that does not rise; about a million rows. */
enum { FIND_MS = 200 };

bool list_cell_number(const struct cell *c, int64_t *n)
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
        struct cell c = list_cell(l, (size_t)l->number_column);

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

/* Row by row, from the first that is not known to rise. What is seen to rise
 * on the way is known from then on. The first row that has the number, 0:
 * none, or no time. */
static int64_t find_anywhere(struct list *l, int64_t number)
{
    struct list_rise *r = &l->rise;
    int64_t found = 0, n;

    if (r->rows < l->table.rows &&
        table_seek(&l->table, r->rows + 1, l->table.rows, NULL)) {
        while (!found && table_next(&l->table, NULL) == TABLE_ROW) {
            struct cell c = list_cell(l, (size_t)l->number_column);
            bool is_number = list_cell_number(&c, &n);

            r->is_broken = r->is_broken || !is_number || n <= r->last;
            if (!r->is_broken)
                *r = (struct list_rise){.rows = l->table.row, .last = n};
            if (is_number && n == number)
                found = l->table.row;
        }
    }
    table_stop(&l->table);
    return found;
}

int64_t list_find_number(struct list *l, int64_t number)
{
    int64_t row;

    if (l->number_column < 0)
        return number >= 1 && number <= l->table.rows ? number : 0;
    if (number < 0)
        return 0;
    db_allow(l->ed->db, FIND_MS);
    row = find_rising(l, number, l->rise.rows);
    if (!row)
        row = find_rising(l, number, l->table.rows);
    return row ? row : find_anywhere(l, number);
}
