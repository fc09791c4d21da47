#include "import/grid_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct grid_rows {
    struct rows rows;
    const struct grid *grid; /* borrowed */
    size_t next;
    bool has_lines; /* the lines of the source are the rows' numbers */
};

static void add_cell(const struct grid *g, struct row *out, size_t row,
                     size_t column)
{
    const struct grid_cell *place = &g->rows[row].cells[column];
    const struct grid_cell *cell = &g->rows[place->row].cells[place->column];
    const char *text = cell->text ? cell->text : "";
    struct rows_cell *to;

    if (place == cell) {
        to = row_add_clean(out, text, strlen(text));
        to->col_span = cell->col_span;
        to->row_span = cell->row_span;
        to->is_heading = cell->is_heading;
    } else if (place->column == column && place->row < row) {
        to = row_add_clean(out, text, strlen(text));
        to->cover = ROWS_FROM_ABOVE;
    } else {
        to = row_add_clean(out, "", 0);
        to->cover = ROWS_FROM_LEFT;
    }
}

static bool next_row(struct rows *r, struct row *out, bool *end, struct err *e)
{
    struct grid_rows *s = (struct grid_rows *)r;
    const struct grid *g = s->grid;
    size_t row = s->next;

    (void)e;
    *end = row >= g->count;
    if (*end)
        return true;
    row_begin(out,
              s->has_lines && g->rows[row].line ? g->rows[row].line : row + 1);
    for (size_t c = 0; c < g->rows[row].count; c++)
        add_cell(g, out, row, c);
    row_end(out);
    s->next++;
    return true;
}

static bool rewind_rows(struct rows *r, struct err *e)
{
    (void)e;
    ((struct grid_rows *)r)->next = 0;
    return true;
}

static void close_rows(struct rows *r)
{
    free(r);
}

/* Whether the lines of the source tell where the rows stand. A web page may
 * have its table in one line; then they are counted. */
static bool has_lines(const struct grid *g)
{
    size_t run = 1;

    for (size_t r = 1; r < g->count; r++) {
        run = g->rows[r].line == g->rows[r - 1].line ? run + 1 : 1;
        if (g->rows[r].line && 2 * run > g->count)
            return false;
    }
    return true;
}

struct rows *grid_rows_open(const struct grid *g, const char *path,
                            struct str *remarks)
{
    static const struct rows_class class = {next_row, rewind_rows, close_rows};
    struct grid_rows *s = xcalloc(1, sizeof(*s));

    s->rows = (struct rows){.ops = &class, .path = path, .remarks = remarks};
    s->grid = g;
    s->has_lines = has_lines(g);
    return &s->rows;
}

static struct rows *open_sheet(struct book *b, size_t sheet, struct err *e)
{
    (void)sheet;
    (void)e;
    return grid_rows_open(b->data, b->in.path, b->remarks);
}

static void close_book(struct book *b)
{
    grid_free(b->data);
}

void grid_rows_book(struct book *b, struct grid *g)
{
    static const struct book_class class = {open_sheet, close_book};

    b->ops = &class;
    b->data = g;
    book_add_sheet(b, NULL, 0, false);
}
