#include "print/print_miss.h"

#include <string.h>

#include "base/i18n.h"
#include "model/list_query.h"
#include "ui/annex_text.h"

#define HEADINGS_MAX 20 /* in a message */

/* ---- headings ---- */

/* Whether a heading of the query is none of the list's. */
static bool lacks_heading(const struct list *l, const char *text,
                          const char *heading)
{
    struct query *q = list_query_new(l, text, strlen(text), NULL);
    bool lacks = false;
    const char *unknown;

    for (size_t i = 0; q && (unknown = query_unknown_heading(q, i)); i++)
        lacks = lacks || strcmp(unknown, heading) == 0;
    query_free(q);
    return lacks;
}

/* Whether a list before list `index` has a column of this name. */
static bool is_told(const struct print_lists *lists, size_t index,
                    const char *name)
{
    for (size_t i = 0; i < index; i++) {
        for (size_t k = 0; k < list_column_count(lists->items[i]); k++) {
            if (strcmp(list_column(lists->items[i], k)->name, name) == 0)
                return true;
        }
    }
    return false;
}

/* Add the headings of all lists, each once. */
static void add_headings(struct str *names, const struct print_lists *lists)
{
    int n = 0;

    for (size_t i = 0; i < lists->len; i++) {
        for (size_t k = 0; k < list_column_count(lists->items[i]); k++) {
            const char *name = list_column(lists->items[i], k)->name;

            if (is_told(lists, i, name))
                continue;
            if (++n > HEADINGS_MAX) {
                str_add(names, ", ...");
                return;
            }
            str_addf(names, "%s%s", n > 1 ? ", " : "", name);
        }
    }
}

static void tell_heading(const struct printer *p,
                         const struct print_lists *lists, const char *heading)
{
    struct str names = {0};
    struct err e = {0};

    for (size_t i = 0; i < lists->len; i++) {
        if (!lacks_heading(lists->items[i], p->request->search, heading))
            return;
    }
    add_headings(&names, lists);
    err_set(&e, ERR_QUERY, _("%s: no column has this heading; there are: %s"),
            heading, str_text(&names));
    printer_complain(&e);
    str_clear(&names);
}

/* Every term that names a column by a heading that no list has. */
static void tell_headings(const struct printer *p,
                          const struct print_lists *lists)
{
    const char *text = p->request->search, *heading;
    struct query *q = lists->len > 0 ? list_query_new(lists->items[0], text,
                                                      strlen(text), NULL)
                                     : NULL;

    for (size_t i = 0; q && (heading = query_unknown_heading(q, i)); i++)
        tell_heading(p, lists, heading);
    query_free(q);
}

/* ---- what was searched ---- */

static void add_searched(struct str *out, const struct print_result *result)
{
    long long records = (long long)result->records;
    long long paragraphs = (long long)result->paragraphs;

    if (records > 0 && paragraphs > 0)
        str_addf(out, _("searched: %lld records, %lld paragraphs"), records,
                 paragraphs);
    else if (records > 0)
        str_addf(out, _("searched: %lld records"), records);
    else
        str_addf(out, _("searched: %lld paragraphs"), paragraphs);
}

void print_miss(const struct printer *p, const struct print_scope *scope,
                const struct print_result *result)
{
    struct str text = {0};
    struct err e = {0};

    str_addf(&text, _("Not found: %s"), p->request->search);
    str_add(&text, _("; "));
    add_searched(&text, result);
    if (result->missing > 0) {
        str_add(&text, _("; "));
        str_addf(&text, _("at least %lld records are not held"),
                 (long long)result->missing);
    }
    err_set(&e, ERR_DATA, "%s", str_text(&text));
    printer_complain(&e);
    tell_headings(p, scope->lists);
    str_clear(&text);
}

void print_miss_near(const struct printer *p)
{
    struct err e = {0};

    err_set(&e, ERR_DATA, _("Not found: %s; printed is what sounds near"),
            p->request->search);
    printer_complain(&e);
}

void print_miss_gaps(const struct printer *p, struct list *l)
{
    int64_t n = list_not_held(l);
    struct str name = {0};
    struct err e = {0};

    if (n == 0)
        return;
    annex_text_name(&name, edition_annex(p->ed, list_annex(l)));
    err_set(&e, ERR_DATA,
            _("%s: %lld records are here, at least %lld are not held"),
            str_text(&name), (long long)list_row_count(l), (long long)n);
    printer_complain(&e);
    str_clear(&name);
}
