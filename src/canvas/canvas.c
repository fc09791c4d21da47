#include "canvas/canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/cluster.h"
#include "text/utf8.h"

static struct cell blank(enum style style)
{
    return (struct cell){.base = ' ', .columns = 1, .style = (uint8_t)style};
}

void canvas_init(struct canvas *c, int rows, int columns,
                 enum ambiguous ambiguous)
{
    *c = (struct canvas){
        .rows = rows > 0 ? rows : 1,
        .columns = columns > 0 ? columns : 1,
        .ambiguous = ambiguous,
    };
    c->cells = xcalloc((size_t)c->rows * (size_t)c->columns, sizeof(*c->cells));
    canvas_fill(c, (struct rect){0, 0, c->rows, c->columns}, STYLE_TEXT);
}

static void clear_links(struct canvas *c)
{
    while (c->link_count > 0)
        free(c->links[--c->link_count]);
}

void canvas_clear(struct canvas *c)
{
    clear_links(c);
    free(c->links);
    free(c->cells);
    *c = (struct canvas){0};
}

int canvas_bottom_limit(const struct canvas *c)
{
    return c->columns > 3 ? c->columns - 2 : c->columns;
}

static struct cell *at(const struct canvas *c, int row, int column)
{
    return &c->cells[(size_t)row * (size_t)c->columns + (size_t)column];
}

const struct cell *canvas_cell(const struct canvas *c, int row, int column)
{
    return at(c, row, column);
}

/* Cells [from, to) of a row are about to be overwritten: a wide character
 * that only half lies in them leaves a blank outside. */
static void split_halves(struct canvas *c, int row, int from, int to)
{
    if (from > 0 && at(c, row, from)->columns == 0)
        *at(c, row, from - 1) = blank((enum style)at(c, row, from - 1)->style);
    if (to < c->columns && at(c, row, to)->columns == 0)
        *at(c, row, to) = blank((enum style)at(c, row, to)->style);
}

void canvas_fill(struct canvas *c, struct rect area, enum style style)
{
    int top = area.row > 0 ? area.row : 0;
    int left = area.column > 0 ? area.column : 0;
    int bottom = area.row + area.rows, right = area.column + area.columns;

    if (bottom > c->rows)
        bottom = c->rows;
    if (right > c->columns)
        right = c->columns;
    if (left >= right)
        return;
    if (top == 0 && left == 0 && bottom == c->rows && right == c->columns) {
        clear_links(c);
        c->cursor_row = c->cursor_column = -1;
    }
    for (int row = top; row < bottom; row++) {
        split_halves(c, row, left, right);
        for (int column = left; column < right; column++)
            *at(c, row, column) = blank(style);
    }
}

static void put(struct canvas *c, int row, int column, const char *s,
                struct cluster cluster, enum style style)
{
    struct cell cell = {
        .columns = (uint8_t)cluster.columns,
        .style = (uint8_t)style,
    };
    size_t i = utf8_decode(s, cluster.len, &cell.base);

    for (int mark = 0; i < cluster.len && mark < CELL_MARKS; mark++)
        i += utf8_decode(s + i, cluster.len - i, &cell.marks[mark]);
    split_halves(c, row, column, column + cluster.columns);
    *at(c, row, column) = cell;
    if (cluster.columns == 2)
        *at(c, row, column + 1) = (struct cell){.style = (uint8_t)style};
}

int canvas_text(struct canvas *c, int row, int column, int limit,
                const char *text, size_t len, enum style style)
{
    if (limit > c->columns)
        limit = c->columns;
    if (row < 0 || row >= c->rows)
        return column;
    for (size_t i = 0; i < len;) {
        struct cluster k = cluster_at(text + i, len - i, c->ambiguous);

        if (column + k.columns > limit)
            break;
        if (column >= 0 && k.columns > 0)
            put(c, row, column, text + i, k, style);
        column += k.columns;
        i += k.len;
    }
    return column;
}

int canvas_puts(struct canvas *c, int row, int column, int limit,
                const char *text, enum style style)
{
    return canvas_text(c, row, column, limit, text, strlen(text), style);
}

int canvas_text_cut(struct canvas *c, int row, int column, int limit,
                    const char *text, size_t len, enum style style)
{
    size_t fits;
    int used;

    if (limit > c->columns)
        limit = c->columns;
    if (limit <= column)
        return column;
    fits = cluster_fit(text, len, limit - column, c->ambiguous, &used);
    if (fits == len)
        return canvas_text(c, row, column, limit, text, len, style);
    fits = cluster_fit(text, len, limit - column - 1, c->ambiguous, &used);
    column = canvas_text(c, row, column, limit, text, fits, style);
    canvas_fill(c, (struct rect){row, column, 1, limit - 1 - column}, style);
    return canvas_puts(c, row, limit - 1, limit, ">", style);
}

