/* print_format_markdown.c - markdown (CommonMark, with the tables of GitHub):
 * to be put into a document. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/printer.h"
#include "text/clean.h"
#include "text/form.h"
#include "ui/annex_text.h"
#include "ui/citation.h"

/* The length of what begins a list or heading, as "12." or "-", and would be
 * no text: its last byte is the one to escape. */
static size_t block_mark(const char *s, size_t len)
{
    size_t digits = 0;

    if (len > 0 && strchr("+-=", s[0]))
        return 1;
    while (digits < len && s[digits] >= '0' && s[digits] <= '9')
        digits++;
    if (digits > 0 && digits < len && strchr(".)", s[digits]))
        return digits + 1;
    return 0;
}

/* The characters that would be marks get a backslash; at the beginning of a
 * line also what is a mark there only. */
static void add_clean(struct str *out, const char *s, size_t len)
{
    size_t mark = out->len == 0 ? block_mark(s, len) : 0;

    for (size_t i = 0; i < len; i++) {
        if (i + 1 == mark || (s[i] && strchr("\\`*_[]<>|~&#", s[i])))
            str_addc(out, '\\');
        str_addc(out, s[i]);
    }
}

static void add_text(struct str *out, const char *s, size_t len)
{
    struct str clean = {0};

    clean_append(&clean, s, len, CLEAN_EXPORT);
    add_clean(out, str_text(&clean), clean.len);
    str_clear(&clean);
}

static bool add_title(struct printer *p, const struct str *title, struct err *e)
{
    if (!printer_begin_part(p, e))
        return false;
    str_add(&p->line, "## ");
    add_text(&p->line, str_text(title), title->len);
    if (!printer_end_line(p, e))
        return false;
    return printer_end_line(p, e);
}

/* ---- paragraphs ---- */

/* How much of a clean heading can stand in ** **: CommonMark takes ** for a
 * mark only where no punctuation stands between it and the words. */
static size_t bold_len(const struct form_block *block)
{
    static const char *const ends[] = {"。", "：", "；"};
    size_t len = form_heading_len(block);

    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        size_t n = strlen(ends[i]);

        if (len > n && memcmp(block->text + len - n, ends[i], n) == 0)
            return len - n;
    }
    return len;
}

static void add_block(struct str *out, const struct form_block *block)
{
    size_t bold = bold_len(block);
    size_t done = 0;

    if (block->role == ROLE_TITLE) {
        str_add(out, "# ");
    } else if (bold == block->len && bold > 0) {
        for (int i = 0; i <= block->level; i++)
            str_addc(out, '#');
        str_addc(out, ' ');
    } else if (bold > 0) {
        str_add(out, "**");
        add_clean(out, block->text, bold);
        str_add(out, "**");
        done = bold;
    }
    add_clean(out, block->text + done, block->len - done);
}

static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    struct clean clean = {0};

    if (!printer_begin_part(p, e))
        return false;
    clean_text(&clean, b->text.text, b->text.len, CLEAN_EXPORT);
    add_block(&p->line, &(struct form_block){.role = b->role,
                                             .level = b->level,
                                             .text = clean.text,
                                             .len = clean.len});
    clean_clear(&clean);
    return printer_end_line(p, e);
}

static bool begin_found(struct printer *p, const struct print_source *source,
                        struct err *e)
{
    struct str name = {0};
    bool ok;

    citation_append(&name, source->info);
    ok = add_title(p, &name, e);
    str_clear(&name);
    return ok;
}

/* ---- lists ---- */

static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    struct str name = {0};
    bool ok;

    if (!table->is_titled)
        return true;
    annex_text_name(&name, table->annex);
    ok = add_title(p, &name, e);
    str_clear(&name);
    return ok;
}

static bool headings(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    size_t n = list_column_count(table->list);

    for (size_t i = 0; i < n; i++) {
        struct str name = {0};

        printer_heading(&name, list_column(table->list, i), _("%s (derived)"));
        str_add(&p->line, i > 0 ? " | " : "| ");
        add_clean(&p->line, str_text(&name), name.len);
        str_clear(&name);
    }
    str_add(&p->line, " |");
    if (!printer_end_line(p, e))
        return false;
    for (size_t i = 0; i < n; i++)
        str_add(&p->line,
                column_kind_is_right(list_column(table->list, i)->kind)
                    ? "| ---: "
                    : "| --- ");
    str_addc(&p->line, '|');
    return printer_end_line(p, e);
}

static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    for (size_t i = 0; i < r->record->count; i++) {
        str_add(&p->line, i > 0 ? " | " : "| ");
        add_text(&p->line, r->record->values[i].text, r->record->values[i].len);
    }
    str_add(&p->line, " |");
    return printer_end_line(p, e);
}

/* A table has no place for gaps: they are told after it. */
static bool end_list(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    size_t n = list_gap_count(table->list);

    if (n == 0 || !table->is_whole)
        return true;
    if (!printer_begin_part(p, e))
        return false;
    str_add(&p->line, _("Not held: "));
    for (size_t i = 0; i < n; i++) {
        const struct list_gap *g = list_gap(table->list, i);

        str_addf(&p->line, "%s%lld-%lld", i > 0 ? ", " : "",
                 (long long)g->first, (long long)g->last);
    }
    return printer_end_line(p, e);
}

/* A paragraph of its own, on either side of the table. */
static bool around(struct printer *p, enum line_place place, const char *line,
                   struct err *e)
{
    if (place == LINE_BELOW && !printer_end_line(p, e))
        return false;
    add_text(&p->line, line, strlen(line));
    return printer_end_line(p, e) &&
           (place == LINE_BELOW || printer_end_line(p, e));
}

static bool absent(struct printer *p, const char *line, struct err *e)
{
    if (!printer_begin_part(p, e))
        return false;
    add_text(&p->line, line, strlen(line));
    return printer_end_line(p, e);
}

/* ---- a record ---- */

/* A clean name and a value. */
static bool add_item(struct printer *p, const char *name, const char *value,
                     size_t len, struct err *e)
{
    str_add(&p->line, "- ");
    add_clean(&p->line, name, strlen(name));
    str_add(&p->line, ": ");
    add_text(&p->line, value, len);
    return printer_end_line(p, e);
}

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    const struct record *fields = r->row.record;
    bool ok = true;

    for (size_t i = 0; ok && i < fields->count; i++) {
        struct str name = {0};

        printer_heading(&name, list_column(r->row.table->list, i),
                        _("%s (derived)"));
        ok = add_item(p, str_text(&name), fields->values[i].text,
                      fields->values[i].len, e);
        str_clear(&name);
    }
    for (size_t i = 0; ok && i < r->note_count; i++)
        ok = add_item(p, r->notes[i].name, r->notes[i].text,
                      strlen(r->notes[i].text), e);
    return ok;
}

const struct print_format print_format_markdown = {
    .name = "markdown",
    .help = N_("for a document"),
    .marks = MARKS_NEVER,
    .line_end = "\n",
    .block = block,
    .begin_list = begin_list,
    .headings = headings,
    .row = row,
    .around = around,
    .end_list = end_list,
    .absent = absent,
    .record = record,
    .begin_found = begin_found,
};
