#include "import/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/fields.h"
#include "import/list_check.h"
#include "import/words.h"
#include "text/numbering.h"

#define PROGRESS_ROWS 1024

static struct list_column *add_column(struct list *l, enum list_source source,
                                      size_t at, const char *name)
{
    struct list_column *c;

    l->columns = mem_grow(l->columns, l->count, &l->cap, sizeof(*l->columns));
    c = &l->columns[l->count++];
    *c =
        (struct list_column){.name = xstrdup(name), .source = source, .at = at};
    return c;
}

/* What counts the rows is kept in ASCII digits. `made` has the text. */
static struct words_text narrowed(struct str *made, struct words_text cell)
{
    int64_t number;

    if (!cell.len || (unsigned char)*cell.text < 0x80 ||
        !fields_is_number(cell.text, cell.len, &number))
        return cell;
    str_truncate(made, 0);
    str_addf(made, "%lld", (long long)number);
    return (struct words_text){str_text(made), made->len};
}

/* A name that the cell's width broke is one: nothing parts Han characters, a
 * blank parts words. `made` has the text. */
static struct words_text unbroken(struct str *made, struct words_text cell)
{
    if (!cell.len || !memchr(cell.text, '\n', cell.len))
        return cell;
    str_truncate(made, 0);
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.text[i] != '\n')
            str_addc(made, cell.text[i]);
        else if (i > 0 && i + 1 < cell.len &&
                 (unsigned char)cell.text[i - 1] < 0x80 &&
                 (unsigned char)cell.text[i + 1] < 0x80)
            str_addc(made, ' ');
    }
    return (struct words_text){str_text(made), made->len};
}

/* ---- the first reading ---- */

/* What it finds beside what is kept in the list. */
struct survey {
    struct list *list;
    struct list_check *check;
    const struct unit_tables *tables;
    struct table_read read;
    int levels;                  /* of groups that have records */
    bool is_place[TABLE_LEVELS]; /* all groups of the level are regions */
    struct column_look {
        int64_t filled;
        struct column_guess guess;
    } * looks; /* of the table's columns */
    size_t look_count;
    int unit;                  /* column that names units, or -1 */
    int number;                /* column that counts the rows, or -1 */
    struct str made;           /* its cell */
    bool has_region, has_kind; /* some record's can be told */
};

static void look_again(struct survey *s)
{
    size_t count = s->list->table.count;

    if (count <= s->look_count)
        return;
    s->looks = xreallocarray(s->looks, count, sizeof(*s->looks));
    for (; s->look_count < count; s->look_count++)
        s->looks[s->look_count] = (struct column_look){0};
}

static void look_at_units(struct survey *s)
{
    const struct words_text *c = &s->read.cells[s->unit];

    if (!s->has_region)
        s->has_region = *unit_region(s->tables, c->text, c->len) != '\0';
    if (!s->has_kind)
        s->has_kind = *unit_kind(s->tables, c->text, c->len) != '\0';
}

static bool is_place(const struct unit_tables *tables, const struct str *name)
{
    return table_words_region(name->text, name->len) ||
           unit_is_region(tables, name->text, name->len);
}

static void look_at_record(struct survey *s)
{
    struct table_read *r = &s->read;

    if (s->number >= 0)
        r->cells[s->number] = narrowed(&s->made, r->cells[s->number]);
    for (size_t i = 0; i < s->look_count; i++) {
        const struct words_text *c = &r->cells[i];

        if (!c->len)
            continue;
        s->looks[i].filled++;
        column_guess_add(&s->looks[i].guess, c->text, c->len);
    }
    for (int i = 0; i < r->depth; i++) {
        const struct table_group *g = &r->groups[i];

        if (i >= s->levels) {
            s->levels = i + 1;
            s->is_place[i] = true;
        }
        if (g->rows == 1)
            s->is_place[i] = s->is_place[i] && is_place(s->tables, &g->name);
    }
    if (s->unit >= 0 && !(s->has_region && s->has_kind))
        look_at_units(s);
}

/* A record has a cell that no column takes: a column more, unless cells may
 * have been shifted. */
static bool take_extra(struct survey *s, struct err *e)
{
    struct table_read *r = &s->read;
    struct table_shape *t = &s->list->table;
    size_t extra = r->extra;

    if (t->shift_count > 1 || (r->rows->is_delimited && t->head_count > 0))
        return list_check_refuse_extra(s->check, r, e);
    list_check_extra(s->check, r);
    table_shape_add_column(t, extra);
    look_again(s);
    r->cells = xreallocarray(r->cells, t->count, sizeof(*r->cells));
    r->cap = t->count;
    r->cells[t->count - 1] =
        (struct words_text){r->row.cells[extra].text, r->row.cells[extra].len};
    r->extra = SIZE_MAX;
    return true;
}

