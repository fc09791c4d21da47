#include "import/unit.h"

#include <stdbool.h>
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

/* Sorted by key. */
struct unit_tables {
    struct entry regions[ARRAY_LEN(region_entries)];
    struct entry kinds[ARRAY_LEN(kind_entries)];
    size_t longest_place, longest_ending; /* bytes */
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->key,
                  ((const struct entry *)b)->key);
}

static size_t longest(const struct entry *entries, size_t n)
{
    size_t max = 0;

    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(entries[i].key);

        if (len > max)
            max = len;
    }
    return max;
}

struct unit_tables *unit_tables_new(void)
{
    struct unit_tables *t = xmalloc(sizeof(*t));

    memcpy(t->regions, region_entries, sizeof(t->regions));
    memcpy(t->kinds, kind_entries, sizeof(t->kinds));
    qsort(t->regions, ARRAY_LEN(t->regions), sizeof(t->regions[0]), by_key);
    qsort(t->kinds, ARRAY_LEN(t->kinds), sizeof(t->kinds[0]), by_key);
    t->longest_place = longest(t->regions, ARRAY_LEN(t->regions));
    t->longest_ending = longest(t->kinds, ARRAY_LEN(t->kinds));
    return t;
}

void unit_tables_free(struct unit_tables *t)
{
    free(t);
}

static const struct entry *find(const struct entry *entries, size_t n,
                                const char *key, size_t len)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = strncmp(entries[mid].key, key, len);

        if (order == 0 && entries[mid].key[len] == '\0')
            return &entries[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

/* The longest place that the text begins with. */
static const struct entry *place_at(const struct unit_tables *t, const char *s,
                                    size_t len)
{
    size_t n = len < t->longest_place ? len : t->longest_place;
    const struct entry *found = NULL;

    for (; n > 0 && !found; n--) {
        if (n == len || ((unsigned char)s[n] & 0xC0) != 0x80)
            found = find(t->regions, ARRAY_LEN(t->regions), s, n);
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
        size_t inside = after_opening_bracket(s, len, i);
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
        const struct entry *place = place_at(t, s + i, len - i);

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
    start = len > t->longest_ending ? len - t->longest_ending : 0;
    for (; start < len && !found; start++)
        found = find(t->kinds, ARRAY_LEN(t->kinds), name + start, len - start);
    return found && strcmp(found->value, "-") != 0 ? found->value : "";
}
