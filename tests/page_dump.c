#include "tests/page_dump.h"

static const char *const hints[] = {
    [PAGE_HINT_NONE] = "",
    [PAGE_HINT_TITLE] = " title",
    [PAGE_HINT_HEADING] = " heading",
    [PAGE_HINT_CENTRED] = " centred",
    [PAGE_HINT_RIGHT] = " right",
    [PAGE_HINT_PAGE] = " page",
};

static void dump_text(struct str *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\n')
            str_add(out, "\\n");
        else
            str_addc(out, *text);
    }
}

static void dump_cell(struct str *out, const struct grid *g, size_t row,
                      size_t column)
{
    const struct grid_cell *c = &g->rows[row].cells[column];

    if (column)
        str_add(out, " | ");
    if (grid_is_covered(g, row, column)) {
        str_add(out, c->row == row ? "<" : "^");
        return;
    }
    if (c->is_heading)
        str_addc(out, '#');
    dump_text(out, grid_text(g, row, column));
    if (c->row_span > 1 || c->col_span > 1)
        str_addf(out, " {%dx%d}", c->row_span, c->col_span);
}

static void dump_grid(struct str *out, const struct grid *g)
{
    str_addf(out, "table of %zu columns\n", g->columns);
    for (size_t r = 0; r < g->count; r++) {
        str_addf(out, "  %zu: ", g->rows[r].line);
        for (size_t c = 0; c < g->rows[r].count; c++)
            dump_cell(out, g, r, c);
        str_addc(out, '\n');
    }
}

static void dump_line(struct str *out, const struct page_line *l)
{
    str_addf(out, "%zu%s: ", l->number, hints[l->hint]);
    if (l->fate)
        str_addf(out, "(%s) ", l->fate);
    if (l->grid) {
        dump_grid(out, l->grid);
        return;
    }
    dump_text(out, l->text);
    str_addc(out, '\n');
}

void page_dump(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++)
        dump_line(out, &p->lines[i]);
    for (size_t i = 0; i < p->particular_count; i++)
        str_addf(out, "particular %zu: %s = %s\n", p->particulars[i].number,
                 p->particulars[i].name, p->particulars[i].value);
    for (size_t i = 0; i < p->link_count; i++)
        str_addf(out, "link in \"%s\": %s -> %s\n",
                 p->lines[p->links[i].line].text, p->links[i].text,
                 p->links[i].target);
    str_append(out, str_text(&p->warnings), p->warnings.len);
}
