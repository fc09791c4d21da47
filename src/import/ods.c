#include "import/ods.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/pack.h"
#include "import/sheet_stream.h"
#include "import/xml_stream.h"

#define CONTENT "content.xml"

static const char mimetype[] = "application/vnd.oasis.opendocument.spreadsheet";

struct ods {
    struct pack *pack;
    char **hidden; /* names of the styles of sheets that are not shown */
    size_t hidden_count, hidden_cap;
};

/* The XML out of the pack. */
struct source {
    struct xml_source source;
    struct pack_part *part;
};

static long read_part(struct xml_source *s, char *to, size_t room,
                      struct err *e)
{
    return pack_part_read(((struct source *)s)->part, to, room, e);
}

static struct xml_source *open_source(struct book *b, struct err *e)
{
    struct ods *o = b->data;
    struct source *s = xcalloc(1, sizeof(*s));

    s->source.read = read_part;
    s->part = pack_part_open(o->pack, CONTENT, e);
    if (!s->part) {
        free(s);
        return NULL;
    }
    return &s->source;
}

static void close_source(struct xml_source *source)
{
    pack_part_close(((struct source *)source)->part);
    free(source);
}

/* ---- rows ---- */

static size_t number_of(const char **attributes, const char *name,
                        size_t otherwise)
{
    const char *s = xml_stream_attribute(attributes, name);
    size_t n = 0;

    if (!s)
        return otherwise;
    for (; *s >= '0' && *s <= '9' && n < 10000000; s++)
        n = 10 * n + (size_t)(*s - '0');
    return n;
}

static bool is_hidden(const char **attributes)
{
    const char *s = xml_stream_attribute(attributes, "visibility");

    return s && strcmp(s, "visible") != 0;
}

static void begin_cell(struct sheet_stream *s, const char **attributes)
{
    const char *value = xml_stream_attribute(attributes, "date-value");

    if (!value)
        value = xml_stream_attribute(attributes, "string-value");
    if (!value)
        value = xml_stream_attribute(attributes, "value");
    str_truncate(&s->text, 0);
    str_truncate(&s->value, 0);
    if (value)
        str_add(&s->value, value);
    s->cell_repeats = number_of(attributes, "number-columns-repeated", 1);
    s->span_rows = number_of(attributes, "number-rows-spanned", 1);
    s->span_columns = number_of(attributes, "number-columns-spanned", 1);
}

static void end_cell(struct sheet_stream *s)
{
    const struct str *text = s->text.len ? &s->text : &s->value;

    sheet_stream_add_cell(s, str_text(text), text->len, s->cell_repeats,
                          s->span_rows, s->span_columns);
}

/* What stands in a cell and is none of its text. */
static bool is_aside(const char *name)
{
    return strcmp(name, "annotation") == 0 || strcmp(name, "shapes") == 0 ||
           strcmp(name, "frame") == 0 || strcmp(name, "note") == 0 ||
           strcmp(name, "ruby-text") == 0;
}

static void take_start(void *to, const char *name, const char **attributes)
{
    struct sheet_stream *s = to;

    if (is_aside(name) || s->depth > 0) {
        s->depth += is_aside(name);
    } else if (strcmp(name, "table") == 0) {
        sheet_stream_begin_sheet(s);
    } else if (strcmp(name, "table-column") == 0) {
        size_t n = number_of(attributes, "number-columns-repeated", 1);

        if (s->in_sheet && s->is_survey && is_hidden(attributes) && n)
            sheet_row_hide(&s->cells, s->column, s->column + n - 1);
        s->column += n;
    } else if (strcmp(name, "table-row") == 0) {
        sheet_stream_begin_row(s, 0,
                               number_of(attributes, "number-rows-repeated", 1),
                               is_hidden(attributes));
    } else if (strcmp(name, "table-cell") == 0 ||
               strcmp(name, "covered-table-cell") == 0) {
        begin_cell(s, attributes);
    } else if (strcmp(name, "p") == 0) {
        s->in_text = true;
        if (s->text.len)
            str_addc(&s->text, '\n');
    } else if (s->in_text && strcmp(name, "s") == 0) {
        for (size_t n = number_of(attributes, "c", 1); n > 0 && n < 1000; n--)
            str_addc(&s->text, ' ');
    } else if (s->in_text && strcmp(name, "tab") == 0) {
        str_addc(&s->text, ' ');
    } else if (s->in_text && strcmp(name, "line-break") == 0) {
        str_addc(&s->text, '\n');
    }
}

