#include "import/sheet.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/words.h"

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

static size_t end_of(const struct page *p, size_t head)
{
    size_t end = head + 1;

    for (size_t at = next_filled(p, end); at < p->count;
         at = next_filled(p, at + 1)) {
        if (!is_row(&p->lines[at]) && !belongs_between(p, at, head))
            break;
        end = at + 1;
    }
    return end;
}

bool sheet_at(const struct page *p, size_t at, struct sheet_span *out)
{
    if (!is_heading(&p->lines[at]))
        return false;
    *out = (struct sheet_span){at, end_of(p, at)};
    return out->end > at + 1;
}

bool sheet_check_heading(const char *file, size_t line,
                         const char *const *headings, size_t count,
                         const char *heading, struct err *e)
{
    if (count >= SHEET_MAX_COLUMNS)
        return err_set(e, ERR_LIMIT, _("%s:%zu: more than %d columns"), file,
                       line, SHEET_MAX_COLUMNS);
    if (!*heading)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: column %zu has no heading; give it one"),
                       file, line, count + 1);
    if (strcasecmp(heading, "rowid") == 0)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: the heading %s means something else to "
                         "SQLite; name the column otherwise"),
                       file, line, heading);
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(headings[i], heading) == 0)
            return err_set(e, ERR_DATA,
                           _("%s:%zu: columns %zu and %zu are both headed "
                             "%s; name one of them otherwise"),
                           file, line, i + 1, count + 1, heading);
    }
    return true;
}

static bool read_headings(struct draft_list *l, const struct page *p,
                          size_t head, struct err *e)
{
    const struct page_line *line = &p->lines[head];
    const char *const *names = (const char *const *)line->cells;

    l->columns = xcalloc(line->cell_count, sizeof(*l->columns));
    for (size_t i = 0; i < line->cell_count; i++) {
        if (!sheet_check_heading(p->source.name, head + 1, names, i, names[i],
                                 e))
            return false;
        l->columns[i].name = xstrdup(names[i]);
        l->columns[i].origin = xstrdup("source");
        l->column_count++;
    }
    return true;
}

static bool read_row(struct draft_list *l, const struct page *p, size_t at,
                     struct err *e)
{
    const struct page_line *line = &p->lines[at];
    struct draft_row *row;

    if (line->cell_count > l->column_count)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: the row has %zu cells, the headings %zu; "
                         "remove or add a TAB"),
                       p->source.name, at + 1, line->cell_count,
                       l->column_count);
    row = draft_add_row(l);
    row->line = at;
    for (size_t i = 0; i < l->column_count; i++)
        row->cells[i] = xstrdup(i < line->cell_count ? line->cells[i] : "");
    return true;
}

struct draft_list *sheet_read(struct page *p, const struct sheet_span *span,
                              const char *name, struct err *e)
{
    struct draft_list *l = xcalloc(1, sizeof(*l));

    if (!read_headings(l, p, span->head, e))
        goto fail;
    page_settle(p, span->head, _("%s headings"), name);
    for (size_t at = next_filled(p, span->head + 1); at < span->end;
         at = next_filled(p, at + 1)) {
        const struct page_line *line = &p->lines[at];

        if (alike(line, &p->lines[span->head])) {
            page_leave_out(p, at, _("repeats the headings of line %zu"),
                           span->head + 1);
        } else if (!is_row(line)) {
            page_leave_out(p, at, _("parts the rows and is no record"));
        } else {
            if (!read_row(l, p, at, e))
                goto fail;
            page_settle(p, at, _("%s row %zu"), name, l->row_count);
        }
    }
    return l;

fail:
    draft_list_free(l);
    return NULL;
}
