#include "print/print_record.h"

#include <stdlib.h>
#include <string.h>

#include "print/print_list.h"
#include "base/i18n.h"
#include "text/cluster.h"
#include "ui/citation.h"

#define NAME_GAP 2 /* columns between a name and its value */

struct sheet {
    struct printer *p;
    int name_columns; /* of the widest name */
};

static int columns_of(const struct sheet *s, const char *name)
{
    return cluster_columns(name, strlen(name), s->p->ambiguous);
}

static void widen(struct sheet *s, const char *name)
{
    int columns = columns_of(s, name);

    if (s->name_columns < columns)
        s->name_columns = columns;
}

/* One line: a clean name and a value as it is stored. */
static bool print_field(struct sheet *s, const char *name, const char *value,
                        size_t len, struct err *e)
{
    struct printer *p = s->p;

    if (p->request->format == FORMAT_MARKDOWN) {
        str_add(&p->line, "- ");
        printer_add(p, name, strlen(name));
        str_add(&p->line, ": ");
    } else {
        str_add(&p->line, name);
        for (int i = columns_of(s, name); i < s->name_columns + NAME_GAP; i++)
            str_addc(&p->line, ' ');
    }
    printer_add_stored(p, value, len);
    return printer_end_line(p, e);
}

static bool print_fields(struct sheet *s, struct list *l, int64_t row,
                         struct err *e)
{
    const struct record *r = list_row(l, row, e);

    for (size_t i = 0; r && i < list_column_count(l); i++) {
        struct str name = {0};
        bool ok;

        print_heading(s->p, list_column(l, i), &name);
        ok = print_field(s, str_text(&name), r->values[i].text,
                         r->values[i].len, e);
        str_clear(&name);
        if (!ok)
            return false;
    }
    return r != NULL;
}

static bool print_citation(struct sheet *s, const char *name, int notice,
                           struct err *e)
{
    struct str citation = {0};
    bool ok;

    citation_append(&citation, edition_notice(s->p->ed, (size_t)notice));
    ok = print_field(s, name, str_text(&citation), citation.len, e);
    str_clear(&citation);
    return ok;
}

static bool print_mentions(struct sheet *s, struct list *l, int64_t row,
                           struct err *e)
{
    struct list_mention *mentions = NULL;
    size_t n = list_mentions(l, row, &mentions);
    bool ok = true;

    for (size_t i = 0; ok && i < n; i++) {
        /* A document may name a record in several paragraphs. */
        if (i == 0 || mentions[i].notice != mentions[i - 1].notice)
            ok = print_citation(s, _("Mentioned in"), mentions[i].notice, e);
    }
    free(mentions);
    return ok;
}

static bool print_sheet(struct printer *p, struct list *l, int64_t row,
                        struct err *e)
{
    const struct annex_info *annex = edition_annex(p->ed, list_annex(l));
    struct sheet s = {.p = p};

    for (size_t i = 0; i < list_column_count(l); i++) {
        struct str name = {0};

        print_heading(p, list_column(l, i), &name);
        widen(&s, str_text(&name));
        str_clear(&name);
    }
    widen(&s, _("Notice"));
    widen(&s, _("Mentioned in"));
    return print_fields(&s, l, row, e) &&
           (annex->notice < 0 ||
            print_citation(&s, _("Notice"), annex->notice, e)) &&
           print_mentions(&s, l, row, e);
}

bool print_record(struct printer *p, struct list *l, int64_t row, struct err *e)
{
    struct rowset only;
    bool ok;

    if (p->request->format == FORMAT_JSON)
        return print_record_json(p, l, row, e);
    if (printer_is_prose(p))
        return print_sheet(p, l, row, e);
    rowset_init(&only, list_row_count(l));
    rowset_add(&only, row);
    ok = print_list(p, l, &only, NULL, e);
    rowset_clear(&only);
    return ok;
}
