/* print_format_text.c - text: for a reader, on a terminal or on paper. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/print_columns.h"
#include "print/print_mark.h"
#include "print/print_paper.h"
#include "print/printer.h"
#include "text/clean.h"
#include "text/layout.h"
#include "ui/annex_text.h"
#include "ui/block_form.h"
#include "ui/citation.h"

struct text {
    struct print_columns columns; /* of the list */
    struct paper_cell *cells;     /* one for each; owned */
    bool is_records;              /* the list has no room for columns */
    bool has_record;              /* and one stands before */
    bool has_absent;
};

static bool add_title(struct printer *p, struct str *title, struct err *e)
{
    bool ok = printer_begin_part(p, e) &&
              paper_text(p, str_text(title), title->len, e);

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
                   p->measure, p->ambiguous, p->request->has_seal);
    l = layout_new(clean.text, clean.len, &form);
    for (size_t i = 0; ok && (line = layout_line(l, i)); i++) {
        for (int column = 0; column < line->indent; column++)
            str_addc(&p->line, ' ');
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

static void clear_list(struct text *state)
{
    print_columns_clear(&state->columns);
    free(state->cells);
    state->cells = NULL;
    state->has_record = false;
}

static void name_column(const struct print_table *table, size_t column,
                        struct str *out)
{
    printer_heading(out, list_column(table->list, column), _("%s (derived)"));
}

/* Rows are known by the first column that is neither number nor derived. */
static size_t known_by(const struct list *l)
{
    for (size_t i = 0; i < list_column_count(l); i++) {
        const struct list_column *c = list_column(l, i);

        if (!c->derived && !column_kind_is_right(c->kind) &&
            (int)i != list_number_column(l))
            return i;
    }
    return 0;
}

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    size_t n = list_column_count(table->list);
    struct text *state = p->state;
    struct str name = {0};

    clear_list(state);
    print_columns_init(&state->columns, n);
    state->cells = xcalloc(n, sizeof(*state->cells));
    for (size_t i = 0; i < n; i++) {
        const struct list_column *c = list_column(table->list, i);
        struct str heading = {0};

        name_column(table, i, &heading);
        print_columns_add(&state->columns, i,
                          paper_columns(p, str_text(&heading), heading.len));
        str_clear(&heading);
        state->columns.items[i].is_derived = c->derived != NULL;
        state->cells[i].is_right = column_kind_is_right(c->kind);
    }
    state->columns.items[known_by(table->list)].is_name = true;
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

        print_columns_add(&state->columns, i,
                          paper_columns(p, v->text, v->len));
    }
}

static bool headings(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    size_t n = list_column_count(table->list);
    struct text *state = p->state;
    struct str *names;
    bool ok;

    state->is_records =
        !print_columns_share(&state->columns, p->paper, PAPER_GAP);
    if (state->is_records)
        return true;
    names = xcalloc(n, sizeof(*names));
    for (size_t i = 0; i < n; i++) {
        name_column(table, i, &names[i]);
        state->cells[i].width = state->columns.items[i].width;
        state->cells[i].text =
            (struct print_text){str_text(&names[i]), names[i].len, NULL, 0};
    }
    ok = paper_row(p, state->cells, n, e);
    for (size_t i = 0; i < n; i++)
        str_clear(&names[i]);
    free(names);
    return ok;
}

/* An empty line between two records, and none after a title. */
static bool part_records(struct printer *p, struct err *e)
{
    struct text *state = p->state;
    bool is_first = !state->has_record;

    state->has_record = true;
    return !state->is_records || is_first || printer_end_line(p, e);
}

static bool add_fields(struct printer *p, const struct print_row *r,
                       struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < r->record->count; i++) {
        struct print_text text = print_row_text(r, i);
        struct str name = {0};

        name_column(r->table, i, &name);
        ok = paper_named(p, str_text(&name), &text, e);
        str_clear(&name);
    }
    return ok;
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    struct text *state = p->state;

    if (!part_records(p, e))
        return false;
    if (state->is_records)
        return add_fields(p, r, e);
    for (size_t i = 0; i < r->record->count; i++)
        state->cells[i].text = print_row_text(r, i);
    return paper_row(p, state->cells, r->record->count, e);
}

static bool gap(struct printer *p, const struct print_table *table,
                const struct list_gap *g, struct err *e)
{
    struct str line = {0};
    bool ok;

    (void)table;
    printer_add_gap(&line, g);
    ok = part_records(p, e) && paper_text(p, str_text(&line), line.len, e);
    str_clear(&line);
    return ok;
}

static bool around(struct printer *p, enum line_place place, const char *line,
                   struct err *e)
{
    struct text *state = p->state;

    /* Between records there are empty lines. */
    if (place == LINE_BELOW && state->is_records && state->has_record &&
        !printer_end_line(p, e))
        return false;
    return paper_text(p, line, strlen(line), e);
}

static bool absent(struct printer *p, const char *line, struct err *e)
{
    struct text *state = p->state;
    bool is_first = !state->has_absent;

    state->has_absent = true;
    return (!is_first || printer_begin_part(p, e)) &&
           paper_text(p, line, strlen(line), e);
}

/* ---- a record ---- */

/* One name and its value: the names are a column, where there is room beside
 * it. */
static bool add_field(struct printer *p, int columns, const char *name,
                      const struct print_text *text, struct err *e)
{
    int room = p->paper - columns - PAPER_GAP;
    struct paper_cell cells[] = {
        {.text = {name, strlen(name), NULL, 0}, .width = columns},
        {.text = *text, .width = p->paper > 0 ? room : 0},
    };

    if (p->paper > 0 && room < PRINT_COLUMN_MIN)
        return paper_named(p, name, text, e);
    return paper_row(p, cells, 2, e);
}

static int wider(int columns, const struct printer *p, const char *name)
{
    int other = paper_columns(p, name, strlen(name));

    return columns < other ? other : columns;
}

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    int columns = wider(wider(0, p, _("Notice")), p, _("Mentioned in"));
    size_t n = r->row.record->count;
    struct str name = {0};
    bool ok = true;

    for (size_t i = 0; i < n; i++) {
        name_column(r->row.table, i, &name);
        columns = wider(columns, p, str_text(&name));
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < n; i++) {
        struct print_text text = print_row_text(&r->row, i);

        name_column(r->row.table, i, &name);
        ok = add_field(p, columns, str_text(&name), &text, e);
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < r->note_count; i++) {
        const struct print_note *note = &r->notes[i];
        struct print_text text = {note->text, strlen(note->text), NULL, 0};

        ok = add_field(p, columns, note->name, &text, e);
    }
    return ok;
}

static void clear(struct printer *p)
{
    clear_list(p->state);
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
    .around = around,
    .absent = absent,
    .record = record,
    .begin_found = begin_found,
};
