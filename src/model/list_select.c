#include "model/list_select.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/list_parts.h"
#include "model/list_walk.h"

struct list_select {
    struct list *list;
    size_t column;
    char *value;
    struct rowset only;
    bool is_only; /* only rows of `only` are looked at */
    struct list_walk walk;
    struct rowset rows;
};

static enum list_visit look(struct list *l, void *data, struct err *e)
{
    struct list_select *s = data;

    (void)e;
    if (s->is_only && !rowset_has(&s->only, l->table.row))
        return VISIT_ON;
    if (strcmp(list_cell(l, s->column).text, s->value) == 0)
        rowset_add(&s->rows, l->table.row);
    return VISIT_ON;
}

struct list_select *list_select_new(struct list *l, size_t column,
                                    const char *value,
                                    const struct rowset *only)
{
    struct list_select *s = xcalloc(1, sizeof(*s));

    s->list = list_share(l);
    s->column = column;
    s->value = xstrdup(value);
    s->is_only = only != NULL;
    if (only)
        rowset_copy(&s->only, only);
    s->walk = (struct list_walk){.next = 1, .last = l->table.rows};
    rowset_init(&s->rows, l->table.rows);
    return s;
}

void list_select_free(struct list_select *s)
{
    if (!s)
        return;
    free(s->value);
    rowset_clear(&s->rows);
    rowset_clear(&s->only);
    list_close(s->list);
    free(s);
}

enum work list_select_step(struct list_select *s, int milliseconds,
                           struct err *e)
{
    return list_walk_step(s->list, &s->walk, db_end(milliseconds), look, s, e);
}

int list_select_percent(const struct list_select *s)
{
    return list_walk_percent(&s->walk);
}

struct rowset list_select_take(struct list_select *s)
{
    struct rowset rows = s->rows;

    s->rows = (struct rowset){0};
    return rows;
}
