#include "import/list_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/fields.h"

#define GAPS_MAX 10000 /* more are no gaps but another way to number */
#define TOLD_MAX 5     /* of one sort; the others are counted */

/* What can be told many times. */
enum sort { SORT_TWICE, SORT_NO_NUMBER, SORT_EXTRA, SORT_GROUP, SORT_COUNT };

struct list_check {
    struct list *list;
    const struct rows *rows;
    int column;       /* that counts the rows; -1: none, or of no use */
    int64_t previous; /* number */
    bool rises;       /* all of them */
    int64_t numbers;  /* how many there were */
    int told[SORT_COUNT];
    struct table_group open[TABLE_LEVELS]; /* as they were at the last event */
    int depth;
};

struct list_check *list_check_new(struct list *l, const struct rows *rows,
                                  int column)
{
    struct list_check *c = xcalloc(1, sizeof(*c));

    c->list = l;
    c->rows = rows;
    c->column = column;
    c->rises = true;
    return c;
}

void list_check_free(struct list_check *c)
{
    if (!c)
        return;
    for (int i = 0; i < TABLE_LEVELS; i++)
        str_clear(&c->open[i].name);
    free(c);
}

/* Begin a line of remarks with where it is; false: enough were told. */
static bool begin(struct list_check *c, enum sort sort, size_t number,
                  size_t column)
{
    if (++c->told[sort] > TOLD_MAX)
        return false;
    rows_place(c->rows, number, column, c->rows->remarks);
    str_add(c->rows->remarks, ": ");
    return true;
}

/* 007 counts as 7. */
static size_t leading_zeros(const struct words_text *cell)
{
    size_t n = 0;

    while (n + 1 < cell->len && cell->text[n] == '0')
        n++;
    return n;
}

static void look_at_number(struct list_check *c, const struct table_read *r)
{
    const struct words_text *cell = &r->cells[c->column];
    size_t zeros = leading_zeros(cell);
    size_t at = c->list->table.columns[c->column].at;
    int64_t number;

    if (!fields_is_number(cell->text + zeros, cell->len - zeros, &number)) {
        c->rises = false;
        if (c->numbers > 0 && cell->len > 3 &&
            !table_words_numbering(cell->text, cell->len) &&
            begin(c, SORT_NO_NUMBER, r->number, at))
            str_addf(c->rows->remarks,
                     _("\"%.*s\" stands where the others have a number; a line "
                       "break inside a cell may have cut the row above\n"),
                     (int)cell->len, cell->text);
        return;
    }
    c->numbers++;
    if (number == c->previous && begin(c, SORT_TWICE, r->number, at))
        str_addf(c->rows->remarks, _("the number %lld stands twice\n"),
                 (long long)number);
    if (number <= c->previous || c->list->gaps.count >= GAPS_MAX)
        c->rises = false;
    else if (number > c->previous + 1 && c->rises)
        draft_add_gap(&c->list->gaps, (size_t)c->list->rows, c->previous + 1,
                      number - 1);
    c->previous = number;
}

/* The count of a group is known when the next of its level begins. */
static void close_groups(struct list_check *c, int from)
{
    for (int i = c->depth - 1; i >= from; i--) {
        const struct table_group *g = &c->open[i];

        if (g->stated < 0 || g->stated == g->rows)
            continue;
        if (begin(c, SORT_GROUP, g->number, ROWS_NO_COLUMN))
            str_addf(
                c->rows->remarks, _("%s is said to have %lld, and has %lld\n"),
                str_text(&g->name), (long long)g->stated, (long long)g->rows);
    }
    if (c->depth > from)
        c->depth = from;
}

static void remember(struct list_check *c, const struct table_read *r,
                     int level)
{
    struct table_group *to = &c->open[level];

    str_truncate(&to->name, 0);
    str_append(&to->name, str_text(&r->groups[level].name),
               r->groups[level].name.len);
    to->stated = r->groups[level].stated;
    to->number = r->groups[level].number;
    to->rows = 0;
    c->depth = level + 1;
}