static bool take_record(struct survey *s, struct err *e)
{
    while (s->read.extra != SIZE_MAX) {
        if (!take_extra(s, e))
            return false;
        if (s->list->table.count > ROWS_MAX_COLUMNS)
            return list_check_too_wide(s->check, &s->read, e);
        s->read.extra = table_read_extra(&s->read);
    }
    look_at_record(s);
    list_check_record(s->check, &s->read);
    s->list->rows++;
    return true;
}

static bool survey_rows(struct survey *s, struct rows *rows,
                        struct list_watch *watch, struct err *e)
{
    struct list *l = s->list;
    enum table_event event = TABLE_RECORD;

    while (event != TABLE_END) {
        if (!table_read_next(&s->read, &event, e))
            return false;
        switch (event) {
        case TABLE_RECORD:
            if (!take_record(s, e))
                return false;
            if (watch && l->rows % PROGRESS_ROWS == 0 &&
                !watch->went_on(watch, rows->path, false, l->rows, e))
                return false;
            break;
        case TABLE_GROUP:
            list_check_group(s->check, &s->read);
            break;
        case TABLE_LINE:
            table_shape_add_line(&l->table, s->read.text.text, s->read.text.len,
                                 true);
            break;
        case TABLE_AGAIN:
            break;
        case TABLE_OTHER:
            l->next = s->read.outside ? s->read.outside : s->read.number;
            l->table.end = l->next;
            event = TABLE_END;
            break;
        case TABLE_END:
            break;
        }
    }
    list_check_end(s->check, l->next > 0);
    return true;
}

/* ---- the columns that are kept ---- */

static void keep_cell(struct survey *s, size_t at)
{
    struct list_column *c = add_column(s->list, LIST_FROM_CELL, at,
                                       s->list->table.columns[at].name);

    c->origin = xstrdup("source");
    c->filled = s->looks[at].filled;
    c->kind = column_guess_kind(&s->looks[at].guess);
    c->is_number = (int)at == s->number;
    c->is_name = fields_is_name(c->name);
}

/* Columns that a heading names or some record fills. */
static void keep_filled(struct survey *s)
{
    for (size_t i = 0; i < s->list->table.count; i++) {
        if (s->list->table.columns[i].is_named || s->looks[i].filled > 0)
            keep_cell(s, i);
    }
}

/* The columns that one item of --columns means: 3, 3-5, or a heading. Their
 * indices are [*first, *last]. */
static bool columns_named(const struct table_shape *t, const char *item,
                          size_t len, size_t *first, size_t *last)
{
    char *text = words_trimmed(item, len), *end;
    bool found = false;

    for (size_t i = 0; i < t->count && !found; i++) {
        found = strcmp(t->columns[i].name, text) == 0;
        *first = *last = i;
    }
    if (!found && *text >= '1' && *text <= '9') {
        *first = *last = strtoul(text, &end, 10) - 1;
        if (*end == '-')
            *last = strtoul(end + 1, &end, 10) - 1;
        found = !*end && *first <= *last && *last < t->count;
    }
    free(text);
    return found;
}

/* The columns that the user wants, in that order. */
static bool keep_told(struct survey *s, const char *told, const char *path,
                      struct err *e)
{
    const struct table_shape *t = &s->list->table;

    for (const char *item = told; *item;) {
        size_t len = strcspn(item, ","), first, last;

        if (!columns_named(t, item, len, &first, &last))
            return err_set(e, ERR_USAGE,
                           _("%s: has no column %.*s; it has %zu, named by "
                             "number or heading"),
                           path, (int)len, item, t->count);
        for (size_t i = first; i <= last && s->list->count < t->count; i++)
            keep_cell(s, i);
        item += len + (item[len] == ',');
    }
    return true;
}

/* A name that no column of the list has. */
static char *unique_name(const struct list *l, const char *wanted)
{
    struct str name = {0};
    bool taken = true;

    for (int n = 1; taken; n++) {
        str_truncate(&name, 0);
        str_add(&name, wanted);
        if (n > 1)
            str_addf(&name, "%d", n);
        taken = false;
        for (size_t i = 0; i < l->count && !taken; i++)
            taken = strcmp(l->columns[i].name, str_text(&name)) == 0;
    }
    return str_take(&name);
}

static void keep_groups(struct survey *s)
{
    for (int i = 0; i < s->levels; i++) {
        char *name = unique_name(s->list, s->is_place[i] ? "地区" : "分组");
        struct list_column *c =
            add_column(s->list, LIST_FROM_GROUP, (size_t)i, name);

        c->origin = xstrdup("source");
        free(name);
    }
}

static void derive(struct list *l, enum list_source source, const char *name,
                   const char *rule, size_t unit)
{
    struct list_column *c = add_column(l, source, unit, name);
    struct str origin = {0};

    str_addf(&origin, "%s (%s)", rule, l->columns[unit].name);
    c->origin = str_take(&origin);
}

