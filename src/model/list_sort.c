#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_parts.h"

enum { SORT_MS = 3000 };
#define ROWS_MAX  (2 * 1000 * 1000)
#define TEXTS_MAX ((size_t)96 * 1000 * 1000)

/* What a row sorts by. A number stands before all text, the empty last. */
struct sort_key {
    union {
        double number;
        size_t at;        /* of a text, while texts are being added */
        const char *text; /* NUL-terminated, from then on */
    };
    uint32_t row;
    enum { KEY_NUMBER, KEY_TEXT, KEY_EMPTY } kind;
};

struct sort {
    struct sort_key *keys;
    size_t len;
    struct str texts;
};

static bool take_number(const struct cell *c, bool is_number, double *number)
{
    char *end;

    if (c->kind != VALUE_NUMBER && !(is_number && c->kind == VALUE_TEXT))
        return false;
    *number = strtod(c->text, &end);
    return end != c->text && (size_t)(end - c->text) == c->len;
}

static void add_key(struct sort *s, struct list *l, size_t column)
{
    struct cell c = list_cell(l, column);
    struct sort_key *key = &s->keys[s->len++];

    *key = (struct sort_key){.kind = KEY_EMPTY, .row = (uint32_t)l->table.row};
    if (c.len == 0)
        return;
    if (take_number(&c, l->columns[column].is_number, &key->number)) {
        key->kind = KEY_NUMBER;
        return;
    }
    key->kind = KEY_TEXT;
    key->at = s->texts.len;
    str_append(&s->texts, c.text, strlen(c.text));
    str_addc(&s->texts, '\0');
}

static bool add_keys(struct sort *s, struct list *l, size_t column,
                     struct err *e)
{
    enum table_next next;

    if (!table_seek(&l->table, 1, l->table.rows, e))
        return false;
    while ((next = table_next(&l->table, e)) == TABLE_ROW) {
        add_key(s, l, column);
        if (s->texts.len > TEXTS_MAX)
            return err_set(e, ERR_LIMIT,
                           _("the column holds too much text to sort by it"));
    }
    for (size_t i = 0; i < s->len; i++)
        if (s->keys[i].kind == KEY_TEXT)
            s->keys[i].text = s->texts.text + s->keys[i].at;
    return next == TABLE_END;
}

static int compare_values(const struct sort_key *a, const struct sort_key *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->kind == KEY_NUMBER)
        return (a->number > b->number) - (a->number < b->number);
    return a->kind == KEY_TEXT ? strcmp(a->text, b->text) : 0;
}

static int by_row(const struct sort_key *a, const struct sort_key *b)
{
    return a->row < b->row ? -1 : a->row > b->row;
}

static int ascending(const void *x, const void *y)
{
    const struct sort_key *a = x, *b = y;
    int order = compare_values(a, b);

    return order ? order : by_row(a, b);
}

static int descending(const void *x, const void *y)
{
    const struct sort_key *a = x, *b = y;
    int order;

    if ((a->kind == KEY_EMPTY) != (b->kind == KEY_EMPTY))
        return a->kind == KEY_EMPTY ? 1 : -1;
    order = compare_values(b, a);
    return order ? order : by_row(a, b);
}

/* Every row has its place, also where a foreign table lost some since they
 * were counted. */
static uint32_t *take_order(const struct sort *s, size_t rows)
{
    uint32_t *order = xcalloc(rows, sizeof(*order));

    for (size_t i = 0; i < rows; i++)
        order[i] = i < s->len ? s->keys[i].row : (uint32_t)i + 1;
    return order;
}

bool list_sort(struct list *l, size_t column, bool is_descending,
               uint32_t **order, struct err *e)
{
    size_t rows = (size_t)l->table.rows;
    struct sort s = {0};
    bool ok;

    if (rows > ROWS_MAX)
        return err_set(e, ERR_LIMIT, _("more than %d rows are not sorted"),
                       ROWS_MAX);
    s.keys = xcalloc(rows, sizeof(*s.keys));
    db_allow(l->ed->db, SORT_MS);
    ok = add_keys(&s, l, column, e);
    table_stop(&l->table);
    if (ok) {
        qsort(s.keys, s.len, sizeof(*s.keys),
              is_descending ? descending : ascending);
        *order = take_order(&s, rows);
    }
    free(s.keys);
    str_clear(&s.texts);
    return ok;
}
