#include "ui/status.h"

#include <string.h>

#include "base/i18n.h"
#include "text/cluster.h"

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

void status_draw(const struct status *s, struct canvas *c, int row)
{
    enum style style = s->is_error ? STYLE_ERROR : STYLE_STATUS;
    int wanted = cluster_columns(s->text, strlen(s->text), c->ambiguous);
    int limit = c->columns;

    canvas_fill(c, (struct rect){row, 0, 1, c->columns}, STYLE_STATUS);
    limit = draw_right(c, row, wanted + 2, limit, _("F1 help  / find  q quit"));
    limit = draw_right(c, row, wanted + 2,
                       limit < c->columns ? limit - 2 : limit, s->count);
    canvas_text_cut(c, row, 0, limit, s->text, strlen(s->text), style);
}
