#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_parts.h"
#include "model/rowset.h"

enum {
    COUNT_MS = 3000,
    VALUES_MAX = 200 * 1000, /* different values that are told apart */
    TEXT_MAX = 4096,         /* bytes of a value that are looked at */
    FIRST_SLOTS = 256,
};
#define TEXTS_MAX ((size_t)32 * 1000 * 1000)

/* An open hash table of values, in the order in which they came up. */
struct counts {
    struct list_frequency *items;
    size_t len, cap;
    size_t texts;    /* bytes */
    uint32_t *slots; /* index + 1 in `items`, 0: free */
    size_t n_slots;  /* a power of two */
};

static uint64_t hash(const char *text)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return h ^ h >> 32;
}

static uint32_t *find_slot(const struct counts *c, const char *text)
{
    size_t at = (size_t)hash(text) & (c->n_slots - 1);

    assert(c->slots); /* made by widen() */
    while (c->slots[at] && strcmp(c->items[c->slots[at] - 1].text, text) != 0)
        at = (at + 1) & (c->n_slots - 1);
    return &c->slots[at];
}

/* At least half of the slots stay free. */
static void widen(struct counts *c)
{
    if (c->len * 2 < c->n_slots)
        return;
    free(c->slots);
    c->n_slots *= 2;
    c->slots = xcalloc(c->n_slots, sizeof(*c->slots));
    for (size_t i = 0; i < c->len; i++)
        *find_slot(c, c->items[i].text) = (uint32_t)i + 1;
}

static bool count(struct counts *c, const char *text, struct err *e)
{
    uint32_t *slot;
    size_t len = strlen(text);

    widen(c);
    slot = find_slot(c, text);
    if (*slot) {
        c->items[*slot - 1].count++;
        return true;
    }
    c->texts += len;
    if (c->len >= VALUES_MAX || c->texts > TEXTS_MAX)
        return err_set(e, ERR_LIMIT,
                       _("the column has too many different values to count "
                         "them"));
    c->items = mem_grow(c->items, c->len, &c->cap, sizeof(*c->items));
    c->items[c->len++] =
        (struct list_frequency){.text = xmemdup(text, len), .count = 1};
    *slot = (uint32_t)c->len;
    return true;
}

static bool count_rows(struct counts *c, struct list *l, size_t column,
                       const struct rowset *only, struct err *e)
{
    struct table *t = &l->table;
    enum table_next next;

    if (!table_seek(t, 1, t->rows, e))
        return false;
    while ((next = table_next(t, e)) == TABLE_ROW) {
        struct cell cell;

        if (only && !rowset_has(only, t->row))
            continue;
        cell = list_cell(l, column);
        if (cell.len > TEXT_MAX)
            return err_set(e, ERR_LIMIT,
                           _("the column has texts too long to count them"));
        if (!count(c, cell.text, e))
            return false;
    }
    return next == TABLE_END;
}

static int by_count(const void *x, const void *y)
{
    const struct list_frequency *a = x, *b = y;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->text, b->text);
}

size_t list_frequencies(struct list *l, size_t column,
                        const struct rowset *only, size_t limit,
                        struct list_frequency **out, size_t *distinct,
                        struct err *e)
{
    struct counts c = {.n_slots = FIRST_SLOTS};
    size_t kept;
    bool ok;

    c.slots = xcalloc(c.n_slots, sizeof(*c.slots));
    c.items = mem_grow(NULL, 0, &c.cap, sizeof(*c.items));
    db_allow(l->ed->db, COUNT_MS);
    ok = count_rows(&c, l, column, only, e);
    table_stop(&l->table);
    free(c.slots);
    *out = NULL;
    *distinct = 0;
    if (!ok) {
        list_frequencies_free(c.items, c.len);
        return 0;
    }
    if (c.len)
        qsort(c.items, c.len, sizeof(*c.items), by_count);
    kept = c.len < limit ? c.len : limit;
    for (size_t i = kept; i < c.len; i++)
        free(c.items[i].text);
    *distinct = c.len;
    *out = c.items;
    return kept;
}

void list_frequencies_free(struct list_frequency *f, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(f[i].text);
    free(f);
}
