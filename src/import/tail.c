#include "import/tail.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/annex_note.h"
#include "import/pattern.h"
#include "import/words.h"

static const char *bare_at(const struct survey *s, size_t at)
{
    return s->lines[at].bare;
}

/* 附件1 alone: the annexed text is below. */
static bool is_mark(const struct survey *s, size_t at)
{
    struct annex_mark m;

    return annex_note_mark(s->page->lines[at].text, bare_at(s, at), &m) &&
           words_count(bare_at(s, at)) == m.chars;
}

static bool is_note(const struct survey *s, size_t at)
{
    struct annex_mark m;

    return annex_note_mark(s->page->lines[at].text, bare_at(s, at), &m);
}

size_t tail_signed_date(const struct survey *s, size_t at,
                        char iso[DATE_LEN + 1])
{
    const char *bare = bare_at(s, at);
    size_t before = s->lines[at].is_row ? 0 : date_ends(bare, iso);
    char *organ;
    bool signs;

    if (!before || words_count(bare) > 60)
        return 0;
    organ = xmemdup(bare, before);
    signs = pattern_can_be_signer(organ) &&
            (pattern_is_organ(organ) ||
             strlen(s->page->lines[at].text) > strlen(bare) + 1);
    free(organ);
    return signs ? before : 0;
}

/* Whether line `at` can be one who signs. */
static bool can_sign(const struct survey *s, size_t at)
{
    return !s->lines[at].is_row && !*s->lines[at].iso && !s->lines[at].level &&
           pattern_can_be_signer(bare_at(s, at)) &&
           !pattern_is_contact(s->page->lines[at].text, false);
}

/* The first of the lines above the date that sign it; SURVEY_NONE: none
 * does. */
static size_t climb(const struct survey *s, size_t from, size_t date)
{
    size_t first = SURVEY_NONE, at = date;
    int count = 0;

    while (count < TAIL_SIGNERS) {
        at = survey_previous_text(s, from, at);
        if (at == SURVEY_NONE || !can_sign(s, at))
            break;
        /* Where those at the right sign, one at the left does not. */
        if (first != SURVEY_NONE &&
            s->page->lines[first].hint == PAGE_HINT_RIGHT &&
            s->page->lines[at].hint != PAGE_HINT_RIGHT)
            break;
        first = at;
        count++;
    }
    /* What a heading is followed by is its text. */
    if (count > 1 && at != SURVEY_NONE && s->lines[at].level > 0 &&
        s->lines[at].level < 3 && !s->lines[at].is_sentence)
        first = survey_next_text(s, first + 1, date);
    return first;
}

/* Whether the text goes on no further below line `at`. */
static bool ends_below(const struct survey *s, size_t at, size_t end)
{
    size_t next = survey_next(s, at + 1, end), ignored;
    const char *bare;
    char iso[DATE_LEN + 1];

    if (next >= end)
        return true;
    bare = bare_at(s, next);
    return survey_is_furniture(s, next, false) || s->lines[next].is_row ||
           is_note(s, next) || pattern_is_remark(bare) ||
           pattern_copy_to(bare) || pattern_keywords(bare) ||
           date_is_printed(bare, iso, &ignored) ||
           pattern_is_contact(s->page->lines[next].text, false) ||
           pattern_can_be_title(bare);
}

/* Whether the date at `at` ends the text that begins at `from`. */
static bool is_tail(const struct survey *s, size_t from, size_t at, size_t end,
                    size_t *signer)
{
    char iso[DATE_LEN + 1];

    *signer = SURVEY_NONE;
    if (*s->lines[at].iso) {
        size_t last;

        *signer = climb(s, from, at);
        if (*signer == SURVEY_NONE)
            return ends_below(s, at, end);
        last = survey_previous_text(s, from, at);
        return pattern_is_organ(bare_at(s, last)) || ends_below(s, at, end) ||
               pattern_is_person(bare_at(s, last));
    }
    if (!tail_signed_date(s, at, iso))
        return false;
    *signer = climb(s, from, at);
    if (*signer == SURVEY_NONE || !pattern_is_organ(bare_at(s, *signer)))
        *signer = at;
    return ends_below(s, at, end);
}

bool tail_is_signed(const struct survey *s, size_t from, size_t at)
{
    size_t above;
    char iso[DATE_LEN + 1];

    if (!*s->lines[at].iso)
        return tail_signed_date(s, at, iso) > 0;
    above = survey_previous_text(s, from, at);
    return above != SURVEY_NONE && can_sign(s, above);
}

/* Lines that a page's own words at its end have none of: text, tables, annexed
 * texts. */
static bool is_substance(const struct survey *s, size_t at)
{
    const struct survey_line *l = &s->lines[at];
    char iso[DATE_LEN + 1];
    size_t ignored;

    if (survey_is_furniture(s, at, false))
        return false;
    if (date_is_printed(l->bare, iso, &ignored) || pattern_copy_to(l->bare) ||
        pattern_keywords(l->bare))
        return true;
    return strstr(l->bare, "。") || strstr(l->bare, "；") || l->is_row ||
           words_count(l->bare) > 60 || is_mark(s, at) ||
           (strstr(l->bare, "年") && tail_is_signed(s, 0, at));
}

/* Where the page's own words at the end begin. */
static size_t footer_of(const struct survey *s, size_t from, size_t end)
{
    size_t footer = end;

    for (size_t at = end; at-- > from;) {
        if (is_substance(s, at))
            break;
        if (s->page->lines[at].hint == PAGE_HINT_PAGE ||
            s->lines[at].furniture == FURNITURE_PATH ||
            s->lines[at].furniture == FURNITURE_ABOUT ||
            s->lines[at].furniture == FURNITURE_TOOLS)
            footer = at;
    }
    return footer;
}

/* Nobody dates it: those who sign are the last line of the text. */
static void find_undated(const struct survey *s, size_t from, struct tail *t)
{
    size_t last = SURVEY_NONE;
    char iso[DATE_LEN + 1];

    for (size_t at = survey_next_text(s, from, t->end); at < t->end;
         at = survey_next_text(s, at + 1, t->end)) {
        size_t ignored;

        if (is_mark(s, at) || date_is_printed(bare_at(s, at), iso, &ignored) ||
            pattern_copy_to(bare_at(s, at)) || pattern_keywords(bare_at(s, at)))
            break;
        last = at;
    }
    if (last == SURVEY_NONE || last == from || s->lines[last].is_row ||
        s->lines[last].level)
        return;
    if ((pattern_is_remark(bare_at(s, last)) &&
         words_count(bare_at(s, last)) <= 12 &&
         !words_have_any(bare_at(s, last), WORDS("公开", "完", "略"))) ||
        (pattern_is_organ(bare_at(s, last)) && can_sign(s, last))) {
        t->signer = last;
        t->end = last + 1;
    }
}

void tail_find(const struct survey *s, size_t from, size_t end, struct tail *t)
{
    *t = (struct tail){.signer = SURVEY_NONE, .date = SURVEY_NONE};
    t->footer = footer_of(s, from, end);
    t->end = t->footer;
    for (size_t at = survey_next_text(s, from, t->footer); at < t->footer;
         at = survey_next_text(s, at + 1, t->footer)) {
        size_t signer;

        if ((!*s->lines[at].iso && s->lines[at].is_sentence) ||
            !is_tail(s, from, at, end, &signer))
            continue;
        t->signer = signer;
        t->date = at;
        t->end = at + 1;
        return;
    }
    find_undated(s, from, t);
}
