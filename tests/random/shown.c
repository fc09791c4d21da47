#include "tests/random/shown.h"

#include <stdio.h>

#include "ui/list_pane.h"
#include "ui/notice_pane.h"

/* As the bottom line has it: of the prompt, or of what is lit. */
static void take_note(struct app *app, struct shown *s)
{
    struct str note = {0};

    if (app->prompting == APP_PROMPT_SEARCH ||
        (app->prompting == APP_PROMPT_NONE && !app->overlay.pane &&
         find_is_counted(&app->find)))
        find_note(&app->find, &note);
    snprintf(s->note, sizeof(s->note), "%s", str_text(&note));
    str_clear(&note);
}

struct shown shown_by(struct app *app)
{
    const struct pane *list = view_list_pane(&app->view);
    const struct find *f = &app->find;
    bool is_sifting = f->sift.text != NULL;
    struct shown s = {
        .is_busy = app_is_busy(app),
        .has_overlay = app->overlay.pane != NULL,
        .words = is_sifting ? f->sift.text : f->search.text,
        .in_notice = !is_sifting && f->search.pane == FRAME_NOTICE,
        .notice = notice_pane_index(view_notice_pane(&app->view)),
        .annex = view_annex(&app->view),
        .row = list_pane_row(list),
        .is_filtered = list_pane_is_filtered(list),
        .label = list_pane_filter_label(list),
        .rows = list_pane_rows(list),
        .is_sorted = list_pane_sorted_by(list, NULL) >= 0,
        .column = list_pane_column(list),
    };

    take_note(app, &s);
    if (app->overlay.kind == OVERLAY_FREQUENCIES) {
        s.values = app->overlay.values;
        s.n_values = app->overlay.n_values;
    }
    return s;
}

int64_t shown_row(const struct app *app, int64_t index)
{
    return list_pane_row_at(view_list_pane(&app->view), index);
}
