#include "model/list_tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/keysort.h"
#include "model/list_parts.h"
#include "model/list_walk.h"

enum {
    VALUES_MAX = 200 * 1000, /* different values that are told apart */
    TEXT_MAX = 4096,         /* bytes of a value that are looked at */
    FIRST_SLOTS = 256,
};
#define TEXTS_MAX ((size_t)32 * 1000 * 1000)

struct value_count {
    uint64_t hash;
    int64_t count;
    size_t text; /* where it stands in `texts` */
};

/* An open hash table of values, in the order in which they came up. */
struct list_tally {
    struct list *list;
    size_t column;
    struct rowset only;
    bool is_only; /* rows of `only` are counted */
    struct list_walk walk;
    struct value_count *items;
    size_t len, cap;
    struct str texts; /* each with its NUL */
    uint32_t *slots;  /* index + 1 in `items`, 0: free */
    size_t n_slots;   /* a power of two */
    struct keysort order;
};

static uint64_t hash(const char *text)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return h ^ h >> 32;
}

static const char *text_of(const struct list_tally *t, size_t item)
{
    return t->texts.text + t->items[item].text;
}

static uint32_t *find_slot(const struct list_tally *t, uint64_t h,
                           const char *text)
{
    size_t at = (size_t)h & (t->n_slots - 1);

    for (; t->slots[at]; at = (at + 1) & (t->n_slots - 1)) {
        size_t item = t->slots[at] - 1;

        if (t->items[item].hash == h && strcmp(text_of(t, item), text) == 0)
            break;
    }
    return &t->slots[at];
}

/* At least half of the slots stay free. */
static void widen(struct list_tally *t)
{
    if (t->len * 2 < t->n_slots)
        return;
    free(t->slots);
    t->n_slots *= 2;
    t->slots = xcalloc(t->n_slots, sizeof(*t->slots));
    for (size_t i = 0; i < t->len; i++) {
        size_t at = (size_t)t->items[i].hash & (t->n_slots - 1);

        while (t->slots[at])
            at = (at + 1) & (t->n_slots - 1);
        t->slots[at] = (uint32_t)i + 1;
    }
}

static bool count(struct list_tally *t, const char *text, struct err *e)
{
    uint64_t h = hash(text);
    uint32_t *slot;

    widen(t);
    slot = find_slot(t, h, text);
    if (*slot) {
        t->items[*slot - 1].count++;
        return true;
    }
    if (t->len >= VALUES_MAX || t->texts.len > TEXTS_MAX)
        return err_set(e, ERR_LIMIT,
                       _("the column has too many different values to count "
                         "them"));
    t->items = mem_grow(t->items, t->len, &t->cap, sizeof(*t->items));
    t->items[t->len++] =
        (struct value_count){.hash = h, .count = 1, .text = t->texts.len};
    str_append(&t->texts, text, strlen(text) + 1);
    *slot = (uint32_t)t->len;
    return true;
}

static enum list_visit count_row(struct list *l, void *data, struct err *e)
{
    struct list_tally *t = data;
    struct db_cell cell;

    if (t->is_only && !rowset_has(&t->only, l->table.row))
        return VISIT_ON;
    cell = list_cell(l, t->column);
    if (cell.len > TEXT_MAX)
        err_set(e, ERR_LIMIT, _("the column has texts too long to count them"));
    else if (count(t, cell.text, e))
        return VISIT_ON;
    return VISIT_FAILED;
}

static int by_text(const struct sort_key *a, const struct sort_key *b,
                   const void *data)
{
    const struct list_tally *t = data;

    return strcmp(text_of(t, a->row), text_of(t, b->row));
}

static void begin_order(struct list_tally *t)
{
    t->order.tie = by_text;
    t->order.data = t;
    for (size_t i = 0; i < t->len; i++)
        keysort_add(&t->order,
                    &(struct sort_key){.head = ~(uint64_t)t->items[i].count,
                                       .row = (uint32_t)i});
}

struct list_tally *list_tally_new(struct list *l, size_t column,
                                  const struct rowset *only)
{
    struct list_tally *t = xcalloc(1, sizeof(*t));

    t->list = list_share(l);
    t->column = column;
    t->is_only = only != NULL;
    if (only)
        rowset_copy(&t->only, only);
    t->walk = (struct list_walk){.next = 1, .last = l->table.rows};
    t->n_slots = FIRST_SLOTS;
    t->slots = xcalloc(t->n_slots, sizeof(*t->slots));
    return t;
}

void list_tally_free(struct list_tally *t)
{
    if (!t)
        return;
    free(t->items);
    str_clear(&t->texts);
    free(t->slots);
    keysort_clear(&t->order);
    rowset_clear(&t->only);
    list_close(t->list);
    free(t);
}

enum work list_tally_step(struct list_tally *t, int milliseconds, struct err *e)
{
    int64_t end = db_end(milliseconds);
    enum work read = list_walk_step(t->list, &t->walk, end, count_row, t, e);

    if (read != WORK_DONE)
        return read;
    if (!t->order.count)
        begin_order(t);
    return keysort_step(&t->order, end) ? WORK_DONE : WORK_MORE;
}

int list_tally_percent(const struct list_tally *t)
{
    return list_walk_percent(&t->walk);
}

size_t list_tally_take(const struct list_tally *t, size_t limit,
                       struct list_frequency **out, size_t *distinct)
{
    size_t kept = t->len < limit ? t->len : limit;

    assert(t->order.count == t->len);
    *distinct = t->len;
    *out = xcalloc(kept ? kept : 1, sizeof(**out));
    for (size_t i = 0; i < kept; i++) {
        size_t item = t->order.keys[i].row;

        (*out)[i] = (struct list_frequency){.text = xstrdup(text_of(t, item)),
                                            .count = t->items[item].count};
    }
    return kept;
}

void list_frequencies_free(struct list_frequency *f, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(f[i].text);
    free(f);
}
