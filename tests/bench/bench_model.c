/*
 * bench_model.c - how long a large list takes to open, to show and to search
 * from its file: `bench_model [ROWS [FILE]]`, 1,000,000 rows if not said.
 *
 * The list is made first, in FILE or in a file that is removed at the end, the
 * same each time; a FILE that is there is used as it is. Times are processor
 * time, so that other work on the machine does not count, and the best of
 * several runs, the file being in the system's cache.
 */
#include "config.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "model/edition_hash.h"
#include "model/list.h"
#include "model/scan.h"
#include "model/schema.h"
#include "text/scan_block.h"
#include "tests/bench/rows.h"
#include "tests/blocks.h"

enum { RUNS = 7, PAGE_ROWS = 20, SLICE_MS = 8 };

static const char *const queries[] = {
    "湖",   "湖南",    "湖南工艺", "h",      "hn",   "hunan",
    "hngy", "hngymsh", "zyjy",     "jiaoyu", "qqqq", "!h",
};

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

/* ---- the file ---- */

static void run_sql(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        die(sqlite3_errmsg(db));
}

static void add_rows(sqlite3 *db, size_t rows)
{
    sqlite3_stmt *st = NULL;

    sqlite3_prepare_v2(db, "INSERT INTO annex_1 VALUES(?1,?2,?3)", -1, &st,
                       NULL);
    for (size_t i = 1; i <= rows; i++) {
        struct bench_row row;

        bench_row(&row, i);
        for (int c = 0; c < BENCH_COLUMNS; c++)
            sqlite3_bind_text(st, c + 1, row.cells[c].text,
                              (int)row.cells[c].len, SQLITE_STATIC);
        sqlite3_step(st);
        sqlite3_reset(st);
    }
    sqlite3_finalize(st);
}

static void add_hash(sqlite3 *db)
{
    struct edition_hash *h = edition_hash_new(db);
    char content[DIGEST_LEN + 1], scan[DIGEST_LEN + 1];
    char *sql;

    if (edition_hash_step(h, -1, NULL) != EDITION_HASH_DONE)
        die("hash");
    edition_hash_result(h, content, scan);
    edition_hash_free(h);
    sql = sqlite3_mprintf(
        "INSERT INTO edition VALUES('hash',%Q),('scan_hash',%Q)", content,
        scan);
    run_sql(db, sql);
    sqlite3_free(sql);
}

static void make_file(const char *path, size_t rows)
{
    sqlite3 *db = NULL;

    if (sqlite3_open(path, &db) != SQLITE_OK)
        die(path);
    run_sql(db, "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF;"
                "PRAGMA page_size=65536; PRAGMA application_id=0x474F4E47;"
                "PRAGMA user_version=1; BEGIN");
    run_sql(db, schema_sql);
    run_sql(db, "INSERT INTO annex VALUES(1,NULL,1,'1','x','list',1,NULL,"
                "'annex_1');"
                "INSERT INTO field VALUES(1,1,'序号','integer','source'),"
                "(1,2,'集团名称','text','source'),"
                "(1,3,'牵头单位','text','source');"
                "CREATE TABLE annex_1(\"序号\" INTEGER,\"集团名称\" TEXT,"
                "\"牵头单位\" TEXT)");
    add_rows(db, rows);
    if (!blocks_add(db, SCAN_BLOCK_GOOD))
        die("blocks");
    add_hash(db);
    run_sql(db, "COMMIT");
    sqlite3_close(db);
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
    const char *names[BENCH_COLUMNS];
    struct query_columns columns = {names, BENCH_COLUMNS};

    for (size_t i = 0; i < BENCH_COLUMNS; i++)
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

static void measure_search(struct list *l, const char *text)
{
    struct times best = {1e9, 1e9, 1e9, 0};

    for (int i = 0; i < RUNS; i++) {
        struct times t = search(l, text);

        best.page = t.page < best.page ? t.page : best.page;
        best.count = t.count < best.count ? t.count : best.count;
        best.slice = t.slice < best.slice ? t.slice : best.slice;
        best.found = t.found;
    }
    printf("%-10s first page %6.2f ms, exact count %7.2f ms, longest slice"
           " %5.2f ms, %lld rows\n",
           text, best.page, best.count, best.slice, (long long)best.found);
}

static void measure_rest(struct opened *o)
{
    double start = now();
    struct list_frequency *f;
    size_t distinct, n;
    uint32_t *order = NULL;
    struct err e = {0};

    if (edition_verify(o->ed, -1, &e) != EDITION_SOUND)
        die(e.msg);
    printf("verify %.0f ms\n", now() - start);
    start = now();
    list_find_number(o->list, list_row_count(o->list) / 3);
    printf("a number that is there %.2f ms\n", now() - start);
    start = now();
    list_find_number(o->list, INT64_MAX);
    printf("a number that is not %.2f ms", now() - start);
    start = now();
    list_find_number(o->list, INT64_MAX);
    printf(", again %.2f ms\n", now() - start);
    start = now();
    n = list_frequencies(o->list, 2, NULL, 20, &f, &distinct, &e);
    printf("frequencies of %zu values %.0f ms%s\n", distinct, now() - start,
           e.msg);
    list_frequencies_free(f, n);
    e = (struct err){0};
    start = now();
    list_sort(o->list, 1, false, &order, &e);
    printf("sort %.0f ms%s\n", now() - start, e.msg);
    free(order);
}

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000000;
    char made[] = "bench_model-XXXXXX";
    const char *path = argc > 2 ? argv[2] : made;
    struct opened o;
    double start = now();
    int fd = -1;

    if (argc <= 2 && (fd = mkstemp(made)) >= 0)
        close(fd);
    if (argc <= 2 || access(path, R_OK) != 0) {
        make_file(path, rows);
        printf("made %zu rows in %.0f ms\n", rows, now() - start);
    }
    measure_open(path);
    o = open_list(path);
    measure_pages(o.list);
    for (size_t i = 0; i < ARRAY_LEN(queries); i++)
        measure_search(o.list, queries[i]);
    malloc_trim(0);
    printf("held %zu kB\n", mallinfo2().uordblks / 1024);
    measure_rest(&o);
    close_list(&o);
    if (argc <= 2)
        unlink(path);
    return 0;
}
