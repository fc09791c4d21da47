#include "model/list_tally.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/textset.h"
#include "model/keysort.h"
#include "model/list_parts.h"
#include "model/list_walk.h"

enum {
    VALUES_MAX = 200 * 1000, /* different values that are told apart */
    TEXT_MAX = 4096,         /* bytes of a value that are looked at */
};
#define TEXTS_MAX ((size_t)32 * 1000 * 1000)

struct list_tally {
    struct list *list;
    size_t column;
    struct rowset only;
    bool is_only; /* rows of `only` are counted */
    struct list_walk walk;
    struct textset values; /* in the order in which they came up */
    int64_t *counts;       /* owned: of each of them */
    size_t len, cap;       /* of `counts` */
    struct keysort order;
};

static bool count(struct list_tally *t, const char *text, struct err *e)
{
    size_t value = textset_find(&t->values, text);

    if (value == TEXTSET_NONE) {
        if (t->len >= VALUES_MAX || t->values.texts.len > TEXTS_MAX)
            return err_set(
                e, ERR_LIMIT,
                _("the column has too many different values to count them"));
        value = textset_add(&t->values, text, NULL);
        t->counts = mem_grow(t->counts, t->len, &t->cap, sizeof(*t->counts));
        t->counts[t->len++] = 0;
    }
    t->counts[value]++;
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

    return strcmp(textset_text(&t->values, a->row),
                  textset_text(&t->values, b->row));
}

static void begin_order(struct list_tally *t)
{
    t->order.tie = by_text;
    t->order.data = t;
    for (size_t i = 0; i < t->len; i++)
        keysort_add(&t->order,
                    &(struct sort_key){.head = ~(uint64_t)t->counts[i],
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
    return t;
}

void list_tally_free(struct list_tally *t)
{
    if (!t)
        return;
    textset_clear(&t->values);
    free(t->counts);
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

        (*out)[i] = (struct list_frequency){
            .text = xstrdup(textset_text(&t->values, item)),
            .count = t->counts[item]};
    }
    return kept;
}

void list_frequencies_free(struct list_frequency *f, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(f[i].text);
    free(f);
}
