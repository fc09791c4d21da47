#include "print/print_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_query.h"
#include "text/cluster.h"

#define COLUMN_GAP 2 /* columns between two columns of a text table */

/* Added to the heading of a derived column in tsv and csv, in any language:
 * scripts read it. */
#define DERIVED_MARK "（推断）"

/* A list on its way out: which rows, and how wide each column is. */
struct table {
    struct printer *p;
    struct list *l;
    const struct rowset *only;
    struct query *q;
    size_t columns;
    int *widths;
    size_t gap; /* the next one to be shown */
    bool has_row;
    struct query_ranges ranges;
};

typedef bool row_function(struct table *t, const struct record *r,
                          struct err *e);

static int64_t next_row(const struct table *t, int64_t row)
{
    if (t->only)
        return row < t->only->rows ? rowset_next(t->only, row + 1) : 0;
    return row < list_row_count(t->l) ? row + 1 : 0;
}

static bool each_row(struct table *t, row_function *function, struct err *e)
{
    for (int64_t row = next_row(t, 0); row > 0; row = next_row(t, row)) {
        const struct record *r = list_row(t->l, row, e);

        if (!r || !function(t, r, e))
            return false;
    }
    return true;
}

void print_heading(const struct printer *p, const struct list_column *c,
                   struct str *out)
{
    enum print_form format = p->request->format;
    char *name = clean_copy(c->name);

    if (!c->derived)
        str_add(out, name);
    else if (format == FORMAT_TSV || format == FORMAT_CSV)
        str_addf(out, "%s" DERIVED_MARK, name);
    else
        str_addf(out, _("%s (derived)"), name);
    free(name);
}

static int columns_of(const struct table *t, const char *s, size_t len)
{
    struct clean clean = {0};
    int columns;

    if (clean_is_clean(s, len, CLEAN_EXPORT))
        return cluster_columns(s, len, t->p->ambiguous);
    clean_text(&clean, s, len, CLEAN_EXPORT);
    columns = cluster_columns(clean.text, clean.len, t->p->ambiguous);
    clean_clear(&clean);
    return columns;
}

static void widen(struct table *t, size_t column, int columns)
{
    if (t->widths[column] < columns)
        t->widths[column] = columns;
}

static bool measure(struct table *t, const struct record *r, struct err *e)
{
    (void)e;
    for (size_t i = 0; i < t->columns; i++)
        widen(t, i, columns_of(t, r->values[i].text, r->values[i].len));
    return true;
}

static void pad(struct str *out, int columns)
{
    for (; columns > 0; columns--)
        str_addc(out, ' ');
}

/* What parts two fields of a line. */
static void separate(struct table *t, size_t column)
{
    struct str *line = &t->p->line;

    switch (t->p->request->format) {
    case FORMAT_TEXT:
        pad(line, column > 0 ? COLUMN_GAP : 0);
        break;
    case FORMAT_TSV:
        str_add(line, column > 0 ? "\t" : "");
        break;
    case FORMAT_CSV:
        str_add(line, column > 0 ? "," : "");
        break;
    case FORMAT_MARKDOWN:
        str_add(line, column > 0 ? " | " : "| ");
        break;
    case FORMAT_JSON: /* has names */
        break;
    }
}

/* Pad a field that takes `columns` of its column of a text table, on the side
 * that `is_before` says. The last column is not filled. */
static void align(struct table *t, size_t column, int columns, bool is_before)
{
    bool is_right = column_kind_is_right(list_column(t->l, column)->kind);
    bool is_last = column + 1 == t->columns;

    if (t->widths && is_right == is_before && (is_right || !is_last))
        pad(&t->p->line, t->widths[column] - columns);
}

/* The ranges of a cell, of those that the query found in the row. */
static const struct query_range *ranges_of(const struct table *t, size_t column,
                                           size_t *n)
{
    size_t first = 0;

    while (first < t->ranges.len && t->ranges.items[first].cell < column)
        first++;
    *n = 0;
    while (first + *n < t->ranges.len &&
           t->ranges.items[first + *n].cell == column)
        (*n)++;
    return t->ranges.items ? t->ranges.items + first : NULL;
}

