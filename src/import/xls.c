#include "import/xls.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/cfb.h"
#include "import/number_format.h"
#include "import/sheet_row.h"
#include "import/xls_record.h"

#define CELLS_MAX 4000000 /* of a sheet */
#define BIFF8     0x0600

/* [MS-XLS] is little but records; what a workbook has beside its cells. */
struct xls {
    struct str stream;
    bool from_1904;
    size_t *sheets; /* owned: where each begins in the stream */
    size_t sheet_count, sheet_cap;

    struct str strings; /* one behind the other; string i ends at ends[i] */
    uint32_t *ends;
    size_t string_count, string_cap;

    unsigned *styles; /* owned: of each cell style the number of its format */
    size_t style_count, style_cap;
    struct xls_format {
        unsigned id;
        char *code; /* owned */
    } * formats;
    size_t format_count, format_cap;
};

/* A cell, kept until its row comes: rows are not always in order. */
struct xls_cell {
    uint16_t row, column;
    uint32_t at; /* of its record in the stream */
};

struct xls_sheet {
    struct rows rows;
    const struct xls *xls; /* borrowed */
    struct sheet_row cells;
    struct xls_cell *items; /* owned; by row and column */
    size_t count, cap, next;
    bool hidden_rows[65536];
    struct str text;
};

/* ---- the sheet's rows ---- */

static const char *code_of(const struct xls *x, unsigned style)
{
    unsigned id = style < x->style_count ? x->styles[style] : 0;

    for (size_t i = 0; i < x->format_count; i++) {
        if (x->formats[i].id == id)
            return x->formats[i].code;
    }
    return number_format_builtin((int)id);
}

static void add_number(struct xls_sheet *s, double value, unsigned style)
{
    number_format(value, code_of(s->xls, style), s->xls->from_1904, &s->text);
}

static void add_shared(struct xls_sheet *s, uint32_t i)
{
    const struct xls *x = s->xls;
    uint32_t from = i && i <= x->string_count ? x->ends[i - 1] : 0;

    if (i < x->string_count)
        str_append(&s->text, str_text(&x->strings) + from, x->ends[i] - from);
}

static void add_error(struct xls_sheet *s, unsigned code)
{
    static const struct {
        unsigned code;
        const char *text;
    } errors[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"},
                  {0x17, "#REF!"},  {0x1D, "#NAME?"},  {0x24, "#NUM!"},
                  {0x2A, "#N/A"}};

    for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
        if (errors[i].code == code)
            str_add(&s->text, errors[i].text);
    }
}

static void add_own_string(struct xls_sheet *s, const struct xls_record *r,
                           size_t at)
{
    struct xls_reader reader = {&s->xls->stream, *r, at};

    if (at < r->len)
        xls_string(&reader, true, &s->text);
}

/* The result that was kept with a formula. */
static void add_result(struct xls_sheet *s, const struct xls_record *r)
{
    struct xls_record next = *r;

    if (xls_u16(r, 12) != 0xFFFF) {
        add_number(s, xls_double(r, 6), xls_u16(r, 4));
        return;
    }
    switch (xls_u8(r, 6)) {
    case 0:
        /* In a record behind it; others may stand between. */
        for (int i = 0; i < 4; i++) {
            if (!xls_record_at(&s->xls->stream, next.next, &next))
                return;
            if (next.type == XLS_STRING) {
                add_own_string(s, &next, 0);
                return;
            }
        }
        break;
    case 1:
        str_add(&s->text, xls_u8(r, 8) ? "TRUE" : "FALSE");
        break;
    case 2:
        add_error(s, xls_u8(r, 8));
        break;
    default:
        break;
    }
}

