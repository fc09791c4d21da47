#include "ui/status.h"

#include <string.h>

#include "text/cluster.h"
#include "text/layout.h"

/* Draw `text` so that it ends before `limit`, if it leaves `from` alone.
 * Returns the column where it begins, or `limit`. */
static int draw_right(struct canvas *c, int row, int from, int limit,
                      const char *text)
{
    int columns = cluster_columns(text, strlen(text), c->ambiguous);

    if (!columns || limit - columns < from)
        return limit;
    canvas_puts(c, row, limit - columns, limit, text, STYLE_STATUS);
    return limit - columns;
}

static enum style style_of(const struct status *s)
{
    return s->is_error ? STYLE_ERROR : STYLE_STATUS;
}

static void draw_line(const struct status *s, struct canvas *c, int row)
{
    int wanted = cluster_columns(s->text, strlen(s->text), c->ambiguous);
    int count = cluster_columns(s->count, strlen(s->count), c->ambiguous);
    int from = wanted + 2 + (count ? count + 2 : 0);
    int all = canvas_bottom_limit(c);
    int limit = all;

    canvas_fill(c, (struct rect){row, 0, 1, c->columns}, STYLE_STATUS);
    for (int i = 0; i < STATUS_HINTS && limit == all; i++)
        limit = draw_right(c, row, from, limit, s->hints[i] ? s->hints[i] : "");
    limit = draw_right(c, row, wanted + 2, limit < all ? limit - 2 : limit,
                       s->count);
    canvas_text_cut(c, row, 0, limit, s->text, strlen(s->text), style_of(s));
}

/* The last of `rows` lines shows what is left of the text, cut. */
static void draw_lines(const struct status *s, struct canvas *c, int row,
                       int rows, struct layout *l)
{
    size_t len = strlen(s->text);

    canvas_fill(c, (struct rect){row - rows + 1, 0, rows, c->columns},
                STYLE_STATUS);
    for (int i = 0; i < rows; i++) {
        const struct layout_line *line = layout_line(l, (size_t)i);
        size_t end = i == rows - 1 ? len : line->end;

        canvas_text_cut(c, row - rows + 1 + i, 0, canvas_bottom_limit(c),
                        s->text + line->start, end - line->start, style_of(s));
    }
}

void status_draw(const struct status *s, struct canvas *c, int row)
{
    struct layout_form form = {
        .width = canvas_bottom_limit(c),
        .ambiguous = c->ambiguous,
    };
    struct layout *l = layout_new(s->text, strlen(s->text), &form);
    int rows = 1;

    while (s->is_whole && rows < c->rows / 2 && layout_line(l, (size_t)rows))
        rows++;
    if (rows > 1)
        draw_lines(s, c, row, rows, l);
    else
        draw_line(s, c, row);
    layout_free(l);
}
