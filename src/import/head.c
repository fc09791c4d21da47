#include "import/head.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/doc_number.h"
#include "import/pattern.h"
#include "import/words.h"

#define HEAD_LINES 120 /* with text; no head is longer */
#define RUNS       8   /* stretches of lines that could be a title */

/* Lines that stand together and could be a title. */
struct run {
    size_t from, end; /* lines */
    int lines;
    bool followed;  /* by what stands below a title: number, addressee */
    bool described; /* by what a page says of itself */
};

struct runs {
    struct run items[RUNS];
    int count;
    bool open; /* the last one may go on */
};

static const char *bare_at(const struct survey *s, size_t at)
{
    return s->lines[at].bare;
}

static bool has_hint(const struct survey *s, size_t at, enum page_hint hint)
{
    return s->page->lines[at].hint == hint;
}

/* （试行）, （2031年第10次）: part of the title above. */
static bool continues_title(const char *bare)
{
    return pattern_is_remark(bare) && words_count(bare) <= 14 &&
           !words_have_any(bare, WORDS("公开", "联系", "〔", "电话", "号）"));
}

static bool can_be_title(const struct survey *s, size_t at)
{
    const struct survey_line *l = &s->lines[at];
    struct doc_number number;

    return !l->is_row && !survey_is_furniture(s, at, true) &&
           pattern_can_be_title(l->bare) && !l->is_english &&
           !doc_number_is(l->bare, &number) &&
           !pattern_is_letterhead(l->bare) &&
           !(has_hint(s, at, PAGE_HINT_RIGHT));
}

/* Words after which a name goes on in the next line. */
static bool is_open(const char *bare)
{
    return words_end_any(bare, WORDS("关于", "的", "和", "及", "与", "做好",
                                     "开展", "加强", "印发", "转发", "公布",
                                     "、", "对", "等", "“", "《"));
}

char *head_title_text(const struct survey *s, size_t from, size_t end)
{
    struct str joined = {0};
    char *closed;

    for (size_t at = survey_next_text(s, from, end); at < end;
         at = survey_next_text(s, at + 1, end)) {
        const char *text = s->page->lines[at].text;

        /* Two words that were parted by the end of a line. */
        if (joined.len && (unsigned char)joined.text[joined.len - 1] < 0x80 &&
            (unsigned char)*text < 0x80)
            str_addc(&joined, ' ');
        str_add(&joined, text);
    }
    closed = words_closed(str_text(&joined));
    str_clear(&joined);
    return closed;
}

/* Behind the last of the run's lines that ends with a kind; with `*kind`. */
static size_t end_by_kind(const struct survey *s, const struct run *r,
                          const char **kind)
{
    size_t end = r->from;
    struct str joined = {0};
    const char *above = NULL;

    *kind = NULL;
    for (size_t at = r->from; at < r->end;
         at = survey_next_text(s, at + 1, r->end)) {
        const char *found;

        if (above && strcmp(above, bare_at(s, at)) == 0)
            break; /* some pages say it twice */
        above = bare_at(s, at);
        str_add(&joined, bare_at(s, at));
        /* 公 over 告 is one word. */
        found = pattern_kind(str_text(&joined));
        if (found && !(*kind && pattern_is_remark(bare_at(s, at)) &&
                       !continues_title(bare_at(s, at)))) {
            *kind = found;
            end = at + 1;
        }
    }
    str_clear(&joined);
    return end;
}

/* Where a run has no kind: its first line, and more as long as a line names an
 * organ or does not end. */
static size_t end_without_kind(const struct survey *s, const struct run *r)
{
    size_t at = r->from, next;
    bool about = false;

    for (;;) {
        about = about || strstr(bare_at(s, at), "关于") != NULL;
        next = survey_next_text(s, at + 1, r->end);
        if (next >= r->end || !(about || is_open(bare_at(s, at)) ||
                                pattern_is_organ(bare_at(s, at)) ||
                                continues_title(bare_at(s, next)) ||
                                words_start(bare_at(s, next), "——")))
            return at + 1;
        at = next;
    }
}

