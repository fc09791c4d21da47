#include "browse/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/number.h"

#define FIRST_PAGE_MS 4   /* and no longer than the first page takes */
#define FIRST_PAGE    100 /* rows: more than most screens show */
#define PATIENCE_MS   40  /* for an answer, before keys are taken again */
#define NONE          SEARCH_NO_MATCH

struct light find_light(const struct find *f)
{
    const struct search *s = &f->search;

    return (struct light){.query = s->query,
                          .list = s->list,
                          .notice = s->notice,
                          .block = s->match_block,
                          .start = s->match_start};
}

/* ---- finding a match from a place, in the order of the view ---- */

/* Go to the first match from where the search began, wrapping; the cursor
 * stays when there is none. Returns whether the answer is known. */
static bool place_in_list(struct find *f)
{
    bool backward = f->mode == FIND_BACKWARD;
    int64_t from = list_pane_index(view_list_pane(f->view), f->began.list.row);
    bool known;
    int64_t row;

    if (from < 0)
        from = 0;
    row = search_row_from(&f->search, f->view, from, backward, &known);
    if (!row && known) {
        int64_t rows = list_pane_rows(view_list_pane(f->view));

        row = search_row_from(&f->search, f->view, backward ? rows - 1 : 0,
                              backward, &known);
    }
    if (!known)
        return false;
    if (row)
        list_pane_goto(view_list_pane(f->view), row);
    return true;
}

static bool place_in_notice(struct find *f)
{
    struct search *s = &f->search;
    size_t block = f->began.notice.block, start = f->began.notice.offset;
    size_t last =
        notice_block_count(notice_pane_notice(view_notice_pane(f->view))) - 1;
    const struct notice_match *m;

    if (f->mode == FIND_BACKWARD) {
        if (!notice_scan_covers(s->notice_scan, 0, block))
            return false;
        m = notice_scan_prev(s->notice_scan, block, start);
        if (!m && !notice_scan_is_done(s->notice_scan))
            return false;
        if (!m)
            m = notice_scan_prev(s->notice_scan, NONE, 0);
    } else {
        m = notice_scan_next(s->notice_scan, block, start);
        if (!m && !notice_scan_covers(s->notice_scan, block, last))
            return false;
        if (!m && !notice_scan_is_done(s->notice_scan))
            return false;
        if (!m)
            m = notice_scan_next(s->notice_scan, 0, 0);
    }
    if (m) {
        s->match_block = m->block;
        s->match_start = m->start;
        notice_pane_reveal_amid(view_notice_pane(f->view), m->block, m->start,
                                m->len);
    }
    return true;
}

/* The prompt's own label for the filter that is being typed. */
static void filter_by_found(struct find *f)
{
    struct rowset rows = {0};
    struct str label = {0};

    rowset_copy(&rows, scan_found(f->search.scan));
    if (f->former_label && *f->former_label) {
        str_add(&label, f->former_label);
        str_addc(&label, ' ');
    }
    clean_append(&label, f->search.text, strlen(f->search.text), CLEAN_SCREEN);
    list_pane_filter(view_list_pane(f->view), &rows, str_text(&label));
    str_clear(&label);
    if (list_pane_index(view_list_pane(f->view), f->began.list.row) >= 0)
        list_pane_goto(view_list_pane(f->view), f->began.list.row);
}

/* ---- typing ---- */

void find_init(struct find *f, struct view *view)
{
    *f = (struct find){.view = view, .failed_from = NONE, .told = FIND_WAITING};
    search_clear(&f->search);
    search_clear(&f->former);
}

static void forget_typing(struct find *f)
{
    search_clear(&f->former);
    rowset_clear(&f->former_filter);
    free(f->former_label);
    f->former_label = NULL;
    str_clear(&f->good);
    free(f->trouble);
    f->trouble = NULL;
    f->failed_from = NONE;
    f->typing = f->settling = false;
}

void find_clear(struct find *f)
{
    free(f->missed);
    search_clear(&f->search);
    forget_typing(f);
}

static void remember_filter(struct find *f)
{
    const struct rowset *filtered = list_pane_filtered(view_list_pane(f->view));

    rowset_clear(&f->former_filter);
    free(f->former_label);
    f->former_label = NULL;
    if (filtered) {
        rowset_copy(&f->former_filter, filtered);
        f->former_label =
            xstrdup(list_pane_filter_label(view_list_pane(f->view)));
    }
}

