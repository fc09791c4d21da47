#include "import/xls_record.h"

#include <string.h>

#include "text/utf8.h"

bool xls_record_at(const struct str *stream, size_t at, struct xls_record *r)
{
    const unsigned char *b = (const unsigned char *)str_text(stream);

    if (stream->len < 4 || at > stream->len - 4)
        return false;
    r->type = b[at] | (unsigned)b[at + 1] << 8;
    r->len = b[at + 2] | (size_t)b[at + 3] << 8;
    r->data = b + at + 4;
    r->at = at;
    r->next = at + 4 + r->len;
    return r->next <= stream->len;
}

unsigned xls_u8(const struct xls_record *r, size_t at)
{
    return at < r->len ? r->data[at] : 0;
}

unsigned xls_u16(const struct xls_record *r, size_t at)
{
    return xls_u8(r, at) | xls_u8(r, at + 1) << 8;
}

uint32_t xls_u32(const struct xls_record *r, size_t at)
{
    return xls_u16(r, at) | (uint32_t)xls_u16(r, at + 2) << 16;
}

static double from_bits(uint64_t bits)
{
    double value;

    memcpy(&value, &bits, sizeof(value));
    return value;
}

double xls_double(const struct xls_record *r, size_t at)
{
    return from_bits(xls_u32(r, at) | (uint64_t)xls_u32(r, at + 4) << 32);
}

/* 30 bits of an integer or of a double's head; bit 0: divided by 100. */
double xls_rk(uint32_t rk)
{
    double value;

    if (rk & 2)
        value = ((double)(int32_t)(rk & 0xFFFFFFFCu)) / 4;
    else
        value = from_bits((uint64_t)(rk & 0xFFFFFFFCu) << 32);
    return rk & 1 ? value / 100 : value;
}

/* To the CONTINUE record behind the one in hand. */
static bool go_on(struct xls_reader *r)
{
    struct xls_record next;

    if (!xls_record_at(r->stream, r->record.next, &next) ||
        next.type != XLS_CONTINUE)
        return false;
    r->record = next;
    r->at = 0;
    return true;
}

static bool skip(struct xls_reader *r, size_t len)
{
    while (len > r->record.len - r->at) {
        len -= r->record.len - r->at;
        if (!go_on(r))
            return false;
    }
    r->at += len;
    return true;
}

/* A number of up to 4 bytes. */
static bool take(struct xls_reader *r, size_t bytes, uint32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (r->at == r->record.len && !go_on(r))
            return false;
        *value |= (uint32_t)r->record.data[r->at++] << 8 * i;
    }
    return true;
}

static void add_unit(struct str *out, uint32_t unit, uint32_t *high)
{
    char bytes[UTF8_MAX];

    if (unit >= 0xD800 && unit < 0xDC00) {
        *high = unit;
        return;
    }
    if (unit >= 0xDC00 && unit < 0xE000 && *high)
        unit = 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00);
    *high = 0;
    if (unit >= 0xD800 && unit < 0xE000)
        unit = UTF8_REPLACEMENT;
    str_append(out, bytes, utf8_encode(unit, bytes));
}

/* The characters go on behind a break with a byte that says anew how wide
 * they are. */
static bool take_units(struct xls_reader *r, uint32_t count, uint32_t flags,
                       struct str *out)
{
    uint32_t unit, high = 0;

    for (; count > 0; count--) {
        if (r->at == r->record.len) {
            if (!go_on(r) || !take(r, 1, &flags))
                return false;
        }
        if (!take(r, flags & 1 ? 2 : 1, &unit))
            return false;
        add_unit(out, unit, &high);
    }
    return true;
}

bool xls_string(struct xls_reader *r, bool wide_length, struct str *out)
{
    uint32_t count, flags, runs = 0, more = 0;

    if (!take(r, wide_length ? 2 : 1, &count) || !take(r, 1, &flags) ||
        (flags & 8 && !take(r, 2, &runs)) || (flags & 4 && !take(r, 4, &more)))
        return false;
    return take_units(r, count, flags, out) && skip(r, (size_t)runs * 4 + more);
}
