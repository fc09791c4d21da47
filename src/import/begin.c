#include "import/begin.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/annex_note.h"
#include "import/doc_number.h"
#include "import/head.h"
#include "import/pattern.h"
#include "import/seen.h"
#include "import/tail.h"
#include "import/words.h"

#define PROOF_LINES 5 /* between a title and what proves it to be one */

/* What was met since the document that is being read began. */
struct walk {
    const struct survey *s;
    struct begins *out;
    size_t *next_signed;   /* of each line: the next that is signed and dated */
    struct seen announced; /* titles of annexes */
    size_t start;
    bool has_text, has_tail, in_annex;
    bool in_note; /* the last line named annexes */
};

static const char *bare_at(const struct survey *s, size_t at)
{
    return s->lines[at].bare;
}

/* What stands near a title. */
struct proof {
    bool number, addressee;
    size_t from; /* the first line of the head: its number may be above */
};

static bool is_number(const struct survey *s, size_t at, bool with_year)
{
    struct doc_number number;

    return doc_number_is(bare_at(s, at), &number) &&
           (number.has_year || !with_year);
}

/* Numbers, red heads and the like above a title belong to it. */
static void look_above(struct walk *w, size_t title, struct proof *p)
{
    p->from = title;
    for (int i = 0; i < 4; i++) {
        size_t at = survey_previous_text(w->s, w->start, p->from);

        if (at == SURVEY_NONE)
            return;
        w->out->looked++;
        if (is_number(w->s, at, true))
            p->number = true;
        else if (!pattern_is_letterhead(bare_at(w->s, at)) &&
                 !pattern_is_secrecy(bare_at(w->s, at)) &&
                 !pattern_signed_by(bare_at(w->s, at)))
            return;
        p->from = at;
    }
}

static void look_below(struct walk *w, size_t end, struct proof *p)
{
    const struct survey *s = w->s;
    size_t at = end;

    for (int i = 0; i < PROOF_LINES; i++) {
        size_t after;

        at = survey_next_text(s, at, s->count);
        if (at == s->count)
            return;
        w->out->looked++;
        if (is_number(s, at, true)) {
            p->number = true;
        } else if (head_is_addressee(s, at, s->count, &after)) {
            p->addressee = true;
            return;
        } else if (s->lines[at].is_sentence || s->lines[at].level) {
            return;
        }
        at++;
    }
}

/* Whether the title, or its first line, is that of an annex. */
static bool is_announced(const struct walk *w, size_t at, const char *text)
{
    return seen_find(&w->announced, text) ||
           seen_find(&w->announced, w->s->page->lines[at].text);
}

/* Whether the title of the lines [at, end) begins a document. */
static bool is_proved(struct walk *w, size_t at, size_t end, struct proof *p)
{
    char *text = head_title_text(w->s, at, end), *bare = words_bare(text);
    const char *kind = pattern_kind(bare);
    bool announced = is_announced(w, at, text);
    bool about = strstr(bare, "关于") != NULL, proved = false;
    struct doc_number number;
    size_t open;

    *p = (struct proof){.from = at};
    if (kind && !announced) {
        look_above(w, at, p);
        look_below(w, end, p);
        if (doc_number_ends(bare_at(w->s, end - 1), &number, &open))
            p->number = true;
        if (w->in_annex)
            proved = p->number && p->addressee;
        else if (w->has_tail)
            proved =
                p->number || p->addressee ||
                (pattern_is_sent(kind) && w->next_signed[end] != w->s->count);
        else
            proved = (p->number && p->addressee) ||
                     (about && (p->number || p->addressee));
    }
    free(text);
    free(bare);
    return proved;
}

static void begin(struct walk *w, size_t at)
{
    w->out->items = mem_grow(w->out->items, w->out->count, &w->out->cap,
                             sizeof(*w->out->items));
    w->out->items[w->out->count++] = (struct begin){.line = at};
    seen_clear(&w->announced);
    w->start = at;
    w->has_text = w->has_tail = w->in_annex = w->in_note = false;
}

static void announce(struct walk *w, const char *text, int next)
{
    struct annex_entries entries = {0};

    annex_note_entries(text, next, &entries);
    for (size_t i = 0; i < entries.count; i++)
        seen_add(&w->announced, entries.items[i].title, 0, 0);
    annex_entries_clear(&entries);
}

/* Annexes that the line names, and where an annexed text begins. */
static void look_for_annexes(struct walk *w, size_t at)
{
    const char *text = w->s->page->lines[at].text, *bare = bare_at(w->s, at);
    struct annex_mark m;

    if (annex_note_mark(text, bare, &m)) {
        char *rest = words_part(text, m.chars, words_count(bare));

        if (*rest)
            announce(w, rest, 0);
        else if (w->has_tail || *m.number)
            w->in_annex = true;
        w->in_note = true;
        free(rest);
    } else if (w->in_note && annex_note_number(bare) &&
               !w->s->lines[at].is_sentence) {
        announce(w, text, 0);
    } else if (w->in_note && !w->s->lines[at].is_sentence &&
               !*w->s->lines[at].iso && !w->has_tail) {
        announce(w, text, -1);
    } else {
        w->in_note = false;
    }
}

static void look_at(struct walk *w, size_t at)
{
    const struct survey_line *l = &w->s->lines[at];

    w->out->items[w->out->count - 1].has_text = true;
    if (l->is_sentence || l->level ||
        (l->is_row && l->furniture != FURNITURE_ROW))
        w->has_text = true;
    if (w->has_text && tail_is_signed(w->s, w->start, at))
        w->has_tail = true;
    if (w->has_text)
        look_for_annexes(w, at);
}

/* 附件1 stands right above. */
static bool is_marked(const struct walk *w, size_t at)
{
    size_t above = survey_previous_text(w->s, w->start, at);
    struct annex_mark m;

    return above != SURVEY_NONE &&
           annex_note_mark(w->s->page->lines[above].text, bare_at(w->s, above),
                           &m);
}

/* The next line that is signed and dated, of every line. */
static size_t *find_signed(const struct survey *s)
{
    size_t *next = xcalloc(s->count + 1, sizeof(*next));

    next[s->count] = s->count;
    for (size_t at = s->count; at-- > 0;) {
        bool is = *s->lines[at].bare && !s->lines[at].is_sentence &&
                  tail_is_signed(s, 0, at);

        next[at] = is ? at : next[at + 1];
    }
    return next;
}

void begin_find_all(const struct survey *s, struct begins *out)
{
    struct walk w = {.s = s, .out = out};

    *out = (struct begins){.count = 0};
    w.next_signed = find_signed(s);
    begin(&w, 0);
    for (size_t at = survey_next_text(s, 0, s->count); at < s->count;
         at = survey_next_text(s, at + 1, s->count)) {
        size_t end;
        struct proof p;

        out->looked++;
        if (w.has_text && !s->lines[at].is_english &&
            pattern_can_be_title(bare_at(s, at)) &&
            (end = head_title_end(s, at, s->count)) > at &&
            !(w.in_annex && is_marked(&w, at)) && is_proved(&w, at, end, &p)) {
            begin(&w, p.from);
            out->items[out->count - 1].has_text = true;
            at = end - 1;
            continue;
        }
        look_at(&w, at);
    }
    seen_clear(&w.announced);
    free(w.next_signed);
}

void begins_clear(struct begins *b)
{
    free(b->items);
    *b = (struct begins){0};
}
