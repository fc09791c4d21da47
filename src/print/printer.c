#include "print/printer.h"

#include <string.h>

#include "text/output.h"
#include "base/locale.h"

bool printer_is_prose(const struct printer *p)
{
    return p->request->format == FORMAT_TEXT ||
           p->request->format == FORMAT_MARKDOWN;
}

void printer_add(struct printer *p, const char *s, size_t len)
{
    switch (p->request->format) {
    case FORMAT_CSV:
        format_csv(&p->line, s, len);
        break;
    case FORMAT_JSON:
        format_json(&p->line, s, len, !locale_is_utf8());
        break;
    case FORMAT_MARKDOWN:
        format_markdown(&p->line, s, len, p->line.len == 0);
        break;
    case FORMAT_TEXT:
    case FORMAT_TSV:
        str_append(&p->line, s, len);
        break;
    }
}

void printer_add_stored(struct printer *p, const char *s, size_t len)
{
    struct clean clean = {0};

    clean_text(&clean, s, len, CLEAN_EXPORT);
    printer_add(p, clean.text, clean.len);
    clean_clear(&clean);
}

void printer_add_name(struct printer *p, const char *name, bool is_first)
{
    if (!is_first)
        str_add(&p->line, ", ");
    printer_add_stored(p, name, strlen(name));
    str_add(&p->line, ": ");
}

bool printer_end_line(struct printer *p, struct err *e)
{
    bool ok;

    str_add(&p->line, p->request->format == FORMAT_CSV ? "\r\n" : "\n");
    ok = output_text(str_text(&p->line), p->line.len, e);
    str_truncate(&p->line, 0);
    p->has_begun = true;
    return ok;
}

bool printer_begin_part(struct printer *p, struct err *e)
{
    return !p->has_begun || printer_end_line(p, e);
}

bool printer_title(struct printer *p, const char *title, struct err *e)
{
    bool is_markdown = p->request->format == FORMAT_MARKDOWN;

    if (!printer_begin_part(p, e))
        return false;
    str_add(&p->line, is_markdown ? "## " : "");
    printer_add_stored(p, title, strlen(title));
    if (!printer_end_line(p, e))
        return false;
    return !is_markdown || printer_end_line(p, e);
}
