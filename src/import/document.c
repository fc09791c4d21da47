#include "import/document.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/notice_fields.h"
#include "import/rules.h"
#include "import/words.h"

void document_add_block(struct document *d, size_t at, enum role role,
                        int level)
{
    struct page_line *line = &d->page->lines[at];
    struct draft_block *b = draft_add_block(d->notice);

    b->role = role;
    b->level = level;
    b->text = xstrdup(line->text);
    b->raw = line->raw ? xstrdup(line->raw) : NULL;
    b->line = at;
    line->role = role_name(role);
    seen_add(d->seen, line->text, d->id, at);
    page_settle(d->page, at, _("notice %zu block %zu"), d->id,
                d->notice->block_count);
}

void document_leave_out(struct document *d, size_t at, const char *fmt, ...)
{
    struct str why = {0};
    va_list ap;

    va_start(ap, fmt);
    str_addvf(&why, fmt, ap);
    va_end(ap);
    page_leave_out(d->page, at, "%s", str_text(&why));
    str_clear(&why);
}

static void settle_blanks(struct page *p, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        struct page_line *l = &p->lines[i];

        if (l->fate || *l->text || l->grid)
            continue;
        if (l->raw && *l->raw)
            page_leave_out(p, i, _("a picture"));
        else
            page_settle(p, i, _("blank"));
    }
}

/* The bare title that the page itself names, or NULL. */
static char *wanted_title(const struct document *d)
{
    const char *title = notice_fields_page_title(d);

    return title ? words_bare(title) : NULL;
}

static bool is_told(const struct document *d, enum role role)
{
    for (size_t at = d->from; at < d->end; at++) {
        if (d->page->lines[at].told == PAGE_TOLD_ROLE &&
            d->page->lines[at].told_role == role)
            return true;
    }
    return false;
}

/* What a person says of a part stands in the place of what was found. */
static void heed(struct document *d)
{
    if (is_told(d, ROLE_TITLE))
        d->head.title = d->head.title_end = SURVEY_NONE;
    if (is_told(d, ROLE_ADDRESSEE))
        d->head.addressee = d->head.addressee_end = SURVEY_NONE;
    if (is_told(d, ROLE_SIGNER))
        d->tail.signer = SURVEY_NONE;
    if (is_told(d, ROLE_DATE))
        d->tail.date = SURVEY_NONE;
}

bool document_read(struct document *d, struct err *e)
{
    const struct survey *s = d->survey;
    char *wanted = wanted_title(d);
    size_t first;
    bool ok = true;

    settle_blanks(d->page, d->from, d->end);
    first = survey_next(s, d->from, d->end);
    head_find(s, d->from, d->end, wanted, &d->head);
    tail_find(s, d->head.body, d->end, &d->tail);
    heed(d);
    d->annex = SIZE_MAX;
    d->mark_block = SIZE_MAX;
    for (size_t at = first; ok && at < d->end; at = survey_next(s, at, d->end))
        ok = rules_judge(d, at, e);
    if (ok)
        notice_fields_finish(d);
    seen_clear(&d->annex_titles);
    seen_clear(&d->annex_numbers);
    free(wanted);
    return ok;
}
