/* fuzz_query.c - any text is a query or is refused, and ranges are whole code
 * points of the text in order. The first line is the query. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/query.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

static void look(struct query *q, const char *text, size_t len)
{
    struct query_cell cell = {text, len};
    struct query_ranges ranges = {0};
    uint32_t end = 0;

    if (query_match(q, &cell, 1, &ranges)) {
        for (size_t i = 0; i < ranges.len; i++) {
            const struct query_range *r = &ranges.items[i];

            require(r->cell == 0 && r->start >= end && r->len > 0);
            end = r->start + r->len;
            require(end <= len);
        }
        require(query_match(q, &cell, 1, NULL));
    }
    query_ranges_clear(&ranges);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"地区"};
    static const struct query_columns columns = {.names = names,
                                                 .count = ARRAY_LEN(names)};
    const char *s = (const char *)data;
    const char *line = memchr(s, '\n', size);
    size_t len = line ? (size_t)(line - s) : size;
    struct err e = {0};
    struct query *q = query_new(s, len, size & 1 ? &columns : NULL, &e);

    if (!q)
        require(e.code == ERR_QUERY && e.msg[0] != '\0');
    else if (line)
        look(q, line + 1, size - len - 1);
    query_free(q);
    return 0;
}
