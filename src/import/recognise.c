#include "import/recognise.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/begin.h"
#include "import/pattern.h"
#include "import/document.h"
#include "import/seen.h"

/* What the documents of a page are read with, and into. */
struct work {
    struct page *page;
    struct draft *draft;
    const struct unit_tables *tables;
    struct seen seen;
    struct begin_ahead ahead;
    size_t annexes; /* of the documents so far */
};

/* The line where the next notice from `from` on begins, p->count: none; and
 * the last line of its title. */
static size_t next_notice(struct work *w, size_t from, size_t *title)
{
    const struct page *p = w->page;

    for (size_t at = begin_next(p, from, p->count); at < p->count;
         at = begin_next(p, at + 1, p->count)) {
        if (begin_is_at(p, at, &w->ahead, title))
            return at;
    }
    return p->count;
}

static size_t annexes_before(const struct draft *d)
{
    size_t count = 0;

    for (size_t i = 0; i < d->notice_count; i++)
        count += d->notices[i].annex_count;
    return count;
}

typedef bool read_stretch(struct document *r, size_t from, size_t end,
                          struct err *e);

static bool add_document(struct work *w, read_stretch *read, size_t from,
                         size_t end, struct err *e)
{
    struct document r = {.page = w->page,
                         .first_annex = w->annexes + 1,
                         .seen = &w->seen,
                         .tables = w->tables};
    bool ok;

    r.notice = draft_add_notice(w->draft);
    r.id = w->draft->notice_count;
    ok = read(&r, from, end, e);
    w->annexes += r.notice->annex_count;
    return ok;
}

/* Where the text before a notice gives an address, it is the notice's. */
static void take_address(const struct page *p, size_t end,
                         struct draft_notice *n)
{
    for (size_t at = 0; at < end; at++) {
        const char *address = pattern_address(p->lines[at].text);
        struct str source = {0};

        if (!address || n->url)
            continue;
        draft_set(&n->url, address);
        str_addf(&source, "%s; url: line %zu", n->source, at + 1);
        free(n->source);
        n->source = str_take(&source);
    }
}

/* Lines before a notice that are no text of their own: the head of the web
 * page, what the notice says too. */
static bool is_text(const struct page *p, size_t at, const struct seen *seen)
{
    const char *text = p->lines[at].text, *value;

    return *text && !p->lines[at].fate && !pattern_page_head(text, &value) &&
           !pattern_is_furniture(text) && !pattern_is_english(text) &&
           !pattern_address(text) && !seen_find(seen, text);
}

static bool has_text(const struct page *p, size_t end, const struct seen *seen)
{
    for (size_t at = 0; at < end; at++) {
        if (is_text(p, at, seen))
            return true;
    }
    return false;
}

/* `n` is the notice that follows, if there is one. */
static void settle_rest(struct page *p, size_t end, const struct seen *seen,
                        struct draft_notice *n)
{
    for (size_t at = 0; at < end; at++) {
        const char *text = p->lines[at].text;
        const struct seen_entry *before = seen_find(seen, text);
        const char *label;

        if (p->lines[at].fate)
            continue;
        if (!*text)
            document_settle_blank(p, at);
        else if (before)
            page_leave_out(p, at, _("repeats line %zu"), before->line + 1);
        else if (n && (label = document_page_head(n, text)) != NULL)
            page_leave_out(p, at, _("the web page's own head (%s)"), label);
        else if (pattern_address(text))
            page_leave_out(p, at, _("the address of the notice"));
        else
            page_leave_out(p, at, _("the web page's own words"));
    }
}

/* Text before a notice that does not say what it is. */
static void name_news(struct draft_notice *n)
{
    if (strcmp(n->kind, "其他") == 0)
        draft_set(&n->kind, "新闻");
}

bool recognise_page(struct page *p, struct draft *d,
                    const struct unit_tables *tables, struct err *e)
{
    struct work w = {
        .page = p, .draft = d, .tables = tables, .annexes = annexes_before(d)};
    size_t title = 0, first = next_notice(&w, 0, &title);
    size_t first_notice = d->notice_count;
    bool ok = true;

    for (size_t at = first; ok && at < p->count;) {
        size_t next = next_notice(&w, title + 1, &title);

        ok = add_document(&w, document_notice, at, next, e);
        at = next;
    }
    if (ok && first < p->count)
        take_address(p, first, &d->notices[first_notice]);
    if (ok && has_text(p, first, &w.seen)) {
        ok = add_document(&w, document_text, 0, first, e);
        if (ok && first < p->count)
            name_news(&d->notices[d->notice_count - 1]);
    } else if (ok) {
        settle_rest(p, first, &w.seen,
                    first < p->count ? &d->notices[first_notice] : NULL);
    }
    seen_clear(&w.seen);
    return ok;
}
