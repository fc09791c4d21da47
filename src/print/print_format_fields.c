/*
 * print_format_fields.c - tsv and csv: one record a line, a paragraph of a
 * notice being one too.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/printer.h"
#include "text/clean.h"

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

/* A field of RFC 4180: in quotes where it holds a comma, a quote or a blank
 * at an end. */
static void add_quoted(struct str *out, const char *s, size_t len)
{
    bool has_mark = memchr(s, ',', len) || memchr(s, '"', len);

    if (len == 0 || (!has_mark && s[0] != ' ' && s[len - 1] != ' ')) {
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

static void add_field(struct printer *p, const struct print_text *text)
{
    struct str clean = {0};

    if (!is_csv(p)) {
        printer_add_text(p, text);
        return;
    }
    clean_append(&clean, text->text, text->len, CLEAN_EXPORT);
    add_quoted(&p->line, str_text(&clean), clean.len);
    str_clear(&clean);
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
        struct str name = {0};

        printer_heading(&name, list_column(table->list, i), PRINTER_DERIVED);
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
        add_field(p, &text);
    }
    return printer_end_line(p, e);
}

#define FIELDS                                                                 \
    .is_table = true, .state_size = sizeof(struct fields),                     \
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
    FIELDS,
};