static size_t title_end_of(const struct survey *s, const struct run *r)
{
    const char *kind;
    size_t end = end_by_kind(s, r, &kind);

    return kind ? end : end_without_kind(s, r);
}

static bool are_organs(const struct survey *s, const struct run *r)
{
    for (size_t at = r->from; at < r->end;
         at = survey_next_text(s, at + 1, r->end)) {
        if (!pattern_is_organ(bare_at(s, at)))
            return false;
    }
    return true;
}

static int score(const struct survey *s, const struct run *r,
                 const char *wanted)
{
    const char *kind;
    size_t end = end_by_kind(s, r, &kind);
    char *text = head_title_text(s, r->from, kind ? end : r->end);
    char *bare = words_bare(text);
    int points = 1;

    if (wanted && (strcmp(bare, wanted) == 0 ||
                   (strstr(wanted, bare) && words_count(bare) >= 8) ||
                   (strstr(bare, wanted) && words_count(wanted) >= 8)))
        points += 16;
    if (kind)
        points += pattern_is_sent(kind) ? 5 : 4;
    if (strstr(bare, "关于"))
        points += 2;
    if (has_hint(s, r->from, PAGE_HINT_TITLE))
        points += 3;
    if (r->followed || r->described)
        points += 1;
    if (!kind && are_organs(s, r))
        points -= 4;
    free(text);
    free(bare);
    return points;
}

static void runs_break(struct runs *r, bool followed)
{
    if (r->open && followed)
        r->items[r->count - 1].followed = true;
    r->open = false;
}

/* Whether the line goes on with a run, or begins one; false: it is too much to
 * be a title. */
static bool runs_add(struct runs *r, size_t at)
{
    if (!r->open) {
        if (r->count == RUNS)
            return false;
        r->items[r->count++] = (struct run){.from = at};
        r->open = true;
    }
    if (r->items[r->count - 1].lines == HEAD_TITLE_LINES)
        return false;
    r->items[r->count - 1].end = at + 1;
    r->items[r->count - 1].lines++;
    return true;
}

bool head_is_addressee(const struct survey *s, size_t at, size_t end,
                       size_t *after)
{
    size_t next;

    if (s->lines[at].is_row || s->lines[at].furniture == FURNITURE_PATH)
        return false;
    *after = at + 1;
    if (pattern_can_be_addressee(bare_at(s, at)))
        return !pattern_is_label(bare_at(s, at));
    if (!words_end_any(bare_at(s, at), WORDS("，", "、")) ||
        words_have_any(bare_at(s, at), WORDS("。", "；", "：")))
        return false;
    next = survey_next_text(s, at + 1, end);
    *after = next + 1;
    return next < end && !s->lines[next].is_row &&
           pattern_can_be_addressee(bare_at(s, next));
}

/* What stands below a title and is none itself. */
static bool is_below_title(const struct survey *s, size_t at)
{
    const struct survey_line *l = &s->lines[at];
    struct doc_number number;

    return *l->iso || doc_number_is(l->bare, &number) ||
           (pattern_is_remark(l->bare) && !l->is_sentence);
}

/* The lines of a head between titles: they part runs. */
static bool parts_runs(const struct survey *s, size_t at)
{
    const char *bare = bare_at(s, at);
    bool labelled;

    return pattern_is_secrecy(bare) || pattern_signed_by(bare) ||
           pattern_is_letterhead(bare) || s->lines[at].is_english ||
           pattern_address(s->page->lines[at].text, &labelled);
}

/* The last path of the page near its top: what is above it is the page's. */
static size_t below_path(const struct survey *s, size_t from, size_t end)
{
    size_t lines = 0, below = from;

    for (size_t at = from; at < end && lines < HEAD_LINES; at++) {
        lines += *bare_at(s, at) != '\0';
        if (s->lines[at].furniture == FURNITURE_PATH)
            below = at + 1;
        else if (below == from && s->lines[at].is_sentence &&
                 !survey_is_furniture(s, at, true))
            return from;
        else if (s->lines[at].is_sentence)
            break;
    }
    return below;
}

