#include "model/list_sort.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/keysort.h"
#include "model/list_parts.h"
#include "model/list_walk.h"
#include "search/collate.h"

#define ROWS_MAX (3 * 1000 * 1000)
#define KEYS_MAX ((size_t)96 * 1000 * 1000)

/* Numbers, and what has the form of the column's kind, stand before texts, the
 * empty last. Rows come in their order, so that each of the three is in the
 * source's order before it is sorted. */
struct list_sort {
    struct list *list;
    size_t column;
    bool descending;
    struct list_walk walk;
    struct keysort numbers, texts;
    uint32_t *empties;
    size_t n_empties, cap_empties;
    struct str keys; /* of the texts, from the ninth byte on */
};

/* ---- taking the keys ---- */

/* A number of SQLite's own, or a text in the form of the column's kind. */
static bool take_number(const struct db_cell *c, enum column_kind kind,
                        double *number)
{
    char *end;

    if (c->kind == VALUE_TEXT)
        return column_kind_order(kind, c->text, c->len, number);
    if (c->kind != VALUE_NUMBER)
        return false;
    *number = strtod(c->text, &end);
    return end != c->text && !isnan(*number);
}

/* The order of doubles as that of whole numbers: the sign's bit stands for
 * more, not for less, and what is below 0 runs the other way. */
static uint64_t head_of_number(double number)
{
    const uint64_t sign = UINT64_C(1) << 63;
    uint64_t bits;

    if (!(number < 0 || number > 0))
        number = 0; /* -0 */
    memcpy(&bits, &number, sizeof(bits));
    return (bits & sign) ? ~bits : (bits | sign);
}

static void add_empty(struct list_sort *s, uint32_t row)
{
    s->empties = mem_grow(s->empties, s->n_empties, &s->cap_empties,
                          sizeof(*s->empties));
    s->empties[s->n_empties++] = row;
}

/* The key is made at the end of `keys`; its first 8 bytes then move into the
 * head. */
static void add_text(struct list_sort *s, const struct db_cell *c, uint32_t row)
{
    size_t start = s->keys.len, len;
    struct sort_key key = {.rest = (uint32_t)start, .row = row};

    collate_key(&s->keys, c->text, c->len, COLLATE_READING);
    len = s->keys.len - start;
    for (size_t i = 0; i < 8; i++) {
        unsigned char byte =
            i < len ? (unsigned char)s->keys.text[start + i] : 0;

        key.head = key.head << 8 | byte;
    }
    if (len > 8) {
        memmove(s->keys.text + start, s->keys.text + start + 8, len - 8);
        str_truncate(&s->keys, start + len - 8);
    } else if (len) {
        str_truncate(&s->keys, start);
    }
    str_addc(&s->keys, '\0');
    keysort_add(&s->texts, &key);
}

static enum list_visit add_row(struct list *l, void *data, struct err *e)
{
    struct list_sort *s = data;
    struct db_cell c = list_cell(l, s->column);
    uint32_t row = (uint32_t)l->table.row;
    double number;

    if (take_number(&c, l->columns[s->column].kind, &number))
        keysort_add(
            &s->numbers,
            &(struct sort_key){.head = head_of_number(number), .row = row});
    else if (c.len)
        add_text(s, &c, row);
    else
        add_empty(s, row);
    if (s->keys.len <= KEYS_MAX)
        return VISIT_ON;
    err_set(e, ERR_LIMIT, _("the column holds too much text to sort by it"));
    return VISIT_FAILED;
}

static int compare_rest(const struct sort_key *a, const struct sort_key *b,
                        const void *data)
{
    const struct str *keys = data;

    return strcmp(keys->text + a->rest, keys->text + b->rest);
}

/* ---- the work ---- */

struct list_sort *list_sort_new(struct list *l, size_t column, bool descending,
                                struct err *e)
{
    struct list_sort *s;

    if (l->table.rows > ROWS_MAX) {
        err_set(e, ERR_LIMIT, _("more than %d rows are not sorted"), ROWS_MAX);
        return NULL;
    }
    s = xcalloc(1, sizeof(*s));
    s->list = list_share(l);
    s->column = column;
    s->descending = s->numbers.falling = s->texts.falling = descending;
    s->walk = (struct list_walk){.next = 1, .last = l->table.rows};
    keysort_reserve(&s->numbers, (size_t)l->table.rows);
    keysort_reserve(&s->texts, (size_t)l->table.rows);
    s->texts.tie = compare_rest;
    s->texts.data = &s->keys;
    return s;
}

void list_sort_free(struct list_sort *s)
{
    if (!s)
        return;
    keysort_clear(&s->numbers);
    keysort_clear(&s->texts);
    free(s->empties);
    str_clear(&s->keys);
    list_close(s->list);
    free(s);
}

enum work list_sort_step(struct list_sort *s, int milliseconds, struct err *e)
{
    int64_t end = db_end(milliseconds);
    enum work read = list_walk_step(s->list, &s->walk, end, add_row, s, e);

    if (read != WORK_DONE)
        return read;
    return keysort_step(&s->numbers, end) && keysort_step(&s->texts, end)
               ? WORK_DONE
               : WORK_MORE;
}

int list_sort_percent(const struct list_sort *s)
{
    const struct keysort *most =
        s->numbers.count > s->texts.count ? &s->numbers : &s->texts;
    int done = list_walk_percent(&s->walk);

    return (done + (done < 100 ? 0 : keysort_percent(most))) / 2;
}

/* Every row has its place, also where a foreign table lost some since they
 * were counted. */
uint32_t *list_sort_take(struct list_sort *s)
{
    size_t rows = (size_t)s->walk.last, n = 0;
    const struct keysort *first = s->descending ? &s->texts : &s->numbers;
    const struct keysort *second = s->descending ? &s->numbers : &s->texts;
    uint32_t *order = xcalloc(rows, sizeof(*order));

    assert(first->count + second->count + s->n_empties <= rows);
    for (size_t i = 0; i < first->count; i++)
        order[n++] = first->keys[i].row;
    for (size_t i = 0; i < second->count; i++)
        order[n++] = second->keys[i].row;
    for (size_t i = 0; i < s->n_empties; i++)
        order[n++] = s->empties[i];
    while (n < rows) {
        order[n] = (uint32_t)n + 1;
        n++;
    }
    return order;
}
