/*
 * bench_query.c - how long a search takes on a large list in memory, without
 * reading it: `bench_query [ROWS]`, 1,000,000 rows of three columns if not
 * said.
 *
 * For each query: preparing it, matching all blocks (the best and the middle
 * of several runs), and how many rows match. The last column is the same
 * through query_match(), as for a file without blocks, when asked for with
 * QUERY_MATCH=1 in the environment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/str.h"
#include "search/scan_query.h"
#include "tests/bench/bench_queries.h"
#include "tests/bench/rows.h"

#define RUNS 9

struct blocks {
    char **bytes;
    size_t *lens;
    size_t len, cap, lens_cap;
    size_t units, size;
    struct scan_alphabet *alphabet;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void keep(struct blocks *b, struct scan_writer *w)
{
    size_t len;
    const char *bytes = scan_writer_take(w, &len);

    if (!bytes)
        return;
    b->bytes = mem_grow(b->bytes, b->len, &b->cap, sizeof(*b->bytes));
    b->lens = mem_grow(b->lens, b->len, &b->lens_cap, sizeof(*b->lens));
    b->bytes[b->len] = xmemdup(bytes, len);
    b->lens[b->len++] = len;
    b->size += len;
}

static void build(struct blocks *b, size_t rows)
{
    struct scan_writer *w = scan_writer_new(SCAN_BLOCK_GOOD);
    double start = now();
    const void *bytes;
    size_t len;

    for (size_t r = 1; r <= rows; r++) {
        struct bench_row row;

        bench_row(&row, r);
        if (scan_writer_add(w, row.cells, BENCH_COLUMNS))
            keep(b, w);
    }
    keep(b, w);
    bytes = scan_writer_alphabet(w, &len);
    b->alphabet = scan_alphabet_read(bytes, len, NULL);
    printf("%zu rows, %.1f MB in %zu blocks, made in %.0f ms\n", rows,
           (double)b->size / 1e6, b->len, now() - start);
    scan_writer_free(w);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static size_t run(const struct blocks *b, struct scan_query *s)
{
    struct scan_hits hits = {0};
    size_t found = 0;

    for (size_t i = 0; i < b->len && !scan_query_finds_none(s); i++) {
        struct scan_block block;

        if (!scan_block_open(&block, b->bytes[i], b->lens[i], NULL))
            exit(1);
        scan_query_run(s, &block, &hits);
        found += hits.len + hits.unsure_len;
    }
    scan_hits_clear(&hits);
    return found;
}

/* The rows are made in between, a batch at a time, outside the time. */
static double run_rows(struct query *q, size_t rows, size_t *found)
{
    static struct bench_row batch[1000];
    double spent = 0;

    *found = 0;
    for (size_t r = 0; r < rows; r += ARRAY_LEN(batch)) {
        size_t n = rows - r < ARRAY_LEN(batch) ? rows - r : ARRAY_LEN(batch);
        double start;

        for (size_t i = 0; i < n; i++)
            bench_row(&batch[i], r + i + 1);
        start = now();
        for (size_t i = 0; i < n; i++)
            *found += query_match(q, batch[i].cells, BENCH_COLUMNS, NULL);
        spent += now() - start;
    }
    return spent;
}

static void measure(const struct blocks *b, const char *text, size_t rows)
{
    double prepared = 0, times[RUNS];
    size_t found = 0;

    for (int i = 0; i < RUNS; i++) {
        double start = now();
        struct query *q = query_new(text, strlen(text), NULL, NULL);
        struct scan_query *s = scan_query_new(q, b->alphabet);

        prepared = now() - start;
        start = now();
        found = run(b, s);
        times[i] = now() - start;
        scan_query_free(s);
        query_free(q);
    }
    qsort(times, RUNS, sizeof(times[0]), compare);
    printf("%6.2f %6.2f %6.2f %9zu", prepared, times[0], times[RUNS / 2],
           found);
    if (getenv("QUERY_MATCH")) {
        struct query *q = query_new(text, strlen(text), NULL, NULL);
        double spent = run_rows(q, rows, &found);

        printf(" %7.1f %9zu", spent, found);
        query_free(q);
    }
    printf("  %s\n", text);
}

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000000;
    struct blocks b = {0};

    build(&b, rows);
    printf("   new   best middle      rows\n");
    for (size_t i = 0; i < ARRAY_LEN(bench_queries); i++)
        measure(&b, bench_queries[i], rows);
    for (size_t i = 0; i < b.len; i++)
        free(b.bytes[i]);
    free(b.bytes);
    free(b.lens);
    scan_alphabet_free(b.alphabet);
    return 0;
}
