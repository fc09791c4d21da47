#include "import/grid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/words.h"
#include "text/clean.h"

struct grid *grid_new(void)
{
    return xcalloc(1, sizeof(struct grid));
}

void grid_free(struct grid *g)
{
    if (!g)
        return;
    for (size_t r = 0; r < g->count; r++) {
        for (size_t c = 0; c < g->rows[r].count; c++)
            free(g->rows[r].cells[c].text);
        free(g->rows[r].cells);
    }
    free(g->rows);
    free(g->caption);
    free(g);
}

/* Clean, each line trimmed, empty lines at both ends dropped. */
static char *clean_cell(const char *s, size_t len)
{
    struct str out = {0};
    const char *end = s + len;

    while (s < end) {
        const char *lf = memchr(s, '\n', (size_t)(end - s));
        const char *stop = lf ? lf : end;
        struct str clean = {0};
        char *line;

        clean_append(&clean, s, (size_t)(stop - s), CLEAN_EXPORT);
        line = words_trimmed(str_text(&clean), clean.len);
        if (*line && out.len)
            str_addc(&out, '\n');
        str_add(&out, line);
        free(line);
        str_clear(&clean);
        s = lf ? lf + 1 : end;
    }
    if (out.len)
        return str_take(&out);
    str_clear(&out);
    return NULL;
}

/* Append a place to the last row, its own or covered by (`row`, `column`). */
static struct grid_cell *put(struct grid *g, size_t row, size_t column)
{
    struct grid_row *last = &g->rows[g->count - 1];

    last->cells =
        mem_grow(last->cells, last->count, &last->cap, sizeof(*last->cells));
    last->cells[last->count] = (struct grid_cell){
        .row_span = 1, .col_span = 1, .row = row, .column = column};
    if (last->count + 1 > g->columns)
        g->columns = last->count + 1;
    g->places++;
    return &last->cells[last->count++];
}

static bool is_full(const struct grid *g)
{
    return g->places >= GRID_MAX_PLACES;
}

/* Append what cells above cover of the last row, from its end on. Every row
 * is as long as spans into it reach, so that looking one row up is enough. */
static void put_covered(struct grid *g)
{
    size_t at = g->count - 1;

    while (at > 0 && g->rows[at].count < g->rows[at - 1].count && !is_full(g)) {
        const struct grid_cell *above =
            &g->rows[at - 1].cells[g->rows[at].count];
        size_t row = above->row, column = above->column;

        if (row + (size_t)g->rows[row].cells[column].row_span <= at)
            break;
        put(g, row, column);
    }
}

struct grid_row *grid_add_row(struct grid *g, size_t line)
{
    size_t last = g->count - 1;

    /* What is covered behind the end of the row before. */
    while (g->count > 1 && g->rows[last].count < g->rows[last - 1].count &&
           !is_full(g)) {
        size_t before = g->rows[last].count;

        put_covered(g);
        if (g->rows[last].count == before)
            put(g, last, before);
    }
    g->rows = mem_grow(g->rows, g->count, &g->cap, sizeof(*g->rows));
    g->rows[g->count] = (struct grid_row){.line = line};
    return &g->rows[g->count++];
}

static int clamp_span(int span)
{
    if (span < 1)
        return 1;
    return span > GRID_MAX_SPAN ? GRID_MAX_SPAN : span;
}

struct grid_cell *grid_add_cell(struct grid *g, const char *text, size_t len,
                                int row_span, int col_span)
{
    struct grid_cell *cell;
    size_t row = g->count - 1, column;

    assert(g->count > 0);
    put_covered(g);
    column = g->rows[row].count;
    put(g, row, column);
    col_span = is_full(g) ? 1 : clamp_span(col_span);
    for (int i = 1; i < col_span; i++)
        put(g, row, column);
    cell = &g->rows[row].cells[column];
    cell->text = text ? clean_cell(text, len) : NULL;
    cell->row_span = is_full(g) ? 1 : clamp_span(row_span);
    cell->col_span = col_span;
    return cell;
}

static const struct grid_cell *cell_at(const struct grid *g, size_t row,
                                       size_t column)
{
    if (row >= g->count || column >= g->rows[row].count)
        return NULL;
    return &g->rows[row].cells[column];
}

bool grid_is_covered(const struct grid *g, size_t row, size_t column)
{
    const struct grid_cell *cell = cell_at(g, row, column);

    return cell && (cell->row != row || cell->column != column);
}

const char *grid_text(const struct grid *g, size_t row, size_t column)
{
    const struct grid_cell *cell = cell_at(g, row, column);

    if (cell)
        cell = &g->rows[cell->row].cells[cell->column];
    return cell && cell->text ? cell->text : "";
}
