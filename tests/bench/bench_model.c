/*
 * bench_model.c - how long a large list takes to open, to show and to search
 * from its edition: `bench_model EDITION.db`.
 *
 * Times are processor time, so that other work on the machine does not count,
 * and the best of several runs, the file being in the system's cache. Of a
 * search: to a full first page that has been read, to the exact count, the
 * longest slice; then its two parts, reading the blocks and matching them.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "model/list.h"
#include "model/list_finder.h"
#include "model/list_parts.h"
#include "model/list_sort.h"
#include "model/list_tally.h"
#include "model/scan.h"
#include "search/scan_query.h"
#include "tests/bench/bench_queries.h"

enum { RUNS = 7, PAGE_ROWS = 20, SLICE_MS = 8, COLUMNS_MAX = 64 };

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void die(const char *what)
{
    fprintf(stderr, "bench_model: %s\n", what);
    exit(1);
}

/* ---- measures ---- */

struct opened {
    struct edition *ed;
    struct list *list;
};

static struct opened open_list(const char *path)
{
    struct opened o;
    struct err e = {0};

    o.ed = edition_open(path, &e);
    if (!o.ed)
        die(e.msg);
    o.list = list_open(o.ed, 0, &e);
    if (!o.list)
        die(e.msg);
    return o;
}

static void close_list(struct opened *o)
{
    list_close(o->list);
    edition_close(o->ed);
}

static void read_page(struct list *l, int64_t row)
{
    for (int i = 0; i < PAGE_ROWS && row + i <= list_row_count(l); i++)
        if (!list_row(l, row + i, NULL))
            die("row");
}

static void measure_open(const char *path)
{
    double best = 1e9, best_page = 1e9;

    for (int i = 0; i < RUNS; i++) {
        double start = now(), opened;
        struct opened o = open_list(path);

        opened = now();
        read_page(o.list, 1);
        if (opened - start < best)
            best = opened - start;
        if (now() - opened < best_page)
            best_page = now() - opened;
        close_list(&o);
    }
    printf("open %.2f ms, first page %.2f ms\n", best, best_page);
}

static void measure_pages(struct list *l)
{
    const int64_t rows = list_row_count(l);
    const int64_t places[] = {rows / 2, rows - PAGE_ROWS + 1, rows / 10 * 9};

    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        double best = 1e9;

        for (int k = 0; k < RUNS; k++) {
            double start;

            read_page(l, 1 + 1000 * k);
            start = now();
            read_page(l, places[i]);
            if (now() - start < best)
                best = now() - start;
        }
        printf("page at row %lld: %.2f ms\n", (long long)places[i], best);
    }
}

struct times {
    double page, count, slice;
    int64_t found;
};

static struct query *compile(struct list *l, const char *text)
{
    const char *names[COLUMNS_MAX];
    struct query_columns columns = {.names = names,
                                    .count = list_column_count(l)};

    if (columns.count > COLUMNS_MAX)
        die("too many columns");
    for (size_t i = 0; i < columns.count; i++)
        names[i] = list_column(l, i)->name;
    return query_new(text, strlen(text), &columns, NULL);
}

/* From the key to a full page found and read, and to the exact count. */
static struct times search(struct list *l, const char *text)
{
    double start = now(), last = start;
    struct times t = {0};
    struct query *q = compile(l, text);
    struct scan *s = scan_new(l, q, 1, NULL);
    bool done = false;

    while (!done) {
        done = scan_step(s, t.page > 0 ? SLICE_MS : 0, NULL);
        if (!(t.page > 0) &&
            (done || scan_found(s)->count >= PAGE_ROWS || now() - start > 5)) {
            for (int64_t i = 0; i < PAGE_ROWS; i++) {
                int64_t row = rowset_select(scan_found(s), i);

                if (row && !list_row(l, row, NULL))
                    die("row");
            }
            t.page = now() - start;
        }
        if (now() - last > t.slice)
            t.slice = now() - last;
        last = now();
    }
    t.count = now() - start;
    t.found = scan_found(s)->count;
    scan_free(s);
    query_free(q);
    return t;
}

