#include "tests/stage.h"

#include "base/i18n.h"
#include "tests/picture.h"

void stage_open(struct stage *s, char *path)
{
    i18n_set_language(I18N_ZH);
    *s = (struct stage){.opened = open_list(path)};
}

void stage_size(struct stage *s, int rows, int columns)
{
    canvas_clear(&s->canvas);
    canvas_init(&s->canvas, rows, columns, AMBIGUOUS_NARROW);
    pane_resize(s->pane, (struct rect){0, 0, rows, columns}, AMBIGUOUS_NARROW);
}

void stage_close(struct stage *s)
{
    pane_destroy(s->pane);
    close_list(&s->opened);
    canvas_clear(&s->canvas);
}

void stage_light(struct stage *s, struct query *q)
{
    s->light = (struct light){.query = q, .list = s->opened.list};
}

const char *stage_drawn(struct stage *s, bool focused)
{
    canvas_fill(&s->canvas,
                (struct rect){0, 0, s->canvas.rows, s->canvas.columns},
                STYLE_TEXT);
    pane_draw(s->pane, &s->canvas, focused, &s->light);
    picture_is_whole(&s->canvas);
    return picture(&s->canvas);
}
