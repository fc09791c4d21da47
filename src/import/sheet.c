#include "import/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/delimited.h"
#include "import/grid_rows.h"
#include "import/list.h"
#include "import/table_words.h"
#include "import/words.h"

#define QUOTED_LINES 20 /* of a cell in quotes */
#define HEAD_WITHIN  8  /* rows in which a table has its headings */

static bool is_blank(const struct page_line *l)
{
    return !*l->text && l->cell_count == 0;
}

static size_t next_filled(const struct page *p, size_t from)
{
    while (from < p->count && is_blank(&p->lines[from]))
        from++;
    return from;
}

static bool is_row(const struct page_line *l)
{
    return l->has_tab && l->cell_count >= 2;
}

static bool is_digits(const char *s)
{
    return *s && s[strspn(s, "0123456789.-")] == '\0';
}

static bool alike(const struct page_line *a, const struct page_line *b)
{
    if (a->cell_count != b->cell_count)
        return false;
    for (size_t i = 0; i < a->cell_count; i++) {
        if (strcmp(a->cells[i], b->cells[i]) != 0)
            return false;
    }
    return true;
}

/* Words that head the columns of such lists. A table under other words is not
 * taken for one: its first row could be a record. */
static const char *const heading_words[] = {
    "序号", "编号", "名称", "名单", "单位", "学校", "院校", "集团",
    "省份", "省（", "省(",  "地区", "城市", "地市", "区县", "专业",
    "项目", "姓名", "类别", "类型", "备注", "联系", "电话", "负责",
    "时间", "日期", "地址", "课程", "代码", "层次", "性质", "主管",
    "机构", "企业", "所在", "数量", NULL};

static bool is_heading(const struct page_line *l)
{
    bool known = false;

    if (!is_row(l))
        return false;
    for (size_t i = 0; i < l->cell_count; i++) {
        if (!*l->cells[i] || is_digits(l->cells[i]) ||
            words_count(l->cells[i]) > 30)
            return false;
        known = known || words_have_any(l->cells[i], heading_words) ||
                strcmp(l->cells[i], "省") == 0;
    }
    return known;
}

/* A line among the rows that is none and does not end the table: a title or
 * heading said again on the next sheet, a line that parts the rows. */
static bool belongs_between(const struct page *p, size_t at, size_t head)
{
    const struct page_line *l = &p->lines[at];
    size_t next = next_filled(p, at + 1);

    return l->has_tab && l->cell_count == 1 && next < p->count &&
           is_row(&p->lines[next]) &&
           (!is_heading(&p->lines[next]) ||
            alike(&p->lines[next], &p->lines[head]));
}

/* A quotation mark that begins a cell and is not ended on its line. */
static bool opens_quotes(const struct page_line *l)
{
    bool open = false;

    for (size_t i = 0; i < l->cell_count && !open; i++) {
        size_t marks = 0;

        for (const char *s = l->cells[i]; *s; s++)
            marks += *s == '"';
        open = *l->cells[i] == '"' && marks % 2;
    }
    return open;
}

static bool ends_quotes(const struct page_line *l)
{
    size_t marks = 0;

    for (size_t i = 0; i < l->cell_count; i++) {
        for (const char *s = l->cells[i]; *s; s++)
            marks += *s == '"';
    }
    return marks % 2;
}

/* The last line of the row at `at`: a cell in quotes may have several. */
static size_t last_line(const struct page *p, size_t at)
{
    if (!opens_quotes(&p->lines[at]))
        return at;
    for (size_t i = at + 1; i < p->count && i <= at + QUOTED_LINES; i++) {
        if (ends_quotes(&p->lines[i]))
            return i;
    }
    return at;
}

static size_t end_of(const struct page *p, size_t head)
{
    size_t end = last_line(p, head) + 1;

    for (size_t at = next_filled(p, end); at < p->count;
         at = next_filled(p, end)) {
        if (!is_row(&p->lines[at]) && !belongs_between(p, at, head))
            break;
        end = last_line(p, at) + 1;
    }
    return end;
}

/* Whether a row is one of headings: two of its cells are words of such, or the
 * source marks all of them. */
static bool is_heading_row(const struct grid *g, size_t row)
{
    size_t hits = 0, own = 0, marked = 0;

    for (size_t c = 0; c < g->rows[row].count; c++) {
        const char *text = grid_text(g, row, c);

        if (grid_is_covered(g, row, c) || !*text)
            continue;
        own++;
        hits += table_words_heading(text, strlen(text));
        marked += g->rows[row].cells[c].is_heading;
    }
    return hits >= 2 || (own >= 2 && marked == own);
}

bool sheet_is_list(const struct grid *g)
{
    if (g->count < 2 || g->columns < 2)
        return false;
    for (size_t r = 0; r < g->count && r < HEAD_WITHIN; r++) {
        if (is_heading_row(g, r))
            return true;
    }
    return false;
}

bool sheet_at(const struct page *p, size_t at, struct sheet_span *out)
{
    if (p->lines[at].grid) {
        *out = (struct sheet_span){at, at + 1};
        return sheet_is_list(p->lines[at].grid);
    }
    if (!is_heading(&p->lines[at]))
        return false;
    *out = (struct sheet_span){at, end_of(p, at)};
    return out->end > at + 1;
}

/* ---- reading ---- */

/* The lines as they were, with TABs. */
static void add_text(struct str *out, const struct page_line *l)
{
    for (size_t i = 0; i < l->cell_count; i++) {
        if (i > 0)
            str_addc(out, '\t');
        str_add(out, l->cells[i]);
    }
    str_addc(out, '\n');
}

