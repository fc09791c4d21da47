#include "import/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/number_format.h"
#include "import/words.h"
#include "import/xlsx_parts.h"

#define STRINGS_MAX (512u << 20) /* bytes of all shared strings */
#define STYLES_MAX  100000

bool xlsx_recognises(struct input *in)
{
    static const char *const suffixes[] = {".xlsx", ".xlsm", ".xls", NULL};

    if (!input_starts(in, "PK", 2))
        return false;
    /* What was cut short has lost the list of its parts, which stands last. */
    return pack_probe(in, "xl/workbook.xml") ||
           pack_probe(in, "xl/workbook.bin") ||
           (input_has_suffix(in, suffixes) && !pack_probe(in, NULL));
}

/* ---- parts ---- */

static long read_part(struct xml_source *source, char *to, size_t room,
                      struct err *e)
{
    return pack_part_read(((struct xlsx_source *)source)->part, to, room, e);
}

bool xlsx_source_open(struct xlsx_source *s, struct pack *pack,
                      const char *part, struct err *e)
{
    s->source.read = read_part;
    s->part = pack_part_open(pack, part, e);
    return s->part != NULL;
}

void xlsx_source_close(struct xlsx_source *s)
{
    pack_part_close(s->part);
    s->part = NULL;
}

static bool hear_part(struct pack *pack, const char *part,
                      const struct xml_hearer *hearer, void *to, struct err *e)
{
    struct xlsx_source source = {0};
    struct xml_stream *x;
    bool end, ok;

    if (!xlsx_source_open(&source, pack, part, e))
        return false;
    x = xml_stream_new(&source.source, hearer, to, pack_path(pack));
    do
        ok = xml_stream_next(x, &end, e);
    while (ok && !end);
    xml_stream_free(x);
    xlsx_source_close(&source);
    return ok;
}

/* ---- the workbook ---- */

/* Sheets by the ids of their parts, which another part resolves. */
struct workbook {
    struct book *book;
    struct xlsx *xlsx;
    char **ids;
    size_t id_count, id_cap;
};

static void workbook_start(void *to, const char *name, const char **attributes)
{
    struct workbook *w = to;

    if (strcmp(name, "sheet") == 0) {
        const char *sheet = xml_stream_attribute(attributes, "name");
        const char *state = xml_stream_attribute(attributes, "state");
        const char *id = NULL;

        for (const char **a = attributes; *a; a += 2) {
            if (strchr(a[0], ':') && words_end(a[0], ":id"))
                id = a[1];
        }
        if (!sheet || !id)
            return;
        book_add_sheet(w->book, sheet, strlen(sheet),
                       state && strcmp(state, "visible") != 0);
        w->ids = mem_grow(w->ids, w->id_count, &w->id_cap, sizeof(*w->ids));
        w->ids[w->id_count++] = xstrdup(id);
    } else if (strcmp(name, "workbookPr") == 0) {
        const char *from = xml_stream_attribute(attributes, "date1904");

        w->xlsx->from_1904 =
            from && (strcmp(from, "1") == 0 || strcmp(from, "true") == 0);
    }
}

static void relations_start(void *to, const char *name, const char **attributes)
{
    struct workbook *w = to;
    const char *id = xml_stream_attribute(attributes, "Id");
    const char *target = xml_stream_attribute(attributes, "Target");

    if (strcmp(name, "Relationship") != 0 || !id || !target)
        return;
    for (size_t i = 0; i < w->id_count; i++) {
        struct str part = {0};

        if (strcmp(w->ids[i], id) != 0 || w->xlsx->parts[i])
            continue;
        if (*target != '/')
            str_add(&part, "xl/");
        str_add(&part, target + (*target == '/'));
        w->xlsx->parts[i] = str_take(&part);
    }
}

static bool read_workbook(struct book *b, struct xlsx *x, struct err *e)
{
    static const struct xml_hearer workbook = {.start = workbook_start};
    static const struct xml_hearer relations = {.start = relations_start};
    struct workbook w = {.book = b, .xlsx = x};
    bool ok = hear_part(x->pack, "xl/workbook.xml", &workbook, &w, e);

    if (ok && w.id_count == 0)
        ok = err_set(e, ERR_DATA, _("%s: has no sheets"), b->in.path);
    if (ok) {
        x->parts = xcalloc(w.id_count, sizeof(*x->parts));
        x->part_count = w.id_count;
        x->known = xcalloc(w.id_count, sizeof(*x->known));
        ok =
            hear_part(x->pack, "xl/_rels/workbook.xml.rels", &relations, &w, e);
    }
    for (size_t i = 0; i < w.id_count; i++)
        free(w.ids[i]);
    free(w.ids);
    return ok;
}

/* ---- strings ---- */

void xlsx_text_start(struct xlsx_text *t, const char *name)
{
    if (strcmp(name, "t") == 0)
        t->in_text = true;
    else if (strcmp(name, "rPh") == 0)
        t->phonetic++;
}

void xlsx_text_end(struct xlsx_text *t, const char *name)
{
    if (strcmp(name, "t") == 0)
        t->in_text = false;
    else if (strcmp(name, "rPh") == 0 && t->phonetic)
        t->phonetic--;
}

