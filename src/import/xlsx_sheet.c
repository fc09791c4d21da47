/* xlsx_sheet.c - the rows of one sheet of an XLSX workbook (xlsx_parts.h). */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/number_format.h"
#include "import/sheet_row.h"
#include "import/xlsx_parts.h"

struct xlsx_sheet {
    struct rows rows;
    struct xlsx *xlsx; /* borrowed */
    size_t sheet;
    const char *part; /* borrowed */
    struct sheet_row cells;
    struct xlsx_source source;
    struct xml_stream *stream;
    struct row *out;    /* of the row that is asked for */
    bool has_row;       /* it is whole */
    bool is_surveyed;   /* merged cells and what is hidden are known */
    bool is_hidden;     /* the row in hand */
    bool has_text;      /* so it has text */
    size_t row, column; /* of the cell in hand: number, index */
    struct row *names;  /* for the survey: the first row with several cells */
    struct err *fault;  /* of a hearer */
    bool failed;

    /* Of the cell in hand. */
    char type; /* n, s, i (inline), t (str), b, e, d */
    long style;
    bool in_value;
    struct str value; /* <v> */
    struct xlsx_text text;
    struct str inline_text;
};

/* "C79": the column, from 0, and the row, from 1; false: no reference. */
static bool reference(const char *s, size_t *column, size_t *row)
{
    size_t c = 0, r = 0;

    if (!s)
        return false;
    while (*s >= 'A' && *s <= 'Z' && c < 100000)
        c = c * 26 + (size_t)(*s++ - 'A') + 1;
    while (*s >= '0' && *s <= '9' && r < 100000000)
        r = r * 10 + (size_t)(*s++ - '0');
    if (c == 0 || r == 0)
        return false;
    *column = c - 1;
    *row = r;
    return true;
}

static size_t whole_number(const char *s)
{
    size_t n = 0;

    while (s && *s >= '0' && *s <= '9' && n < 100000000)
        n = n * 10 + (size_t)(*s++ - '0');
    return n;
}

static bool is_on(const char *s)
{
    return s && (strcmp(s, "1") == 0 || strcmp(s, "true") == 0);
}

/* ---- what a sheet says beside its rows ---- */

static void take_merge(struct xlsx_sheet *s, const char *ref)
{
    struct sheet_merge m = {0};
    const char *to = ref ? strchr(ref, ':') : NULL;
    size_t row, last;

    if (!to || !reference(ref, &m.column, &row) ||
        !reference(to + 1, &m.last_column, &last))
        return;
    m.row = row - 1;
    m.last_row = last - 1;
    if (!s->failed && !sheet_row_merge(&s->cells, m, s->fault))
        s->failed = true;
}

static void take_column(struct xlsx_sheet *s, const char **attributes)
{
    size_t min = whole_number(xml_stream_attribute(attributes, "min"));
    size_t max = whole_number(xml_stream_attribute(attributes, "max"));

    if (min && is_on(xml_stream_attribute(attributes, "hidden")))
        sheet_row_hide(&s->cells, min - 1, max - 1);
}

/* ---- cells ---- */

static void begin_row(struct xlsx_sheet *s, const char **attributes)
{
    size_t number = whole_number(xml_stream_attribute(attributes, "r"));

    s->row = number > s->row ? number : s->row + 1;
    s->column = 0;
    s->is_hidden = is_on(xml_stream_attribute(attributes, "hidden"));
    s->has_text = false;
    sheet_row_begin(&s->cells, s->out, s->row);
}

static void begin_cell(struct xlsx_sheet *s, const char **attributes)
{
    size_t row;
    const char *type = NULL, *style = NULL, *ref = NULL;

    for (const char **a = attributes; *a; a += 2) {
        if (a[0][0] == 'r' && !a[0][1])
            ref = a[1];
        else if (a[0][0] == 's' && !a[0][1])
            style = a[1];
        else if (a[0][0] == 't' && !a[0][1])
            type = a[1];
    }
    reference(ref, &s->column, &row);
    s->style = style ? strtol(style, NULL, 10) : 0;
    s->type = 'n';
    if (type && strcmp(type, "inlineStr") == 0)
        s->type = 'i';
    else if (type && strcmp(type, "str") == 0)
        s->type = 't';
    else if (type)
        s->type = *type;
    str_truncate(&s->value, 0);
    str_truncate(&s->inline_text, 0);
}

