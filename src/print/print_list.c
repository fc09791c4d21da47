#include "print/print_list.h"

#include "model/list_query.h"

/* A list on its way out. */
struct walk {
    struct printer *p;
    struct print_table table;
    const struct rowset *only;
    struct query *q;
    size_t gap; /* the next one to be shown */
    struct query_ranges ranges;
};

typedef bool visitor(struct walk *w, const struct print_row *row,
                     struct err *e);

static int64_t next_row(const struct walk *w, int64_t row)
{
    if (w->only)
        return row < w->only->rows ? rowset_next(w->only, row + 1) : 0;
    return row < list_row_count(w->table.list) ? row + 1 : 0;
}

static bool each_row(struct walk *w, visitor *visit, struct err *e)
{
    for (int64_t row = next_row(w, 0); row > 0; row = next_row(w, row)) {
        const struct record *r = list_row(w->table.list, row, e);

        if (!r || !visit(w, &(struct print_row){&w->table, r, NULL}, e))
            return false;
    }
    return true;
}

static bool measure(struct walk *w, const struct print_row *row, struct err *e)
{
    (void)e;
    w->p->format->measure(w->p, row);
    return true;
}

/* The gaps before a row. */
static bool print_gaps(struct walk *w, int64_t before_row, struct err *e)
{
    if (!w->table.is_whole || !w->p->format->gap)
        return true;
    for (; w->gap < list_gap_count(w->table.list); w->gap++) {
        const struct list_gap *g = list_gap(w->table.list, w->gap);

        if (g->after_row >= before_row)
            return true;
        if (!w->p->format->gap(w->p, &w->table, g, e))
            return false;
    }
    return true;
}

static bool print_row(struct walk *w, const struct print_row *row,
                      struct err *e)
{
    struct print_row marked = *row;

    if (!print_gaps(w, row->record->row, e))
        return false;
    printer_note(w->p, row->record);
    if (w->q && w->p->marks) {
        w->ranges.len = 0;
        list_query_match(w->q, row->record, &w->ranges);
        marked.ranges = &w->ranges;
    }
    return w->p->format->row(w->p, &marked, e);
}

static bool print_around(struct walk *w, enum line_place place, struct err *e)
{
    const struct print_format *f = w->p->format;
    bool ok = true;

    if (!w->table.is_whole || !f->around)
        return true;
    for (size_t i = 0; ok && i < list_line_count(w->table.list, place); i++)
        ok = f->around(w->p, place, list_line(w->table.list, place, i), e);
    return ok;
}

static bool print_table(struct walk *w, struct err *e)
{
    const struct print_format *f = w->p->format;
    const struct print_table *table = &w->table;

    if (f->begin_list && !f->begin_list(w->p, table, e))
        return false;
    if (f->measure && !each_row(w, measure, e))
        return false;
    if (!print_around(w, LINE_ABOVE, e))
        return false;
    if (f->headings && !f->headings(w->p, table, e))
        return false;
    return each_row(w, print_row, e) && print_gaps(w, INT64_MAX, e) &&
           (!f->end_rows || f->end_rows(w->p, table, e)) &&
           print_around(w, LINE_BELOW, e) &&
           (!f->end_list || f->end_list(w->p, table, e));
}

bool print_list(struct printer *p, struct list *l, const struct rowset *only,
                struct query *q, bool is_titled, struct err *e)
{
    struct walk w = {
        .p = p,
        .table =
            {
                .annex = edition_annex(p->ed, list_annex(l)),
                .list = l,
                .is_titled = is_titled,
                .is_whole = only == NULL,
            },
        .only = only,
        .q = q,
    };
    bool ok = print_table(&w, e);

    query_ranges_clear(&w.ranges);
    return ok;
}