static void restore_filter(struct find *f)
{
    if (f->former_filter.rows) {
        struct rowset rows = {0};

        rowset_copy(&rows, &f->former_filter);
        list_pane_filter(view_list_pane(f->view), &rows, f->former_label);
    } else if (list_pane_filtered(view_list_pane(f->view)))
        list_pane_filter(view_list_pane(f->view), NULL, "");
}

static const struct rowset *former_rows(const struct find *f)
{
    return f->former_filter.rows ? &f->former_filter : NULL;
}

void find_begin(struct find *f, enum find_mode mode)
{
    bool in_notice =
        mode != FIND_FILTER && f->view->frame.focus == FRAME_NOTICE;

    if (f->settling)
        find_step(f, -1);
    f->typing = true;
    f->mode = mode;
    f->began = view_place(f->view);
    f->former = f->search;
    f->search = (struct search){
        .match_block = NONE,
        .match_start = NONE,
        .in_notice = in_notice,
        .backward = mode == FIND_BACKWARD,
    };
    remember_filter(f);
    str_clear(&f->good);
    f->failed_from = NONE;
    f->placed = true;
    if (mode == FIND_FILTER)
        view_bring(f->view, FRAME_LIST);
}

static void back_to_began(struct find *f)
{
    if (f->mode == FIND_FILTER)
        restore_filter(f);
    view_restore(f->view, &f->began, NULL);
    if (f->mode == FIND_FILTER)
        view_bring(f->view, FRAME_LIST);
}