static void add_field(struct table *t, size_t column, const struct value *v)
{
    struct clean clean = {0};
    int columns;

    clean_text(&clean, v->text, v->len, CLEAN_EXPORT);
    columns =
        t->widths ? cluster_columns(clean.text, clean.len, t->p->ambiguous) : 0;
    separate(t, column);
    align(t, column, columns, true);
    if (t->ranges.len > 0) {
        size_t n;
        const struct query_range *ranges = ranges_of(t, column, &n);

        format_marked(&t->p->line, &clean, 0, clean.len, ranges, n);
    } else
        printer_add(t->p, clean.text, clean.len);
    align(t, column, columns, false);
    clean_clear(&clean);
}

static void add_json_record(struct table *t, const struct record *r)
{
    struct str *line = &t->p->line;

    str_addc(line, '{');
    for (size_t i = 0; i < t->columns; i++) {
        const struct value *v = &r->values[i];

        printer_add_name(t->p, list_column(t->l, i)->name, i == 0);
        if (v->kind == VALUE_NULL)
            str_add(line, "null");
        else if (v->kind == VALUE_NUMBER && format_is_json_number(v->text))
            str_add(line, v->text);
        else
            printer_add_stored(t->p, v->text, v->len);
    }
    str_addc(line, '}');
}

static bool add_gaps(struct table *t, int64_t before_row, struct err *e)
{
    for (; t->gap < list_gap_count(t->l); t->gap++) {
        const struct list_gap *g = list_gap(t->l, t->gap);

        if (g->after_row >= before_row)
            return true;
        str_addf(&t->p->line, _("-- %lld-%lld not held: %lld --"),
                 (long long)g->first, (long long)g->last,
                 (long long)list_gap_size(g));
        if (!printer_end_line(t->p, e))
            return false;
    }
    return true;
}

static bool shows_gaps(const struct table *t)
{
    return !t->only && t->p->request->format == FORMAT_TEXT;
}

static void find_ranges(struct table *t, const struct record *r)
{
    t->ranges.len = 0;
    if (t->q && t->p->marks)
        list_query_match(t->q, r, &t->ranges);
}

static bool print_row(struct table *t, const struct record *r, struct err *e)
{
    struct str *line = &t->p->line;

    if (shows_gaps(t) && !add_gaps(t, r->row, e))
        return false;
    if (t->p->request->format == FORMAT_JSON) {
        /* A record ends its line when it is known not to be the last. */
        if (t->has_row)
            str_addc(line, ',');
        t->has_row = true;
        if (!printer_end_line(t->p, e))
            return false;
        add_json_record(t, r);
        return true;
    }
    find_ranges(t, r);
    for (size_t i = 0; i < t->columns; i++)
        add_field(t, i, &r->values[i]);
    if (t->p->request->format == FORMAT_MARKDOWN)
        str_add(line, " |");
    return printer_end_line(t->p, e);
}

static bool print_headings(struct table *t, struct err *e)
{
    struct str *line = &t->p->line;
    bool is_markdown = t->p->request->format == FORMAT_MARKDOWN;

    for (size_t i = 0; i < t->columns; i++) {
        struct str name = {0};
        int columns;

        print_heading(t->p, list_column(t->l, i), &name);
        columns = cluster_columns(str_text(&name), name.len, t->p->ambiguous);
        separate(t, i);
        align(t, i, columns, true);
        printer_add(t->p, str_text(&name), name.len);
        align(t, i, columns, false);
        str_clear(&name);
    }
    if (!is_markdown)
        return printer_end_line(t->p, e);
    str_add(line, " |");
    if (!printer_end_line(t->p, e))
        return false;
    for (size_t i = 0; i < t->columns; i++)
        str_add(line, column_kind_is_right(list_column(t->l, i)->kind)
                          ? "| ---: "
                          : "| --- ");
    str_addc(line, '|');
    return printer_end_line(t->p, e);
}

