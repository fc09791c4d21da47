#include "print/print_search.h"

#include <string.h>

#include "model/list_query.h"
#include "model/notice.h"
#include "model/scan.h"
#include "print/print_list.h"
#include "print/print_notice.h"

struct search {
    struct printer *p;
    const struct print_scope *scope;
    struct print_result *result;
    bool is_near; /* asked is what sounds near */
    bool counts;  /* nothing is printed */
    bool tries;   /* nor said: it is done again */
};

static struct query *list_query(const struct search *s, const struct list *l,
                                struct err *e)
{
    const char *text = s->p->request->search;
    struct query *q = list_query_new(l, text, strlen(text), e);

    if (q && s->is_near)
        query_widen(q);
    return q;
}

static struct query *notice_query(const struct search *s, struct err *e)
{
    const char *text = s->p->request->search;
    struct query *q = query_new(text, strlen(text), NULL, e);

    if (q && s->is_near)
        query_widen(q);
    return q;
}

/*
 * Whether the query means something anywhere: what one list understands is
 * searched for there, and what lists do need not mean something in notices.
 * Else `e` is the first reason; where there is nothing to search, it does.
 */
static bool is_understood(const struct search *s, struct err *e)
{
    const struct print_lists *lists = s->scope->lists;
    struct err reason = {0};
    struct query *q = NULL;

    for (size_t i = 0; !q && i < lists->len; i++)
        q = list_query(s, lists->items[i],
                       reason.code == ERR_NONE ? &reason : NULL);
    if (!q && s->scope->first < s->scope->end)
        q = notice_query(s, reason.code == ERR_NONE ? &reason : NULL);
    query_free(q);
    if (q || reason.code == ERR_NONE)
        return true;
    *e = reason;
    return false;
}

/* What the list is known to lack may be what was looked for. */
static void tally(struct search *s, struct list *l)
{
    s->result->records += list_row_count(l);
    s->result->missing += list_not_held(l);
}

static bool search_list(struct search *s, size_t index, struct err *e)
{
    struct list *l = s->scope->lists->items[index];
    struct query *q = list_query(s, l, NULL);
    struct scan *scan = q ? scan_new(l, q, 1, NULL) : NULL;
    bool is_printed = false, ok = true;
    int64_t found;

    if (!scan)
        return true;
    tally(s, l);
    scan_step(scan, -1, e);
    found = scan_found(scan)->count;
    if (scan_failed(scan) && s->tries)
        *e = (struct err){0};
    else if (scan_failed(scan))
        ok = print_lists_fail(s->scope->lists, index, e);
    else {
        s->result->found += found;
        is_printed = found > 0 && !s->counts;
        if (is_printed)
            ok = print_list(s->p, l, scan_found(scan), q, true, e);
    }
    scan_free(scan);
    query_free(q);
    if (is_printed)
        print_lists_drop(s->scope->lists, index);
    return ok;
}

static bool search_lists(struct search *s, struct err *e)
{
    for (size_t i = 0; i < s->scope->lists->len; i++) {
        if (!search_list(s, i, e))
            return false;
    }
    return true;
}

/* Paragraph `index` of a notice, which has been found in before or not. */
static bool search_block(struct search *s, const struct print_source *source,
                         size_t index, struct query *q, bool *has_begun,
                         struct err *e)
{
    const struct print_format *f = s->p->format;
    const struct block *b = notice_block(source->notice, index, e);
    struct query_cell cell;
    bool is_first = !*has_begun;

    if (!b)
        return false;
    cell = (struct query_cell){b->text, b->len};
    s->result->paragraphs++;
    if (!query_match(q, &cell, 1, NULL))
        return true;
    s->result->found++;
    *has_begun = true;
    if (s->counts)
        return true;
    return (!is_first || !f->begin_found || f->begin_found(s->p, source, e)) &&
           print_found_block(s->p, source, index, q, e);
}

static bool search_notice(struct search *s, size_t index, struct query *q,
                          struct err *e)
{
    struct print_source source;
    bool has_begun = false;
    bool ok = print_source_open(&source, s->p, index, e);

    for (size_t i = 0; ok && i < notice_block_count(source.notice); i++)
        ok = search_block(s, &source, i, q, &has_begun, e);
    print_source_close(&source);
    return ok;
}

static bool search_notices(struct search *s, struct err *e)
{
    struct query *q = notice_query(s, NULL);
    bool ok = true;

    for (size_t i = s->scope->first; ok && q && i < s->scope->end; i++)
        ok = search_notice(s, i, q, e);
    query_free(q);
    return ok;
}

static bool print_all(struct search *s, struct err *e)
{
    const struct print_format *f = s->p->format;
    struct print_start start = {.shape = SHAPE_SEARCH,
                                .title = s->p->request->search};

    return (!f->begin || f->begin(s->p, &start, e)) &&
           (!f->begin_lists || f->begin_lists(s->p, e)) && search_lists(s, e) &&
           (!f->begin_paragraphs || f->begin_paragraphs(s->p, e)) &&
           search_notices(s, e) && (!f->end || f->end(s->p, e));
}

/* Whether nothing has the words, so that what sounds near may be asked. */
static bool finds_nothing(const struct search *exact)
{
    struct print_result result = {0};
    struct search s = {
        .p = exact->p,
        .scope = exact->scope,
        .result = &result,
        .counts = true,
        .tries = true,
    };
    struct err e = {0};

    return search_lists(&s, &e) && search_notices(&s, &e) && result.found == 0;
}

bool print_search(struct printer *p, const struct print_scope *scope,
                  struct print_result *result, struct err *e)
{
    struct search s = {
        .p = p,
        .scope = scope,
        .result = result,
        .counts = p->request->count,
    };

    *result = (struct print_result){0};
    if (!is_understood(&s, e))
        return false;
    s.is_near = p->request->near && finds_nothing(&s);
    result->is_near = s.is_near;
    if (s.counts)
        return search_lists(&s, e) && search_notices(&s, e);
    return print_all(&s, e);
}
