/*
 * print_format_fields.c - tsv and csv: one record a line, a paragraph of a
 * notice being one too.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/print_mark.h"
#include "print/printer.h"

struct fields {
    bool has_blocks; /* paragraphs have their headings */
};

static bool is_csv(const struct printer *p)
{
    return *p->format->line_end == '\r';
}

/* What parts a field from the one before it. */
static void part(struct printer *p, size_t field)
{
    if (field > 0)
        str_addc(&p->line, is_csv(p) ? ',' : '\t');
}

/* A field of RFC 4180: in quotes where it holds a comma, a quote or a line
 * end, or a blank at an end. An empty text is told from no value by quotes, as
 * PostgreSQL does it. */
static void add_quoted(struct str *out, const char *s, size_t len)
{
    bool is_plain = len > 0 && s[0] != ' ' && s[len - 1] != ' ';

    for (size_t i = 0; i < len; i++)
        is_plain =
            is_plain && s[i] != ',' && s[i] != '"' && !printer_is_break(s[i]);
    if (is_plain) {
        str_append(out, s, len);
        return;
    }
    str_addc(out, '"');
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '"')
            str_addc(out, '"');
        str_addc(out, s[i]);
    }
    str_addc(out, '"');
}

/* A field of tsv, which has no form for line ends and tabs. */
static void add_marked(struct str *out, const struct print_text *text)
{
    size_t done = 0;

    for (size_t i = 0; i < text->range_count; i++) {
        const struct query_range *r = &text->ranges[i];

        if (r->start < done || r->len == 0)
            continue;
        printer_add_data(out, text->text + done, r->start - done, false);
        str_add(out, PRINT_MARK_ON);
        printer_add_data(out, text->text + r->start, r->len, false);
        str_add(out, PRINT_MARK_OFF);
        done = r->start + r->len;
    }
    printer_add_data(out, text->text + done, text->len - done, false);
}

static void add_field(struct printer *p, const struct print_text *text)
{
    struct str data = {0};

    if (!is_csv(p)) {
        add_marked(&p->line, text);
        return;
    }
    printer_add_data(&data, text->text, text->len, true);
    add_quoted(&p->line, str_text(&data), data.len);
    str_clear(&data);
}

static bool add_block_headings(struct printer *p, struct err *e)
{
    static const char *const names[] = {"notice", "seq", "role", "level",
                                        "text"};

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        part(p, i);
        str_add(&p->line, names[i]);
    }
    return printer_end_line(p, e);
}

static bool begin_notice(struct printer *p, const struct print_source *source,
                         struct err *e)
{
    (void)source;
    return add_block_headings(p, e);
}

/* All paragraphs that were found are one table. */
static bool begin_found(struct printer *p, const struct print_source *source,
                        struct err *e)
{
    struct fields *state = p->state;

    (void)source;
    if (state->has_blocks)
        return true;
    state->has_blocks = true;
    return printer_begin_part(p, e) && add_block_headings(p, e);
}

static void add_number(struct printer *p, int64_t n, size_t field)
{
    part(p, field);
    str_addf(&p->line, "%lld", (long long)n);
}

static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    add_number(p, (int64_t)b->source->number, 0);
    add_number(p, b->seq, 1);
    part(p, 2);
    str_add(&p->line, role_name(b->role));
    add_number(p, b->level, 3);
    part(p, 4);
    add_field(p, &b->text);
    return printer_end_line(p, e);
}

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    (void)table;
    return printer_begin_part(p, e);
}

static bool headings(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    for (size_t i = 0; i < list_column_count(table->list); i++) {
        const struct list_column *c = list_column(table->list, i);
        struct str name = {0};

        if (c->derived)
            str_addf(&name, PRINTER_DERIVED, c->name);
        else
            str_add(&name, c->name);
        part(p, i);
        add_field(p, &(struct print_text){str_text(&name), name.len, NULL, 0});
        str_clear(&name);
    }
    return printer_end_line(p, e);
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    for (size_t i = 0; i < r->record->count; i++) {
        struct print_text text = print_row_text(r, i);

        part(p, i);
        if (r->record->values[i].kind != VALUE_NULL)
            add_field(p, &text);
    }
    return printer_end_line(p, e);
}

#define FIELDS                                                                 \
    .is_table = true, .is_data = true, .state_size = sizeof(struct fields),    \
    .begin_notice = begin_notice, .begin_found = begin_found, .block = block,  \
    .begin_list = begin_list, .headings = headings, .row = row

const struct print_format print_format_tsv = {
    .name = "tsv",
    .help = N_("one record a line, fields parted by tabs"),
    .marks = MARKS_COLOR,
    .line_end = "\n",
    FIELDS,
};

const struct print_format print_format_csv = {
    .name = "csv",
    .help = N_("the same with commas, for a spreadsheet"),
    .marks = MARKS_NEVER,
    .line_end = "\r\n",
    .has_bom = true,
    FIELDS,
};
