#include "import/recognise.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/begin.h"
#include "import/doc_number.h"
#include "import/document.h"
#include "import/pattern.h"
#include "import/seen.h"
#include "import/survey.h"

/* What the documents of a page are read with, and into. */
struct work {
    struct page *page;
    struct draft *draft;
    const struct unit_tables *tables;
    const struct correction *told; /* or NULL */
    struct survey survey;
    struct begins begins;
    struct seen seen;
    size_t annexes; /* of the documents so far */
};

static size_t annexes_before(const struct draft *d)
{
    size_t count = 0;

    for (size_t i = 0; i < d->notice_count; i++)
        count += d->notices[i].annex_count;
    return count;
}

static size_t end_of(const struct work *w, size_t index)
{
    return index + 1 < w->begins.count ? w->begins.items[index + 1].line
                                       : w->page->count;
}

/* Read the document `index` of the page. */
static bool add_document(struct work *w, size_t index, bool is_lead,
                         bool takes_page, struct err *e)
{
    struct document d = {.page = w->page,
                         .survey = &w->survey,
                         .first_annex = w->annexes + 1,
                         .seen = &w->seen,
                         .tables = w->tables,
                         .from = w->begins.items[index].line,
                         .end = end_of(w, index),
                         .is_lead = is_lead,
                         .takes_page = takes_page,
                         .no_list = w->told && w->told->no_list};
    bool ok;

    d.notice = draft_add_notice(w->draft);
    d.id = w->draft->notice_count;
    ok = document_read(&d, e);
    w->annexes += d.notice->annex_count;
    return ok;
}

/* Text before a notice that neither is written to anyone nor signed, nor has a
 * number: it tells of the notice. */
static bool is_lead(const struct work *w)
{
    struct head h;
    struct tail t;
    size_t end = end_of(w, 0);

    if (w->begins.count < 2)
        return false;
    head_find(&w->survey, 0, end, NULL, &h);
    tail_find(&w->survey, h.body, end, &t);
    if (h.addressee != SURVEY_NONE || t.date != SURVEY_NONE)
        return false;
    for (size_t at = 0; at < h.body; at++) {
        struct doc_number number;

        if (doc_number_is(w->survey.lines[at].bare, &number))
            return false;
    }
    return true;
}

/* Where the text before a notice gives an address, it is the notice's. */
static void take_address(const struct page *p, size_t end,
                         struct draft_notice *n)
{
    for (size_t at = 0; at < end; at++) {
        bool labelled;
        const char *address = pattern_address(p->lines[at].text, &labelled);
        struct str source = {0};

        if (!address || n->url)
            continue;
        draft_set(&n->url, address);
        str_addf(&source, "%s; url: line %zu", n->source, at + 1);
        free(n->source);
        n->source = str_take(&source);
    }
}

/* Lines before a notice that are no text of their own: the page's, what the
 * notice says too. */
static bool is_text(const struct work *w, size_t at)
{
    const char *text = w->page->lines[at].text;
    bool labelled;

    return *text && !w->page->lines[at].fate &&
           !survey_is_furniture(&w->survey, at, true) &&
           !w->survey.lines[at].is_english &&
           !pattern_address(text, &labelled) && !seen_find(&w->seen, text);
}

static bool has_text(const struct work *w, size_t end)
{
    for (size_t at = 0; at < end; at++) {
        if (is_text(w, at))
            return true;
    }
    return false;
}

/* Nothing but the page's own stands before the notice. */
static void settle_rest(struct work *w, size_t end)
{
    struct page *p = w->page;

    for (size_t at = 0; at < end; at++) {
        const struct seen_entry *before;

        if (p->lines[at].fate)
            continue;
        before = seen_find(&w->seen, p->lines[at].text);
        if (!*p->lines[at].text)
            page_settle(p, at, _("blank"));
        else if (before)
            page_leave_out(p, at, _("repeats line %zu"), before->line + 1);
        else
            page_leave_out(p, at, _("the web page's own words"));
    }
}

static bool add_lead(struct work *w, size_t first_notice, struct err *e)
{
    size_t end = end_of(w, 0);

    take_address(w->page, end, &w->draft->notices[first_notice]);
    if (!has_text(w, end)) {
        settle_rest(w, end);
        return true;
    }
    return add_document(w, 0, true, false, e);
}

/* The page is one document, from its first line on. */
static void join_all(struct begins *b)
{
    for (size_t i = 1; i < b->count; i++)
        b->items[0].has_text = b->items[0].has_text || b->items[i].has_text;
    b->count = 1;
}

static void tell_missing(struct draft_notice *n)
{
    if (!*n->title)
        draft_add_remark(n, _("no title was found; give it with "
                              "--title=TITLE"));
}

bool recognise_page(struct page *p, struct draft *d,
                    const struct unit_tables *tables,
                    const struct correction *told, struct err *e)
{
    struct work w = {.page = p,
                     .draft = d,
                     .tables = tables,
                     .told = told,
                     .annexes = annexes_before(d)};
    size_t first_notice = d->notice_count, first;
    bool ok = true;

    survey_make(&w.survey, p);
    begin_find_all(&w.survey, &w.begins);
    if (told && told->one_notice && w.begins.count > 1)
        join_all(&w.begins);
    if (w.begins.count == 1 && !w.begins.items[0].has_text) {
        settle_rest(&w, p->count);
        w.begins.count = 0;
    }
    first = is_lead(&w);
    for (size_t i = first; ok && i < w.begins.count; i++)
        ok = add_document(&w, i, false, i == first, e);
    if (ok && told && d->notice_count > first_notice)
        correction_fill(told, &d->notices[first_notice]);
    for (size_t i = first_notice; ok && i < d->notice_count; i++)
        tell_missing(&d->notices[i]);
    if (ok && first)
        ok = add_lead(&w, first_notice, e);
    seen_clear(&w.seen);
    begins_clear(&w.begins);
    survey_clear(&w.survey);
    return ok;
}
