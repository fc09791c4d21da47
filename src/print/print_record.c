#include "print/print_record.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/print_list.h"
#include "ui/citation.h"

struct notes {
    struct print_note *items;
    size_t len, cap;
};

static void add_citation(struct notes *notes, struct printer *p,
                         const char *name, int notice)
{
    struct str citation = {0};

    citation_append(&citation, edition_notice(p->ed, (size_t)notice));
    notes->items =
        mem_grow(notes->items, notes->len, &notes->cap, sizeof(*notes->items));
    notes->items[notes->len++] = (struct print_note){name, str_take(&citation)};
}

/* The notice that a record stands in and those that mention it. */
static void read_notes(struct notes *notes, struct printer *p, struct list *l,
                       int64_t row)
{
    const struct annex_info *annex = edition_annex(p->ed, list_annex(l));
    struct list_mention *mentions = NULL;
    size_t n = list_mentions(l, row, &mentions);

    if (annex->notice >= 0)
        add_citation(notes, p, _("Notice"), annex->notice);
    for (size_t i = 0; i < n; i++) {
        /* A document may name a record in several paragraphs. */
        if (i == 0 || mentions[i].notice != mentions[i - 1].notice)
            add_citation(notes, p, _("Mentioned in"), mentions[i].notice);
    }
    free(mentions);
}

static void clear_notes(struct notes *notes)
{
    for (size_t i = 0; i < notes->len; i++)
        free(notes->items[i].text);
    free(notes->items);
}

static bool print_alone(struct printer *p, struct list *l, int64_t row,
                        struct err *e)
{
    struct print_table table = {
        .annex = edition_annex(p->ed, list_annex(l)),
        .list = l,
    };
    struct print_record record = {.row = {.table = &table}};
    struct notes notes = {0};
    bool ok;

    read_notes(&notes, p, l, row);
    record.notes = notes.items;
    record.note_count = notes.len;
    record.row.record = list_row(l, row, e);
    ok = record.row.record && p->format->record(p, &record, e);
    if (ok)
        printer_note(p, record.row.record);
    clear_notes(&notes);
    return ok;
}

bool print_record(struct printer *p, struct list *l, int64_t row, struct err *e)
{
    struct rowset only;
    bool ok;

    if (p->format->record)
        return print_alone(p, l, row, e);
    rowset_init(&only, list_row_count(l));
    rowset_add(&only, row);
    ok = print_list(p, l, &only, NULL, false, e);
    rowset_clear(&only);
    return ok;
}