/* Everything about a list that is no record: what a reader of JSON needs to
 * know which list it is and what it lacks. Leaves the array of records open. */
static void begin_json(struct table *t)
{
    const struct annex_info *annex = edition_annex(t->p->ed, list_annex(t->l));
    struct str *line = &t->p->line;
    bool is_first = true;

    str_addc(line, '{');
    printer_add_name(t->p, "annex", true);
    printer_add_stored(t->p, annex->number, strlen(annex->number));
    printer_add_name(t->p, "title", false);
    printer_add_stored(t->p, annex->title, strlen(annex->title));
    printer_add_name(t->p, "derived", false);
    str_addc(line, '[');
    for (size_t i = 0; i < t->columns; i++) {
        const struct list_column *c = list_column(t->l, i);

        if (!c->derived)
            continue;
        str_add(line, is_first ? "" : ", ");
        printer_add_stored(t->p, c->name, strlen(c->name));
        is_first = false;
    }
    str_addc(line, ']');
    printer_add_name(t->p, "gaps", false);
    str_addc(line, '[');
    for (size_t i = 0; i < list_gap_count(t->l); i++) {
        const struct list_gap *g = list_gap(t->l, i);

        str_addf(line, "%s[%lld, %lld]", i > 0 ? ", " : "", (long long)g->first,
                 (long long)g->last);
    }
    str_addc(line, ']');
    printer_add_name(t->p, "records", false);
    str_addc(line, '[');
}

static bool print_json(struct table *t, struct err *e)
{
    begin_json(t);
    if (!each_row(t, print_row, e))
        return false;
    str_add(&t->p->line, "]}");
    return true;
}

/* In markdown a table has no place for gaps: they are told after it. */
static bool print_gaps_below(struct table *t, struct err *e)
{
    if (list_gap_count(t->l) == 0)
        return true;
    if (!printer_begin_part(t->p, e))
        return false;
    str_add(&t->p->line, _("Not held: "));
    for (size_t i = 0; i < list_gap_count(t->l); i++) {
        const struct list_gap *g = list_gap(t->l, i);

        str_addf(&t->p->line, "%s%lld-%lld", i > 0 ? ", " : "",
                 (long long)g->first, (long long)g->last);
    }
    return printer_end_line(t->p, e);
}

static bool print_table(struct table *t, struct err *e)
{
    bool is_text = t->p->request->format == FORMAT_TEXT;

    if (is_text) {
        t->widths = xcalloc(t->columns, sizeof(*t->widths));
        for (size_t i = 0; i < t->columns; i++) {
            struct str name = {0};

            print_heading(t->p, list_column(t->l, i), &name);
            widen(t, i, columns_of(t, str_text(&name), name.len));
            str_clear(&name);
        }
        if (!each_row(t, measure, e))
            return false;
    }
    if (!print_headings(t, e) || !each_row(t, print_row, e))
        return false;
    if (shows_gaps(t))
        return add_gaps(t, INT64_MAX, e);
    if (t->p->request->format == FORMAT_MARKDOWN && !t->only)
        return print_gaps_below(t, e);
    return true;
}

bool print_list(struct printer *p, struct list *l, const struct rowset *only,
                struct query *q, struct err *e)
{
    struct table t = {
        .p = p,
        .l = l,
        .only = only,
        .q = q,
        .columns = list_column_count(l),
    };
    bool ok;

    ok = p->request->format == FORMAT_JSON ? print_json(&t, e)
                                           : print_table(&t, e);
    free(t.widths);
    query_ranges_clear(&t.ranges);
    return ok;
}

bool print_record_json(struct printer *p, struct list *l, int64_t row,
                       struct err *e)
{
    const struct record *r = list_row(l, row, e);
    struct table t = {.p = p, .l = l, .columns = list_column_count(l)};

    if (!r)
        return false;
    add_json_record(&t, r);
    return printer_end_line(p, e);
}