static void add_text(struct xls_sheet *s, const struct xls_cell *cell)
{
    struct xls_record r;
    size_t at;

    if (!xls_record_at(&s->xls->stream, cell->at, &r))
        return;
    switch (r.type) {
    case XLS_LABELSST:
        add_shared(s, xls_u32(&r, 6));
        break;
    case XLS_LABEL:
    case XLS_RSTRING:
        add_own_string(s, &r, 6);
        break;
    case XLS_NUMBER:
        add_number(s, xls_double(&r, 6), xls_u16(&r, 4));
        break;
    case XLS_RK:
        add_number(s, xls_rk(xls_u32(&r, 6)), xls_u16(&r, 4));
        break;
    case XLS_MULRK:
        at = 4 + 6 * (size_t)(cell->column - xls_u16(&r, 2));
        add_number(s, xls_rk(xls_u32(&r, at + 2)), xls_u16(&r, at));
        break;
    case XLS_BOOLERR:
        if (xls_u8(&r, 7))
            add_error(s, xls_u8(&r, 6));
        else
            str_add(&s->text, xls_u8(&r, 6) ? "TRUE" : "FALSE");
        break;
    case XLS_FORMULA:
        add_result(s, &r);
        break;
    default:
        break;
    }
}

static void read_row(struct xls_sheet *s, struct row *out)
{
    size_t row = s->items[s->next].row;

    sheet_row_begin(&s->cells, out, row + 1);
    for (; s->next < s->count && s->items[s->next].row == row; s->next++) {
        str_truncate(&s->text, 0);
        add_text(s, &s->items[s->next]);
        sheet_row_add(&s->cells, out, s->items[s->next].column,
                      str_text(&s->text), s->text.len);
    }
    sheet_row_end(&s->cells, out);
}

static bool next_row(struct rows *r, struct row *out, bool *end, struct err *e)
{
    struct xls_sheet *s = (struct xls_sheet *)r;

    (void)e;
    *end = true;
    while (s->next < s->count && *end) {
        *end = s->hidden_rows[s->items[s->next].row];
        read_row(s, out);
    }
    return true;
}

static bool rewind_rows(struct rows *r, struct err *e)
{
    struct xls_sheet *s = (struct xls_sheet *)r;

    (void)e;
    s->next = 0;
    sheet_row_rewind(&s->cells);
    return true;
}

static void close_rows(struct rows *r)
{
    struct xls_sheet *s = (struct xls_sheet *)r;

    sheet_row_clear(&s->cells);
    str_clear(&s->text);
    free(s->items);
    free(s);
}

/* ---- reading a sheet ---- */

static bool keep(struct xls_sheet *s, const struct xls_record *r,
                 unsigned column, struct err *e)
{
    if (s->count == CELLS_MAX)
        return err_set(e, ERR_LIMIT, _("%s: a sheet has more than %d cells"),
                       s->rows.path, CELLS_MAX);
    s->items = mem_grow(s->items, s->count, &s->cap, sizeof(*s->items));
    s->items[s->count++] = (struct xls_cell){(uint16_t)xls_u16(r, 0),
                                             (uint16_t)column, (uint32_t)r->at};
    return true;
}

static bool take_merged(struct xls_sheet *s, const struct xls_record *r,
                        struct err *e)
{
    size_t count = xls_u16(r, 0);

    for (size_t i = 0; i < count && 2 + 8 * (i + 1) <= r->len; i++) {
        size_t at = 2 + 8 * i;
        struct sheet_merge m = {xls_u16(r, at), xls_u16(r, at + 2),
                                xls_u16(r, at + 4), xls_u16(r, at + 6)};

        if (!sheet_row_merge(&s->cells, m, e))
            return false;
    }
    return true;
}

static bool take_record(struct xls_sheet *s, const struct xls_record *r,
                        struct err *e)
{
    unsigned last;