void list_check_group(struct list_check *c, const struct table_read *r)
{
    close_groups(c, r->depth - 1);
    remember(c, r, r->depth - 1);
}

void list_check_record(struct list_check *c, const struct table_read *r)
{
    /* The other half begins: its groups are others. */
    if (r->depth < c->depth)
        close_groups(c, r->depth);
    for (int i = 0; i < c->depth; i++)
        c->open[i].rows = r->groups[i].rows;
    if (c->column >= 0)
        look_at_number(c, r);
}

static void add_more(struct list_check *c)
{
    for (int i = 0; i < SORT_COUNT; i++) {
        if (c->told[i] > TOLD_MAX) {
            struct str place = {0};

            rows_place(c->rows, c->list->table.first, ROWS_NO_COLUMN, &place);
            str_addf(c->rows->remarks, _("%s: and %d more of this sort\n"),
                     str_text(&place), c->told[i] - TOLD_MAX);
            str_clear(&place);
        }
    }
}

/* A group without rows at the end of a table is a note under it, or the title
 * of the next. */
static void drop_last_group(struct list_check *c, bool is_cut)
{
    const struct table_group *g = c->depth ? &c->open[c->depth - 1] : NULL;

    if (!g || g->rows > 0 || g->stated >= 0)
        return;
    if (!is_cut)
        table_shape_add_line(&c->list->table, str_text(&g->name), g->name.len,
                             true);
    c->depth--;
}

/* No row is surely one of headings. */
static void tell_headings(const struct list_check *c)
{
    const struct table_shape *t = &c->list->table;

    if (t->head_count > 0 && !t->headings_unsure)
        return;
    if (t->headings_told)
        return;
    rows_place(c->rows, t->head_count ? t->heads[0].number : t->first,
               ROWS_NO_COLUMN, c->rows->remarks);
    str_add(c->rows->remarks,
            t->head_count
                ? _(": taken for the headings; --no-headings says it is a "
                    "record\n")
                : _(": looks like a record, so the columns have no headings; "
                    "--headings says otherwise\n"));
}

void list_check_end(struct list_check *c, bool is_cut)
{
    const struct table_shape *t = &c->list->table;

    tell_headings(c);
    drop_last_group(c, is_cut);
    close_groups(c, 0);
    add_more(c);
    if (!c->rises || c->column < 0)
        c->list->gaps.count = 0;
    if (t->stated_total >= 0 && t->stated_total != c->list->rows &&
        c->list->rows > 0) {
        rows_place(c->rows, t->above, ROWS_NO_COLUMN, c->rows->remarks);
        str_addf(c->rows->remarks,
                 _(": %lld are said to be in the list, and it has %lld\n"),
                 (long long)t->stated_total, (long long)c->list->rows);
    }
}

void list_check_extra(struct list_check *c, const struct table_read *r)
{
    if (c->list->table.head_count > 0 &&
        begin(c, SORT_EXTRA, r->number, r->extra))
        str_addf(c->rows->remarks,
                 _("a cell stands beside the headings; it gets a column of "
                   "its own\n"));
}

bool list_check_refuse_extra(const struct list_check *c,
                             const struct table_read *r, struct err *e)
{
    const struct table_shape *t = &c->list->table;
    size_t cells = r->row.count;

    while (cells > 0 && r->row.cells[cells - 1].len == 0)
        cells--;
    return err_set(e, ERR_DATA,
                   _("%s:%zu: the row has %zu cells, the headings %zu; "
                     "a cell too many, or quotation marks are missing"),
                   c->rows->path, r->number, cells, t->count * t->shift_count);
}

bool list_check_too_wide(const struct list_check *c, const struct table_read *r,
                         struct err *e)
{
    return err_set(e, ERR_LIMIT, _("%s:%zu: more than %d columns"),
                   c->rows->path, r->number, ROWS_MAX_COLUMNS);
}
