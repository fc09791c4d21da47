#include "ui/lit.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"

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

void lit_text(struct canvas *c, const struct strip *strip, const char *text,
              size_t from, size_t to, const struct lit *lit)
{
    int column = strip->from;
    size_t next = 0;

    while (from < to) {
        struct cluster k = cluster_at(text + from, to - from, c->ambiguous);
        bool is_lit;

        if (k.columns > strip->to - column)
            break;
        while (next < lit->count &&
               lit->ranges[next].start + lit->ranges[next].len <= from)
            next++;
        /* A cluster is lit as a whole, a mark with its base. */
        is_lit = next < lit->count && lit->ranges[next].start < from + k.len;
        column = canvas_text(c, strip->row, column, strip->to, text + from,
                             k.len, is_lit ? lit->style : strip->style);
        from += k.len;
    }
}

bool lit_part(const struct strip *strip, const char *text, struct lit_span line,
              struct lit_span wanted, enum ambiguous ambiguous,
              struct strip *part)
{
    const char *s = text + line.start;
    int columns;

    if (wanted.start < line.start)
        wanted.start = line.start;
    if (wanted.end > line.end)
        wanted.end = line.end;
    if (wanted.start >= wanted.end)
        return false;
    *part = *strip;
    part->from += cluster_columns(s, wanted.start - line.start, ambiguous);
    columns = cluster_columns(s, wanted.end - line.start, ambiguous);
    if (part->to > strip->from + columns)
        part->to = strip->from + columns;
    return part->from < part->to;
}

void lit_link(struct canvas *c, const struct strip *strip, enum link_kind kind,
              const char *text, size_t len)
{
    struct str address = {0};

    if (link_address(kind, text, len, &address))
        canvas_link(c, strip->row, strip->from, strip->to, str_text(&address));
    str_clear(&address);
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

/* Where the clean text begins in a cell of `room` columns: at its start, or
 * later if its first lit stretch would not be seen. */
static size_t begin_of(const struct clean *text, const struct lit *lit,
                       int room, enum ambiguous ambiguous)
{
    size_t start, end, fits;

    if (lit->count == 0)
        return 0;
    start = lit->ranges[0].start;
    end = start + lit->ranges[0].len;
    fits = cluster_fit(text->text, text->len, room, ambiguous, NULL);
    /* What is cut shows its mark in the last column. */
    if (fits < text->len)
        fits = cluster_fit(text->text, text->len, room - 1, ambiguous, NULL);
    return end > fits ? begin_for(text, start, end, room, ambiguous) : 0;
}

void lit_cell(struct canvas *c, const struct strip *strip, const char *text,
              size_t len, const struct lit *lit)
{
    size_t base = slice_of(text, &len, lit);
    struct strip rest = *strip;
    struct clean clean = {0};
    struct query_range *ranges;
    struct lit shown = {.count = lit->count, .style = lit->style};
    size_t from;

    if (strip->from >= strip->to)
        return;
    clean_text(&clean, text + base, len, CLEAN_SCREEN);
    ranges = clean_ranges(&clean, lit, base);
    shown.ranges = ranges;
    from = begin_of(&clean, &shown, strip->to - strip->from, c->ambiguous);
    if (from > 0 || base > 0)
        rest.from =
            canvas_puts(c, rest.row, rest.from, rest.to, "<", rest.style);
    if (rest.from < rest.to &&
        cluster_fit(clean.text + from, clean.len - from, rest.to - rest.from,
                    c->ambiguous, NULL) < clean.len - from) {
        rest.to--;
        canvas_puts(c, rest.row, rest.to, strip->to, ">", rest.style);
    }
    lit_text(c, &rest, clean.text, from, clean.len, &shown);
    free(ranges);
    clean_clear(&clean);
}
