#include "browse/view.h"

#include <assert.h>

#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/record_pane.h"

/* The frame has room for what there is, and the focus is on some of it. */
static void fit_frame(struct view *v)
{
    v->frame.no_list = !v->list;
    if (!frame_has(&v->frame, v->frame.focus))
        v->frame.focus = v->frame.no_notice ? FRAME_LIST : FRAME_NOTICE;
}

static bool show_list(struct view *v, int annex, struct err *e)
{
    struct list *l = NULL;

    if (annex == view_annex(v))
        return true;
    if (annex >= 0) {
        l = list_open(v->edition, (size_t)annex, e);
        if (!l)
            return false;
    }
    record_pane_show(view_record_pane(v), NULL, 0);
    list_pane_show(view_list_pane(v), l);
    list_close(v->list);
    v->list = l;
    filter_forget(&v->filter);
    levels_forget(&v->levels, LEVEL_FILTER);
    generation_change(&v->generation, SUBJECT_LIST);
    generation_change(&v->generation, SUBJECT_ORDER);
    view_sync(v);
    fit_frame(v);
    return true;
}

static int first_list_of(const struct view *v, int notice)
{
    for (size_t i = 0; i < edition_annex_count(v->edition); i++) {
        const struct annex_info *a = edition_annex(v->edition, i);

        if (a->notice == notice && annex_is_list(a))
            return (int)i;
    }
    return -1;
}

/* The notice whose list is shown, -1: none. */
static int notice_of_list(const struct view *v)
{
    int annex = view_annex(v);

    return annex < 0 ? -1 : edition_annex(v->edition, (size_t)annex)->notice;
}

/* The notice alone. */
static bool show_text(struct view *v, int notice, struct err *e)
{
    bool is_other = notice != notice_pane_index(view_notice_pane(v));

    if (!notice_pane_show(view_notice_pane(v), notice, e))
        return false;
    if (is_other)
        generation_change(&v->generation, SUBJECT_NOTICE);
    return true;
}

static bool show_notice(struct view *v, int notice, struct err *e)
{
    int annex = first_list_of(v, notice);

    if (!show_text(v, notice, e))
        return false;
    if (v->list && notice_of_list(v) == notice)
        return true;
    return show_list(v, annex, e);
}

bool view_open(struct view *v, struct edition *ed, struct err *e)
{
    bool ok;

    *v = (struct view){.edition = ed};
    v->panes[FRAME_NOTICE] = notice_pane_new(ed);
    v->panes[FRAME_LIST] = list_pane_new();
    v->panes[FRAME_RECORD] = record_pane_new(ed);
    v->frame = (struct frame){.rows = 24, .columns = 80, .focus = FRAME_LIST};
    filter_init(&v->filter, view_list_pane(v), &v->generation);
    v->frame.no_notice = edition_notice_count(ed) == 0;
    ok = show_notice(v, edition_first_notice(ed), e);
    fit_frame(v);
    return ok;
}

void view_close(struct view *v)
{
    filter_clear(&v->filter);
    levels_clear(&v->levels);
    for (int i = 0; i < FRAME_PANES; i++)
        pane_destroy(v->panes[i]);
    list_close(v->list);
    *v = (struct view){0};
}

void view_resize(struct view *v, enum ambiguous ambiguous)
{
    for (int i = 0; i < FRAME_PANES; i++) {
        struct rect area = frame_rect(&v->frame, (enum frame_pane)i);

        if (area.rows > 0 && area.columns > 0)
            pane_resize(v->panes[i], area, ambiguous);
    }
}

void view_draw(struct view *v, struct canvas *c, const struct light *light)
{
    int border = frame_border(&v->frame);

    for (int i = 0; i < FRAME_PANES; i++) {
        struct rect area = frame_rect(&v->frame, (enum frame_pane)i);

        if (area.rows > 0 && area.columns > 0)
            pane_draw(v->panes[i], c, (enum frame_pane)i == v->frame.focus,
                      light);
    }
    for (int row = 0; border >= 0 && row < v->frame.rows - 1; row++)
        canvas_puts(c, row, border, border + 1, "|", STYLE_BORDER);
}

void view_sync(const struct view *v)
{
    record_pane_show(view_record_pane(v), v->list,
                     list_pane_row(view_list_pane(v)));
}

void view_reveal(const struct view *v, const struct light *light)
{
    struct query *q = light_of_list(light, v->list);

    if (!q)
        return;
    list_pane_reveal(view_list_pane(v), q);
    view_sync(v);
    record_pane_reveal(view_record_pane(v), q);
}

void view_focus(struct view *v, enum frame_pane pane)
{
    if (frame_has(&v->frame, pane))
        v->frame.focus = pane;
}

void view_bring(struct view *v, enum frame_pane pane)
{
    if (frame_is_single(&v->frame))
        view_focus(v, pane);
}

bool view_shows(const struct view *v, enum frame_pane pane)
{
    struct rect area = frame_rect(&v->frame, pane);

    return area.rows > 0 && area.columns > 0;
}

struct pane *view_focused(const struct view *v)
{
    return v->panes[v->frame.focus];
}

