#include "search/scan_query.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/query_parse.h"
#include "search/matcher.h"
#include "search/scan_look.h"

#define TUNE_UNITS 16384

/* One row in so many is hit: from there on another run through the block is
 * less work than looking at these rows one by one. */
#define MANY 4

/*
 * A term by units of the blocks. A unit that the alphabet lacks (a damaged
 * block) has class 0, which takes nothing.
 */
struct scan_term {
    const struct query_term *query;
    uint16_t *classes;
    uint8_t *lands, *takes; /* of the classes */
    size_t units;           /* one above the highest of the alphabet */
    size_t starters;        /* characters with which a match can begin */
    bool is_absent;         /* the alphabet alone tells that no row has it */
    bool is_tuned;          /* tune() was asked */

    struct scan_look begins; /* by lands and takes */

    /* What it is looked for by in a whole block: two neighbours in a match,
     * the first of them `offset` characters after its beginning. */
    struct scan_look look;
    size_t offset;
    uint8_t *tuned_first, *tuned_second; /* owned, NULL if not tuned */
};

struct scan_query {
    struct scan_term *terms;
    size_t count;
    struct scan_term *driver; /* the one that is looked for first; NULL: the
                                 query only excludes */
    struct scan_hits other;   /* of another term, and by row of the block */
    uint8_t *marks;           /* whether it has that one */
    size_t marks_cap;
};

/* A row of a block, in units. */
struct scan_row {
    size_t start, end;
};

static void set_unit(struct scan_term *t, size_t unit, uint16_t class)
{
    t->classes[unit] = class;
    t->lands[unit] = matcher_lands(t->query->term, class);
    t->takes[unit] = matcher_takes(t->query->term, class);
}

static void matcher_prepare(struct scan_term *t, const struct query_term *query,
                            const struct scan_alphabet *a)
{
    struct matcher *term = query->term;
    size_t n;
    const struct scan_letter *letters = scan_alphabet_letters(a, &n);

    t->query = query;
    t->classes = xcalloc(SCAN_UNITS, sizeof(*t->classes));
    t->lands = xcalloc(SCAN_UNITS, 1);
    t->takes = xcalloc(SCAN_UNITS, 1);
    t->units = SCAN_NOT_HELD + 1;
    set_unit(t, SCAN_CELL, MATCHER_NOTHING);
    set_unit(t, SCAN_NOT_HELD, MATCHER_NOTHING);
    for (size_t i = 0; i < n; i++) {
        uint16_t unit = letters[i].unit;

        set_unit(t, unit, matcher_class(term, letters[i].cp));
        t->starters += t->lands[unit] != 0;
        if (unit >= t->units)
            t->units = (size_t)unit + 1;
    }
    /* Looks like a match of one character, so that it is never passed. */
    t->lands[SCAN_NOT_HELD] = MATCHER_ARRIVED;
    t->is_absent = !matcher_is_possible(term) && !scan_alphabet_misses_rows(a);
    scan_look_init(&t->begins, t->lands, t->takes, t->units);
    t->look = t->begins;
}

struct scan_query *scan_query_new(struct query *q,
                                  const struct scan_alphabet *a)
{
    const struct query_terms *terms = query_terms(q);
    struct scan_query *s = xcalloc(1, sizeof(*s));

    s->terms = xcalloc(terms->len, sizeof(*s->terms));
    s->count = terms->len;
    for (size_t i = 0; i < s->count; i++) {
        struct scan_term *t = &s->terms[i];

        matcher_prepare(t, &terms->items[i], a);
        if (!t->query->excluded &&
            (!s->driver || t->starters < s->driver->starters))
            s->driver = t;
    }
    return s;
}

void scan_query_free(struct scan_query *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->count; i++) {
        free(s->terms[i].classes);
        free(s->terms[i].lands);
        free(s->terms[i].takes);
        free(s->terms[i].tuned_first);
        free(s->terms[i].tuned_second);
    }
    free(s->terms);
    free(s->marks);
    scan_hits_clear(&s->other);
    free(s);
}

bool scan_query_finds_none(const struct scan_query *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->terms[i].is_absent && !s->terms[i].query->excluded)
            return true;
    return false;
}

static size_t column_at(const uint16_t *u, const struct scan_row *row, size_t i)
{
    size_t column = 0;

    for (size_t k = row->start; k < i; k++)
        column += u[k] == SCAN_CELL;
    return column;
}

/* The units of the match that may begin with the first of `n` units; 0 if
 * none does. */
static size_t match_len(const struct scan_term *t, const uint16_t *u, size_t n)
{
    if (t->lands[*u] & MATCHER_ARRIVED)
        return 1;
    return matcher_match_units(t->query->term, t->classes, u, n);
}

