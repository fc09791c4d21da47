#include "import/flow_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/flow.h"
#include "import/particulars.h"
#include "import/words.h"

/* ---- lines ---- */

void flow_line_add_link(struct flow_line *l, const char *text,
                        const char *target)
{
    l->links =
        mem_grow(l->links, l->link_count, &l->link_cap, sizeof(*l->links));
    l->links[l->link_count++] =
        (struct flow_link){xstrdup(text), xstrdup(target)};
}

void flow_line_clear(struct flow_line *l)
{
    free(l->text);
    grid_free(l->grid);
    for (size_t i = 0; i < l->link_count; i++) {
        free(l->links[i].text);
        free(l->links[i].target);
    }
    free(l->links);
    *l = (struct flow_line){0};
}

void flow_lines_add(struct flow_lines *to, struct flow_line *l)
{
    to->items = mem_grow(to->items, to->count, &to->cap, sizeof(*to->items));
    to->items[to->count++] = *l;
    *l = (struct flow_line){0};
}

void flow_lines_clear(struct flow_lines *l)
{
    for (size_t i = 0; i < l->count; i++)
        flow_line_clear(&l->items[i]);
    free(l->items);
    *l = (struct flow_lines){0};
}

/* ---- building ---- */

void flow_table_add_row(struct flow_table *t, size_t number)
{
    t->rows = mem_grow(t->rows, t->count, &t->cap, sizeof(*t->rows));
    t->rows[t->count++] = (struct flow_row){.number = number};
    t->in_cell = false;
}

void flow_table_add_cell(struct flow_table *t, int row_span, int col_span,
                         bool is_heading)
{
    struct flow_row *row;

    if (t->count == 0)
        flow_table_add_row(t, t->number);
    row = &t->rows[t->count - 1];
    row->cells =
        mem_grow(row->cells, row->count, &row->cap, sizeof(*row->cells));
    row->cells[row->count++] = (struct flow_cell){
        .row_span = row_span, .col_span = col_span, .is_heading = is_heading};
    t->in_cell = true;
}

struct flow_cell *flow_table_open_cell(struct flow_table *t)
{
    struct flow_row *row = t->count ? &t->rows[t->count - 1] : NULL;

    return t->in_cell && row ? &row->cells[row->count - 1] : NULL;
}

void flow_table_clear(struct flow_table *t)
{
    for (size_t r = 0; r < t->count; r++) {
        for (size_t c = 0; c < t->rows[r].count; c++)
            flow_lines_clear(&t->rows[r].cells[c].lines);
        free(t->rows[r].cells);
    }
    free(t->rows);
    *t = (struct flow_table){0};
}

void flow_found_clear(struct flow_found *found)
{
    for (size_t i = 0; i < found->count; i++) {
        free(found->items[i].name);
        free(found->items[i].value);
    }
    free(found->items);
    *found = (struct flow_found){0};
}

/* ---- what it is ---- */

static size_t cell_bytes(const struct flow_cell *cell)
{
    size_t bytes = 0;

    for (size_t i = 0; i < cell->lines.count; i++) {
        if (cell->lines.items[i].text)
            bytes += strlen(cell->lines.items[i].text);
    }
    return bytes;
}

static bool has_grid(const struct flow_cell *cell)
{
    for (size_t i = 0; i < cell->lines.count; i++) {
        if (cell->lines.items[i].grid)
            return true;
    }
    return false;
}

/* A cell that holds the text of a page rather than a value: many lines, and
 * more than half of all that the table says. */
static bool is_page(const struct flow_cell *cell, size_t table_bytes)
{
    size_t bytes = cell_bytes(cell);

    return 2 * bytes > table_bytes &&
           (cell->lines.count >= 6 || (cell->lines.count >= 4 && bytes > 600));
}

static size_t full_cells(const struct flow_row *row)
{
    size_t full = 0;

    for (size_t c = 0; c < row->count; c++)
        full += row->cells[c].lines.count > 0 ||
                row->cells[c].row_span == FLOW_CONTINUES;
    return full;
}

/* Whether it only puts things side by side: less than two rows with more than
 * one cell in use, a table within, or a cell that is the page. */
