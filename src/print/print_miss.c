#include "print/print_miss.h"

#include <string.h>

#include "base/i18n.h"
#include "model/list_query.h"
#include "ui/annex_text.h"

#define HEADINGS_MAX 20 /* in a message */

/* ---- headings ---- */

/* The heading that begins a term, "" where none does: up to a colon that is
 * neither of a time nor of an address. */
static size_t heading_len(const char *term, size_t len)
{
    bool has_letter = false;

    for (size_t i = 0; i < len; i++) {
        bool is_colon = term[i] == ':';
        bool is_wide = len - i >= 3 && memcmp(term + i, "：", 3) == 0;
        size_t rest = i + (is_wide ? 3 : 1);

        if (is_colon && len - rest >= 2 && memcmp(term + rest, "//", 2) == 0)
            return 0;
        if (is_colon || is_wide)
            return has_letter && rest < len ? i : 0;
        has_letter = has_letter || term[i] < '0' || term[i] > '9';
    }
    return 0;
}

/* Whether a list has a column of that heading: by itself it would be a query
 * without words. */
static bool has_heading(const struct list *l, const char *heading, size_t len)
{
    struct str text = {0};
    struct query *q;

    str_append(&text, heading, len);
    str_addc(&text, ':');
    q = list_query_new(l, str_text(&text), text.len, NULL);
    str_clear(&text);
    query_free(q);
    return q == NULL;
}

/* Add the headings of a list that are not told yet. */
static void add_headings(struct str *names, const struct list *l, int *n)
{
    for (size_t i = 0; i < list_column_count(l); i++) {
        const char *name = list_column(l, i)->name;

        if (*n == HEADINGS_MAX)
            str_add(names, ", ...");
        if (++*n <= HEADINGS_MAX)
            str_addf(names, "%s%s", *n > 1 ? ", " : "", name);
    }
}

static void tell_heading(const struct print_lists *lists, const char *heading,
                         size_t len)
{
    struct str names = {0};
    struct err e = {0};
    int n = 0;

    for (size_t i = 0; i < lists->len; i++) {
        if (has_heading(lists->items[i], heading, len))
            return;
    }
    for (size_t i = 0; i < lists->len; i++)
        add_headings(&names, lists->items[i], &n);
    if (n > 0) {
        err_set(&e, ERR_QUERY,
                _("%.*s: no column has this heading; there are: %s"), (int)len,
                heading, str_text(&names));
        printer_complain(&e);
    }
    str_clear(&names);
}

/* Every term that names a column by a heading that no list has. */
static void tell_headings(const struct printer *p,
                          const struct print_lists *lists)
{
    const char *s = p->request->search;

    while (*s) {
        size_t len, heading;

        s += strspn(s, " \t\n!");
        len = strcspn(s, " \t\n");
        heading = heading_len(s, len);
        if (heading > 0)
            tell_heading(lists, s, heading);
        s += len;
    }
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
