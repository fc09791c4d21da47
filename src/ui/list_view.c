#include "ui/list_view.h"

#include <stdlib.h>

#include "base/mem.h"

static void drop_filter(struct list_view *v)
{
    if (v->filter)
        rowset_clear(v->filter);
    free(v->filter);
    v->filter = NULL;
}

void list_view_clear(struct list_view *v)
{
    drop_filter(v);
    list_close(v->list);
    free(v->order);
    free(v->sifted);
    *v = (struct list_view){0};
}

void list_view_show(struct list_view *v, struct list *l)
{
    list_share(l); /* which may be the one that is shown */
    list_view_clear(v);
    v->list = l;
    v->total = l ? list_row_count(l) : 0;
    v->count = v->total;
}

/* With filter and order, places are looked up in an array of their own. */
static void sift(struct list_view *v)
{
    int64_t kept = 0;

    free(v->sifted);
    v->sifted = NULL;
    v->count = v->filter ? v->filter->count : v->total;
    if (!v->filter || !v->order)
        return;
    v->sifted = xreallocarray(NULL, (size_t)v->count, sizeof(*v->sifted));
    for (int64_t i = 0; i < v->total && kept < v->count; i++) {
        if (rowset_has(v->filter, v->order[i]))
            v->sifted[kept++] = v->order[i];
    }
    v->count = kept;
}

void list_view_filter(struct list_view *v, const struct rowset *rows)
{
    drop_filter(v);
    if (rows) {
        v->filter = xcalloc(1, sizeof(*v->filter));
        rowset_copy(v->filter, rows);
    }
    sift(v);
}

void list_view_order(struct list_view *v, uint32_t *order)
{
    free(v->order);
    v->order = order;
    sift(v);
}

/* The rows in the view's order, or NULL where it is the source's. */
static const uint32_t *ordered(const struct list_view *v)
{
    return v->sifted ? v->sifted : v->order;
}

int64_t list_view_row(const struct list_view *v, int64_t index)
{
    if (index < 0 || index >= v->count)
        return 0;
    if (ordered(v))
        return ordered(v)[index];
    return v->filter ? rowset_select(v->filter, index) : index + 1;
}

int64_t list_view_index(const struct list_view *v, int64_t row)
{
    const uint32_t *rows = ordered(v);

    if (row < 1 || row > v->total || (v->filter && !rowset_has(v->filter, row)))
        return -1;
    if (!rows)
        return v->filter ? rowset_rank(v->filter, row) : row - 1;
    for (int64_t i = 0; i < v->count; i++) {
        if (rows[i] == row)
            return i;
    }
    return -1;
}

/* The same in an order of its own: from the row's place in the whole order,
 * forwards and then back. */
static int64_t nearest_in_order(const struct list_view *v, int64_t row)
{
    int64_t place = 0;
    int64_t last = 0;

    while (place < v->total && v->order[place] != row)
        place++;
    for (int64_t i = 0; i < v->total; i++) {
        if (!rowset_has(v->filter, v->order[i]))
            continue;
        if (i >= place)
            return v->order[i];
        last = v->order[i];
    }
    return last;
}

int64_t list_view_nearest(const struct list_view *v, int64_t row)
{
    int64_t found;

    if (v->count == 0)
        return 0;
    if (row < 1)
        return list_view_row(v, 0);
    if (!v->filter)
        return row <= v->total ? row : list_view_row(v, v->count - 1);
    if (v->order)
        return nearest_in_order(v, row);
    found = rowset_next(v->filter, row);
    return found ? found : rowset_prev(v->filter, row);
}

/* Gaps and notes have their places in the source's order alone. */
static bool has_gaps(const struct list_view *v)
{
    return v->list && !v->filter && !v->order;
}

void list_view_surround(struct list_view *v, int64_t above, int64_t below)
{
    v->above = above;
    v->below = below;
}

int64_t list_view_above(const struct list_view *v)
{
    return has_gaps(v) ? v->above : 0;
}

/* Those of rows and gaps. */
static int64_t lines_within(const struct list_view *v)
{
    return v->count + (has_gaps(v) ? (int64_t)list_gap_count(v->list) : 0);
}

int64_t list_view_lines(const struct list_view *v)
{
    return list_view_above(v) + lines_within(v) + (has_gaps(v) ? v->below : 0);
}

/* How many gaps stand before line `line`:
 * gap number i has line after_row + i. */
static int64_t gaps_before_line(const struct list_view *v, int64_t line)
{
    size_t low = 0;
    size_t high = has_gaps(v) ? list_gap_count(v->list) : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list_gap(v->list, middle)->after_row + (int64_t)middle < line)
            low = middle + 1;
        else
            high = middle;
    }
    return (int64_t)low;
}

int64_t list_view_line_of(const struct list_view *v, int64_t index)
{
    size_t low = 0;
    size_t high = has_gaps(v) ? list_gap_count(v->list) : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list_gap(v->list, middle)->after_row <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return list_view_above(v) + index + (int64_t)low;
}

int64_t list_view_at_line(const struct list_view *v, int64_t line,
                          const struct list_gap **gap)
{
    int64_t within = line - list_view_above(v);
    int64_t before = gaps_before_line(v, within);
    const struct list_gap *here = NULL;

    if (gap)
        *gap = NULL;
    if (within < 0 || within >= lines_within(v))
        return -1;
    if (has_gaps(v) && (size_t)before < list_gap_count(v->list))
        here = list_gap(v->list, (size_t)before);
    if (here && here->after_row + before != within)
        here = NULL;
    if (gap)
        *gap = here;
    return here ? -1 : within - before;
}
