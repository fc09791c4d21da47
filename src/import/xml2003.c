#include "import/xml2003.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/number_format.h"
#include "import/sheet_stream.h"
#include "import/xml_stream.h"

struct xml2003 {
    struct str text; /* of the file, as UTF-8 */
    struct style {
        char *id, *code; /* owned */
    } * styles;
    size_t style_count, style_cap;
};

struct source {
    struct xml_source source;
    const char *at;
    size_t left;
};

static long read_text(struct xml_source *s, char *to, size_t room,
                      struct err *e)
{
    struct source *from = (struct source *)s;

    (void)e;
    if (room > from->left)
        room = from->left;
    memcpy(to, from->at, room);
    from->at += room;
    from->left -= room;
    return (long)room;
}

static struct xml_source *open_source(struct book *b, struct err *e)
{
    const struct xml2003 *x = b->data;
    struct source *s = xcalloc(1, sizeof(*s));
    const char *after = strstr(str_text(&x->text), "?>");

    (void)e;
    s->source.read = read_text;
    /* Without the declaration, whose encoding is no longer its own. */
    s->at = str_text(&x->text);
    if (strncmp(s->at, "<?xml", 5) == 0 && after)
        s->at = after + 2;
    s->left = strlen(s->at);
    return &s->source;
}

static void close_source(struct xml_source *source)
{
    free(source);
}

static size_t number_of(const char **attributes, const char *name)
{
    const char *s = xml_stream_attribute(attributes, name);
    size_t n = 0;

    for (; s && *s >= '0' && *s <= '9' && n < 10000000; s++)
        n = 10 * n + (size_t)(*s - '0');
    return n;
}

static bool is_on(const char **attributes, const char *name)
{
    const char *s = xml_stream_attribute(attributes, name);

    return s && strcmp(s, "1") == 0;
}

/* ---- cells ---- */

/* The names that formats have beside their codes. */
static const char *code_of(const char *format)
{
    static const struct {
        const char *name, *code;
    } names[] = {
        {"General Date", "yyyy/m/d h:mm"},
        {"Short Date", "yyyy/m/d"},
        {"Medium Date", "d-mmm-yy"},
        {"Long Date", "[$-F800]"},
        {"General Number", NULL},
        {"Percent", "0.00%"},
        {"Fixed", "0.00"},
        {"Standard", "#,##0.00"},
        {"Currency", "¥#,##0.00"},
        {"Short Time", "h:mm"},
        {"Medium Time", "h:mm AM/PM"},
        {"Long Time", "h:mm:ss"},
    };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i].name, format) == 0)
            return names[i].code;
    }
    return format;
}

static const char *code_of_style(const struct xml2003 *x, const char *id)
{
    for (size_t i = 0; i < x->style_count; i++) {
        if (strcmp(x->styles[i].id, id) == 0)
            return code_of(x->styles[i].code);
    }
    return NULL;
}

/* 2031-03-01T08:30:00.000 by the format of the cell, else as a date. */
static void show_moment(struct sheet_stream *s, const char *code)
{
    int year, month, day, hour = 0, minute = 0, second = 0;
    int got = sscanf(str_text(&s->text), "%4d-%2d-%2dT%2d:%2d:%2d", &year,
                     &month, &day, &hour, &minute, &second);

    if (got < 3 || month < 1 || month > 12 || day < 1 || day > 31)
        return;
    if (!code)
        code = hour || minute || second ? "yyyy-mm-dd h:mm:ss" : "yyyy-mm-dd";
    str_truncate(&s->text, 0);
    number_format(
        number_format_days(year, month, day,
                           (hour * 3600 + minute * 60 + second) / 86400.0),
        code, false, &s->text);
}

static void show_value(struct sheet_stream *s)
{
    const struct xml2003 *x = s->book->data;
    const char *code = code_of_style(x, str_text(&s->style));
    char *end;
    double value;

    if (strcmp(s->type, "DateTime") == 0) {
        show_moment(s, code);
    } else if (strcmp(s->type, "Number") == 0) {
        value = strtod(str_text(&s->text), &end);
        if (*end || s->text.len == 0)
            return;
        str_truncate(&s->text, 0);
        number_format(value, code, false, &s->text);
    } else if (strcmp(s->type, "Boolean") == 0) {
        bool on = strcmp(str_text(&s->text), "1") == 0;

        str_truncate(&s->text, 0);
        str_add(&s->text, on ? "TRUE" : "FALSE");
    }
}

static void begin_cell(struct sheet_stream *s, const char **attributes)
{
    size_t index = number_of(attributes, "Index");
    const char *style = xml_stream_attribute(attributes, "StyleID");

    if (index > s->column)
        s->column = index - 1;
    s->span_columns = number_of(attributes, "MergeAcross") + 1;
    s->span_rows = number_of(attributes, "MergeDown") + 1;
    str_truncate(&s->text, 0);
    str_truncate(&s->style, 0);
    str_add(&s->style, style ? style : "Default");
    s->type[0] = '\0';
}

static void end_cell(struct sheet_stream *s)
{
    size_t column = s->column, skip = s->span_columns;

    show_value(s);
    sheet_stream_add_cell(s, str_text(&s->text), s->text.len, 1, s->span_rows,
                          s->span_columns);
    if (skip > 10000)
        skip = 10000;
    s->column = column + skip;
}