static void add_string(struct xlsx_sheet *s)
{
    const struct xlsx *x = s->xlsx;
    size_t i = whole_number(str_text(&s->value));
    uint32_t from;

    if (i >= x->string_count)
        return;
    from = i ? x->ends[i - 1] : 0;
    sheet_row_add(&s->cells, s->out, s->column, str_text(&x->strings) + from,
                  x->ends[i] - from);
}

static void add_number(struct xlsx_sheet *s)
{
    const struct xlsx *x = s->xlsx;
    const char *code = s->style >= 0 && (size_t)s->style < x->code_count
                           ? x->codes[s->style]
                           : NULL;
    const char *text = str_text(&s->value);
    char *end;
    double value;

    /* Most numbers are whole and have no format. */
    if (!code && strspn(text, "0123456789") == s->value.len &&
        s->value.len < 16 && (text[0] != '0' || s->value.len == 1)) {
        sheet_row_add(&s->cells, s->out, s->column, text, s->value.len);
        return;
    }
    value = strtod(text, &end);
    if (*end) {
        sheet_row_add(&s->cells, s->out, s->column, text, s->value.len);
        return;
    }
    str_truncate(&s->inline_text, 0);
    number_format(value, code, x->from_1904, &s->inline_text);
    sheet_row_add(&s->cells, s->out, s->column, str_text(&s->inline_text),
                  s->inline_text.len);
}

/* 2031-03-01T00:00:00, which few programs write. */
static void add_date(struct xlsx_sheet *s)
{
    size_t len = s->value.len;

    if (len > 10 && strncmp(str_text(&s->value) + 10, "T00:00:00", 9) == 0)
        len = 10;
    sheet_row_add(&s->cells, s->out, s->column, str_text(&s->value), len);
}

static void end_cell(struct xlsx_sheet *s)
{
    const char *value = str_text(&s->value);

    if (s->type == 'i') {
        size_t len = s->inline_text.len ? xlsx_unescape(s->inline_text.text,
                                                        s->inline_text.len)
                                        : 0;

        sheet_row_add(&s->cells, s->out, s->column, str_text(&s->inline_text),
                      len);
    } else if (s->value.len == 0) {
        sheet_row_add(&s->cells, s->out, s->column, "", 0);
    } else if (s->type == 's') {
        add_string(s);
    } else if (s->type == 't') {
        s->value.len = xlsx_unescape(s->value.text, s->value.len);
        sheet_row_add(&s->cells, s->out, s->column, value, s->value.len);
    } else if (s->type == 'b') {
        sheet_row_add(&s->cells, s->out, s->column,
                      *value == '1' ? "TRUE" : "FALSE", *value == '1' ? 4 : 5);
    } else if (s->type == 'd') {
        add_date(s);
    } else if (s->type == 'e') {
        sheet_row_add(&s->cells, s->out, s->column, value, s->value.len);
    } else {
        add_number(s);
    }
    s->column++;
}

/* In the survey, the first row that can name columns; which hidden ones have
 * text. */
static void survey_row(struct xlsx_sheet *s)
{
    size_t filled = 0;

    for (size_t i = 0; i < s->out->count; i++)
        filled += s->out->cells[i].len > 0;
    if (s->is_hidden && filled > 0) {
        s->cells.hidden_rows =
            mem_grow(s->cells.hidden_rows, s->cells.hidden_row_count,
                     &s->cells.hidden_row_cap, sizeof(*s->cells.hidden_rows));
        s->cells.hidden_rows[s->cells.hidden_row_count++] = s->row;
    }
    if (filled >= 2 && s->names->count == 0)
        row_copy(s->names, s->out);
}

static void end_row(struct xlsx_sheet *s)
{
    if (!s->is_surveyed) {
        row_end(s->out);
        survey_row(s);
        return;
    }
    sheet_row_end(&s->cells, s->out);
    if (s->is_hidden)
        return;
    s->has_row = true;
    xml_stream_pause(s->stream);
}

static void hear_start(void *to, const char *name, const char **attributes)
{
    struct xlsx_sheet *s = to;

    if (name[0] == 'c' && !name[1])
        begin_cell(s, attributes);
    else if (name[0] == 'v' && !name[1])
        s->in_value = true;
    else if (strcmp(name, "row") == 0)
        begin_row(s, attributes);
    else if (s->type == 'i' || name[0] == 'r')
        xlsx_text_start(&s->text, name);
    if (!s->is_surveyed && strcmp(name, "mergeCell") == 0)
        take_merge(s, xml_stream_attribute(attributes, "ref"));
    else if (!s->is_surveyed && strcmp(name, "col") == 0)
        take_column(s, attributes);
}

