#include "print/print_columns.h"

#include <stdlib.h>

#include "base/mem.h"

void print_columns_init(struct print_columns *c, size_t count)
{
    c->items = xcalloc(count, sizeof(*c->items));
    c->count = count;
}

void print_columns_clear(struct print_columns *c)
{
    free(c->items);
    *c = (struct print_columns){0};
}

void print_columns_add(struct print_columns *c, size_t column, int width)
{
    struct print_column *item = &c->items[column];
    int told = width < PRINT_COLUMN_TOLD ? width : PRINT_COLUMN_TOLD;

    if (item->widest < width)
        item->widest = width;
    item->cells[told]++; /* a list has fewer rows than that (model/list.h) */
}

/* Turn the numbers of cells of a width into those of at least that width. */
static void sum_up(struct print_column *item)
{
    for (int i = PRINT_COLUMN_TOLD; i > 0; i--)
        item->cells[i - 1] += item->cells[i];
}

/* How many cells are wider than the column. */
static uint32_t broken(const struct print_column *item)
{
    return item->cells[item->width < PRINT_COLUMN_TOLD ? item->width + 1
                                                       : PRINT_COLUMN_TOLD];
}

static bool is_short(const struct print_column *item)
{
    return item->width < item->widest;
}

static bool name_is_short(const struct print_columns *c)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->items[i].is_name && is_short(&c->items[i]))
            return true;
    }
    return false;
}

/* The column that gets the next column of the paper, NULL: all have enough.
 * So few cells stand over their columns as can be: what a column gains falls
 * with its width, so the best step now is the best on the whole. */
static struct print_column *neediest(struct print_columns *c)
{
    bool waits = name_is_short(c);
    struct print_column *best = NULL;
    uint32_t most = 0;

    for (size_t i = 0; i < c->count; i++) {
        struct print_column *item = &c->items[i];
        uint32_t n;

        if (!is_short(item) || (waits && item->is_derived))
            continue;
        n = broken(item);
        if (!best || n > most) {
            best = item;
            most = n;
        }
    }
    return best;
}

bool print_columns_share(struct print_columns *c, int paper, int gap)
{
    int64_t room = paper - (int64_t)gap * ((int64_t)c->count - 1);
    struct print_column *next;

    for (size_t i = 0; i < c->count; i++) {
        struct print_column *item = &c->items[i];

        sum_up(item);
        item->width = item->widest;
        if (paper > 0 && item->width > PRINT_COLUMN_MIN)
            item->width = PRINT_COLUMN_MIN;
        room -= item->width;
    }
    if (paper == 0)
        return true;
    if (room < 0)
        return false;
    for (; room > 0 && (next = neediest(c)) != NULL; room--)
        next->width++;
    return true;
}