static void take_start(void *to, const char *name, const char **attributes)
{
    struct sheet_stream *s = to;
    const char *type;

    if (strcmp(name, "Comment") == 0 || s->depth > 0) {
        s->depth += strcmp(name, "Comment") == 0;
    } else if (strcmp(name, "Worksheet") == 0) {
        sheet_stream_begin_sheet(s);
        s->column = 0;
    } else if (strcmp(name, "Column") == 0) {
        size_t index = number_of(attributes, "Index");
        size_t span = number_of(attributes, "Span");

        s->column = index ? index - 1 : s->column;
        if (s->in_sheet && s->is_survey && is_on(attributes, "Hidden"))
            sheet_row_hide(&s->cells, s->column, s->column + span);
        s->column += span + 1;
    } else if (strcmp(name, "Row") == 0) {
        sheet_stream_begin_row(s, number_of(attributes, "Index"),
                               number_of(attributes, "Span") + 1,
                               is_on(attributes, "Hidden"));
    } else if (strcmp(name, "Cell") == 0) {
        begin_cell(s, attributes);
    } else if (strcmp(name, "Data") == 0) {
        type = xml_stream_attribute(attributes, "Type");
        snprintf(s->type, sizeof(s->type), "%s", type ? type : "");
        s->in_text = true;
    }
}

static void take_end(void *to, const char *name)
{
    struct sheet_stream *s = to;

    if (strcmp(name, "Comment") == 0)
        s->depth -= s->depth > 0;
    else if (s->depth > 0)
        return;
    else if (strcmp(name, "Worksheet") == 0)
        sheet_stream_end_sheet(s);
    else if (strcmp(name, "Row") == 0)
        sheet_stream_end_row(s);
    else if (strcmp(name, "Cell") == 0)
        end_cell(s);
    else if (strcmp(name, "Data") == 0)
        s->in_text = false;
}

static void take_text(void *to, const char *s, size_t len)
{
    struct sheet_stream *stream = to;

    if (stream->in_text && stream->depth == 0)
        str_append(&stream->text, s, len);
}

static struct rows *open_sheet(struct book *b, size_t sheet, struct err *e)
{
    static const struct sheet_format format = {
        {take_start, take_end, take_text}, open_source, close_source};

    return sheet_stream_open(b, sheet, &format, e);
}

/* ---- the book ---- */

struct contents {
    struct book *book;
    struct xml2003 *xml;
    char *style; /* owned */
    bool in_visible;
};

static void add_style(struct contents *c, const char *code)
{
    struct xml2003 *x = c->xml;

    if (!c->style || !code || x->style_count == 100000)
        return;
    x->styles =
        mem_grow(x->styles, x->style_count, &x->style_cap, sizeof(*x->styles));
    x->styles[x->style_count++] =
        (struct style){xstrdup(c->style), xstrdup(code)};
}

static void contents_start(void *to, const char *name, const char **attributes)
{
    struct contents *c = to;
    const char *value;

    if (strcmp(name, "Style") == 0) {
        value = xml_stream_attribute(attributes, "ID");
        free(c->style);
        c->style = value ? xstrdup(value) : NULL;
    } else if (strcmp(name, "NumberFormat") == 0) {
        add_style(c, xml_stream_attribute(attributes, "Format"));
    } else if (strcmp(name, "Worksheet") == 0) {
        value = xml_stream_attribute(attributes, "Name");
        book_add_sheet(c->book, value ? value : "", value ? strlen(value) : 0,
                       false);
    }
    c->in_visible = strcmp(name, "Visible") == 0;
}

static void contents_end(void *to, const char *name)
{
    (void)name;
    ((struct contents *)to)->in_visible = false;
}

static void contents_text(void *to, const char *s, size_t len)
{
    struct contents *c = to;

    if (c->in_visible && len >= 5 && strncmp(s, "Sheet", 5) == 0 &&
        c->book->count > 0)
        c->book->sheets[c->book->count - 1].is_hidden = true;
}

static bool read_contents(struct book *b, struct xml2003 *x, struct err *e)
{
    static const struct xml_hearer hearer = {contents_start, contents_end,
                                             contents_text};
    struct contents c = {.book = b, .xml = x};
    struct xml_source *source = open_source(b, e);
    struct xml_stream *stream = xml_stream_new(source, &hearer, &c, b->in.path);
    bool at_end, ok;

    do
        ok = xml_stream_next(stream, &at_end, e);
    while (ok && !at_end);
    xml_stream_free(stream);
    close_source(source);
    free(c.style);
    return ok;
}

static void close_book(struct book *b)
{
    struct xml2003 *x = b->data;

    for (size_t i = 0; i < x->style_count; i++) {
        free(x->styles[i].id);
        free(x->styles[i].code);
    }
    free(x->styles);
    str_clear(&x->text);
    free(x);
}

bool xml2003_recognises(struct input *in)
{
    return memmem(in->start, in->start_len, "<?xml", 5) &&
           memmem(in->start, in->start_len,
                  "urn:schemas-microsoft-com:office:spreadsheet", 44) &&
           memmem(in->start, in->start_len, "Workbook", 8);
}

bool xml2003_open(struct book *b, struct err *e)
{
    static const struct book_class class = {open_sheet, close_book};
    struct xml2003 *x = xcalloc(1, sizeof(*x));

    b->ops = &class;
    b->data = x;
    return input_text(&b->in, ENCODING_UNKNOWN, &x->text, e) &&
           read_contents(b, x, e);
}