/* Whether a match at unit `i` of the row stands where the query wants it. */
static bool is_in_place(const struct scan_term *t, const uint16_t *u,
                        const struct scan_row *row, size_t i)
{
    const struct query_term *query = t->query;

    if (query->anchored && i > row->start && u[i - 1] != SCAN_CELL)
        return false;
    return !query->columns || query_term_in_column(query, column_at(u, row, i));
}

/* The same as row_has() for a term of any length and a row of any sort, in a
 * time that depends on their lengths only. */
static bool long_row_has(const struct scan_term *t, const uint16_t *u,
                         const struct scan_row *row)
{
    size_t n = row->end - row->start;
    uint16_t *classes = xreallocarray(NULL, n, sizeof(*classes));
    unsigned char *begins = xcalloc(n, 1);
    bool found;

    for (size_t i = 0; i < n; i++)
        classes[i] = t->classes[u[row->start + i]];
    found = matcher_mark(t->query->term, classes, n, begins);
    for (size_t i = 0; found && i < n; i++)
        if (begins[i] && is_in_place(t, u, row, row->start + i))
            break;
        else if (i + 1 == n)
            found = false;
    free(classes);
    free(begins);
    return found;
}

static bool row_has(const struct scan_term *t, const uint16_t *u,
                    const struct scan_row *row)
{
    struct scan_looking at = {0};

    if (matcher_wants_marks(t->query->term, row->end - row->start))
        return long_row_has(t, u, row);
    for (size_t i = row->start; i < row->end; i++) {
        i = scan_look(&t->begins, &at, u, i, row->end - 1);
        if (match_len(t, u + i, row->end - i) && is_in_place(t, u, row, i))
            return true;
    }
    return false;
}

static void hits_reserve(struct scan_hits *hits, size_t rows)
{
    if (rows <= hits->cap)
        return;
    hits->cap = rows;
    hits->rows = xreallocarray(hits->rows, rows, sizeof(*hits->rows));
    hits->unsure = xreallocarray(hits->unsure, rows, sizeof(*hits->unsure));
}

static struct scan_row row_of(const struct scan_block *b, size_t r)
{
    return (struct scan_row){r ? b->ends[r - 1] : 0, b->ends[r]};
}

/* ---- one term through a whole block ---- */

/* The rarest two neighbours of a term in the first units of a block. */
static size_t rarest_pair(const struct scan_term *t, const struct scan_block *b)
{
    const struct matcher *term = t->query->term;
    size_t counts[64] = {0}, best = 0;

    for (size_t i = 0; i + 1 < b->unit_count && i < TUNE_UNITS; i++) {
        uint64_t pairs =
            matcher_positions(term, t->classes[b->units[i]]) &
            matcher_positions(term, t->classes[b->units[i + 1]]) >> 1;

        for (; pairs; pairs &= pairs - 1)
            counts[__builtin_ctzll(pairs)]++;
    }
    for (size_t p = 1; p + 1 < matcher_len(term); p++)
        if (counts[p] < counts[best])
            best = p;
    return best;
}

/*
 * A term like zyjy begins in every second row of a list of schools (职业).
 * Where each character takes one position, any two neighbours of it are as
 * good to look for: take the rarest, as the first block tells.
 */
static void tune(struct scan_term *t, const struct scan_block *b)
{
    const struct matcher *term = t->query->term;

    t->is_tuned = true;
    if (matcher_len(term) < 3 || !matcher_is_stepwise(term))
        return;
    t->offset = rarest_pair(t, b);
    if (!t->offset)
        return;
    t->tuned_first = xmalloc(SCAN_UNITS);
    t->tuned_second = xmalloc(SCAN_UNITS);
    for (size_t unit = 0; unit < SCAN_UNITS; unit++) {
        uint64_t positions = matcher_positions(term, t->classes[unit]);

        t->tuned_first[unit] = positions >> t->offset & 1;
        t->tuned_second[unit] = 2 | (positions >> (t->offset + 1) & 1);
    }
    t->tuned_first[SCAN_NOT_HELD] = 2;
    scan_look_init(&t->look, t->tuned_first, t->tuned_second, t->units);
}

/* The row that holds unit `i`; *r, its number, only goes forward. */
static struct scan_row row_at(const struct scan_block *b, size_t *r, size_t i)
{
    while (b->ends[*r] <= i)
        ++*r;
    return row_of(b, *r);
}

/* Whether the term matches at unit `start`, and in which row. */
static bool matches_at(const struct scan_term *t, const struct scan_block *b,
                       size_t start, size_t *r, struct scan_row *row)
{
    const uint16_t *u = b->units;
    /* Rows do not matter yet: most looks end here. */
    size_t len = match_len(t, u + start, b->unit_count - start);

    if (!len)
        return false;
    *row = row_at(b, r, start);
    return start + len <= row->end && is_in_place(t, u, row, start);
}