static size_t common_prefix(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] && a[n] == b[n])
        n++;
    while (n && ((unsigned char)a[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The first page or the first match may be known by now. */
static void settle(struct find *f)
{
    struct search *s = &f->search;

    if (!s->scan && !s->notice_scan)
        return;
    if (f->mode == FIND_FILTER)
        filter_by_found(f);
    else if (!f->placed)
        f->placed = s->in_notice ? place_in_notice(f) : place_in_list(f);
    if (search_count(s) > 0) {
        str_clear(&f->good);
        str_add(&f->good, s->text);
        f->failed_from = NONE;
    } else if (search_is_done(s))
        f->failed_from = common_prefix(s->text, str_text(&f->good));
    view_sync(f->view);
}

static bool first_page_is_known(const struct find *f)
{
    if (f->mode == FIND_FILTER && search_count(&f->search) >= FIRST_PAGE)
        return true;
    return search_is_done(&f->search) || (f->mode != FIND_FILTER && f->placed);
}

void find_type(struct find *f, const char *text, size_t len)
{
    struct search *s = &f->search;

    search_forget_query(s);
    free(s->text);
    s->text = xmemdup(text, len);
    f->failed_from = NONE;
    back_to_began(f);
    if (!search_compile(&f->search, f->view, &f->trouble, text, len))
        return;
    search_start(&f->search, f->view, f->began.list.row, f->began.notice.block,
                 former_rows(f));
    f->placed = false;
    for (int ms = 0; ms < FIRST_PAGE_MS && !first_page_is_known(f); ms++)
        find_step(f, 1);
    settle(f);
}

void find_give_up(struct find *f)
{
    bool filtered = f->mode == FIND_FILTER;

    search_clear(&f->search);
    f->search = f->former;
    f->former = (struct search){0};
    if (filtered)
        restore_filter(f);
    view_restore(f->view, &f->began, NULL);
    forget_typing(f);
}

/* The place where the search began is where the way back leads to. */
static void remember_began(struct find *f)
{
    if (list_pane_row(view_list_pane(f->view)) != f->began.list.row ||
        f->search.in_notice)
        places_push(&f->view->places, &f->began);
}

static enum find_result repeat_former(struct find *f)
{
    bool backward = f->mode == FIND_BACKWARD;
    enum find_result r;

    find_give_up(f);
    f->search.backward = backward;
    r = find_again(f, false);
    if (r == FIND_MOVED || r == FIND_WRAPPED)
        remember_began(f);
    return r;
}

/* Whether it is known what comes of the search when it is accepted. */
static bool is_settled(const struct find *f)
{
    return search_is_done(&f->search) || (f->mode != FIND_FILTER && f->placed);
}

/* It is, and it was accepted. */
static enum find_result end_typing(struct find *f)
{
    bool filters = f->mode == FIND_FILTER;
    bool found = search_count(&f->search) > 0;

    if (filters && !found) {
        find_give_up(f);
        return FIND_NOTHING;
    }
    if (found)
        remember_began(f);
    forget_typing(f);
    if (filters)
        return FIND_FILTERED;
    return found ? FIND_MOVED : FIND_NOTHING;
}

/* An empty filter was accepted, or one that is not understood. */
static enum find_result clear_filter(struct find *f)
{
    bool is_empty = !f->trouble;

    find_give_up(f);
    if (is_empty)
        find_unfilter(f);
    return is_empty ? FIND_MOVED : FIND_NOTHING;
}

enum find_result find_accept(struct find *f)
{
    if (!f->search.query)
        return f->mode == FIND_FILTER ? clear_filter(f) : repeat_former(f);
    for (int64_t end = clock_ms() + PATIENCE_MS;
         !is_settled(f) && f->mode != FIND_FILTER && clock_ms() < end;)
        find_step(f, 1);
    if (!is_settled(f)) {
        f->typing = false;
        f->settling = true;
        return FIND_WAITING;
    }
    return end_typing(f);
}

/* ---- n and N ---- */

static enum find_result again_in_list(struct find *f, bool backward)
{
    struct search *s = &f->search;
    int64_t rows = list_pane_rows(view_list_pane(f->view));
    int64_t at = list_pane_index(view_list_pane(f->view),
                                 list_pane_row(view_list_pane(f->view)));
    int64_t row = 0;
    bool known = true, wrapped = false;

    if (at + (backward ? -1 : 1) >= 0)
        row = search_row_from(s, f->view, at + (backward ? -1 : 1), backward,
                              &known);
    if (!row && known) {
        wrapped = true;
        row = search_row_from(s, f->view, backward ? rows - 1 : 0, backward,
                              &known);
    }
    if (!row)
        return known ? FIND_NOTHING : FIND_WAITING;
    list_pane_goto(view_list_pane(f->view), row);
    view_sync(f->view);
    return wrapped ? FIND_WRAPPED : FIND_MOVED;
}

static enum find_result again_in_notice(struct find *f, bool backward)
{
    struct search *s = &f->search;
    const struct notice_match *m;
    struct notice_place here = notice_pane_place(view_notice_pane(f->view));
    size_t block = s->match_block, start = s->match_start;
    bool wrapped = false;

    if (!notice_scan_is_done(s->notice_scan))
        return FIND_WAITING;
    if (block == NONE) {
        block = here.block;
        start = here.offset;
    } else if (!backward)
        start++;
    m = backward ? notice_scan_prev(s->notice_scan, block, start)
                 : notice_scan_next(s->notice_scan, block, start);
    if (!m) {
        wrapped = true;
        m = backward ? notice_scan_prev(s->notice_scan, NONE, 0)
                     : notice_scan_next(s->notice_scan, 0, 0);
    }
    if (!m)
        return FIND_NOTHING;
    s->match_block = m->block;
    s->match_start = m->start;
    notice_pane_reveal_amid(view_notice_pane(f->view), m->block, m->start,
                            m->len);
    return wrapped ? FIND_WRAPPED : FIND_MOVED;
}

/* Point the search at what the focus is on: the same words, compiled for the
 * list's columns or for a notice. */
static bool aim(struct find *f)
{
    struct search *s = &f->search;
    bool in_notice = f->view->frame.focus == FRAME_NOTICE;
    struct notice_place here = notice_pane_place(view_notice_pane(f->view));

    if (!s->text)
        return false;
    if (s->in_notice != in_notice || !s->query) {
        search_forget_query(s);
        s->in_notice = in_notice;
        if (!search_compile(&f->search, f->view, &f->trouble, s->text,
                            strlen(s->text)))
            return false;
    }
    if (!s->scan && !s->notice_scan)
        search_start(&f->search, f->view,
                     list_pane_row(view_list_pane(f->view)), here.block,
                     list_pane_filtered(view_list_pane(f->view)));
    return s->scan || s->notice_scan;
}

static enum find_result try_again(struct find *f)
{
    struct search *s = &f->search;
    bool backward = s->backward != f->against;

    return s->in_notice ? again_in_notice(f, backward)
                        : again_in_list(f, backward);
}

/* What the outcome will be told of. */
static void keep_words(struct find *f)
{
    free(f->missed);
    f->missed = xstrdup(f->search.text);
    f->missed_in_notice = f->search.in_notice;
}

static void go_on_waiting(struct find *f)
{
    keep_words(f);
    f->told = try_again(f);
    f->waiting = f->told == FIND_WAITING;
}

enum find_result find_again(struct find *f, bool against)
{
    int64_t end = clock_ms() + PATIENCE_MS;
    enum find_result r;

    if (!aim(f))
        return f->search.text ? FIND_NOTHING : FIND_NONE;
    f->against = against;
    r = try_again(f);
    while (r == FIND_WAITING && clock_ms() < end) {
        search_step(&f->search, 1);
        r = try_again(f);
    }
    f->waiting = r == FIND_WAITING;
    return r;
}

enum find_result find_outcome(struct find *f)
{
    enum find_result told = f->told;

    f->told = FIND_WAITING;
    return told;
}

void find_stop_waiting(struct find *f)
{
    f->waiting = false;
    if (f->settling && f->mode != FIND_FILTER)
        forget_typing(f);
}

bool find_unlight(struct find *f)
{
    if (!f->search.query)
        return false;
    search_forget_query(&f->search);
    return true;
}

/* Before the filter changes, which the search of a list borrows. */
static void let_go_of_filter(struct find *f)
{
    if (f->settling) {
        search_stop(&f->search);
        forget_typing(f);
    }
    if (!f->search.in_notice)
        search_forget_query(&f->search);
}

void find_show_only(struct find *f, struct rowset *rows, const char *label)
{
    struct str whole = {0};

    let_go_of_filter(f);
    if (list_pane_filtered(view_list_pane(f->view)))
        str_addf(&whole, "%s ",
                 list_pane_filter_label(view_list_pane(f->view)));
    str_add(&whole, label);
    list_pane_filter(view_list_pane(f->view), rows, str_text(&whole));
    str_clear(&whole);
    view_sync(f->view);
}

bool find_unfilter(struct find *f)
{
    if (!list_pane_filtered(view_list_pane(f->view)))
        return false;
    let_go_of_filter(f);
    list_pane_filter(view_list_pane(f->view), NULL, "");
    view_sync(f->view);
    return true;
}

void find_moved(struct find *f)
{
    struct search *s = &f->search;

    if (search_is_of(s, f->view))
        return;
    if (f->settling)
        forget_typing(f);
    search_forget_query(s);
}

/* ---- going on ---- */

bool find_is_busy(const struct find *f)
{
    return !search_is_done(&f->search);
}

bool find_step(struct find *f, int milliseconds)
{
    struct search *s = &f->search;
    int64_t before = search_count(s);

    search_step(s, milliseconds);
    if ((f->typing || f->settling) &&
        (search_is_done(s) || (f->mode != FIND_FILTER && !f->placed)))
        settle(f);
    if (f->settling && is_settled(f)) {
        keep_words(f);
        f->told = end_typing(f);
    }
    if (f->waiting)
        go_on_waiting(f);
    return search_is_done(s) || search_count(s) != before;
}

/* ---- the count ---- */

/* Whether what is lit is just what the list is filtered by. */
static bool is_filter(const struct find *f)
{
    return f->search.scan && list_pane_filtered(view_list_pane(f->view)) &&
           search_is_done(&f->search) &&
           search_count(&f->search) == list_pane_rows(view_list_pane(f->view));
}

bool find_is_counted(const struct find *f)
{
    const struct search *s = &f->search;
    bool of_focus = s->in_notice == (f->view->frame.focus == FRAME_NOTICE);

    if (!of_focus || (!s->scan && !s->notice_scan) || is_filter(f))
        return false;
    return search_count(s) > 0 || !search_is_done(s);
}

void find_note(struct find *f, struct str *out)
{
    const struct search *s = &f->search;
    int64_t at;

    if (f->trouble) {
        str_add(out, f->trouble);
        return;
    }
    if (s->error.code != ERR_NONE) {
        clean_append(out, s->error.msg, strlen(s->error.msg), CLEAN_SCREEN);
        return;
    }
    if (!s->scan && !s->notice_scan)
        return;
    at = f->typing && f->mode == FIND_FILTER ? 0 : search_rank(s, f->view);
    if (at) {
        number_append(out, at);
        str_addc(out, '/');
    }
    number_append(out, search_count(s));
    if (!search_is_done(s))
        str_addc(out, '+');
}