    switch (r->type) {
    case XLS_ROW:
        s->hidden_rows[xls_u16(r, 0)] = (xls_u16(r, 12) & 0x20) != 0;
        return true;
    case XLS_COLINFO:
        if (xls_u16(r, 8) & 1)
            sheet_row_hide(&s->cells, xls_u16(r, 0), xls_u16(r, 2));
        return true;
    case XLS_MERGED:
        return take_merged(s, r, e);
    case XLS_MULRK:
        last = r->len >= 6 ? xls_u16(r, r->len - 2) : 0;
        for (unsigned c = xls_u16(r, 2); c <= last; c++) {
            if (4 + 6 * (size_t)(c - xls_u16(r, 2) + 1) > r->len ||
                !keep(s, r, c, e))
                return s->count < CELLS_MAX;
        }
        return true;
    case XLS_LABELSST:
    case XLS_LABEL:
    case XLS_RSTRING:
    case XLS_NUMBER:
    case XLS_RK:
    case XLS_BOOLERR:
    case XLS_FORMULA:
        return keep(s, r, xls_u16(r, 2), e);
    default:
        return true;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct xls_cell *x = a, *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The records from the sheet's beginning to its end; those of charts in it
 * are passed over. */
static bool read_sheet(struct xls_sheet *s, size_t at, struct err *e)
{
    struct xls_record r;
    int depth = 0;

    while (xls_record_at(&s->xls->stream, at, &r)) {
        depth += r.type == XLS_BOF;
        depth -= r.type == XLS_EOF;
        if (depth == 0)
            break;
        if (depth == 1 && !take_record(s, &r, e))
            return false;
        at = r.next;
    }
    if (depth != 0)
        return err_set(e, ERR_DATA,
                       _("%s: is damaged or cut short (%s); get it anew"),
                       s->rows.path, s->rows.sheet);
    if (s->count)
        qsort(s->items, s->count, sizeof(*s->items), by_place);
    sheet_row_sort(&s->cells);
    return true;
}

/* What is hidden, and what the hidden columns are called. */
static void tell_hidden(struct xls_sheet *s)
{
    struct row row = {0}, names = {0};
    size_t before = SIZE_MAX;

    for (size_t i = 0; i < s->count; i++) {
        size_t at = s->items[i].row;

        if (s->hidden_rows[at] && at != before) {
            s->cells.hidden_rows = mem_grow(
                s->cells.hidden_rows, s->cells.hidden_row_count,
                &s->cells.hidden_row_cap, sizeof(*s->cells.hidden_rows));
            s->cells.hidden_rows[s->cells.hidden_row_count++] = at + 1;
        }
        before = at;
    }
    s->cells.shows_hidden = true;
    while (names.count == 0 && s->next < s->count) {
        size_t filled = 0;

        read_row(s, &row);
        for (size_t i = 0; i < row.count; i++)
            filled += row.cells[i].len > 0;
        if (filled >= 2)
            row_copy(&names, &row);
    }
    s->cells.shows_hidden = false;
    sheet_row_tell(&s->cells, &s->rows, &names);
    row_clear(&row);
    row_clear(&names);
}

static struct rows *open_sheet(struct book *b, size_t sheet, struct err *e)
{
    static const struct rows_class class = {next_row, rewind_rows, close_rows};
    const struct xls *x = b->data;
    struct xls_sheet *s = xcalloc(1, sizeof(*s));

    s->rows = (struct rows){.ops = &class,
                            .path = b->in.path,
                            .sheet = b->sheets[sheet].name,
                            .remarks = b->remarks};
    s->xls = x;
    if (!read_sheet(s, x->sheets[sheet], e)) {
        close_rows(&s->rows);
        return NULL;
    }
    tell_hidden(s);
    rewind_rows(&s->rows, e);
    return &s->rows;
}

/* ---- the workbook ---- */

static void take_sheet(struct book *b, struct xls *x,
                       const struct xls_record *r)
{
    struct xls_reader reader = {&x->stream, *r, 6};
    struct str name = {0};

    if (xls_u8(r, 5) != 0 || r->len < 8)
        return; /* a chart or a macro */
    xls_string(&reader, false, &name);
    book_add_sheet(b, str_text(&name), name.len, xls_u8(r, 4) != 0);
    str_clear(&name);
    x->sheets =
        mem_grow(x->sheets, x->sheet_count, &x->sheet_cap, sizeof(*x->sheets));
    x->sheets[x->sheet_count++] = xls_u32(r, 0);
}

static void take_format(struct xls *x, const struct xls_record *r)
{
    struct xls_reader reader = {&x->stream, *r, 2};
    struct str code = {0};

    xls_string(&reader, true, &code);
    x->formats = mem_grow(x->formats, x->format_count, &x->format_cap,
                          sizeof(*x->formats));
    x->formats[x->format_count++] =
        (struct xls_format){xls_u16(r, 0), str_take(&code)};
}

/* Strings are as many as there are, whatever the record says. */
static void take_strings(struct xls *x, const struct xls_record *r)
{
    struct xls_reader reader = {&x->stream, *r, 8};
    uint32_t count = xls_u32(r, 4);
    bool more = r->len >= 8;

    for (; more && count > 0; count--) {
        more = xls_string(&reader, true, &x->strings);
        x->ends = mem_grow(x->ends, x->string_count, &x->string_cap,
                           sizeof(*x->ends));
        x->ends[x->string_count++] = (uint32_t)x->strings.len;
    }
}

static bool take_global(struct book *b, struct xls *x,
                        const struct xls_record *r, struct err *e)
{
    switch (r->type) {
    case XLS_FILEPASS:
        return err_set(e, ERR_FORMAT,
                       _("%s: is protected by a password; save it without "
                         "one"),
                       b->in.path);
    case XLS_1904:
        x->from_1904 = xls_u16(r, 0) == 1;
        break;
    case XLS_BOUNDSHEET:
        take_sheet(b, x, r);
        break;
    case XLS_FORMAT:
        take_format(x, r);
        break;
    case XLS_XF:
        x->styles = mem_grow(x->styles, x->style_count, &x->style_cap,
                             sizeof(*x->styles));
        x->styles[x->style_count++] = xls_u16(r, 2);
        break;
    case XLS_SST:
        take_strings(x, r);
        break;
    default:
        break;
    }
    return true;
}

static bool read_globals(struct book *b, struct xls *x, struct err *e)
{
    struct xls_record r;
    size_t at = 0;

    if (!xls_record_at(&x->stream, 0, &r) || r.type != XLS_BOF ||
        xls_u16(&r, 0) != BIFF8)
        return err_set(e, ERR_FORMAT,
                       _("%s: is a workbook of Excel 95 or older; save it as "
                         ".xlsx"),
                       b->in.path);
    while (xls_record_at(&x->stream, at, &r) && r.type != XLS_EOF) {
        if (!take_global(b, x, &r, e))
            return false;
        at = r.next;
    }
    return b->count > 0 ||
           err_set(e, ERR_DATA, _("%s: has no sheets"), b->in.path);
}

static void close_book(struct book *b)
{
    struct xls *x = b->data;

    for (size_t i = 0; i < x->format_count; i++)
        free(x->formats[i].code);
    free(x->formats);
    free(x->styles);
    free(x->sheets);
    free(x->ends);
    str_clear(&x->strings);
    str_clear(&x->stream);
    free(x);
}

static bool has(struct input *in, const char *stream)
{
    return input_starts(in, CFB_MAGIC, CFB_MAGIC_LEN) && input_load(in, NULL) &&
           cfb_has(in->bytes, in->len, stream);
}

bool xls_recognises(struct input *in)
{
    static const char *const suffixes[] = {".xls", ".xlsx", ".et", NULL};

    if (!input_starts(in, CFB_MAGIC, CFB_MAGIC_LEN))
        return false;
    return has(in, "Workbook") || has(in, "Book") ||
           input_has_suffix(in, suffixes);
}

bool xls_open(struct book *b, struct err *e)
{
    static const struct book_class class = {open_sheet, close_book};
    struct xls *x = xcalloc(1, sizeof(*x));

    b->ops = &class;
    b->data = x;
    if (!input_load(&b->in, e))
        return false;
    if (has(&b->in, "EncryptedPackage"))
        return err_set(e, ERR_FORMAT,
                       _("%s: is protected by a password; save it without "
                         "one"),
                       b->in.path);
    return cfb_read(b->in.bytes, b->in.len,
                    has(&b->in, "Book") ? "Book" : "Workbook", &x->stream,
                    b->in.path, e) &&
           read_globals(b, x, e);
}
