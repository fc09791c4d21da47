#include "search/scan_alphabet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/i18n.h"
#include "base/mem.h"

#define HEAD_LEN   12
#define CODE_COUNT 0x110000u

struct scan_alphabet {
    uint32_t *chars;
    size_t len, cap;
    uint32_t missed_rows;
    uint16_t *units; /* by code point, 0: none yet; NULL when read */
};

static const char magic[4] = {'G', 'S', 'A', '1'};

struct scan_alphabet *scan_alphabet_new(void)
{
    struct scan_alphabet *a = xcalloc(1, sizeof(*a));

    a->units = xcalloc(CODE_COUNT, sizeof(*a->units));
    return a;
}

void scan_alphabet_free(struct scan_alphabet *a)
{
    if (!a)
        return;
    free(a->chars);
    free(a->units);
    free(a);
}

uint16_t scan_alphabet_add(struct scan_alphabet *a, uint32_t cp)
{
    assert(a->units && cp < CODE_COUNT);
    if (a->units[cp])
        return a->units[cp];
    if (a->len == SCAN_ALPHABET_MAX)
        return SCAN_NOT_HELD;
    a->units[cp] = (uint16_t)(SCAN_FIRST + a->len);
    a->chars = mem_grow(a->chars, a->len, &a->cap, sizeof(*a->chars));
    a->chars[a->len++] = cp;
    return a->units[cp];
}

void scan_alphabet_miss_row(struct scan_alphabet *a)
{
    if (a->missed_rows < UINT32_MAX)
        a->missed_rows++;
}

const uint32_t *scan_alphabet_chars(const struct scan_alphabet *a,
                                    size_t *count)
{
    *count = a->len;
    return a->chars;
}

bool scan_alphabet_misses_rows(const struct scan_alphabet *a)
{
    return a->missed_rows > 0;
}

void scan_alphabet_write(const struct scan_alphabet *a, struct str *out)
{
    unsigned char word[4];

    str_append(out, magic, sizeof(magic));
    bytes_put_u32(word, (uint32_t)a->len);
    str_append(out, (const char *)word, sizeof(word));
    bytes_put_u32(word, a->missed_rows);
    str_append(out, (const char *)word, sizeof(word));
    for (size_t i = 0; i < a->len; i++) {
        bytes_put_u32(word, a->chars[i]);
        str_append(out, (const char *)word, sizeof(word));
    }
}

struct scan_alphabet *scan_alphabet_read(const void *bytes, size_t len,
                                         struct err *e)
{
    const unsigned char *b = bytes;
    struct scan_alphabet *a;
    uint32_t count;

    if (len < HEAD_LEN || memcmp(b, magic, sizeof(magic)) != 0)
        goto fail;
    count = bytes_get_u32(b + 4);
    if (count > SCAN_ALPHABET_MAX || len != HEAD_LEN + (size_t)count * 4)
        goto fail;
    a = xcalloc(1, sizeof(*a));
    a->missed_rows = bytes_get_u32(b + 8);
    a->chars = xcalloc(count, sizeof(*a->chars));
    a->len = a->cap = count;
    for (size_t i = 0; i < count; i++) {
        a->chars[i] = bytes_get_u32(b + HEAD_LEN + i * 4);
        if (a->chars[i] >= CODE_COUNT) {
            scan_alphabet_free(a);
            goto fail;
        }
    }
    return a;

fail:
    err_set(e, ERR_DATA, "%s", _("the search tables of the list are damaged"));
    return NULL;
}
