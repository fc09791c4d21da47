/* print_format_text.c - text: for a reader, on a terminal or on paper. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/print_mark.h"
#include "print/printer.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/layout.h"
#include "ui/annex_text.h"
#include "ui/block_form.h"
#include "ui/citation.h"

#define COLUMN_GAP 2 /* columns between two columns of a table */
#define NAME_GAP   2 /* columns between a name and its value */

struct text {
    int *widths; /* of the list's columns; owned */
    bool has_absent;
};

static int columns_of(const struct printer *p, const char *s, size_t len)
{
    struct clean clean = {0};
    int columns;

    if (clean_is_clean(s, len, CLEAN_EXPORT))
        return cluster_columns(s, len, p->ambiguous);
    clean_text(&clean, s, len, CLEAN_EXPORT);
    columns = cluster_columns(clean.text, clean.len, p->ambiguous);
    clean_clear(&clean);
    return columns;
}

static void pad(struct printer *p, int columns)
{
    for (; columns > 0; columns--)
        str_addc(&p->line, ' ');
}

static bool add_line(struct printer *p, const char *s, size_t len,
                     struct err *e)
{
    printer_add(p, s, len);
    return printer_end_line(p, e);
}

static bool add_title(struct printer *p, struct str *title, struct err *e)
{
    bool ok =
        printer_begin_part(p, e) && add_line(p, str_text(title), title->len, e);

    str_clear(title);
    return ok;
}

/* ---- paragraphs ---- */

static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    struct layout_form form = {.width = p->measure, .ambiguous = p->ambiguous};
    const struct layout_line *line;
    struct clean clean = {0};
    struct layout *l;
    bool ok = !b->is_apart || printer_begin_part(p, e);

    clean_text(&clean, b->text.text, b->text.len, CLEAN_EXPORT);
    if (!b->is_found)
        block_form(&form, b->source->notice, b->index,
                   &(struct form_block){.role = b->role,
                                        .level = b->level,
                                        .text = clean.text,
                                        .len = clean.len},
                   p->measure, p->ambiguous);
    l = layout_new(clean.text, clean.len, &form);
    for (size_t i = 0; ok && (line = layout_line(l, i)); i++) {
        pad(p, line->indent);
        print_mark(&p->line, &clean, line->start, line->end, b->text.ranges,
                   p->marks ? b->text.range_count : 0);
        ok = printer_end_line(p, e);
    }
    layout_free(l);
    clean_clear(&clean);
    return ok;
}

static bool begin_found(struct printer *p, const struct print_source *source,
                        struct err *e)
{
    struct str name = {0};

    citation_append(&name, source->info);
    return add_title(p, &name, e);
}

/* ---- lists ---- */

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    size_t n = list_column_count(table->list);
    struct text *state = p->state;
    struct str name = {0};

    free(state->widths);
    state->widths = xcalloc(n, sizeof(*state->widths));
    for (size_t i = 0; i < n; i++) {
        struct str heading = {0};

        printer_heading(&heading, list_column(table->list, i),
                        _("%s (derived)"));
        state->widths[i] = columns_of(p, str_text(&heading), heading.len);
        str_clear(&heading);
    }
    if (!table->is_titled)
        return true;
    annex_text_name(&name, table->annex);
    return add_title(p, &name, e);
}

static void measure(struct printer *p, const struct print_row *row)
{
    struct text *state = p->state;

    for (size_t i = 0; i < row->record->count; i++) {
        const struct value *v = &row->record->values[i];
        int columns = columns_of(p, v->text, v->len);

        if (state->widths[i] < columns)
            state->widths[i] = columns;
    }
}

/* Add cell `column` of a line, numbers at the right of their column. The last
 * column is not filled. */
static void add_cell(struct printer *p, const struct list *l, size_t column,
                     const struct print_text *text)
{
    const struct text *state = p->state;
    int room = state->widths[column] - columns_of(p, text->text, text->len);
    bool is_right = column_kind_is_right(list_column(l, column)->kind);

    pad(p, column > 0 ? COLUMN_GAP : 0);
    pad(p, is_right ? room : 0);
    printer_add_text(p, text);
    pad(p, is_right || column + 1 == list_column_count(l) ? 0 : room);
}

static bool headings(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    for (size_t i = 0; i < list_column_count(table->list); i++) {
        struct str name = {0};

        printer_heading(&name, list_column(table->list, i), _("%s (derived)"));
        add_cell(p, table->list, i,
                 &(struct print_text){str_text(&name), name.len, NULL, 0});
        str_clear(&name);
    }
    return printer_end_line(p, e);
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    for (size_t i = 0; i < r->record->count; i++) {
        struct print_text text = print_row_text(r, i);

        add_cell(p, r->table->list, i, &text);
    }
    return printer_end_line(p, e);
}

static bool gap(struct printer *p, const struct list_gap *g, struct err *e)
{
    str_addf(&p->line, _("-- %lld-%lld not held: %lld --"), (long long)g->first,
             (long long)g->last, (long long)list_gap_size(g));
    return printer_end_line(p, e);
}

static bool absent(struct printer *p, const char *line, struct err *e)
{
    struct text *state = p->state;
    bool is_first = !state->has_absent;

    state->has_absent = true;
    return (!is_first || printer_begin_part(p, e)) &&
           add_line(p, line, strlen(line), e);
}

/* ---- a record ---- */

static int wider(int columns, const struct printer *p, const char *name)
{
    int other = columns_of(p, name, strlen(name));

    return columns < other ? other : columns;
}

/* A clean name in `columns` columns, and its value. */
static bool add_field(struct printer *p, int columns, const char *name,
                      const char *value, size_t len, struct err *e)
{
    str_add(&p->line, name);
    pad(p, columns + NAME_GAP - columns_of(p, name, strlen(name)));
    return add_line(p, value, len, e);
}

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    const struct record *fields = r->row.record;
    const struct list *l = r->row.table->list;
    int columns = wider(wider(0, p, _("Notice")), p, _("Mentioned in"));
    struct str name = {0};
    bool ok = true;

    for (size_t i = 0; i < fields->count; i++) {
        printer_heading(&name, list_column(l, i), _("%s (derived)"));
        columns = wider(columns, p, str_text(&name));
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < fields->count; i++) {
        printer_heading(&name, list_column(l, i), _("%s (derived)"));
        ok = add_field(p, columns, str_text(&name), fields->values[i].text,
                       fields->values[i].len, e);
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < r->note_count; i++)
        ok = add_field(p, columns, r->notes[i].name, r->notes[i].text,
                       strlen(r->notes[i].text), e);
    return ok;
}

static void clear(struct printer *p)
{
    struct text *state = p->state;

    free(state->widths);
}

const struct print_format print_format_text = {
    .name = "text",
    .help = N_("for readers: a document, lists in columns"),
    .marks = MARKS_COLOR,
    .line_end = "\n",
    .state_size = sizeof(struct text),
    .clear = clear,
    .block = block,
    .begin_list = begin_list,
    .measure = measure,
    .headings = headings,
    .row = row,
    .gap = gap,
    .absent = absent,
    .record = record,
    .begin_found = begin_found,
};
