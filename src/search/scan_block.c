#include "search/scan_block.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "search/fold.h"
#include "search/scan_alphabet.h"
#include "text/utf8.h"

#define HEAD_LEN 16

static const char magic[4] = {'G', 'S', 'B', '1'};

/* Between the file's little endian and the machine's order; the same both
 * ways. */
static void turn_u32(uint32_t *v, size_t n)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    for (size_t i = 0; i < n; i++)
        v[i] = __builtin_bswap32(v[i]);
#else
    (void)v;
    (void)n;
#endif
}

static void turn_u16(uint16_t *v, size_t n)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    for (size_t i = 0; i < n; i++)
        v[i] = __builtin_bswap16(v[i]);
#else
    (void)v;
    (void)n;
#endif
}

static bool ends_rise(const uint32_t *ends, uint32_t rows, uint32_t units)
{
    uint32_t falls = 0;

    for (uint32_t i = 1; i < rows; i++)
        falls |= ends[i] < ends[i - 1];
    return !falls && (rows ? ends[rows - 1] : 0) == units;
}

bool scan_block_open(struct scan_block *b, void *bytes, size_t len,
                     struct err *e)
{
    const unsigned char *head = bytes;
    uint32_t rows, units;
    uint32_t *ends;
    uint16_t *text;

    assert((uintptr_t)bytes % sizeof(uint32_t) == 0);
    if (len < HEAD_LEN || len > SCAN_BLOCK_MAX ||
        memcmp(head, magic, sizeof(magic)) != 0)
        goto fail;
    rows = bytes_get_u32(head + 8);
    units = bytes_get_u32(head + 12);
    if (rows > SCAN_BLOCK_MAX || units > SCAN_BLOCK_MAX ||
        len != HEAD_LEN + (size_t)rows * 4 + (size_t)units * 2)
        goto fail;
    ends = (uint32_t *)bytes + HEAD_LEN / sizeof(uint32_t);
    text = (uint16_t *)bytes + (HEAD_LEN + (size_t)rows * 4) / 2;
    turn_u32(ends, rows);
    turn_u16(text, units);
    if (!ends_rise(ends, rows, units))
        goto fail;
    *b = (struct scan_block){
        .first_row = bytes_get_u32(head + 4),
        .rows = rows,
        .unit_count = units,
        .ends = ends,
        .units = text,
    };
    return true;

fail:
    return err_set(e, ERR_DATA, "%s",
                   _("the search tables of the list are damaged"));
}

struct scan_writer {
    struct scan_alphabet *alphabet;
    size_t size;
    uint32_t next_row; /* number of the row to come */
    uint32_t *ends;
    size_t rows, ends_cap;
    uint16_t *units;
    size_t unit_count, units_cap;
    struct str bytes; /* what was handed out */
};

struct scan_writer *scan_writer_new(size_t size)
{
    struct scan_writer *w = xcalloc(1, sizeof(*w));

    assert(size <= SCAN_BLOCK_MAX / 2);
    w->alphabet = scan_alphabet_new();
    w->size = size;
    w->next_row = 1;
    return w;
}

void scan_writer_free(struct scan_writer *w)
{
    if (!w)
        return;
    scan_alphabet_free(w->alphabet);
    free(w->ends);
    free(w->units);
    str_clear(&w->bytes);
    free(w);
}

/* Bytes of the block with one row and one unit more. */
static size_t block_len(const struct scan_writer *w)
{
    return HEAD_LEN + (w->rows + 1) * 4 + (w->unit_count + 1) * 2;
}

/* Returns false if there is no room. */
static bool add_unit(struct scan_writer *w, uint16_t unit)
{
    if (block_len(w) > SCAN_BLOCK_MAX)
        return false;
    w->units =
        mem_grow(w->units, w->unit_count, &w->units_cap, sizeof(*w->units));
    w->units[w->unit_count++] = unit;
    return true;
}

/* Add the characters of a cell. Returns false if the row cannot be held. */
static bool add_cell(struct scan_writer *w, const struct query_cell *cell)
{
    size_t i = 0;

    while (i < cell->len) {
        uint32_t cp;
        uint16_t unit;

        i += utf8_next(cell->text + i, cell->len - i, &cp);
        if (fold_is_transparent(cp))
            continue;
        unit = scan_alphabet_add(w->alphabet, cp);
        if (unit == SCAN_NOT_HELD || !add_unit(w, unit))
            return false;
    }
    return true;
}

bool scan_writer_add(struct scan_writer *w, const struct query_cell *cells,
                     size_t n)
{
    size_t row = w->unit_count;
    bool held = true;

    for (size_t c = 0; c < n && held; c++)
        held = (c == 0 || add_unit(w, SCAN_CELL)) && add_cell(w, &cells[c]);
    if (!held) {
        w->unit_count = row;
        add_unit(w, SCAN_NOT_HELD);
        scan_alphabet_miss_row(w->alphabet);
    }
    w->ends = mem_grow(w->ends, w->rows, &w->ends_cap, sizeof(*w->ends));
    w->ends[w->rows++] = (uint32_t)w->unit_count;
    w->next_row++;
    return block_len(w) >= w->size;
}

const void *scan_writer_take(struct scan_writer *w, size_t *len)
{
    unsigned char head[HEAD_LEN];

    *len = 0;
    if (!w->rows)
        return NULL;
    memcpy(head, magic, sizeof(magic));
    bytes_put_u32(head + 4, w->next_row - (uint32_t)w->rows);
    bytes_put_u32(head + 8, (uint32_t)w->rows);
    bytes_put_u32(head + 12, (uint32_t)w->unit_count);
    turn_u32(w->ends, w->rows);
    turn_u16(w->units, w->unit_count);
    str_truncate(&w->bytes, 0);
    str_append(&w->bytes, (const char *)head, sizeof(head));
    str_append(&w->bytes, (const char *)w->ends, w->rows * 4);
    str_append(&w->bytes, (const char *)w->units, w->unit_count * 2);
    w->rows = 0;
    w->unit_count = 0;
    *len = w->bytes.len;
    return w->bytes.text;
}

const void *scan_writer_alphabet(struct scan_writer *w, size_t *len)
{
    str_truncate(&w->bytes, 0);
    scan_alphabet_write(w->alphabet, &w->bytes);
    *len = w->bytes.len;
    return w->bytes.text;
}
