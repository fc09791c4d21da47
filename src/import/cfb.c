#include "import/cfb.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define HEADER      512
#define ENTRY       128 /* bytes of a directory entry */
#define IN_HEADER   109 /* sectors of the FAT that the header names */
#define FREE        0xFFFFFFFFu
#define LAST_SECTOR 0xFFFFFFF9u /* from here on numbers mean something else */

struct cfb {
    const unsigned char *bytes;
    size_t len;
    unsigned shift, mini_shift; /* sizes of sectors, as powers of 2 */
    uint32_t *fat;              /* owned: which sector follows */
    size_t fat_count;
    uint32_t directory, mini_fat, mini_cutoff;
};

struct entry {
    uint32_t start;
    uint64_t size;
};

static uint32_t u32(const unsigned char *b)
{
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

static unsigned u16(const unsigned char *b)
{
    return b[0] | (unsigned)b[1] << 8;
}

/* The bytes of a sector, NULL where the file does not have all of them; of the
 * last one of the file `*have` may be fewer. */
static const unsigned char *sector(const struct cfb *c, uint32_t n,
                                   size_t *have)
{
    uint64_t at = ((uint64_t)n + 1) << c->shift;

    if (n >= LAST_SECTOR || at >= c->len)
        return NULL;
    *have = c->len - (size_t)at;
    if (*have > (size_t)1 << c->shift)
        *have = (size_t)1 << c->shift;
    return c->bytes + at;
}

/* Add the entries of one sector of the FAT. */
static bool add_fat(struct cfb *c, uint32_t n)
{
    size_t have, per = ((size_t)1 << c->shift) / 4;
    const unsigned char *s = sector(c, n, &have);

    if (!s || have < per * 4)
        return false;
    c->fat = xreallocarray(c->fat, c->fat_count + per, sizeof(*c->fat));
    for (size_t i = 0; i < per; i++)
        c->fat[c->fat_count + i] = u32(s + 4 * i);
    c->fat_count += per;
    return true;
}

/* The FAT lies in the sectors that the header names, and in those that a chain
 * of further sectors names. */
static bool read_fat(struct cfb *c)
{
    size_t most = (c->len >> c->shift) + 1; /* sectors in the file */
    uint32_t count = u32(c->bytes + 44), next = u32(c->bytes + 68);
    size_t have, per = ((size_t)1 << c->shift) / 4, links = 0;

    for (size_t i = 0; i < IN_HEADER && i < count; i++) {
        if (!add_fat(c, u32(c->bytes + 76 + 4 * i)))
            return false;
    }
    while (next < LAST_SECTOR && links++ < most) {
        const unsigned char *s = sector(c, next, &have);

        if (!s || have < per * 4)
            return false;
        for (size_t i = 0; i + 1 < per; i++) {
            uint32_t n = u32(s + 4 * i);

            if (n == FREE)
                continue;
            if (c->fat_count > most || !add_fat(c, n))
                return false;
        }
        next = u32(s + 4 * (per - 1));
    }
    return c->fat_count > 0;
}

static bool open_file(struct cfb *c, const char *bytes, size_t len)
{
    *c = (struct cfb){.bytes = (const unsigned char *)bytes, .len = len};
    if (len < HEADER || memcmp(bytes, CFB_MAGIC, CFB_MAGIC_LEN) != 0)
        return false;
    c->shift = u16(c->bytes + 30);
    c->mini_shift = u16(c->bytes + 32);
    c->directory = u32(c->bytes + 48);
    c->mini_cutoff = u32(c->bytes + 56);
    c->mini_fat = u32(c->bytes + 60);
    return (c->shift == 9 || c->shift == 12) && c->mini_shift == 6 &&
           read_fat(c);
}

/* Append a chain of sectors, at most `size` bytes. */
static bool add_chain(const struct cfb *c, uint32_t n, uint64_t size,
                      struct str *out)
{
    size_t links = 0;

    while (n < LAST_SECTOR && size > 0) {
        size_t have;
        const unsigned char *s = sector(c, n, &have);

        if (!s || n >= c->fat_count || links++ > c->fat_count)
            return false;
        if (have > size)
            have = (size_t)size;
        str_append(out, (const char *)s, have);
        size -= have;
        n = c->fat[n];
    }
    return true;
}

static bool has_name(const unsigned char *entry, const char *name)
{
    size_t len = strlen(name);

    if (u16(entry + 64) != 2 * (len + 1))
        return false;
    for (size_t i = 0; i < len; i++) {
        if (u16(entry + 2 * i) != (unsigned char)name[i])
            return false;
    }
    return true;
}

static struct entry entry_at(const unsigned char *entry)
{
    return (struct entry){u32(entry + 116), u32(entry + 120)};
}

/* Find a stream; `root` is the entry of the small ones' sectors. */
static bool find(const struct cfb *c, const char *name, struct entry *root,
                 struct entry *found)
{
    struct str directory = {0};
    const unsigned char *d;
    bool ok = add_chain(c, c->directory, c->len, &directory), is_there = false;

    d = (const unsigned char *)str_text(&directory);
    if (ok && directory.len >= ENTRY)
        *root = entry_at(d);
    for (size_t at = ENTRY; ok && !is_there && at + ENTRY <= directory.len;
         at += ENTRY) {
        is_there = d[at + 66] == 2 && has_name(d + at, name);
        if (is_there)
            *found = entry_at(d + at);
    }
    str_clear(&directory);
    return is_there;
}

/* A small stream lies in pieces of a large one, with a FAT of its own. */
static bool add_small(const struct cfb *c, const struct entry *root,
                      const struct entry *e, struct str *out)
{
    struct str sectors = {0}, fat = {0};
    uint64_t left = e->size;
    uint32_t n = e->start;
    size_t links = 0, size = (size_t)1 << c->mini_shift;
    bool ok = add_chain(c, root->start, root->size, &sectors) &&
              add_chain(c, c->mini_fat, c->len, &fat);

    while (ok && left > 0) {
        size_t at = (size_t)n << c->mini_shift;
        size_t part = left < size ? (size_t)left : size;

        ok = n < LAST_SECTOR && at + part <= sectors.len &&
             ((size_t)n + 1) * 4 <= fat.len && links++ <= fat.len;
        if (!ok)
            break;
        str_append(out, sectors.text + at, part);
        left -= part;
        n = u32((const unsigned char *)fat.text + (size_t)n * 4);
    }
    str_clear(&sectors);
    str_clear(&fat);
    return ok;
}

bool cfb_has(const char *bytes, size_t len, const char *name)
{
    struct cfb c;
    struct entry root, found;
    bool has = open_file(&c, bytes, len) && find(&c, name, &root, &found);

    free(c.fat);
    return has;
}

bool cfb_read(const char *bytes, size_t len, const char *name, struct str *out,
              const char *path, struct err *e)
{
    struct cfb c;
    struct entry root = {0}, found = {0};
    size_t before = out->len;
    bool ok = open_file(&c, bytes, len) && find(&c, name, &root, &found);

    if (ok && found.size < c.mini_cutoff)
        ok = add_small(&c, &root, &found, out);
    else if (ok)
        ok = add_chain(&c, found.start, found.size, out);
    free(c.fat);
    ok = ok && out->len - before == found.size;
    return ok || err_set(e, ERR_DATA,
                         _("%s: is damaged or cut short (%s); get it anew"),
                         path, name);
}