/* Read all blocks and, with a query, match them: the time of each part. */
static void run_blocks(struct list *l, struct scan_query *q, double *reading,
                       double *matching)
{
    struct scan_store *store = list_store(l);
    int64_t row = 1, rows = list_row_count(l);
    struct scan_hits hits = {0};

    *reading = *matching = 0;
    db_allow(list_edition(l)->db, 1000 * 1000);
    while (store && row <= rows && !(q && scan_query_finds_none(q))) {
        size_t block = scan_store_find(store, row);
        double start = now(), read;
        struct scan_block b;

        if (!scan_store_read(store, block, &b))
            die("block");
        read = now();
        *reading += read - start;
        if (q)
            scan_query_run(q, &b, &hits);
        *matching += now() - read;
        row = scan_store_last(store, block) + 1;
    }
    if (store)
        scan_store_pause(store);
    scan_hits_clear(&hits);
}

static void keep_less(double *best, double value)
{
    if (value < *best)
        *best = value;
}

static void measure_search(struct list *l, const char *text)
{
    struct times best = {1e9, 1e9, 1e9, 0};
    double reading = 1e9, matching = 1e9;

    for (int i = 0; i < RUNS; i++) {
        struct times t = search(l, text);
        struct query *q = compile(l, text);
        struct scan_query *s =
            list_store(l)
                ? scan_query_new(q, scan_store_alphabet(list_store(l)))
                : NULL;
        double r, m;

        run_blocks(l, s, &r, &m);
        scan_query_free(s);
        query_free(q);
        keep_less(&best.page, t.page);
        keep_less(&best.count, t.count);
        keep_less(&best.slice, t.slice);
        keep_less(&reading, r);
        keep_less(&matching, m);
        best.found = t.found;
    }
    printf("first page %5.2f, exact count %7.2f, slice %5.2f,"
           " reading %7.2f, matching %7.2f ms, %lld rows  %s\n",
           best.page, best.count, best.slice, reading, matching,
           (long long)best.found, text);
}

static double find_number(struct list *l, int64_t number)
{
    double start = now();
    struct list_finder f;

    list_finder_init(&f, l, number);
    list_finder_step(&f, -1, NULL);
    return now() - start;
}

static void measure_tally(struct list *l)
{
    double start = now();
    struct list_tally *t = list_tally_new(l, 2, NULL);
    struct err e = {0};

    (void)list_tally_step(t, -1, &e);
    printf("frequencies %.0f ms %s\n", now() - start, e.msg);
    list_tally_free(t);
}

static void measure_sort(struct list *l, size_t column)
{
    double start = now(), slice, longest = 0;
    struct err e = {0};
    struct list_sort *s = list_sort_new(l, column, false, &e);
    enum work work = s ? WORK_MORE : WORK_FAILED;

    while (work == WORK_MORE) {
        slice = now();
        work = list_sort_step(s, SLICE_MS, &e);
        if (now() - slice > longest)
            longest = now() - slice;
    }
    printf("sort by %s %.0f ms, longest slice %.1f ms %s\n",
           list_column(l, column)->name, now() - start, longest, e.msg);
    list_sort_free(s);
}

static void measure_rest(struct opened *o)
{
    double start = now();
    struct err e = {0};

    if (edition_verify(o->ed, -1, &e) != EDITION_SOUND)
        die(e.msg);
    printf("verify %.0f ms\n", now() - start);
    printf("a number that is there %.2f ms\n",
           find_number(o->list, list_row_count(o->list) / 3));
    printf("a number that is not %.2f ms", find_number(o->list, INT64_MAX));
    printf(", again %.2f ms\n", find_number(o->list, INT64_MAX));
    measure_tally(o->list);
    measure_sort(o->list, 0);
    measure_sort(o->list, 1);
}

int main(int argc, char **argv)
{
    struct opened o;

    if (argc != 2) {
        fprintf(stderr, "bench_model EDITION.db\n");
        return 2;
    }
    measure_open(argv[1]);
    o = open_list(argv[1]);
    measure_pages(o.list);
    for (size_t i = 0; i < ARRAY_LEN(bench_queries); i++)
        measure_search(o.list, bench_queries[i]);
    malloc_trim(0);
    printf("held %zu kB\n", mallinfo2().uordblks / 1024);
    measure_rest(&o);
    close_list(&o);
    return 0;
}