static void add_link(struct canvas *c, const char *address)
{
    c->links =
        mem_grow(c->links, c->link_count, &c->link_cap, sizeof(*c->links));
    c->links[c->link_count++] = xstrdup(address);
}

/* Clip columns [*column, *limit) of a row to the canvas; false: nothing is
 * left of them. */
static bool clip(const struct canvas *c, int row, int *column, int *limit)
{
    if (*column < 0)
        *column = 0;
    if (*limit > c->columns)
        *limit = c->columns;
    return row >= 0 && row < c->rows && *column < *limit;
}

void canvas_restyle(struct canvas *c, int row, int column, int limit,
                    enum style style)
{
    if (!clip(c, row, &column, &limit))
        return;
    for (; column < limit; column++)
        at(c, row, column)->style = (uint8_t)style;
}

/* The number of an address on this canvas, a new one if need be; 0: there are
 * too many. */
static uint16_t link_number(struct canvas *c, const char *address)
{
    for (size_t i = c->link_count; i > 0; i--) {
        if (strcmp(c->links[i - 1], address) == 0)
            return (uint16_t)i;
    }
    if (c->link_count == CANVAS_LINKS)
        return 0;
    add_link(c, address);
    return (uint16_t)c->link_count;
}

void canvas_link(struct canvas *c, int row, int column, int limit,
                 const char *address)
{
    uint16_t number;

    if (!clip(c, row, &column, &limit))
        return;
    number = link_number(c, address);
    for (; column < limit; column++) {
        if (at(c, row, column)->base != ' ')
            at(c, row, column)->link = number;
    }
}

void canvas_point(struct canvas *c, int row, int column)
{
    bool is_on =
        row >= 0 && row < c->rows && column >= 0 && column < c->columns;

    c->cursor_row = is_on ? row : -1;
    c->cursor_column = is_on ? column : -1;
}

const char *canvas_address(const struct canvas *c, const struct cell *cell)
{
    return cell->link ? c->links[cell->link - 1] : NULL;
}

void canvas_copy(struct canvas *to, const struct canvas *from)
{
    size_t n = (size_t)from->rows * (size_t)from->columns;

    if (!to->cells)
        canvas_init(to, from->rows, from->columns, from->ambiguous);
    assert(to->rows == from->rows && to->columns == from->columns);
    to->ambiguous = from->ambiguous;
    to->cursor_row = from->cursor_row;
    to->cursor_column = from->cursor_column;
    memcpy(to->cells, from->cells, n * sizeof(*from->cells));
    clear_links(to);
    for (size_t i = 0; i < from->link_count; i++)
        add_link(to, from->links[i]);
}

static bool link_equal(const struct canvas *a, const struct cell *in_a,
                       const struct canvas *b, const struct cell *in_b)
{
    if (!in_a->link || !in_b->link)
        return in_a->link == in_b->link;
    return strcmp(canvas_address(a, in_a), canvas_address(b, in_b)) == 0;
}

bool canvas_row_equal(const struct canvas *a, int row_a, const struct canvas *b,
                      int row_b)
{
    if (a->columns != b->columns)
        return false;
    for (int column = 0; column < a->columns; column++) {
        const struct cell *x = at(a, row_a, column);
        const struct cell *y = at(b, row_b, column);

        if (x->base != y->base || x->columns != y->columns ||
            x->style != y->style || !link_equal(a, x, b, y) ||
            memcmp(x->marks, y->marks, sizeof(x->marks)) != 0)
            return false;
    }
    return true;
}

bool canvas_equal(const struct canvas *a, const struct canvas *b)
{
    bool is_equal = a->rows == b->rows;

    for (int row = 0; is_equal && row < a->rows; row++)
        is_equal = canvas_row_equal(a, row, b, row);
    return is_equal;
}

void canvas_row_text(const struct canvas *c, int row, struct str *out)
{
    size_t end = out->len;

    for (int column = 0; column < c->columns; column++) {
        const struct cell *cell = at(c, row, column);
        char bytes[UTF8_MAX];

        if (!cell->columns)
            continue;
        str_append(out, bytes, utf8_encode(cell->base, bytes));
        for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
            str_append(out, bytes, utf8_encode(cell->marks[i], bytes));
        if (cell->base != ' ')
            end = out->len;
    }
    str_truncate(out, end);
}
