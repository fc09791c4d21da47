#include "import/flow.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/flow_table.h"

struct flow {
    struct flow_lines lines;   /* outside of tables */
    struct flow_table *tables; /* the open ones, the innermost last */
    size_t depth, cap;
    size_t flat;             /* tables that are open beyond FLOW_MAX_DEPTH */
    struct str text;         /* of the open line */
    struct flow_line open;   /* what else is known of it */
    struct flow_lines aside; /* open lines that wait */
    struct flow_found found;
    size_t group, groups; /* the open one, 0: none; and how many there were */
    size_t count;         /* lines and cells */
    size_t bytes;         /* of text */
};

struct flow *flow_new(void)
{
    return xcalloc(1, sizeof(struct flow));
}

void flow_free(struct flow *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->depth; i++)
        flow_table_clear(&f->tables[i]);
    free(f->tables);
    flow_lines_clear(&f->lines);
    flow_lines_clear(&f->aside);
    str_clear(&f->text);
    flow_line_clear(&f->open);
    flow_found_clear(&f->found);
    free(f);
}

/* Where lines go now: the innermost open cell. What a table has outside of
 * its cells stands before it. */
static struct flow_lines *container(struct flow *f)
{
    for (size_t i = f->depth; i-- > 0;) {
        struct flow_cell *cell = flow_table_open_cell(&f->tables[i]);

        if (cell)
            return &cell->lines;
    }
    return &f->lines;
}

void flow_text(struct flow *f, const char *s, size_t len, size_t number)
{
    if (f->text.len == 0)
        f->open.number = number;
    str_append(&f->text, s, len);
    f->bytes += len;
}

static bool is_blank(const struct str *text)
{
    static const char *const blanks[] = {" ", "\t", "\u3000", "\u00A0"};
    size_t i = 0;

    while (i < text->len) {
        size_t before = i;

        for (size_t b = 0; b < ARRAY_LEN(blanks); b++) {
            size_t n = strlen(blanks[b]);

            if (text->len - i >= n && memcmp(text->text + i, blanks[b], n) == 0)
                i += n;
        }
        if (i == before)
            return false;
    }
    return true;
}

bool flow_has_text(const struct flow *f)
{
    return !is_blank(&f->text);
}

const char *flow_line(const struct flow *f, size_t *len)
{
    *len = f->text.len;
    return str_text(&f->text);
}

static void add_open(struct flow *f)
{
    f->count++;
    f->open.text = str_take(&f->text);
    f->open.group = f->group;
    flow_lines_add(container(f), &f->open);
}

void flow_end_line(struct flow *f)
{
    if (flow_has_text(f)) {
        add_open(f);
        return;
    }
    /* A link around a picture belongs to the line that comes. */
    str_clear(&f->text);
    f->open.hint = PAGE_HINT_NONE;
    f->open.why = NULL;
}

void flow_empty_line(struct flow *f, size_t number)
{
    flow_end_line(f);
    if (f->depth > 0)
        return;
    f->open.number = number;
    add_open(f);
}

void flow_group(struct flow *f, bool is_open)
{
    f->group = is_open ? ++f->groups : 0;
}

void flow_hint(struct flow *f, enum page_hint hint)
{
    f->open.hint = hint;
}

void flow_leave_out(struct flow *f, const char *why)
{
    f->open.why = why;
}

void flow_link(struct flow *f, const char *text, const char *target)
{
    flow_line_add_link(&f->open, text, target);
}

void flow_set_aside(struct flow *f)
{
    f->open.text = str_take(&f->text);
    flow_lines_add(&f->aside, &f->open);
}

void flow_take_up(struct flow *f)
{
    struct flow_line *line;

    flow_end_line(f);
    assert(f->aside.count > 0);
    line = &f->aside.items[--f->aside.count];
    flow_line_clear(&f->open); /* of pictures in the box */
    str_add(&f->text, line->text);
    free(line->text);
    f->open = *line;
    f->open.text = NULL;
}

bool flow_is_full(const struct flow *f)
{
    return f->count > PAGE_MAX_LINES || f->bytes > PAGE_MAX_TEXT;
}

size_t flow_depth(const struct flow *f)
{
    return f->depth + f->flat;
}

void flow_table(struct flow *f, size_t number)
{
    flow_end_line(f);
    if (f->depth == FLOW_MAX_DEPTH) {
        f->flat++;
        return;
    }
    f->tables = mem_grow(f->tables, f->depth, &f->cap, sizeof(*f->tables));
    f->tables[f->depth++] = (struct flow_table){.number = number};
}

static struct flow_table *innermost(struct flow *f)
{
    return f->depth && !f->flat ? &f->tables[f->depth - 1] : NULL;
}

void flow_row(struct flow *f, size_t number)
{
    flow_end_line(f);
    f->count++;
    if (innermost(f))
        flow_table_add_row(innermost(f), number);
}

void flow_cell(struct flow *f, int row_span, int col_span, bool is_heading)
{
    flow_end_line(f);
    f->count++;
    if (innermost(f))
        flow_table_add_cell(innermost(f), row_span, col_span, is_heading);
}

void flow_cell_end(struct flow *f)
{
    flow_end_line(f);
    if (innermost(f))
        innermost(f)->in_cell = false;
}

void flow_table_end(struct flow *f)
{
    struct flow_table t;

    flow_end_line(f);
    if (f->flat > 0) {
        f->flat--;
        return;
    }
    if (f->depth == 0)
        return;
    t = f->tables[--f->depth];
    flow_table_give(&t, container(f), &f->found);
    flow_table_clear(&t);
}

static void give_line(struct flow_line *l, struct page *p)
{
    if (l->grid) {
        page_add_grid(p, l->grid, l->number);
        l->grid = NULL; /* taken */
    } else {
        page_add_paragraph(p, l->text, strlen(l->text), l->number)->hint =
            l->hint;
    }
    if (l->why)
        page_leave_out(p, p->count - 1, "%s", l->why);
    for (size_t i = 0; i < l->link_count; i++)
        page_add_link(p, l->links[i].text, l->links[i].target);
}

void flow_finish(struct flow *f, struct page *p)
{
    while (flow_depth(f) > 0)
        flow_table_end(f);
    flow_end_line(f);
    flow_lines_take_particulars(&f->lines, &f->found);
    for (size_t i = 0; i < f->lines.count; i++) {
        give_line(&f->lines.items[i], p);
        flow_line_clear(&f->lines.items[i]);
    }
    /* Behind the last line: links of pictures alone. */
    for (size_t i = 0; i < f->open.link_count; i++)
        page_add_link(p, f->open.links[i].text, f->open.links[i].target);
    for (size_t i = 0; i < f->found.count; i++) {
        const struct page_particular *found = &f->found.items[i];

        page_add_particular(p, found->name, found->value, found->number);
    }
}
