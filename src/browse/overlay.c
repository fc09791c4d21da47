#include "browse/overlay.h"

#include <string.h>

#include "browse/view.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "ui/chooser.h"
#include "ui/frequency.h"
#include "ui/help.h"
#include "ui/library.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/outline.h"

bool overlay_close(struct overlay *o)
{
    bool open = o->kind != OVERLAY_NONE;

    pane_destroy(o->pane);
    list_frequencies_free(o->values, o->n_values);
    *o = (struct overlay){0};
    return open;
}

void overlay_show(struct overlay *o, enum overlay_kind kind, struct pane *pane)
{
    overlay_close(o);
    o->kind = kind;
    o->pane = pane;
}

static void show(struct overlay *o, enum overlay_kind kind, const char *title,
                 struct chooser_lines *lines, int64_t target)
{
    overlay_show(o, kind, chooser_new(title, lines, target));
}

void overlay_help(struct overlay *o)
{
    struct chooser_lines lines = {0};

    help_lines(&lines);
    show(o, OVERLAY_HELP, _("Help"), &lines, -1);
}

void overlay_library(struct overlay *o, struct view *v)
{
    struct chooser_lines lines = {0};
    int notice = notice_pane_index(view_notice_pane(v));
    int annex = v->frame.focus == FRAME_NOTICE ? -1 : view_annex(v);

    library_lines(v->edition, &lines);
    show(o, OVERLAY_LIBRARY, _("Library"), &lines,
         annex >= 0 ? library_target(-1, annex) : library_target(notice, -1));
}

/* The section that the top of the pane lies in. */
static int64_t section_of(const struct chooser_lines *lines, size_t block)
{
    int64_t section = -1;

    for (size_t i = 0; i < lines->len; i++) {
        if (lines->items[i].target <= (int64_t)block)
            section = lines->items[i].target;
    }
    return section;
}

bool overlay_outline(struct overlay *o, struct view *v)
{
    struct notice *n = notice_pane_notice(view_notice_pane(v));
    struct notice_place place = notice_pane_place(view_notice_pane(v));
    struct chooser_lines lines = {0};

    if (!n)
        return false;
    outline_lines(v->edition, n, &lines);
    if (!lines.len)
        return false;
    show(o, OVERLAY_OUTLINE, _("Outline"), &lines,
         section_of(&lines, place.block));
    return true;
}

void overlay_frequencies(struct overlay *o, struct view *v,
                         struct list_frequency *values, size_t count,
                         size_t distinct)
{
    struct pane *p = view_list_pane(v);
    const char *name = list_column(v->list, list_pane_column(p))->name;
    struct chooser_lines lines = {0};
    struct str title = {0};

    frequency_lines(values, count, distinct, list_pane_rows(p), &lines);
    str_add(&title, _("Frequencies"));
    str_addc(&title, ' ');
    clean_append(&title, name, strlen(name), CLEAN_SCREEN);
    show(o, OVERLAY_FREQUENCIES, str_text(&title), &lines, 0);
    o->values = values;
    o->n_values = count;
    str_clear(&title);
}