static bool is_layout(const struct flow_table *t)
{
    size_t wide = 0, bytes = 0;

    for (size_t r = 0; r < t->count; r++) {
        wide += full_cells(&t->rows[r]) > 1;
        for (size_t c = 0; c < t->rows[r].count; c++)
            bytes += cell_bytes(&t->rows[r].cells[c]);
    }
    if (wide < 2)
        return true;
    for (size_t r = 0; r < t->count; r++) {
        for (size_t c = 0; c < t->rows[r].count; c++) {
            const struct flow_cell *cell = &t->rows[r].cells[c];

            if (has_grid(cell) || is_page(cell, bytes))
                return true;
        }
    }
    return false;
}

/* ---- cells that go on below ---- */

static void move_lines(struct flow_lines *from, struct flow_lines *to)
{
    for (size_t i = 0; i < from->count; i++)
        flow_lines_add(to, &from->items[i]);
    from->count = 0;
}

enum { JOIN_COLUMNS = 1024 }; /* a cell further to the right stands alone */

/* Each cell above learns how many rows it has; what goes on below it is gone
 * from its row. */
static void join_down(struct flow_table *t)
{
    struct flow_cell **above =
        xcalloc(JOIN_COLUMNS, sizeof(struct flow_cell *));

    for (size_t r = 0; r < t->count; r++) {
        size_t column = 0;

        for (size_t c = 0; c < t->rows[r].count; c++) {
            struct flow_cell *cell = &t->rows[r].cells[c];
            bool goes_on = cell->row_span == FLOW_CONTINUES;

            if (goes_on && column < JOIN_COLUMNS && above[column]) {
                above[column]->row_span++;
                move_lines(&cell->lines, &above[column]->lines);
            } else {
                cell->row_span = goes_on ? 1 : cell->row_span;
                if (column < JOIN_COLUMNS)
                    above[column] = cell;
            }
            column += (size_t)(cell->col_span > 1 ? cell->col_span : 1);
        }
    }
    free(above);
}

/* ---- particulars ---- */

static const struct flow_line *only_line(const struct flow_cell *cell)
{
    return cell->lines.count == 1 && cell->lines.items[0].text &&
                   !cell->lines.items[0].why
               ? &cell->lines.items[0]
               : NULL;
}

static bool is_name(const struct flow_cell *cell)
{
    const struct flow_line *line = only_line(cell);

    return line && particulars_is_name(line->text, strlen(line->text));
}

/* How many names with a value behind them the row is made of; 0: it is not. */
static size_t pairs(const struct flow_row *row)
{
    size_t found = 0;

    if (row->count < 2 || row->count % 2)
        return 0;
    for (size_t c = 0; c < row->count; c += 2) {
        const struct flow_lines *value = &row->cells[c + 1].lines;

        /* The last name of a row may be left out. */
        if (row->cells[c].lines.count == 0 && value->count == 0)
            continue;
        if (!is_name(&row->cells[c]) || is_name(&row->cells[c + 1]) ||
            value->count > 3 || has_grid(&row->cells[c + 1]))
            return 0;
        found++;
    }
    return found;
}

static void add_particular(struct flow_found *found,
                           const struct flow_cell *name,
                           const struct flow_cell *value, size_t number)
{
    const char *text = name->lines.items[0].text;
    struct str all = {0};

    for (size_t i = 0; i < value->lines.count; i++)
        str_add(&all, value->lines.items[i].text);
    found->items = mem_grow(found->items, found->count, &found->cap,
                            sizeof(*found->items));
    found->items[found->count++] =
        (struct page_particular){.name = particulars_name(text, strlen(text)),
                                 .value = str_take(&all),
                                 .number = number};
}

static void take_pairs(struct flow_row *row, struct flow_found *found)
{
    for (size_t c = 0; c < row->count; c += 2) {
        if (row->cells[c].lines.count)
            add_particular(found, &row->cells[c], &row->cells[c + 1],
                           row->number);
        flow_lines_clear(&row->cells[c].lines);
        flow_lines_clear(&row->cells[c + 1].lines);
    }
}

/* Two names with values at the least; one would be any table's. */
static void take_particulars(struct flow_table *t, struct flow_found *found)
{
    size_t all = 0;

    for (size_t r = 0; r < t->count; r++)
        all += pairs(&t->rows[r]);
    for (size_t r = 0; all >= 2 && r < t->count; r++) {
        if (pairs(&t->rows[r]))
            take_pairs(&t->rows[r], found);
    }
}

static bool is_name_line(const struct flow_line *l)
{
    size_t len = l->text && !l->why ? strlen(l->text) : 0;

    return len > 0 && particulars_is_name(l->text, len) &&
           (l->group || words_end_any(l->text, WORDS("：", ":", "： ")));
}