static void keep_derived(struct survey *s)
{
    struct list *l = s->list;
    const char **names = xcalloc(l->count + 1, sizeof(*names));
    int unit;
    bool region, kind;

    for (size_t i = 0; i < l->count; i++)
        names[i] = l->columns[i].name;
    unit = fields_unit_among(names, l->count);
    region = unit >= 0 && s->has_region && !fields_have_region(names, l->count);
    kind = unit >= 0 && s->has_kind && !fields_have_kind(names, l->count);
    if (region)
        derive(l, LIST_FROM_REGION, "地区", UNIT_REGION_RULE, (size_t)unit);
    if (kind)
        derive(l, LIST_FROM_KIND, "单位类型", UNIT_KIND_RULE, (size_t)unit);
    free(names);
}

static int number_of_table(const struct table_shape *t)
{
    for (size_t i = 0; i < t->count; i++) {
        if (numbering_of(t->columns[i].name) == NUMBERING_COUNTS)
            return (int)i;
    }
    return -1;
}

static int unit_of_table(const struct table_shape *t)
{
    const char **names = xcalloc(t->count + 1, sizeof(*names));
    int unit;

    for (size_t i = 0; i < t->count; i++)
        names[i] = t->columns[i].name;
    unit = fields_unit_among(names, t->count);
    free(names);
    return unit;
}

bool list_survey(struct list *l, struct rows *rows, size_t from,
                 const struct table_options *o,
                 const struct unit_tables *tables, struct list_watch *watch,
                 bool *found, struct err *e)
{
    struct survey s = {.list = l, .tables = tables, .unit = -1};
    bool ok;

    if (!table_shape_find(&l->table, rows, from, o, found, e))
        return false;
    if (!*found)
        return true;
    s.unit = unit_of_table(&l->table);
    s.number = number_of_table(&l->table);
    s.check = list_check_new(l, rows, s.number);
    look_again(&s);
    ok = table_read_begin(&s.read, &l->table, rows, e) &&
         survey_rows(&s, rows, watch, e);
    if (ok && o->columns)
        ok = keep_told(&s, o->columns, rows->path, e);
    else if (ok)
        keep_filled(&s);
    if (ok) {
        keep_groups(&s);
        keep_derived(&s);
    }
    *found = ok && l->rows > 0;
    table_read_end(&s.read);
    list_check_free(s.check);
    free(s.looks);
    str_clear(&s.made);
    if (!*found)
        list_clear(l);
    return ok;
}

void list_clear(struct list *l)
{
    for (size_t i = 0; i < l->count; i++) {
        free(l->columns[i].name);
        free(l->columns[i].origin);
        str_clear(&l->columns[i].made);
    }
    free(l->columns);
    free(l->gaps.items);
    table_shape_clear(&l->table);
    *l = (struct list){0};
}

/* ---- the second reading ---- */

static void fill(struct list *l, const struct table_read *r,
                 const struct unit_tables *tables, struct write_cell *cells)
{
    for (size_t i = 0; i < l->count; i++) {
        struct list_column *c = &l->columns[i];
        struct write_cell *to = &cells[i];
        struct words_text cell;

        switch (c->source) {
        case LIST_FROM_CELL:
            cell = r->cells[c->at];
            if (c->is_number)
                cell = narrowed(&c->made, cell);
            else if (c->is_name)
                cell = unbroken(&c->made, cell);
            *to = (struct write_cell){cell.text, cell.len};
            break;
        case LIST_FROM_GROUP:
            *to = (struct write_cell){"", 0};
            if ((int)c->at < r->depth)
                *to = (struct write_cell){str_text(&r->groups[c->at].name),
                                          r->groups[c->at].name.len};
            break;
        case LIST_FROM_REGION:
            to->text = unit_region(tables, cells[c->at].text, cells[c->at].len);
            to->len = strlen(to->text);
            break;
        case LIST_FROM_KIND:
            to->text = unit_kind(tables, cells[c->at].text, cells[c->at].len);
            to->len = strlen(to->text);
            break;
        }
    }
}

bool list_each(struct list *l, struct rows *rows,
               const struct unit_tables *tables, struct list_sink *sink,
               struct list_watch *watch, struct err *e)
{
    struct write_cell *cells = xcalloc(l->count, sizeof(*cells));
    struct table_read read;
    enum table_event event = TABLE_RECORD;
    int64_t row = 0;
    bool ok = table_read_begin(&read, &l->table, rows, e);

    while (ok && event != TABLE_END) {
        ok = table_read_next(&read, &event, e);
        if (!ok || event != TABLE_RECORD)
            continue;
        fill(l, &read, tables, cells);
        ok = sink->take(sink, cells, read.number, e) &&
             (!watch || ++row % PROGRESS_ROWS != 0 ||
              watch->went_on(watch, rows->path, true, row, e));
    }
    table_read_end(&read);
    free(cells);
    return ok;
}
