#include "ui/pane.h"

#include <string.h>

#include "text/cluster.h"

#define MARK_COLUMNS 2

void pane_draw(struct pane *p, struct canvas *c, bool focused,
               const struct light *light)
{
    canvas_fill(c, p->area, STYLE_TEXT);
    /* The first line under the title, unless the pane says better. */
    if (focused)
        canvas_point(c, p->area.row + (p->area.rows > 1), p->area.column);
    p->ops->draw(p, c, focused, light);
}

enum pane_result pane_handle(struct pane *p, enum action action)
{
    return p->ops->handle(p, action);
}

static bool same_area(struct rect a, struct rect b)
{
    return a.row == b.row && a.column == b.column && a.rows == b.rows &&
           a.columns == b.columns;
}

void pane_resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    if (!same_area(p->area, area) || p->ambiguous != ambiguous)
        p->ops->resize(p, area, ambiguous);
}

void pane_destroy(struct pane *p)
{
    if (p)
        p->ops->destroy(p);
}

bool pane_can_find(const struct pane *p)
{
    return p->ops->find != NULL;
}

struct finder *pane_find(struct pane *p, const char *text, size_t len,
                         struct err *e)
{
    return p->ops->find ? p->ops->find(p, text, len, e) : NULL;
}

/* The note gives way only where a third of the bar would not be left for the
 * title. */
int pane_bar_room(int columns, int title)
{
    int beside = columns - MARK_COLUMNS - title - 2;
    int most = columns * 2 / 3 - MARK_COLUMNS;

    return beside > most ? beside : most;
}

void pane_bar(struct canvas *c, struct rect area, bool focused,
              const char *title, const char *note)
{
    enum style style = focused ? STYLE_BAR_FOCUSED : STYLE_BAR;
    int limit = area.column + area.columns;
    int wanted = cluster_columns(title, strlen(title), c->ambiguous);
    int note_columns = cluster_columns(note, strlen(note), c->ambiguous);
    int title_limit = limit;

    canvas_fill(c, (struct rect){area.row, area.column, 1, area.columns},
                style);
    if (note_columns > 0 &&
        note_columns <= pane_bar_room(area.columns, wanted)) {
        title_limit = limit - note_columns - 2;
        canvas_puts(c, area.row, limit - note_columns, limit, note, style);
    }
    canvas_puts(c, area.row, area.column, limit, focused ? "> " : "  ", style);
    canvas_text_cut(c, area.row, area.column + MARK_COLUMNS, title_limit, title,
                    strlen(title), style);
}