static void take_end(void *to, const char *name)
{
    struct sheet_stream *s = to;

    if (is_aside(name)) {
        s->depth -= s->depth > 0;
    } else if (s->depth > 0) {
        return;
    } else if (strcmp(name, "table") == 0) {
        sheet_stream_end_sheet(s);
        s->column = 0;
    } else if (strcmp(name, "table-row") == 0) {
        sheet_stream_end_row(s);
    } else if (strcmp(name, "table-cell") == 0) {
        end_cell(s);
    } else if (strcmp(name, "covered-table-cell") == 0) {
        sheet_stream_add_cell(s, "", 0, s->cell_repeats, 1, 1);
    } else if (strcmp(name, "p") == 0) {
        s->in_text = false;
    }
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
    struct ods *ods;
    char *style; /* of a sheet, being read; owned */
};

static void contents_start(void *to, const char *name, const char **attributes)
{
    struct contents *c = to;
    struct ods *o = c->ods;
    const char *value;

    if (strcmp(name, "style") == 0) {
        value = xml_stream_attribute(attributes, "style:name");
        free(c->style);
        c->style = value ? xstrdup(value) : NULL;
    } else if (strcmp(name, "table-properties") == 0 && c->style) {
        value = xml_stream_attribute(attributes, "display");
        if (!value || strcmp(value, "false") != 0)
            return;
        o->hidden = mem_grow(o->hidden, o->hidden_count, &o->hidden_cap,
                             sizeof(*o->hidden));
        o->hidden[o->hidden_count++] = xstrdup(c->style);
    } else if (strcmp(name, "table") == 0) {
        const char *style = xml_stream_attribute(attributes, "style-name");
        bool hidden = false;

        value = xml_stream_attribute(attributes, "name");
        for (size_t i = 0; i < o->hidden_count && style; i++)
            hidden = hidden || strcmp(o->hidden[i], style) == 0;
        book_add_sheet(c->book, value ? value : "", value ? strlen(value) : 0,
                       hidden);
    }
}

static bool read_contents(struct book *b, struct ods *o, struct err *e)
{
    static const struct xml_hearer hearer = {.start = contents_start};
    struct contents c = {.book = b, .ods = o};
    struct xml_source *source = open_source(b, e);
    struct xml_stream *x;
    bool at_end, ok;

    if (!source)
        return false;
    x = xml_stream_new(source, &hearer, &c, b->in.path);
    do
        ok = xml_stream_next(x, &at_end, e);
    while (ok && !at_end);
    xml_stream_free(x);
    close_source(source);
    free(c.style);
    return ok;
}

/* A document with a password has its parts encrypted, and says so. */
static bool refuse_encrypted(struct ods *o, struct err *e)
{
    struct pack_part *part;
    struct str text = {0};
    char buf[4096];
    long n = 1;
    bool encrypted;

    if (!pack_has(o->pack, "META-INF/manifest.xml"))
        return true;
    part = pack_part_open(o->pack, "META-INF/manifest.xml", e);
    if (!part)
        return false;
    while (n > 0 && text.len < (1 << 20)) {
        n = pack_part_read(part, buf, sizeof(buf), e);
        if (n > 0)
            str_append(&text, buf, (size_t)n);
    }
    pack_part_close(part);
    encrypted = strstr(str_text(&text), "encryption-data") != NULL;
    str_clear(&text);
    if (encrypted)
        return err_set(e, ERR_FORMAT,
                       _("%s: is protected by a password; save it without "
                         "one"),
                       pack_path(o->pack));
    return n >= 0;
}

static void close_book(struct book *b)
{
    struct ods *o = b->data;

    pack_close(o->pack);
    for (size_t i = 0; i < o->hidden_count; i++)
        free(o->hidden[i]);
    free(o->hidden);
    free(o);
}

bool ods_recognises(struct input *in)
{
    /* The first part is the type, not packed, so that it can be seen. */
    return in->start_len > 38 + sizeof(mimetype) &&
           memcmp(in->start + 30, "mimetype", 8) == 0 &&
           memcmp(in->start + 38, mimetype, sizeof(mimetype) - 1) == 0;
}

bool ods_open(struct book *b, struct err *e)
{
    static const struct book_class class = {open_sheet, close_book};
    struct ods *o = xcalloc(1, sizeof(*o));

    b->ops = &class;
    b->data = o;
    o->pack = pack_open(&b->in, e);
    return o->pack && refuse_encrypted(o, e) && read_contents(b, o, e);
}