/* The rows of lines with TABs; a row's line is its index, from 1. */
static struct grid *grid_of(const struct page *p, const struct sheet_span *span)
{
    struct grid *g = grid_new();
    struct str text = {0};
    struct row row = {0};
    size_t used, lines;

    for (size_t at = next_filled(p, span->head); at < span->end;
         at = next_filled(p, at + 1)) {
        size_t last = last_line(p, at);

        str_truncate(&text, 0);
        for (size_t i = at; i <= last; i++)
            add_text(&text, &p->lines[i]);
        grid_add_row(g, at + 1);
        if (delimited_cut(&row, str_text(&text), text.len, true, '\t', 1, &used,
                          &lines) == DELIMITED_ROW) {
            for (size_t c = 0; c < row.count; c++)
                grid_add_cell(g, row.cells[c].text, row.cells[c].len, 1, 1);
        } else {
            for (size_t c = 0; c < p->lines[at].cell_count; c++)
                grid_add_cell(g, p->lines[at].cells[c],
                              strlen(p->lines[at].cells[c]), 1, 1);
        }
        at = last;
    }
    row_clear(&row);
    str_clear(&text);
    return g;
}

struct reading {
    struct list_sink sink;
    struct draft_list *list;
    struct page *page;
    bool is_grid;
    const char *name;
};

static bool take_record(struct list_sink *sink, const struct write_cell *cells,
                        size_t number, struct err *e)
{
    struct reading *r = (struct reading *)sink; /* its first member */
    struct draft_row *row = draft_add_row(r->list);

    (void)e;
    row->line = number - 1;
    for (size_t i = 0; i < r->list->column_count; i++)
        row->cells[i] =
            xmemdup(cells[i].len ? cells[i].text : "", cells[i].len);
    if (r->is_grid)
        return true;
    for (size_t at = number - 1, last = last_line(r->page, at); at <= last;
         at++)
        page_settle(r->page, at, _("%s row %zu"), r->name, r->list->row_count);
    return true;
}

/* The lines of the span that are none of its rows. */
static void settle_rest(struct page *p, const struct sheet_span *span,
                        const struct list *l, const char *name)
{
    bool has_groups = false;

    for (size_t i = 0; i < l->count; i++)
        has_groups = has_groups || l->columns[i].source == LIST_FROM_GROUP;
    for (size_t at = next_filled(p, span->head); at < span->end;
         at = next_filled(p, at + 1)) {
        const struct page_line *line = &p->lines[at];

        if (line->fate)
            continue;
        if (at == span->head)
            page_settle(p, at, _("%s headings"), name);
        else if (alike(line, &p->lines[span->head]))
            page_leave_out(p, at, _("repeats the headings of line %zu"),
                           span->head + 1);
        else if (has_groups)
            page_settle(p, at, _("%s group, note or total"), name);
        else
            page_leave_out(p, at, _("parts the rows and is no record"));
    }
}

static struct draft_list *draft_of(const struct list *l)
{
    struct draft_list *d = xcalloc(1, sizeof(*d));

    d->columns = xcalloc(l->count, sizeof(*d->columns));
    d->column_count = l->count;
    for (size_t i = 0; i < l->count; i++)
        d->columns[i] =
            (struct draft_column){.name = xstrdup(l->columns[i].name),
                                  .kind = l->columns[i].kind,
                                  .origin = xstrdup(l->columns[i].origin)};
    for (size_t i = 0; i < l->gaps.count; i++)
        draft_add_gap(&d->gaps, l->gaps.items[i].after_row,
                      l->gaps.items[i].first, l->gaps.items[i].last);
    for (size_t i = 0; i < l->table.line_count; i++)
        draft_add_line(
            &d->around[l->table.lines[i].is_below ? LINE_BELOW : LINE_ABOVE],
            l->table.lines[i].text);
    return d;
}

static bool read_list(struct list *l, struct rows *rows, struct reading *r,
                      const struct table_options *o,
                      const struct unit_tables *tables, struct err *e)
{
    bool found;

    if (!list_survey(l, rows, 0, o, tables, NULL, &found, e))
        return false;
    if (!found)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: no rows stand under the "
                         "headings"),
                       rows->path, o->head_from);
    r->list = draft_of(l);
    return list_each(l, rows, tables, &r->sink, NULL, e);
}

struct draft_list *sheet_read(struct page *p, const struct sheet_span *span,
                              const char *name,
                              const struct unit_tables *tables,
                              struct sheet_title *title, struct err *e)
{
    const struct grid *given = p->lines[span->head].grid;
    struct grid *made = given ? NULL : grid_of(p, span);
    struct rows *rows =
        grid_rows_open(given ? given : made, p->source.name, &p->warnings);
    struct reading r = {.sink.take = take_record,
                        .page = p,
                        .is_grid = given != NULL,
                        .name = name};
    struct table_options o = {0};
    struct list l = {0};
    bool ok;

    if (!given)
        o.head_from = o.head_to = span->head + 1;
    rows->is_delimited = !given;
    ok = read_list(&l, rows, &r, &o, tables, e);
    if (ok) {
        if (given)
            page_settle(p, span->head, _("%s table"), name);
        else
            settle_rest(p, span, &l, name);
        *title =
            (struct sheet_title){l.table.title ? xstrdup(l.table.title) : NULL,
                                 l.table.stated_total};
    } else {
        draft_list_free(r.list);
        r.list = NULL;
    }
    list_clear(&l);
    rows_close(rows);
    grid_free(made);
    return r.list;
}
