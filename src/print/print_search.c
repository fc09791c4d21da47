#include "print/print_search.h"

#include <stdlib.h>
#include <string.h>

#include "print/print_list.h"
#include "print/print_notice.h"
#include "base/mem.h"
#include "model/list.h"
#include "model/list_query.h"
#include "model/notice.h"
#include "model/scan.h"
#include "ui/annex_text.h"
#include "ui/citation.h"

struct print_search {
    struct printer *p;
    int64_t found;
    bool has_list;  /* JSON: a list stands before */
    bool has_block; /* a paragraph stands before, of this notice: */
    size_t block_notice;
    bool is_understood; /* in some list, or in notices */
    struct err trouble; /* the first reason why not elsewhere */
};

static bool is_json(const struct print_search *s)
{
    return s->p->request->format == FORMAT_JSON;
}

/* Note whether a query was understood, where it was to be. What one list
 * understands is searched for there, and what lists do need not mean something
 * in notices. */
static struct query *note(struct print_search *s, struct query *q,
                          const struct err *reason)
{
    if (q)
        s->is_understood = true;
    else if (s->trouble.code == ERR_NONE)
        s->trouble = *reason;
    return q;
}

/* False with `e` filled: nothing that was searched understood it. */
static bool means_something(const struct print_search *s, struct err *e)
{
    if (s->is_understood || s->trouble.code == ERR_NONE)
        return true;
    *e = s->trouble;
    return false;
}

static bool begin_list(struct print_search *s, struct list *l, struct err *e)
{
    struct str name = {0};
    bool ok = true;

    if (is_json(s))
        str_add(&s->p->line, s->has_list ? ", " : "");
    else if (printer_is_prose(s->p)) {
        annex_text_name(&name, edition_annex(s->p->ed, list_annex(l)));
        ok = printer_title(s->p, str_text(&name), e);
        str_clear(&name);
    } else
        ok = printer_begin_part(s->p, e);
    s->has_list = true;
    return ok;
}

static bool search_list(struct print_search *s, size_t annex, struct err *e)
{
    const char *text = s->p->request->search;
    struct list *l = list_open(s->p->ed, annex, e);
    struct err reason = {0};
    struct query *q =
        l ? note(s, list_query_new(l, text, strlen(text), &reason), &reason)
          : NULL;
    struct scan *scan = q ? scan_new(l, q, 1, NULL) : NULL;
    bool ok = l && !q;

    if (!scan)
        goto out;
    scan_step(scan, -1, e);
    if (scan_failed(scan))
        goto out;
    s->found += scan_found(scan)->count;
    ok = s->p->request->count || scan_found(scan)->count == 0 ||
         (begin_list(s, l, e) && print_list(s->p, l, scan_found(scan), q, e));

out:
    scan_free(scan);
    query_free(q);
    list_close(l);
    return ok;
}

/* What stands before a paragraph: in text and markdown the citation of its
 * notice, else the headings of the one table of paragraphs. */
static bool begin_block(struct print_search *s, size_t notice, struct err *e)
{
    bool is_first = !s->has_block;
    bool is_new = is_first || s->block_notice != notice;
    struct str name = {0};
    bool ok = true;

    s->has_block = true;
    s->block_notice = notice;
    if (is_json(s)) {
        str_add(&s->p->line, is_first ? "" : ",");
        ok = printer_end_line(s->p, e);
    } else if (printer_is_prose(s->p) && is_new) {
        citation_append(&name, edition_notice(s->p->ed, notice));
        ok = printer_title(s->p, str_text(&name), e);
        str_clear(&name);
    } else if (is_first)
        ok = printer_begin_part(s->p, e) && print_block_headings(s->p, e);
    return ok;
}

static bool search_block(struct print_search *s,
                         const struct print_source *source, size_t index,
                         struct query *q, struct err *e)
{
    const struct block *b = notice_block(source->notice, index, e);
    struct query_cell cell;

    if (!b)
        return false;
    cell = (struct query_cell){b->text, b->len};
    if (!query_match(q, &cell, 1, NULL))
        return true;
    s->found++;
    return s->p->request->count || (begin_block(s, source->index, e) &&
                                    print_block(s->p, source, index, q, e));
}

static bool search_notice(struct print_search *s, size_t index, struct query *q,
                          struct err *e)
{
    struct print_source source = {.notice = notice_open(s->p->ed, index, e),
                                  .index = index};
    bool ok = source.notice != NULL;

    for (size_t i = 0; ok && i < notice_block_count(source.notice); i++)
        ok = search_block(s, &source, i, q, e);
    notice_close(source.notice);
    return ok;
}

static bool search_lists(struct print_search *s, int annex, struct err *e)
{
    for (size_t i = 0; i < edition_annex_count(s->p->ed); i++) {
        const struct annex_info *info = edition_annex(s->p->ed, i);
        bool is_wanted = annex == SEARCH_ALL || (size_t)annex == i;

        if (is_wanted && annex_is_list(info) && !search_list(s, i, e))
            return false;
    }
    return true;
}

static bool search_notices(struct print_search *s, int notice, struct err *e)
{
    const char *text = s->p->request->search;
    struct err reason = {0};
    struct query *q =
        note(s, query_new(text, strlen(text), NULL, &reason), &reason);
    bool ok = true;

    for (size_t i = 0; ok && q && i < edition_notice_count(s->p->ed); i++) {
        if (notice == SEARCH_ALL || (size_t)notice == i)
            ok = search_notice(s, i, q, e);
    }
    query_free(q);
    return ok;
}

bool print_search(struct printer *p, int annex, int notice, int64_t *found,
                  struct err *e)
{
    struct print_search s = {.p = p};
    bool shows_json = is_json(&s) && !p->request->count;
    bool ok;

    str_add(&p->line, shows_json ? "{\"lists\": [" : "");
    ok = annex == SEARCH_NONE || search_lists(&s, annex, e);
    str_add(&p->line, shows_json ? "], \"paragraphs\": [" : "");
    ok = ok && means_something(&s, e) &&
         (notice == SEARCH_NONE || search_notices(&s, notice, e)) &&
         means_something(&s, e);
    str_add(&p->line, shows_json ? "]}" : "");
    if (p->request->count)
        str_addf(&p->line, "%lld", (long long)s.found);
    if (ok && (shows_json || p->request->count))
        ok = printer_end_line(p, e);
    *found = s.found;
    return ok;
}