void xlsx_text_add(struct xlsx_text *t, const char *text, size_t len)
{
    if (t->in_text && !t->phonetic)
        str_append(t->out, text, len);
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

size_t xlsx_unescape(char *text, size_t len)
{
    size_t to = 0;

    for (size_t i = 0; i < len; i++) {
        int value = 0;

        if (text[i] == '_' && len - i >= 7 && text[i + 1] == 'x' &&
            text[i + 6] == '_') {
            for (size_t d = 2; d < 6 && value >= 0; d++)
                value =
                    hex(text[i + d]) < 0 ? -1 : value * 16 + hex(text[i + d]);
            /* Others than those of ASCII are not written so. */
            if (value > 0 && value < 0x80) {
                text[to++] = (char)value;
                i += 6;
                continue;
            }
        }
        text[to++] = text[i];
    }
    return to;
}

struct strings {
    struct xlsx *xlsx;
    struct xlsx_text text;
    size_t start; /* of the string in hand */
    bool is_full;
};

static void strings_start(void *to, const char *name, const char **attributes)
{
    struct strings *s = to;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        s->start = s->xlsx->strings.len;
    xlsx_text_start(&s->text, name);
}

static void strings_end(void *to, const char *name)
{
    struct strings *s = to;
    struct xlsx *x = s->xlsx;

    xlsx_text_end(&s->text, name);
    if (strcmp(name, "si") != 0)
        return;
    if (x->strings.len > s->start)
        str_truncate(&x->strings,
                     s->start + xlsx_unescape(x->strings.text + s->start,
                                              x->strings.len - s->start));
    if (x->strings.len > STRINGS_MAX) {
        s->is_full = true;
        str_truncate(&x->strings, s->start);
    }
    x->ends =
        mem_grow(x->ends, x->string_count, &x->string_cap, sizeof(*x->ends));
    x->ends[x->string_count++] = (uint32_t)x->strings.len;
}

static void strings_text(void *to, const char *text, size_t len)
{
    xlsx_text_add(&((struct strings *)to)->text, text, len);
}

static bool read_strings(struct xlsx *x, struct err *e)
{
    static const struct xml_hearer hearer = {strings_start, strings_end,
                                             strings_text};
    struct strings s = {.xlsx = x, .text.out = &x->strings};

    if (!pack_has(x->pack, "xl/sharedStrings.xml"))
        return true;
    if (!hear_part(x->pack, "xl/sharedStrings.xml", &hearer, &s, e))
        return false;
    return !s.is_full ||
           err_set(e, ERR_LIMIT, _("%s: its strings have more than %u bytes"),
                   pack_path(x->pack), STRINGS_MAX);
}

/* ---- formats ---- */

struct styles {
    struct xlsx *xlsx;
    bool in_cells; /* inside <cellXfs> */
};

static const char *code_of(const struct xlsx *x, int id)
{
    for (size_t i = 0; i < x->format_count; i++) {
        if (x->formats[i].id == id)
            return x->formats[i].code;
    }
    return number_format_builtin(id);
}

static void styles_start(void *to, const char *name, const char **attributes)
{
    struct styles *s = to;
    struct xlsx *x = s->xlsx;
    const char *id = xml_stream_attribute(attributes, "numFmtId");

    if (strcmp(name, "cellXfs") == 0) {
        s->in_cells = true;
    } else if (strcmp(name, "numFmt") == 0) {
        const char *code = xml_stream_attribute(attributes, "formatCode");

        if (!id || !code || x->format_count == STYLES_MAX)
            return;
        x->formats = mem_grow(x->formats, x->format_count, &x->format_cap,
                              sizeof(*x->formats));
        x->formats[x->format_count++] =
            (struct xlsx_format){(int)strtol(id, NULL, 10), xstrdup(code)};
    } else if (s->in_cells && strcmp(name, "xf") == 0 &&
               x->code_count < STYLES_MAX) {
        x->codes =
            mem_grow(x->codes, x->code_count, &x->code_cap, sizeof(*x->codes));
        x->codes[x->code_count++] =
            id ? code_of(x, (int)strtol(id, NULL, 10)) : NULL;
    }
}

static void styles_end(void *to, const char *name)
{
    if (strcmp(name, "cellXfs") == 0)
        ((struct styles *)to)->in_cells = false;
}

static bool read_styles(struct xlsx *x, struct err *e)
{
    static const struct xml_hearer hearer = {.start = styles_start,
                                             .end = styles_end};
    struct styles s = {.xlsx = x};

    return !pack_has(x->pack, "xl/styles.xml") ||
           hear_part(x->pack, "xl/styles.xml", &hearer, &s, e);
}

/* ---- the book ---- */

static struct rows *open_sheet(struct book *b, size_t sheet, struct err *e)
{
    return xlsx_sheet_open(b, b->data, sheet, e);
}

static void close_book(struct book *b)
{
    struct xlsx *x = b->data;

    pack_close(x->pack);
    for (size_t i = 0; i < x->part_count; i++) {
        free(x->parts[i]);
        sheet_row_clear(&x->known[i]);
    }
    free(x->known);
    for (size_t i = 0; i < x->format_count; i++)
        free(x->formats[i].code);
    free(x->parts);
    free(x->formats);
    free(x->codes);
    free(x->ends);
    str_clear(&x->strings);
    free(x);
}

bool xlsx_open(struct book *b, struct err *e)
{
    static const struct book_class class = {open_sheet, close_book};
    struct xlsx *x = xcalloc(1, sizeof(*x));

    b->ops = &class;
    b->data = x;
    x->pack = pack_open(&b->in, e);
    if (!x->pack)
        return false;
    if (!pack_has(x->pack, "xl/workbook.xml"))
        return err_set(e, ERR_FORMAT,
                       _("%s: is a binary workbook (.xlsb); save it as .xlsx"),
                       b->in.path);
    return read_workbook(b, x, e) && read_styles(x, e) && read_strings(x, e);
}
