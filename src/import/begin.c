#include "import/begin.h"

#include <stdlib.h>

#include "import/pattern.h"
#include "import/words.h"

#define HEAD_LINES   4   /* between a title and what proves it to be one */
#define SIGNER_LINES 8   /* organs that sign together */
#define SIGNED_LINES 500 /* of a notice without number and addressee */

size_t begin_next(const struct page *p, size_t from, size_t end)
{
    while (from < end && (!*p->lines[from].text || p->lines[from].fate))
        from++;
    return from;
}

static const char *text_at(const struct page *p, size_t at)
{
    return p->lines[at].text;
}

size_t begin_title(const struct page *p, size_t at, size_t end, size_t *last)
{
    size_t next;

    *last = at;
    if (p->lines[at].cell_count > 1)
        return 0;
    if (pattern_is_title(text_at(p, at)))
        return 1;
    next = begin_next(p, at + 1, end);
    if (!pattern_is_title_beginning(text_at(p, at)) || next == end ||
        !pattern_is_title_end(text_at(p, next)))
        return 0;
    *last = next;
    return 2;
}

size_t begin_signers(const struct page *p, size_t at, size_t end, size_t *date)
{
    char iso[11];
    size_t count = 0;

    while (at < end && count < SIGNER_LINES &&
           pattern_is_organ(text_at(p, at))) {
        count++;
        at = begin_next(p, at + 1, end);
    }
    *date = at;
    return count && at < end && pattern_is_date(text_at(p, at), iso) ? count
                                                                     : 0;
}

static bool signs(const struct page *p, size_t at)
{
    char iso[11];
    size_t date, before;
    char *organ;
    bool ours;

    if (begin_signers(p, at, p->count, &date))
        return true;
    before = pattern_ends_with_date(text_at(p, at), iso);
    if (!before)
        return false;
    organ = words_trimmed(text_at(p, at), before);
    ours = pattern_is_organ(organ);
    free(organ);
    return ours;
}

/* Whether one of the lines from `at` on, no more than a notice has, is
 * signed. */
static bool is_signed(const struct page *p, size_t at, struct begin_ahead *a)
{
    if (at < a->from || at > a->at) {
        a->from = a->at = at;
        a->count = 0;
        a->is_signed = false;
    }
    /* Lines above `at` may be settled by now: their text tells. */
    while (a->from < at)
        a->count -= *text_at(p, a->from++) != '\0';
    while (!a->is_signed && a->at < p->count && a->count < SIGNED_LINES) {
        a->looked++;
        a->is_signed = signs(p, a->at);
        if (!a->is_signed) {
            a->count++;
            a->at = begin_next(p, a->at + 1, p->count);
        }
    }
    return a->is_signed && a->count < SIGNED_LINES;
}

/* Some pages say the title twice: the last line that does. */
static size_t last_same(const struct page *p, size_t at, struct begin_ahead *a)
{
    size_t last = at, next;

    if (at >= a->same_from && at < a->same_to)
        return a->same_to - 1;
    while ((next = begin_next(p, last + 1, p->count)) < p->count &&
           words_same(text_at(p, next), text_at(p, at))) {
        a->looked++;
        last = next;
    }
    a->same_from = at;
    a->same_to = last + 1;
    return last;
}

bool begin_is_at(const struct page *p, size_t at, struct begin_ahead *ahead,
                 size_t *last)
{
    size_t next = at, end = p->count;

    if (pattern_is_number(text_at(p, at)))
        next = begin_next(p, at + 1, end);
    if (next == end || !begin_title(p, next, end, last))
        return false;
    if (next != at)
        return true;
    *last = next = last_same(p, *last, ahead);
    for (int i = 0; i < HEAD_LINES; i++) {
        next = begin_next(p, next + 1, end);
        if (next == end)
            return false;
        if (pattern_is_number(text_at(p, next)) ||
            pattern_is_addressee(text_at(p, next)))
            return true;
    }
    return is_signed(p, *last, ahead);
}
