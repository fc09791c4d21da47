#include "ui/lit.h"

#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"

#include <stdlib.h>

#define CONTEXT 256  /* source bytes looked at before a lit stretch */
#define BEYOND  4096 /* and after it: no pane is as wide */

struct lit lit_of_cell(const struct query_ranges *ranges, uint32_t cell,
                       enum style style)
{
    size_t first = 0;
    size_t end;

    while (first < ranges->len && ranges->items[first].cell < cell)
        first++;
    for (end = first; end < ranges->len && ranges->items[end].cell == cell;)
        end++;
    return (struct lit){
        .ranges = end > first ? ranges->items + first : NULL,
        .count = end - first,
        .style = style,
    };
}

int lit_text(struct canvas *c, int row, int column, int limit, const char *text,
             size_t from, size_t to, enum style style, const struct lit *lit)
{
    size_t next = 0;

    while (from < to && column < limit) {
        struct cluster k = cluster_at(text + from, to - from, c->ambiguous);
        bool is_lit;

        while (next < lit->count &&
               lit->ranges[next].start + lit->ranges[next].len <= from)
            next++;
        /* A cluster is lit as a whole, a mark with its base. */
        is_lit = next < lit->count && lit->ranges[next].start < from + k.len;
        if (k.columns > limit - column)
            break;
        column = canvas_text(c, row, column, limit, text + from, k.len,
                             is_lit ? lit->style : style);
        from += k.len;
    }
    return column;
}

/* Byte of the clean text where a cell of `room` columns begins, behind a '<',
 * so that [start, end) is in it: with as much before it as after it, or with
 * the text's end at the cell's. */
static size_t begin_for(const struct clean *text, size_t start, size_t end,
                        int room, enum ambiguous ambiguous)
{
    int columns = cluster_columns(text->text + start, end - start, ambiguous);
    int after = cluster_columns(text->text + end, text->len - end, ambiguous);
    int before = cluster_columns(text->text, start, ambiguous);
    int spare = (room - 2 - columns) / 2; /* both marks are needed */
    size_t at = 0;

    if (spare < room - 1 - columns - after)
        spare = room - 1 - columns - after;
    while (at < start && before > spare) {
        struct cluster k = cluster_at(text->text + at, start - at, ambiguous);

        before -= k.columns;
        at += k.len;
    }
    return at;
}

/* The clean text's copies of the ranges; the caller frees them. */
static struct query_range *clean_ranges(const struct clean *clean,
                                        const struct lit *lit, size_t base)
{
    struct query_range *ranges = xcalloc(lit->count, sizeof(*ranges));

    for (size_t i = 0; i < lit->count; i++) {
        size_t start = lit->ranges[i].start;
        size_t end = start + lit->ranges[i].len;

        start = clean_from_source(clean, start > base ? start - base : 0);
        end = clean_from_source(clean, end > base ? end - base : 0);
        ranges[i].start = (uint32_t)start;
        ranges[i].len = (uint32_t)(end - start);
    }
    return ranges;
}

/* The part of a long text that a cell can show: around its first lit stretch,
 * or its beginning. */
static size_t slice_of(const char *text, size_t *len, const struct lit *lit)
{
    size_t lit_end = 0;
    size_t base = 0;

    if (lit->count > 0) {
        lit_end = lit->ranges[0].start + lit->ranges[0].len;
        if (lit->ranges[0].start > BEYOND)
            base = utf8_start(text, *len, lit->ranges[0].start - CONTEXT);
    }
    if (*len > lit_end && *len - lit_end > BEYOND)
        *len = utf8_start(text, *len, lit_end + BEYOND);
    *len -= base;
    return base;
}

void lit_cell(struct canvas *c, int row, int column, int limit,
              const char *text, size_t len, enum style style,
              const struct lit *lit)
{
    size_t base = slice_of(text, &len, lit);
    struct clean clean = {0};
    struct lit shown = {.count = lit->count, .style = lit->style};
    struct query_range *ranges;
    size_t from = 0;
    int room = limit - column;

    clean_text(&clean, text + base, len, CLEAN_SCREEN);
    ranges = clean_ranges(&clean, lit, base);
    shown.ranges = ranges;
    if (lit->count > 0) {
        size_t end = ranges[0].start + ranges[0].len;
        size_t fits =
            cluster_fit(clean.text, clean.len, room, c->ambiguous, NULL);

        /* What is cut shows its mark in the last column. */
        if (fits < clean.len)
            fits = cluster_fit(clean.text, clean.len, room - 1, c->ambiguous,
                               NULL);
        if (base > 0 || end > fits)
            from = begin_for(&clean, ranges[0].start, end, room, c->ambiguous);
    }
    if ((from > 0 || base > 0) && room > 0)
        column = canvas_puts(c, row, column, limit, "<", style);
    if (cluster_fit(clean.text + from, clean.len - from, limit - column,
                    c->ambiguous, NULL) == clean.len - from) {
        lit_text(c, row, column, limit, clean.text, from, clean.len, style,
                 &shown);
    } else if (limit > column) {
        lit_text(c, row, column, limit - 1, clean.text, from, clean.len, style,
                 &shown);
        canvas_puts(c, row, limit - 1, limit, ">", style);
    }
    free(ranges);
    clean_clear(&clean);
}