/* Walk down to the first line that is no head. */
static size_t collect(const struct survey *s, size_t from, size_t end,
                      struct runs *r, struct head *h)
{
    size_t lines = 0, at;

    for (at = survey_next(s, from, end); at < end && lines < HEAD_LINES;
         at = survey_next(s, at + 1, end), lines++) {
        size_t after;

        if (s->lines[at].is_particular || has_hint(s, at, PAGE_HINT_PAGE) ||
            s->page->lines[at].left_out) { /* NOLINT(bugprone-branch-clone) */
            runs_break(r, false);
        } else if (s->lines[at].furniture != FURNITURE_NONE &&
                   !(s->lines[at].furniture == FURNITURE_ROW &&
                     s->lines[at].is_row)) {
            if (r->open && s->lines[at].furniture == FURNITURE_ABOUT)
                r->items[r->count - 1].described = true;
            runs_break(r, false);
        } else if (s->lines[at].is_row) {
            if (s->lines[at].furniture != FURNITURE_ROW)
                break;
            runs_break(r, false);
        } else if (head_is_addressee(s, at, end, &after)) {
            h->addressee = at;
            h->addressee_end = after;
            runs_break(r, true);
            return after;
        } else if (r->open && continues_title(bare_at(s, at)) &&
                   !*s->lines[at].iso && !is_below_title(s, at)) {
            runs_add(r, at);
        } else if (is_below_title(s, at)) {
            runs_break(r, true);
        } else if (parts_runs(s, at)) {
            runs_break(r, false);
        } else if (!can_be_title(s, at) || !runs_add(r, at)) {
            runs_break(r, false);
            break;
        }
    }
    return at;
}

/* A first part of who is written to stands alone above: 各县区教育局，市直各
 * 学校 in one line, and the rest. */
static void widen_addressee(const struct survey *s, struct head *h)
{
    size_t from = h->title == SURVEY_NONE ? h->body : h->title_end, above;

    if (h->addressee == SURVEY_NONE || from >= h->addressee)
        return;
    above = survey_previous_text(s, from, h->addressee);
    if (above != SURVEY_NONE && can_be_title(s, above) &&
        words_have_any(bare_at(s, above), WORDS("、", "，")))
        h->addressee = above;
}

/* The lines that a title of more than one line has as a run. */
static void choose(const struct survey *s, const struct runs *r,
                   const char *wanted, struct head *h)
{
    int best = -1, points = 0;

    for (int i = 0; i < r->count; i++) {
        int now = score(s, &r->items[i], wanted);

        if (best < 0 || now > points) {
            best = i;
            points = now;
        }
    }
    /* A name alone is one where nothing else is above the text. */
    if (best < 0 ||
        (points < 0 && (wanted || r->count > 1 || r->items[best].followed)))
        return;
    h->title = r->items[best].from;
    h->title_end = title_end_of(s, &r->items[best]);
}

void head_find(const struct survey *s, size_t from, size_t end,
               const char *wanted, struct head *h)
{
    struct runs r = {.count = 0};

    *h = (struct head){.title = SURVEY_NONE,
                       .title_end = SURVEY_NONE,
                       .addressee = SURVEY_NONE,
                       .addressee_end = SURVEY_NONE};
    h->body = collect(s, below_path(s, from, end), end, &r, h);
    choose(s, &r, wanted, h);
    /* Short lines below a title that is complete are text. */
    if (h->addressee == SURVEY_NONE && h->title != SURVEY_NONE) {
        size_t after = survey_next(s, h->title_end, end);

        if (after < h->body && can_be_title(s, after) &&
            after == survey_next_text(s, h->title_end, end))
            h->body = after;
    }
    widen_addressee(s, h);
}

size_t head_title_end(const struct survey *s, size_t at, size_t end)
{
    struct run r = {.from = at, .end = at};

    while (
        at < end && r.lines < HEAD_TITLE_LINES &&
        (can_be_title(s, at) || (r.lines && continues_title(bare_at(s, at))))) {
        r.end = at + 1;
        r.lines++;
        at = survey_next_text(s, at + 1, end);
    }
    return r.lines ? title_end_of(s, &r) : r.from;
}
