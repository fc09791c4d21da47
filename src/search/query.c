#include "search/query.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "search/fold.h"
#include "search/query_parse.h"
#include "search/matcher.h"
#include "text/utf8.h"

/* A cell as the terms read it: its characters without the transparent
 * ones. */
struct reading {
    uint32_t *cps;
    uint32_t *starts, *ends; /* bytes of the cell's text */
    uint16_t *classes;       /* for the term at hand */
    unsigned char *begins;   /* where it matches, if it wants that marked */
    bool is_marked;
    size_t n, cap;
};

struct query {
    int owners; /* who will free it, at least 1 */
    struct query_terms terms;
    bool has_ranges;
    struct reading reading; /* scratch */
};

struct query *query_new(const char *text, size_t len,
                        const struct query_columns *columns, struct err *e)
{
    struct query *q = xcalloc(1, sizeof(*q));

    q->owners = 1;
    if (!query_parse(&q->terms, text, len, columns, e)) {
        query_free(q);
        return NULL;
    }
    for (size_t i = 0; i < q->terms.len; i++)
        q->has_ranges = q->has_ranges || !q->terms.items[i].excluded;
    return q;
}

struct query *query_share(struct query *q)
{
    if (q) {
        assert(q->owners > 0);
        q->owners++;
    }
    return q;
}

void query_free(struct query *q)
{
    if (!q)
        return;
    assert(q->owners > 0);
    if (--q->owners > 0)
        return;
    query_terms_clear(&q->terms);
    free(q->reading.cps);
    free(q->reading.starts);
    free(q->reading.ends);
    free(q->reading.classes);
    free(q->reading.begins);
    free(q);
}

bool query_is_empty(const struct query *q)
{
    return q->terms.len == 0;
}

bool query_widen(struct query *q)
{
    bool widens = false;

    for (size_t i = 0; i < q->terms.len; i++) {
        if (!q->terms.items[i].excluded)
            widens = matcher_widen(q->terms.items[i].term) || widens;
    }
    return widens;
}

const char *query_unknown_heading(const struct query *q, size_t index)
{
    return index < q->terms.unknown_len ? q->terms.unknown[index] : NULL;
}

bool query_has_ranges(const struct query *q)
{
    return q->has_ranges;
}

const struct query_terms *query_terms(const struct query *q)
{
    return &q->terms;
}

static void reading_reserve(struct reading *r, size_t chars)
{
    if (chars <= r->cap)
        return;
    r->cap = chars + chars / 2;
    r->cps = xreallocarray(r->cps, r->cap, sizeof(*r->cps));
    r->starts = xreallocarray(r->starts, r->cap, sizeof(*r->starts));
    r->ends = xreallocarray(r->ends, r->cap, sizeof(*r->ends));
    r->classes = xreallocarray(r->classes, r->cap, sizeof(*r->classes));
    r->begins = xreallocarray(r->begins, r->cap, sizeof(*r->begins));
}

static void read_cell(struct reading *r, const struct query_cell *cell)
{
    size_t i = 0;

    assert(cell->len <= UINT32_MAX);
    reading_reserve(r, cell->len);
    r->n = 0;
    while (i < cell->len) {
        uint32_t cp;
        size_t used = utf8_next(cell->text + i, cell->len - i, &cp);

        if (!fold_is_transparent(cp)) {
            r->cps[r->n] = cp;
            r->starts[r->n] = (uint32_t)i;
            r->ends[r->n++] = (uint32_t)(i + used);
        }
        i += used;
    }
}

/* Find the term's first match in the cell at or after character `from`. */
static bool find(const struct query_term *t, const struct reading *r,
                 size_t from, size_t *start, size_t *end)
{
    if (!t->anchored)
        return matcher_find(t->term, r->classes, r->n,
                            r->is_marked ? r->begins : NULL, from, start, end);
    *start = 0;
    return from == 0 && matcher_match_at(t->term, r->classes, r->n, 0, end);
}

static void classify(const struct query_term *t, struct reading *r)
{
    for (size_t i = 0; i < r->n; i++)
        r->classes[i] = matcher_class(t->term, r->cps[i]);
    r->is_marked = matcher_wants_marks(t->term, r->n) && !t->anchored;
    if (r->is_marked)
        matcher_mark(t->term, r->classes, r->n, r->begins);
}

/* Whether the row holds what the terms want and nothing that they exclude. */
static bool row_matches(struct query *q, const struct query_cell *cells,
                        size_t n)
{
    bool found[QUERY_MAX_TERMS] = {0};
    size_t wanted = 0;

    for (size_t t = 0; t < q->terms.len; t++)
        wanted += !q->terms.items[t].excluded;
    for (size_t c = 0; c < n; c++) {
        bool is_read = false;

        for (size_t t = 0; t < q->terms.len; t++) {
            const struct query_term *term = &q->terms.items[t];
            size_t start, end;

            if (found[t] || !query_term_in_column(term, c) ||
                !matcher_may_match(term->term, cells[c].text, cells[c].len))
                continue;
            if (!is_read)
                read_cell(&q->reading, &cells[c]);
            is_read = true;
            classify(term, &q->reading);
            if (!find(term, &q->reading, 0, &start, &end))
                continue;
            if (term->excluded)
                return false;
            found[t] = true;
            wanted--;
        }
    }
    return wanted == 0;
}

static void add_range(struct query_ranges *ranges, uint32_t cell,
                      uint32_t start, uint32_t end)
{
    ranges->items = mem_grow(ranges->items, ranges->len, &ranges->cap,
                             sizeof(*ranges->items));
    ranges->items[ranges->len++] =
        (struct query_range){.cell = cell, .start = start, .len = end - start};
}

static void add_matches(struct query *q, const struct query_term *t,
                        uint32_t cell, struct query_ranges *ranges)
{
    struct reading *r = &q->reading;
    size_t start, end = 0;

    classify(t, r);
    while (find(t, r, end, &start, &end))
        add_range(ranges, cell, r->starts[start], r->ends[end - 1]);
}

static int compare_ranges(const void *a, const void *b)
{
    const struct query_range *x = a, *y = b;

    if (x->cell != y->cell)
        return x->cell < y->cell ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return 0;
}

static void join_overlapping(struct query_ranges *ranges)
{
    size_t kept = 0;

    if (ranges->len < 2)
        return;
    qsort(ranges->items, ranges->len, sizeof(*ranges->items), compare_ranges);
    for (size_t i = 1; i < ranges->len; i++) {
        struct query_range *last = &ranges->items[kept];
        const struct query_range *next = &ranges->items[i];
        uint32_t end = next->start + next->len;

        if (next->cell != last->cell || next->start >= last->start + last->len)
            ranges->items[++kept] = *next;
        else if (end > last->start + last->len)
            last->len = end - last->start;
    }
    ranges->len = kept + 1;
}

bool query_match(struct query *q, const struct query_cell *cells, size_t n,
                 struct query_ranges *ranges)
{
    if (ranges)
        ranges->len = 0;
    if (!row_matches(q, cells, n))
        return false;
    if (!ranges || !q->has_ranges)
        return true;
    for (size_t c = 0; c < n; c++) {
        read_cell(&q->reading, &cells[c]);
        for (size_t t = 0; t < q->terms.len; t++) {
            const struct query_term *term = &q->terms.items[t];

            if (!term->excluded && query_term_in_column(term, c))
                add_matches(q, term, (uint32_t)c, ranges);
        }
    }
    join_overlapping(ranges);
    return true;
}

void query_ranges_clear(struct query_ranges *ranges)
{
    free(ranges->items);
    *ranges = (struct query_ranges){0};
}
