#include "import/unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

struct entry {
    const char *key; /* a place, or the end of a name */
    const char *value;
    int level; /* of a place: 1 province, 2 prefecture, 3 county */
};

/* region_entries and kind_entries, made from data/ at build time. */
#include "import/unit_table.h"

#define SLOTS 8192 /* of a table: more than twice its entries, a power of 2 */

_Static_assert(2 * ARRAY_LEN(region_entries) < SLOTS, "too many places");

/* Entries by their keys: open addressing. */
struct table {
    const struct entry *slots[SLOTS];
    size_t longest; /* key, bytes */
};

struct unit_tables {
    struct table regions, kinds;
    /* Characters of three bytes that begin a place, or a province, or end a
     * kind: most do not. */
    bool begins_place[1 << 16], begins_province[1 << 16], ends_kind[1 << 16];
};

/* FNV-1a. */
static size_t slot_of(const char *key, size_t len)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)key[i]) * 16777619u;
    return (hash ^ hash >> 15) % SLOTS;
}

static void add(struct table *t, const struct entry *e)
{
    size_t len = strlen(e->key), at = slot_of(e->key, len);

    while (t->slots[at])
        at = (at + 1) % SLOTS;
    t->slots[at] = e;
    if (len > t->longest)
        t->longest = len;
}

static const struct entry *find(const struct table *t, const char *key,
                                size_t len)
{
    for (size_t at = slot_of(key, len); t->slots[at]; at = (at + 1) % SLOTS) {
        const struct entry *e = t->slots[at];

        if (strncmp(e->key, key, len) == 0 && e->key[len] == '\0')
            return e;
    }
    return NULL;
}

/* The character that a text begins with, if it has three bytes; else 0, which
 * says nothing. */
static unsigned first_char(const char *s, size_t len)
{
    const unsigned char *b = (const unsigned char *)s;

    if (len < 3 || (b[0] & 0xF0) != 0xE0)
        return 0;
    return (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
}

static unsigned last_char(const char *s, size_t len)
{
    return len < 3 ? 0 : first_char(s + len - 3, 3);
}

static void add_region(struct unit_tables *t, const struct entry *e)
{
    unsigned first = first_char(e->key, strlen(e->key));

    add(&t->regions, e);
    t->begins_place[first] = true;
    if (e->level == 1)
        t->begins_province[first] = true;
}

static void add_kind(struct unit_tables *t, const struct entry *e)
{
    add(&t->kinds, e);
    t->ends_kind[last_char(e->key, strlen(e->key))] = true;
}

struct unit_tables *unit_tables_new(void)
{
    struct unit_tables *t = xcalloc(1, sizeof(*t));

    for (size_t i = 0; i < ARRAY_LEN(region_entries); i++)
        add_region(t, &region_entries[i]);
    for (size_t i = 0; i < ARRAY_LEN(kind_entries); i++)
        add_kind(t, &kind_entries[i]);
    return t;
}

void unit_tables_free(struct unit_tables *t)
{
    free(t);
}

/* The longest place that the text begins with. */
static const struct entry *place_at(const struct unit_tables *t, const char *s,
                                    size_t len)
{
    size_t n = len < t->regions.longest ? len : t->regions.longest;
    const struct entry *found = NULL;

    if (!t->begins_place[first_char(s, len)])
        return NULL;
    for (; n > 0 && !found; n--) {
        if (n == len || ((unsigned char)s[n] & 0xC0) != 0x80)
            found = find(&t->regions, s, n);
    }
    return found;
}

static bool is_at(const char *s, size_t len, size_t at, const char *what)
{
    size_t n = strlen(what);

    return len - at >= n && memcmp(s + at, what, n) == 0;
}

static size_t after_opening_bracket(const char *s, size_t len, size_t at)
{
    if (is_at(s, len, at, "（"))
        return at + strlen("（");
    return is_at(s, len, at, "(") ? at + 1 : 0;
}

static const struct entry *place_in_brackets(const struct unit_tables *t,
                                             const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        size_t inside = s[i] == '(' || s[i] == '\xEF'
                            ? after_opening_bracket(s, len, i)
                            : 0;
        const struct entry *place =
            inside ? place_at(t, s + inside, len - inside) : NULL;

        if (place)
            return place;
    }
    return NULL;
}

static const struct entry *province_within(const struct unit_tables *t,
                                           const char *s, size_t len)
{
    uint32_t cp;

    for (size_t i = 0; i < len; i += utf8_decode(s + i, len - i, &cp)) {
        const struct entry *place = NULL;

        if (t->begins_province[first_char(s + i, len - i)])
            place = place_at(t, s + i, len - i);
        if (place && place->level == 1)
            return place;
    }
    return NULL;
}

const char *unit_region(const struct unit_tables *t, const char *name,
                        size_t len)
{
    const struct entry *place = place_in_brackets(t, name, len);

    if (!place)
        place = place_at(t, name, len);
    if (!place)
        place = province_within(t, name, len);
    return place ? place->value : "";
}

bool unit_is_region(const struct unit_tables *t, const char *name, size_t len)
{
    return find(&t->regions, name, len) != NULL;
}

/* The length without what stands in brackets at the end. */
static size_t without_brackets(const char *s, size_t len)
{
    size_t i = len;

    if (len == 0 ||
        !(s[len - 1] == ')' ||
          (len >= strlen("）") && is_at(s, len, len - strlen("）"), "）"))))
        return len;
    while (i > 0) {
        i--;
        if (after_opening_bracket(s, len, i))
            return i;
    }
    return len;
}

const char *unit_kind(const struct unit_tables *t, const char *name, size_t len)
{
    const struct entry *found = NULL;
    size_t start;

    len = without_brackets(name, len);
    if (!t->ends_kind[last_char(name, len)])
        return "";
    start = len > t->kinds.longest ? len - t->kinds.longest : 0;
    for (; start < len && !found; start++) {
        if (((unsigned char)name[start] & 0xC0) == 0x80)
            continue; /* in the middle of a character */
        found = find(&t->kinds, name + start, len - start);
    }
    return found && strcmp(found->value, "-") != 0 ? found->value : "";
}
