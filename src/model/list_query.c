#include "model/list_query.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

struct query *list_query_new(const struct list *l, const char *text, size_t len,
                             struct err *e)
{
    size_t count = list_column_count(l);
    const char **names = xcalloc(count, sizeof(*names));
    const char **shown = xcalloc(count, sizeof(*shown));
    struct query_columns columns = {
        .names = names, .shown = shown, .count = count};
    struct str *headings = xcalloc(count, sizeof(*headings));
    struct query *q;

    for (size_t i = 0; i < count; i++) {
        const struct list_column *c = list_column(l, i);

        names[i] = shown[i] = c->name;
        if (!c->derived)
            continue;
        str_addf(&headings[i], _("%s (derived)"), c->name);
        shown[i] = str_text(&headings[i]);
    }
    q = query_new(text, len, &columns, e);
    for (size_t i = 0; i < count; i++)
        str_clear(&headings[i]);
    free(headings);
    free(shown);
    free(names);
    return q;
}

bool list_query_match(struct query *q, const struct record *r,
                      struct query_ranges *ranges)
{
    struct query_cell *cells = xcalloc(r->count, sizeof(*cells));
    bool matches;

    for (size_t i = 0; i < r->count; i++) {
        const struct value *v = &r->values[i];

        if (v->kind == VALUE_TEXT || v->kind == VALUE_NUMBER)
            cells[i] = (struct query_cell){v->text, v->len};
    }
    matches = query_match(q, cells, r->count, ranges);
    free(cells);
    return matches;
}
