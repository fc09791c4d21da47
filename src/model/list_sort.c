#include "config.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_parts.h"
#include "text/collate.h"

enum { SORT_MS = 5000 };
#define ROWS_MAX (3 * 1000 * 1000)
#define KEYS_MAX ((size_t)96 * 1000 * 1000)

struct number_key {
    double number;
    uint32_t row;
};

/* Most keys differ in their first bytes: the others are seldom looked at. */
struct text_key {
    uint64_t head; /* the first 8 bytes, the first one highest */
    uint32_t rest; /* offset of the others, which end with a NUL */
    uint32_t row;
};

/* Numbers stand before texts, the empty last. Rows come in their order, so
 * that each array is in the source's order before it is sorted. */
struct sort {
    struct number_key *numbers;
    struct text_key *texts;
    uint32_t *empties;
    size_t n_numbers, cap_numbers, n_texts, cap_texts, n_empties, cap_empties;
    struct str keys;
    struct collation *collation;
};

static void sort_clear(struct sort *s)
{
    free(s->numbers);
    free(s->texts);
    free(s->empties);
    str_clear(&s->keys);
    collation_free(s->collation);
}

/* ---- taking the keys ---- */

static bool take_number(const struct cell *c, bool is_number, double *number)
{
    char *end;

    if (c->kind != VALUE_NUMBER && !(is_number && c->kind == VALUE_TEXT))
        return false;
    *number = strtod(c->text, &end);
    return end != c->text && (size_t)(end - c->text) == c->len;
}

static void add_number(struct sort *s, double number, uint32_t row)
{
    s->numbers = mem_grow(s->numbers, s->n_numbers, &s->cap_numbers,
                          sizeof(*s->numbers));
    s->numbers[s->n_numbers++] = (struct number_key){number, row};
}

static void add_empty(struct sort *s, uint32_t row)
{
    s->empties = mem_grow(s->empties, s->n_empties, &s->cap_empties,
                          sizeof(*s->empties));
    s->empties[s->n_empties++] = row;
}

/* The key is made at the end of `keys`; its first 8 bytes then move into the
 * head. */
static void add_text(struct sort *s, const struct cell *c, uint32_t row)
{
    size_t start = s->keys.len, len;
    struct text_key key = {.rest = (uint32_t)start, .row = row};

    collation_key(s->collation, &s->keys, c->text, c->len);
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
    s->texts = mem_grow(s->texts, s->n_texts, &s->cap_texts, sizeof(*s->texts));
    s->texts[s->n_texts++] = key;
}

static bool add_row(struct sort *s, struct list *l, size_t column,
                    struct err *e)
{
    struct cell c = list_cell(l, column);
    uint32_t row = (uint32_t)l->table.row;
    double number;

    if (take_number(&c, l->columns[column].is_number, &number))
        add_number(s, number, row);
    else if (c.len)
        add_text(s, &c, row);
    else
        add_empty(s, row);
    if (s->keys.len <= KEYS_MAX)
        return true;
    return err_set(e, ERR_LIMIT,
                   _("the column holds too much text to sort by it"));
}

static bool add_rows(struct sort *s, struct list *l, size_t column,
                     struct err *e)
{
    enum table_next next = TABLE_FAILED;

    db_allow(l->ed->db, SORT_MS);
    if (table_seek(&l->table, 1, l->table.rows, e))
        while ((next = table_next(&l->table, e)) == TABLE_ROW)
            if (!add_row(s, l, column, e))
                break;
    table_stop(&l->table);
    return next == TABLE_END;
}

/* ---- comparing them ---- */

static int by_row(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_numbers(const struct number_key *a,
                           const struct number_key *b)
{
    return (a->number > b->number) - (a->number < b->number);
}

static int numbers_up(const void *x, const void *y)
{
    const struct number_key *a = x, *b = y;
    int order = compare_numbers(a, b);

    return order ? order : by_row(a->row, b->row);
}

static int numbers_down(const void *x, const void *y)
{
    const struct number_key *a = x, *b = y;
    int order = compare_numbers(b, a);

    return order ? order : by_row(a->row, b->row);
}

static int compare_texts(const struct text_key *a, const struct text_key *b,
                         const char *keys)
{
    if (a->head != b->head)
        return a->head < b->head ? -1 : 1;
    return strcmp(keys + a->rest, keys + b->rest);
}

static int texts_up(const void *x, const void *y, void *keys)
{
    const struct text_key *a = x, *b = y;
    int order = compare_texts(a, b, keys);

    return order ? order : by_row(a->row, b->row);
}

static int texts_down(const void *x, const void *y, void *keys)
{
    const struct text_key *a = x, *b = y;
    int order = compare_texts(b, a, keys);

    return order ? order : by_row(a->row, b->row);
}

static void sort_keys(struct sort *s, bool descending)
{
    if (s->n_numbers)
        qsort(s->numbers, s->n_numbers, sizeof(*s->numbers),
              descending ? numbers_down : numbers_up);
    if (s->n_texts)
        qsort_r(s->texts, s->n_texts, sizeof(*s->texts),
                descending ? texts_down : texts_up, s->keys.text);
}

/* ---- the order ---- */

static void put_numbers(const struct sort *s, uint32_t **to)
{
    for (size_t i = 0; i < s->n_numbers; i++)
        *(*to)++ = s->numbers[i].row;
}

static void put_texts(const struct sort *s, uint32_t **to)
{
    for (size_t i = 0; i < s->n_texts; i++)
        *(*to)++ = s->texts[i].row;
}

/* Every row has its place, also where a foreign table lost some since they
 * were counted. */
static uint32_t *take_order(const struct sort *s, size_t rows, bool descending)
{
    uint32_t *order = xcalloc(rows, sizeof(*order)), *to = order;
    size_t held = s->n_numbers + s->n_texts + s->n_empties;

    assert(held <= rows);
    if (descending)
        put_texts(s, &to);
    put_numbers(s, &to);
    if (!descending)
        put_texts(s, &to);
    for (size_t i = 0; i < s->n_empties; i++)
        *to++ = s->empties[i];
    for (size_t i = held; i < rows; i++)
        *to++ = (uint32_t)i + 1;
    return order;
}

bool list_sort(struct list *l, size_t column, bool descending, uint32_t **order,
               struct err *e)
{
    size_t rows = (size_t)l->table.rows;
    struct sort s = {0};
    bool ok;

    if (rows > ROWS_MAX)
        return err_set(e, ERR_LIMIT, _("more than %d rows are not sorted"),
                       ROWS_MAX);
    s.collation = collation_new();
    ok = add_rows(&s, l, column, e);
    if (ok) {
        sort_keys(&s, descending);
        *order = take_order(&s, rows, descending);
    }
    sort_clear(&s);
    return ok;
}