/* Put the rows that have the term in the place of what `hits` holds. */
static void run_term(struct scan_term *t, const struct scan_block *b,
                     struct scan_hits *hits)
{
    const uint16_t *u = b->units;
    bool is_long = matcher_wants_marks(t->query->term, 0);
    size_t last = b->unit_count - 1;
    size_t i = 0, r = 0, from = 0; /* where the row that was last found ends */
    struct scan_looking at = {0};

    hits_reserve(hits, b->rows);
    hits->len = hits->unsure_len = 0;
    if (!b->unit_count || t->is_absent)
        return;
    if (!t->is_tuned)
        tune(t, b);
    while (i <= last) {
        struct scan_row row;

        i = scan_look(&t->look, &at, u, i, last);
        if (u[i] == SCAN_NOT_HELD) {
            row = row_at(b, &r, i);
            hits->unsure[hits->unsure_len++] = b->first_row + (uint32_t)r;
        } else if (is_long) {
            row = row_at(b, &r, i);
            if (row_has(t, u, &row))
                hits->rows[hits->len++] = b->first_row + (uint32_t)r;
        } else if (i < from + t->offset ||
                   !matches_at(t, b, i - t->offset, &r, &row)) {
            i++;
            continue;
        } else {
            hits->rows[hits->len++] = b->first_row + (uint32_t)r;
        }
        i = from = row.end;
    }
}

/* ---- all terms ---- */

/* Mark the rows of the block that have a term. */
static void mark_rows(struct scan_query *s, struct scan_term *t,
                      const struct scan_block *b)
{
    const struct scan_hits *other = &s->other;

    if (b->rows > s->marks_cap) {
        s->marks_cap = b->rows;
        s->marks = xreallocarray(s->marks, b->rows, 1);
    }
    memset(s->marks, 0, b->rows);
    run_term(t, b, &s->other);
    for (size_t i = 0; i < other->len; i++)
        s->marks[other->rows[i] - b->first_row] = 1;
}

/* Every row that is held, less those that have a term. */
static void take_all_but(struct scan_query *s, struct scan_term *t,
                         const struct scan_block *b, struct scan_hits *hits)
{
    mark_rows(s, t, b);
    hits->unsure_len = s->other.unsure_len;
    for (size_t i = 0; i < hits->unsure_len; i++) {
        hits->unsure[i] = s->other.unsure[i];
        s->marks[hits->unsure[i] - b->first_row] = 1;
    }
    for (uint32_t r = 0; r < b->rows; r++) {
        hits->rows[hits->len] = b->first_row + r;
        hits->len += !s->marks[r];
    }
}

/* Keep the hits that a term wants, in one run through the block. */
static void keep_marked(struct scan_query *s, struct scan_term *t,
                        const struct scan_block *b, struct scan_hits *hits)
{
    const uint8_t wanted = !t->query->excluded;
    size_t kept = 0;

    mark_rows(s, t, b);
    for (size_t i = 0; i < hits->len; i++) {
        uint32_t row = hits->rows[i];

        hits->rows[kept] = row;
        kept += s->marks[row - b->first_row] == wanted;
    }
    hits->len = kept;
}

/* The same one by one. */
static void keep_wanted(const struct scan_term *t, const struct scan_block *b,
                        struct scan_hits *hits)
{
    size_t kept = 0;

    for (size_t i = 0; i < hits->len; i++) {
        struct scan_row row = row_of(b, hits->rows[i] - b->first_row);

        if (row_has(t, b->units, &row) != t->query->excluded)
            hits->rows[kept++] = hits->rows[i];
    }
    hits->len = kept;
}

static void take_all(const struct scan_block *b, struct scan_hits *hits)
{
    for (uint32_t r = 0; r < b->rows; r++)
        hits->rows[hits->len++] = b->first_row + r;
}

void scan_query_run(struct scan_query *s, const struct scan_block *b,
                    struct scan_hits *hits)
{
    struct scan_term *first = s->driver ? s->driver : s->terms;

    hits_reserve(hits, b->rows);
    hits->len = hits->unsure_len = 0;
    if (!s->count)
        take_all(b, hits);
    else if (s->driver)
        run_term(first, b, hits);
    else
        take_all_but(s, first, b, hits);
    for (size_t i = 0; i < s->count; i++) {
        struct scan_term *t = &s->terms[i];

        if (t == first)
            continue;
        if (hits->len > b->rows / MANY)
            keep_marked(s, t, b, hits);
        else
            keep_wanted(t, b, hits);
    }
}

void scan_hits_clear(struct scan_hits *hits)
{
    free(hits->rows);
    free(hits->unsure);
    *hits = (struct scan_hits){0};
}
