/*
 * print_format_records.c - records: one "name: value" a line, an empty line
 * between two records. On paper a long value hangs under its name.
 *
 * A field without a value has no line, one with an empty text has a name
 * alone. What is no record of a list has the names of the other formats.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/print_paper.h"
#include "print/printer.h"
#include "ui/annex_text.h"
#include "ui/citation.h"

/* Begin a record with one field. */
static bool begin_with(struct printer *p, const char *name, struct str *value,
                       struct err *e)
{
    struct print_text text = {str_text(value), value->len, NULL, 0};
    bool ok = printer_begin_part(p, e) && paper_named(p, name, &text, e);

    str_clear(value);
    return ok;
}

/* ---- a notice: its particulars, then its paragraphs by their roles ---- */

static bool begin_notice(struct printer *p, const struct print_source *source,
                         struct err *e)
{
    const struct notice_info *info = source->info;
    const struct {
        const char *name, *value;
    } fields[] = {
        {"title", info->title},         {"doc_number", info->doc_number},
        {"issuer", info->issuer},       {"addressee", info->addressee},
        {"issued_on", info->issued_on}, {"kind", info->kind},
        {"status", info->status},       {"url", info->url},
        {"source", info->source},
    };
    struct str number = {0};
    bool ok;

    str_addf(&number, "%zu", source->number);
    ok = begin_with(p, "notice", &number, e);
    for (size_t i = 0; ok && i < ARRAY_LEN(fields); i++) {
        struct print_text text = {fields[i].value, strlen(fields[i].value),
                                  NULL, 0};

        ok = text.len == 0 || paper_named(p, fields[i].name, &text, e);
    }
    return ok && printer_begin_part(p, e);
}

static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    return paper_named(p, role_name(b->role), &b->text, e);
}

static bool begin_found(struct printer *p, const struct print_source *source,
                        struct err *e)
{
    struct str name = {0};

    citation_append(&name, source->info);
    return begin_with(p, "notice", &name, e);
}

/* ---- lists ---- */

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    struct str name = {0};

    if (!table->is_titled)
        return true;
    annex_text_name(&name, table->annex);
    return begin_with(p, "list", &name, e);
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    bool ok = printer_begin_part(p, e);

    for (size_t i = 0; ok && i < r->record->count; i++) {
        struct print_text text = print_row_text(r, i);
        struct str name = {0};

        if (r->record->values[i].kind == VALUE_NULL)
            continue;
        printer_heading(&name, list_column(r->table->list, i), PRINTER_DERIVED);
        ok = paper_named(p, str_text(&name), &text, e);
        str_clear(&name);
    }
    return ok;
}

static bool gap(struct printer *p, const struct print_table *table,
                const struct list_gap *g, struct err *e)
{
    struct str numbers = {0};

    (void)table;
    str_addf(&numbers, "%lld-%lld", (long long)g->first, (long long)g->last);
    return begin_with(p, "not_held", &numbers, e);
}

static bool absent(struct printer *p, const char *line, struct err *e)
{
    struct str text = {0};

    str_add(&text, line);
    return begin_with(p, "not_held", &text, e);
}

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    bool ok = row(p, &r->row, e);

    for (size_t i = 0; ok && i < r->note_count; i++) {
        const struct print_note *note = &r->notes[i];
        struct print_text text = {note->text, strlen(note->text), NULL, 0};

        ok = paper_named(p, note->name, &text, e);
    }
    return ok;
}

const struct print_format print_format_records = {
    .name = "records",
    .help = N_("one \"name: value\" a line, an empty line between records"),
    .marks = MARKS_COLOR,
    .line_end = "\n",
    .begin_notice = begin_notice,
    .block = block,
    .begin_list = begin_list,
    .row = row,
    .gap = gap,
    .absent = absent,
    .record = record,
    .begin_found = begin_found,
};