static void hear_end(void *to, const char *name)
{
    struct xlsx_sheet *s = to;

    if (name[0] == 'c' && !name[1])
        end_cell(s);
    else if (name[0] == 'v' && !name[1])
        s->in_value = false;
    else if (strcmp(name, "row") == 0)
        end_row(s);
    else
        xlsx_text_end(&s->text, name);
}

static void hear_text(void *to, const char *text, size_t len)
{
    struct xlsx_sheet *s = to;

    if (s->in_value)
        str_append(&s->value, text, len);
    else
        xlsx_text_add(&s->text, text, len);
}

/* ---- rows ---- */

static bool go_to_start(struct xlsx_sheet *s, struct err *e)
{
    static const struct xml_hearer hearer = {hear_start, hear_end, hear_text};

    xml_stream_free(s->stream);
    s->stream = NULL;
    xlsx_source_close(&s->source);
    s->row = 0;
    s->text = (struct xlsx_text){.out = &s->inline_text};
    s->in_value = false;
    if (!xlsx_source_open(&s->source, s->xlsx->pack, s->part, e))
        return false;
    s->stream = xml_stream_new(&s->source.source, &hearer, s, s->rows.path);
    return true;
}

static bool rewind_rows(struct rows *r, struct err *e)
{
    struct xlsx_sheet *s = (struct xlsx_sheet *)r;

    sheet_row_rewind(&s->cells);
    return go_to_start(s, e);
}

static bool next_row(struct rows *r, struct row *out, bool *end, struct err *e)
{
    struct xlsx_sheet *s = (struct xlsx_sheet *)r;

    s->out = out;
    s->has_row = false;
    while (!s->has_row && !*end) {
        if (!xml_stream_next(s->stream, end, e))
            return false;
    }
    if (s->has_row)
        *end = false;
    return true;
}

static void close_rows(struct rows *r)
{
    struct xlsx_sheet *s = (struct xlsx_sheet *)r;

    xml_stream_free(s->stream);
    xlsx_source_close(&s->source);
    if (s->is_surveyed) /* for the next time that the sheet is opened */
        s->xlsx->known[s->sheet] = s->cells;
    else
        sheet_row_clear(&s->cells);
    str_clear(&s->value);
    str_clear(&s->inline_text);
    free(s);
}

/* Merged cells stand behind the rows: they are read once before. */
static bool survey(struct xlsx_sheet *s, struct err *e)
{
    struct row row = {0}, names = {0};
    bool end = false, ok;

    s->out = &row; /* cppcheck-suppress autoVariables */
    s->names = &names;
    s->fault = e;
    s->cells.shows_hidden = true;
    ok = go_to_start(s, e);
    while (ok && !end)
        ok = xml_stream_next(s->stream, &end, e) && !s->failed;
    s->is_surveyed = true;
    s->cells.shows_hidden = false;
    s->names = NULL;
    if (ok) {
        sheet_row_sort(&s->cells);
        sheet_row_tell(&s->cells, &s->rows, &names);
    }
    row_clear(&row);
    row_clear(&names);
    return ok;
}

struct rows *xlsx_sheet_open(struct book *b, struct xlsx *x, size_t sheet,
                             struct err *e)
{
    static const struct rows_class class = {next_row, rewind_rows, close_rows};
    struct xlsx_sheet *s = xcalloc(1, sizeof(*s));

    s->rows = (struct rows){.ops = &class,
                            .path = b->in.path,
                            .sheet = b->sheets[sheet].name,
                            .remarks = b->remarks};
    s->xlsx = x;
    s->part = x->parts[sheet] ? x->parts[sheet] : "xl/worksheets/?";
    s->sheet = sheet;
    s->cells = x->known[sheet];
    x->known[sheet] = (struct sheet_row){0};
    s->is_surveyed = s->cells.covers != NULL;
    if ((!s->is_surveyed && !survey(s, e)) || !rewind_rows(&s->rows, e)) {
        close_rows(&s->rows);
        return NULL;
    }
    return &s->rows;
}
