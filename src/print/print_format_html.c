/*
 * print_format_html.c - html: one whole page, to be opened or pasted. Its tags
 * are those of XML too, so that any reader of either takes it apart.
 *
 * What a text holds is never a tag, a reference or an address.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/printer.h"
#include "text/clean.h"
#include "text/form.h"
#include "text/encode.h"
#include "text/utf8.h"
#include "ui/annex_text.h"
#include "ui/citation.h"

struct html {
    bool is_titled;  /* the page has its name over it */
    bool is_article; /* a notice, or what was found in one, is open */
};

static const char style[] =
    "body { max-width: 48em; margin: 2em auto; padding: 0 1em;"
    " line-height: 1.7; }\n"
    "h1, .number, .annex_title, .caption { text-align: center; }\n"
    ".body, .item, .contact, .annex { text-indent: 2em; }\n"
    ".signer, .date { text-align: right; }\n"
    "table { border-collapse: collapse; }\n"
    "th, td { border: 1px solid; padding: .1em .5em; text-align: left;"
    " vertical-align: top; white-space: pre-wrap; }\n"
    ".right { text-align: right; }\n"
    ".gap { text-align: center; }\n";

/* Append clean text; in ASCII alone where the output is not UTF-8. */
static void add_clean(struct str *out, const char *s, size_t len)
{
    bool ascii = !encode_is_utf8();

    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (strchr("&<>\"'", s[i]) || (ascii && cp > 0x7E))
            str_addf(out, "&#%u;", (unsigned)cp);
        else
            str_append(out, s + i, n);
        i += n;
    }
}

static void add_text(struct str *out, const char *s, size_t len)
{
    struct str clean = {0};

    clean_append(&clean, s, len, CLEAN_EXPORT);
    add_clean(out, str_text(&clean), clean.len);
    str_clear(&clean);
}

/* Append text as it is stored, with its line ends and tabs as such. */
static void add_lines(struct str *out, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t n = 0;

        while (i + n < len && !printer_is_break(s[i + n]))
            n++;
        add_text(out, s + i, n);
        i += n;
        if (i == len)
            return;
        if (s[i] == '\t')
            str_add(out, "&#9;");
        else
            str_add(out, "<br />");
        i += s[i] == '\r' && i + 1 < len && s[i + 1] == '\n' ? 2 : 1;
    }
}

/* The same, what matched being marked. */
static void add_marked(struct str *out, const struct print_text *text)
{
    size_t done = 0;

    for (size_t i = 0; i < text->range_count; i++) {
        const struct query_range *r = &text->ranges[i];

        if (r->start < done || r->len == 0)
            continue;
        add_lines(out, text->text + done, r->start - done);
        str_add(out, "<mark>");
        add_lines(out, text->text + r->start, r->len);
        str_add(out, "</mark>");
        done = r->start + r->len;
    }
    add_lines(out, text->text + done, text->len - done);
}

static bool add_tag(struct printer *p, const char *tags, struct err *e)
{
    str_add(&p->line, tags);
    return printer_end_line(p, e);
}

/* A line "<TAG>text</TAG>". */
static bool add_element(struct printer *p, const char *tag, const char *text,
                        struct err *e)
{
    str_addf(&p->line, "<%s>", tag);
    add_text(&p->line, text, strlen(text));
    str_addf(&p->line, "</%s>", tag);
    return printer_end_line(p, e);
}

/* ---- the page ---- */

static bool begin(struct printer *p, const struct print_start *start,
                  struct err *e)
{
    struct html *state = p->state;

    str_add(&p->line, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                      "<meta charset=\"UTF-8\" />\n"
                      "<meta name=\"viewport\""
                      " content=\"width=device-width\" />\n");
    if (!add_element(p, "title", start->title, e))
        return false;
    str_addf(&p->line, "<style>\n%s</style>\n</head>\n<body>", style);
    if (!printer_end_line(p, e))
        return false;
    /* A notice bears its own title. */
    state->is_titled = start->shape != SHAPE_NOTICE && !start->has_notice;
    return !state->is_titled || add_element(p, "h1", start->title, e);
}

static bool end_article(struct printer *p, struct err *e)
{
    struct html *state = p->state;
    bool is_open = state->is_article;

    state->is_article = false;
    return !is_open || add_tag(p, "</article>", e);
}

static bool end(struct printer *p, struct err *e)
{
    return end_article(p, e) && add_tag(p, "</body>", e) &&
           add_tag(p, "</html>", e);
}

/* ---- paragraphs ---- */

static bool begin_notice(struct printer *p, const struct print_source *source,
                         struct err *e)
{
    struct html *state = p->state;

    (void)source;
    state->is_article = true;
    return add_tag(p, "<article>", e);
}

static bool end_notice(struct printer *p, struct err *e)
{
    return end_article(p, e);
}

static bool begin_found(struct printer *p, const struct print_source *source,
                        struct err *e)
{
    struct html *state = p->state;
    struct str name = {0};
    bool ok = end_article(p, e) && add_tag(p, "<article>", e);

    state->is_article = true;
    citation_append(&name, source->info);
    ok = ok && add_element(p, "h2", str_text(&name), e);
    str_clear(&name);
    return ok;
}

