/* fuzz_scan.c - blocks: rows written are found as query_match() finds them;
 * any bytes in a block's place are refused or harmless. The first line is the
 * query, the others are rows with TAB between the cells. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/query.h"
#include "search/scan_query.h"

#define COLUMNS  2
#define MAX_ROWS 32

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

/* The cells of a line; the rest of it is the last one's. */
static void split(struct query_cell *cells, const char *s, size_t len)
{
    const char *tab = len ? memchr(s, '\t', len) : NULL;
    size_t first = tab ? (size_t)(tab - s) : len;

    cells[0] = (struct query_cell){s, first};
    cells[1] =
        (struct query_cell){tab ? tab + 1 : NULL, tab ? len - first - 1 : 0};
}

static size_t read_rows(struct query_cell cells[][COLUMNS], const char *s,
                        size_t len)
{
    size_t n = 0;

    while (len && n < MAX_ROWS) {
        const char *line = memchr(s, '\n', len);
        size_t used = line ? (size_t)(line - s) : len;

        split(cells[n++], s, used);
        used += line != NULL;
        s += used;
        len -= used;
    }
    return n;
}

static struct scan_alphabet *alphabet_of(struct scan_writer *w)
{
    size_t len;
    const void *bytes = scan_writer_alphabet(w, &len);
    struct scan_alphabet *a = scan_alphabet_read(bytes, len, NULL);

    require(a != NULL);
    return a;
}

static void compare(struct query *q, struct query_cell cells[][COLUMNS],
                    size_t rows)
{
    struct scan_writer *w = scan_writer_new(SCAN_BLOCK_GOOD);
    struct scan_hits hits = {0};
    struct scan_block block;
    struct scan_alphabet *a;
    struct scan_query *s;
    const void *taken;
    char *bytes;
    size_t len, h = 0;

    for (size_t r = 0; r < rows; r++)
        scan_writer_add(w, cells[r], COLUMNS);
    taken = scan_writer_take(w, &len);
    bytes = xmemdup(taken, len);
    a = alphabet_of(w);
    s = scan_query_new(q, a);
    require(scan_block_open(&block, bytes, len, NULL));
    scan_query_run(s, &block, &hits);
    for (size_t r = 0; r < rows; r++) {
        int found = h < hits.len && hits.rows[h] == r + 1;

        h += (size_t)found;
        require(found == query_match(q, cells[r], COLUMNS, NULL));
    }
    require(h == hits.len && hits.unsure_len == 0);
    scan_hits_clear(&hits);
    scan_query_free(s);
    scan_alphabet_free(a);
    scan_writer_free(w);
    free(bytes);
}

/* The data itself as a block and as an alphabet. */
static void damage(struct query *q, const uint8_t *data, size_t size)
{
    struct scan_alphabet *a = scan_alphabet_read(data, size, NULL);
    struct scan_hits hits = {0};
    struct scan_block block;
    struct scan_query *s;
    char *bytes = xmemdup((const char *)data, size);

    if (!a)
        a = scan_alphabet_new();
    s = scan_query_new(q, a);
    if (scan_block_open(&block, bytes, size, NULL)) {
        scan_query_run(s, &block, &hits);
        require(hits.len + hits.unsure_len <= block.rows);
    }
    scan_hits_clear(&hits);
    scan_query_free(s);
    scan_alphabet_free(a);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[COLUMNS] = {"序号", "地区"};
    static const struct query_columns columns = {.names = names,
                                                 .count = COLUMNS};
    struct query_cell cells[MAX_ROWS][COLUMNS];
    const char *s = (const char *)data;
    const char *line = size ? memchr(s, '\n', size) : NULL;
    size_t len = line ? (size_t)(line - s) : size, rows = 0;
    struct query *q = query_new(s, len, &columns, NULL);

    if (line)
        rows = read_rows(cells, line + 1, size - len - 1);
    if (q && rows)
        compare(q, cells, rows);
    else if (!q)
        q = query_new("h", 1, NULL, NULL);
    damage(q, data, size);
    query_free(q);
    return 0;
}