bool view_go_notice(struct view *v, int notice, struct err *e)
{
    struct place left = view_place(v);

    if (!show_notice(v, notice, e))
        return false;
    view_jump_from(v, &left);
    view_focus(v, FRAME_NOTICE);
    return true;
}

bool view_go_list(struct view *v, int annex, int64_t row, struct err *e)
{
    struct place left = view_place(v);

    if (!show_list(v, annex, e))
        return false;
    view_jump_from(v, &left);
    if (row > 0 && !list_pane_goto(view_list_pane(v), row)) {
        view_widen(v);
        list_pane_goto(view_list_pane(v), row);
    }
    view_sync(v);
    view_focus(v, FRAME_LIST);
    return true;
}

struct place view_place(const struct view *v)
{
    return (struct place){
        .focus = v->frame.focus,
        .annex = view_annex(v),
        .notice = notice_pane_place(view_notice_pane(v)),
        .list = list_pane_place(view_list_pane(v)),
        .record_top = record_pane_top(view_record_pane(v)),
    };
}

bool view_restore(struct view *v, const struct place *place, struct err *e)
{
    if (place->notice.notice != notice_pane_index(view_notice_pane(v)) &&
        !show_text(v, place->notice.notice, e))
        return false;
    if (!show_list(v, place->annex, e))
        return false;
    notice_pane_restore(view_notice_pane(v), &place->notice);
    list_pane_restore(view_list_pane(v), &place->list);
    view_sync(v);
    record_pane_restore(view_record_pane(v), place->record_top);
    view_focus(v, place->focus);
    return true;
}

void view_order(struct view *v, uint32_t *order, size_t column, bool descending)
{
    list_pane_order(view_list_pane(v), order, column, descending);
    generation_change(&v->generation, SUBJECT_ORDER);
}

enum frame_pane view_searched(const struct view *v)
{
    return pane_can_find(view_focused(v)) ? v->frame.focus : FRAME_LIST;
}

struct stamp view_stamp(const struct view *v, enum frame_pane pane)
{
    static const unsigned subjects[FRAME_PANES] = {
        [FRAME_NOTICE] = ON_NOTICE,
        [FRAME_LIST] = ON_LIST | ON_FILTER,
        [FRAME_RECORD] = ON_LIST | ON_FILTER,
    };

    return generation_stamp(&v->generation, subjects[pane]);
}

void view_jump_from(struct view *v, const struct place *left)
{
    levels_push(&v->levels, LEVEL_JUMP, left);
}

void view_remember(struct view *v)
{
    struct place here = view_place(v);

    view_jump_from(v, &here);
}

void view_narrow(struct view *v, struct rowset *rows, const char *label,
                 const struct place *left)
{
    filter_add(&v->filter, rows, label);
    levels_push(&v->levels, LEVEL_FILTER, left);
}

bool view_widen(struct view *v)
{
    levels_forget(&v->levels, LEVEL_FILTER);
    return filter_drop_all(&v->filter);
}

void view_zoom(struct view *v, bool zoomed)
{
    struct place here = view_place(v);

    if (zoomed == v->frame.zoomed)
        return;
    v->frame.zoomed = zoomed;
    if (zoomed)
        levels_push(&v->levels, LEVEL_ZOOM, &here);
    else
        levels_forget(&v->levels, LEVEL_ZOOM);
}

enum view_back view_back(struct view *v, struct err *e)
{
    struct level last;

    if (!levels_pop(&v->levels, &last))
        return VIEW_GROUND;
    switch (last.kind) {
    case LEVEL_ZOOM:
        v->frame.zoomed = false;
        return VIEW_WENT;
    case LEVEL_FILTER:
        filter_drop(&v->filter);
        break;
    case LEVEL_JUMP:
        break;
    }
    return view_restore(v, &last.place, e) ? VIEW_WENT : VIEW_STUCK;
}

bool view_is_ground(const struct view *v)
{
    return v->levels.len == 0;
}

void view_check(const struct view *v)
{
    assert(levels_count(&v->levels, LEVEL_FILTER) == v->filter.depth);
    assert(levels_count(&v->levels, LEVEL_ZOOM) == v->frame.zoomed);
}

bool view_has_link(const struct view *v)
{
    struct notice_link link;
    struct record_link record;

    if (v->frame.focus == FRAME_RECORD)
        return record_pane_link(view_record_pane(v), &record);
    if (v->frame.focus != FRAME_NOTICE ||
        !notice_pane_link(view_notice_pane(v), &link, NULL))
        return false;
    notice_link_clear(&link);
    return true;
}

int view_annex(const struct view *v)
{
    return v->list ? (int)list_annex(v->list) : -1;
}

int64_t view_not_held(const struct view *v)
{
    return v->list ? list_not_held(v->list) : 0;
}

const struct notice_info *view_notice(const struct view *v)
{
    int notice = notice_pane_index(view_notice_pane(v));

    if (v->frame.focus != FRAME_NOTICE && notice_of_list(v) >= 0)
        notice = notice_of_list(v);
    return notice >= 0 ? edition_notice(v->edition, (size_t)notice) : NULL;
}
