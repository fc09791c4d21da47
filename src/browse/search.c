#include "browse/search.h"

#include <assert.h>
#include <stdlib.h>

#include "model/list_query.h"
#include "text/clean.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

void search_stop(struct search *s)
{
    scan_free(s->scan);
    notice_scan_free(s->notice_scan);
    s->scan = NULL;
    s->notice_scan = NULL;
    s->error = (struct err){0};
}

void search_forget_query(struct search *s)
{
    search_stop(s);
    query_free(s->query);
    list_close(s->list);
    notice_close(s->notice);
    s->query = NULL;
    s->list = NULL;
    s->notice = NULL;
    s->match_block = s->match_start = SEARCH_NO_MATCH;
}

bool search_is_of(const struct search *s, const struct view *v)
{
    return !s->query ||
           (s->in_notice ? s->notice == notice_pane_notice(view_notice_pane(v))
                         : s->list == v->list);
}

void search_clear(struct search *s)
{
    search_forget_query(s);
    free(s->text);
    *s = (struct search){.match_block = SEARCH_NO_MATCH,
                         .match_start = SEARCH_NO_MATCH};
}

bool search_compile(struct search *s, const struct view *v, char **trouble,
                    const char *text, size_t len)
{
    struct err e = {0};

    search_forget_query(s);
    free(*trouble);
    *trouble = NULL;
    s->query = !s->in_notice && v->list ? list_query_new(v->list, text, len, &e)
                                        : query_new(text, len, NULL, &e);
    if (!s->query)
        *trouble = clean_copy(e.msg);
    else if (query_is_empty(s->query)) {
        query_free(s->query);
        s->query = NULL;
    } else if (s->in_notice)
        s->notice = notice_share(notice_pane_notice(view_notice_pane(v)));
    else
        s->list = list_share(v->list);
    return s->query != NULL;
}

void search_start(struct search *s, const struct view *v, int64_t row,
                  size_t block, const struct rowset *within)
{
    search_stop(s);
    if (!s->query)
        return;
    assert(search_is_of(s, v));
    if (s->notice)
        s->notice_scan = notice_scan_new(s->notice, s->query, block);
    else if (s->list)
        s->scan = scan_new(s->list, s->query, row > 0 ? row : 1, within);
}

void search_step(struct search *s, int milliseconds)
{
    if (s->scan)
        scan_step(s->scan, milliseconds, &s->error);
    if (s->notice_scan)
        notice_scan_step(s->notice_scan, milliseconds, &s->error);
}

bool search_is_done(const struct search *s)
{
    return (!s->scan || scan_is_done(s->scan)) &&
           (!s->notice_scan || notice_scan_is_done(s->notice_scan));
}

int64_t search_count(const struct search *s)
{
    if (s->scan)
        return scan_found(s->scan)->count;
    return s->notice_scan ? (int64_t)notice_scan_count(s->notice_scan) : 0;
}

int64_t search_row_from(const struct search *s, const struct view *v,
                        int64_t from, bool backward, bool *known)
{
    const struct pane *list = view_list_pane(v);
    struct scan *scan = s->scan;
    struct rowset *found = scan_found(scan);
    int64_t start = list_pane_row_at(list, from);
    int64_t row, step = backward ? -1 : 1;

    if (list_pane_sorted_by(list, NULL) < 0) {
        if (!start) {
            *known = true;
            return 0;
        }
        row = backward ? rowset_prev(found, start) : rowset_next(found, start);
        if (row)
            *known = backward ? scan_covers(scan, row, start)
                              : scan_covers(scan, start, row);
        else
            *known = backward ? scan_covers(scan, 1, start)
                              : scan_covers(scan, start, found->rows);
        return *known ? row : 0;
    }
    *known = scan_is_done(scan);
    if (!*known || !found->count)
        return 0;
    for (int64_t i = from; (row = list_pane_row_at(list, i)) > 0; i += step) {
        if (rowset_has(found, row))
            return row;
        if (i + step < 0)
            break;
    }
    return 0;
}

int64_t search_rank(const struct search *s, const struct view *v)
{
    if (s->notice_scan) {
        const struct notice_match *m;

        if (s->match_block == SEARCH_NO_MATCH)
            return 0;
        m = notice_scan_next(s->notice_scan, s->match_block, s->match_start);
        return m ? (int64_t)notice_scan_rank(s->notice_scan, m) : 0;
    } else {
        struct rowset *found = scan_found(s->scan);
        int64_t row = list_pane_row(view_list_pane(v)), n = 0, at, other;

        if (!row || !rowset_has(found, row))
            return 0;
        if (list_pane_sorted_by(view_list_pane(v), NULL) < 0)
            return rowset_rank(found, row) + 1;
        at = list_pane_index(view_list_pane(v), row);
        for (int64_t i = 0; i <= at; i++) {
            other = list_pane_row_at(view_list_pane(v), i);
            n += rowset_has(found, other);
        }
        return n;
    }
}
