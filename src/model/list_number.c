#include <limits.h>
#include <stdlib.h>

#include "model/list_parts.h"

enum { FIND_MS = 300 };

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

/* As if the numbers rise: 0 where they do not, or it is not there. */
static int64_t find_rising(struct list *l, int64_t number)
{
    int64_t low = 1, high = l->table.rows, n;

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

/* Row by row; a list that is gone through to its end is known from then on
 * to rise or not. The first row that has the number, 0: none, or no time. */
static int64_t find_anywhere(struct list *l, int64_t number)
{
    int64_t before = INT64_MIN, found = 0;
    enum table_next next = TABLE_FAILED;
    bool rises = true;

    if (!table_seek(&l->table, 1, l->table.rows, NULL))
        return 0;
    while (!found && (next = table_next(&l->table, NULL)) == TABLE_ROW) {
        struct cell c = list_cell(l, (size_t)l->number_column);
        int64_t n;

        if (!list_cell_number(&c, &n)) {
            rises = false;
            continue;
        }
        rises = rises && n > before;
        before = n;
        if (n == number)
            found = l->table.row;
    }
    table_stop(&l->table);
    l->numbers_rise = rises && next == TABLE_END;
    return found;
}

int64_t list_find_number(struct list *l, int64_t number)
{
    int64_t row;

    if (l->number_column < 0)
        return number >= 1 && number <= l->table.rows ? number : 0;
    db_allow(l->ed->db, FIND_MS);
    row = find_rising(l, number);
    if (row || l->numbers_rise)
        return row;
    return find_anywhere(l, number);
}