/* A paragraph that begins with its heading, of `bold` bytes. */
static void add_run_on(struct str *out, const struct clean *text, size_t bold)
{
    str_add(out, "<p><b>");
    add_clean(out, text->text, bold);
    str_add(out, "</b>");
    add_clean(out, text->text + bold, text->len - bold);
    str_add(out, "</p>");
}

static void add_heading(struct str *out, const struct print_block *b)
{
    int level = b->role == ROLE_TITLE ? 1 : b->level + 1;
    struct clean clean = {0};
    struct form_block form = {.role = b->role, .level = b->level};
    size_t bold;

    clean_text(&clean, b->text.text, b->text.len, CLEAN_EXPORT);
    form.text = clean.text;
    form.len = clean.len;
    bold = form_heading_len(&form);
    if (b->role == ROLE_HEADING && bold < clean.len)
        add_run_on(out, &clean, bold);
    else {
        str_addf(out, "<h%d>", level);
        add_clean(out, clean.text, clean.len);
        str_addf(out, "</h%d>", level);
    }
    clean_clear(&clean);
}

static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    if (!b->is_found && (b->role == ROLE_TITLE || b->role == ROLE_HEADING))
        add_heading(&p->line, b);
    else {
        str_addf(&p->line, "<p class=\"%s\">", role_name(b->role));
        add_marked(&p->line, &b->text);
        str_add(&p->line, "</p>");
    }
    return printer_end_line(p, e);
}

/* ---- lists ---- */

/* Begin a cell, of a column of numbers perhaps. */
static void open_cell(struct printer *p, const char *tag,
                      const struct list_column *column)
{
    bool is_right = column_kind_is_right(column->kind);

    str_addf(&p->line, is_right ? "<%s class=\"right\">" : "<%s>", tag);
}

static void add_heading_cell(struct printer *p,
                             const struct list_column *column)
{
    struct str name = {0};

    printer_heading(&name, column, _("%s (derived)"));
    open_cell(p, "th", column);
    add_clean(&p->line, str_text(&name), name.len);
    str_add(&p->line, "</th>");
    str_clear(&name);
}

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    struct str name = {0};
    bool ok;

    if (!table->is_titled)
        return true;
    annex_text_name(&name, table->annex);
    ok = add_element(p, "h2", str_text(&name), e);
    str_clear(&name);
    return ok;
}

static bool headings(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    str_add(&p->line, "<table>\n<tr>");
    for (size_t i = 0; i < list_column_count(table->list); i++)
        add_heading_cell(p, list_column(table->list, i));
    return add_tag(p, "</tr>", e);
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    str_add(&p->line, "<tr>");
    for (size_t i = 0; i < r->record->count; i++) {
        struct print_text text = print_row_text(r, i);

        if (r->record->values[i].kind == VALUE_NULL)
            str_add(&p->line, "<td class=\"null\">");
        else
            open_cell(p, "td", list_column(r->table->list, i));
        add_marked(&p->line, &text);
        str_add(&p->line, "</td>");
    }
    return add_tag(p, "</tr>", e);
}

static bool gap(struct printer *p, const struct print_table *table,
                const struct list_gap *g, struct err *e)
{
    str_addf(&p->line, "<tr><td class=\"gap\" colspan=\"%zu\">",
             list_column_count(table->list));
    printer_add_gap(&p->line, g);
    return add_tag(p, "</td></tr>", e);
}

static bool end_rows(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    (void)table;
    return add_tag(p, "</table>", e);
}

static bool around(struct printer *p, enum line_place place, const char *line,
                   struct err *e)
{
    (void)place;
    return add_element(p, "p", line, e);
}

static bool absent(struct printer *p, const char *line, struct err *e)
{
    return add_element(p, "p", line, e);
}

/* ---- a record ---- */

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    bool ok = add_tag(p, "<table>", e);

    for (size_t i = 0; ok && i < r->row.record->count; i++) {
        struct print_text text = print_row_text(&r->row, i);
        const struct list_column *c = list_column(r->row.table->list, i);
        struct str name = {0};

        printer_heading(&name, c, _("%s (derived)"));
        str_add(&p->line, "<tr><th>");
        add_clean(&p->line, str_text(&name), name.len);
        str_add(&p->line, "</th><td>");
        add_marked(&p->line, &text);
        ok = add_tag(p, "</td></tr>", e);
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < r->note_count; i++) {
        str_addf(&p->line, "<tr><th>%s</th><td>", r->notes[i].name);
        add_text(&p->line, r->notes[i].text, strlen(r->notes[i].text));
        ok = add_tag(p, "</td></tr>", e);
    }
    return ok && add_tag(p, "</table>", e);
}

const struct print_format print_format_html = {
    .name = "html",
    .help = N_("a page for a browser or a word processor"),
    .marks = MARKS_ALWAYS,
    .line_end = "\n",
    .state_size = sizeof(struct html),
    .begin = begin,
    .end = end,
    .begin_notice = begin_notice,
    .block = block,
    .end_notice = end_notice,
    .begin_list = begin_list,
    .headings = headings,
    .row = row,
    .gap = gap,
    .around = around,
    .end_rows = end_rows,
    .absent = absent,
    .record = record,
    .begin_found = begin_found,
};