/* How many lines the value has that stands behind a name: one, or none. It is
 * in the group of the name, or another name comes behind it: else it may be
 * the text of the document. */
static size_t value_lines(const struct flow_lines *l, size_t name)
{
    size_t at = name + 1;

    if (at >= l->count || is_name_line(&l->items[at]) || !l->items[at].text ||
        l->items[at].why || strlen(l->items[at].text) > 300)
        return 0;
    if (l->items[name].group)
        return l->items[at].group == l->items[name].group;
    return at + 1 < l->count && is_name_line(&l->items[at + 1]);
}

static void take_line_pair(struct flow_lines *l, size_t name, size_t values,
                           struct flow_found *found)
{
    const char *text = l->items[name].text;

    found->items = mem_grow(found->items, found->count, &found->cap,
                            sizeof(*found->items));
    found->items[found->count++] = (struct page_particular){
        .name = particulars_name(text, strlen(text)),
        .value = xstrdup(values ? l->items[name + 1].text : ""),
        .number = l->items[name].number};
}

/* Where the names and values that begin at `at` end, and how many names. */
static size_t pairs_end(const struct flow_lines *l, size_t at, size_t *names)
{
    *names = 0;
    while (at < l->count && is_name_line(&l->items[at])) {
        at += 1 + value_lines(l, at);
        ++*names;
    }
    return at;
}

void flow_lines_take_particulars(struct flow_lines *l, struct flow_found *found)
{
    size_t to = 0, at = 0;

    while (at < l->count) {
        size_t names, end = pairs_end(l, at, &names);

        if (names >= 3) {
            while (at < end) {
                size_t values = value_lines(l, at);

                take_line_pair(l, at, values, found);
                flow_line_clear(&l->items[at]);
                if (values)
                    flow_line_clear(&l->items[at + 1]);
                at += 1 + values;
            }
            continue;
        }
        for (end = end > at ? end : at + 1; at < end; at++)
            l->items[to++] = l->items[at];
    }
    l->count = to;
}

/* ---- giving ---- */

static void give_lines(struct flow_table *t, struct flow_lines *to)
{
    for (size_t r = 0; r < t->count; r++) {
        for (size_t c = 0; c < t->rows[r].count; c++) {
            struct flow_lines *from = &t->rows[r].cells[c].lines;

            for (size_t i = 0; i < from->count; i++)
                flow_lines_add(to, &from->items[i]);
        }
    }
}

/* What is left out of a cell stands before the table, in `to`. */
static void give_cell(struct grid *g, struct flow_cell *cell,
                      struct flow_line *line, struct flow_lines *to,
                      struct flow_found *found)
{
    struct str text = {0};
    bool fits = found->places < FLOW_MAX_PLACES;
    struct grid_cell *placed;
    size_t before = g->places;

    for (size_t i = 0; i < cell->lines.count; i++) {
        struct flow_line *l = &cell->lines.items[i];

        if (l->why) {
            flow_lines_add(to, l);
            continue;
        }
        if (text.len)
            str_addc(&text, '\n');
        str_add(&text, l->text);
        for (size_t n = 0; n < l->link_count; n++)
            flow_line_add_link(line, l->links[n].text, l->links[n].target);
    }
    placed =
        grid_add_cell(g, str_text(&text), text.len, fits ? cell->row_span : 1,
                      fits ? cell->col_span : 1);
    placed->is_heading = cell->is_heading;
    found->places += g->places - before;
    str_clear(&text);
}

static void give_grid(struct flow_table *t, struct flow_lines *to,
                      struct flow_found *found)
{
    struct flow_line line = {.number = t->number, .grid = grid_new()};

    for (size_t r = 0; r < t->count; r++) {
        if (t->rows[r].count == 0)
            continue;
        grid_add_row(line.grid, t->rows[r].number);
        for (size_t c = 0; c < t->rows[r].count; c++) {
            if (t->rows[r].cells[c].row_span != FLOW_CONTINUES)
                give_cell(line.grid, &t->rows[r].cells[c], &line, to, found);
        }
    }
    flow_lines_add(to, &line);
}

void flow_table_give(struct flow_table *t, struct flow_lines *to,
                     struct flow_found *found)
{
    join_down(t);
    take_particulars(t, found);
    if (is_layout(t))
        give_lines(t, to);
    else
        give_grid(t, to, found);
}
