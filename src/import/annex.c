#include "import/annex.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/pattern.h"
#include "import/words.h"

#define NONE SIZE_MAX

/* What an annex is that is announced and not held. */
static const char *kind_of(const char *title)
{
    static const char *const lists[] = {"名单", "清单", "目录", "一览表", NULL};
    static const char *const forms[] = {"表",   "书",   "模板", "格式",
                                        "样式", "模版", "提纲", NULL};

    if (words_end_any(title, lists))
        return "list";
    return words_end_any(title, forms) ? "form" : "document";
}

/* （共150个） in a title: how many records there are; -1: not said. */
static int64_t total_in(const char *title)
{
    const char *all = strstr(title, "共");
    int64_t total = 0;
    size_t digits;

    if (!all)
        return -1;
    all += strlen("共");
    all += words_leading_blank(all, strlen(all));
    digits = strspn(all, "0123456789");
    if (digits == 0 || digits > 9)
        return -1;
    for (size_t i = 0; i < digits; i++)
        total = 10 * total + (all[i] - '0');
    all += digits;
    all += words_leading_blank(all, strlen(all));
    for (const char *const *unit =
             (const char *const[]){"个", "家", "所", "项", "人", "种", "门",
                                   NULL};
         *unit; unit++) {
        if (words_start(all, *unit))
            return total;
    }
    return -1;
}

void annex_set_title(struct document *d, size_t index, const char *title)
{
    draft_set(&d->notice->annexes[index].title, title);
    seen_add(&d->annex_titles, title, index, 0);
}

static size_t add(struct document *d, const char *number, const char *title)
{
    struct draft_annex *a = draft_add_annex(d->notice);
    size_t index = d->notice->annex_count - 1;

    a->number = xstrdup(number);
    a->kind = kind_of(title);
    a->stated_total = total_in(title);
    seen_add(&d->annex_numbers, number, index, 0);
    annex_set_title(d, index, title);
    return index;
}

static size_t by_number(const struct document *d, const char *number)
{
    const struct seen_entry *found =
        *number ? seen_find(&d->annex_numbers, number) : NULL;

    return found ? found->notice : NONE;
}

/* A page may have thousands of annexes: they are looked up. An annex that has
 * got another title since is passed over for the first that has it now. */
static size_t by_title(const struct document *d, const char *title)
{
    const struct draft_notice *n = d->notice;
    const struct seen_entry *found = seen_find(&d->annex_titles, title);

    if (!found)
        return NONE;
    if (words_same(n->annexes[found->notice].title, title))
        return found->notice;
    for (size_t i = 0; i < n->annex_count; i++) {
        if (words_same(n->annexes[i].title, title))
            return i;
    }
    return NONE;
}

/* Without （共3所） and the like at the end; the caller frees it. */
static char *bare_title(const char *title)
{
    const char *last = NULL;

    for (const char *open = strstr(title, "（"); open;
         open = strstr(open + 1, "（"))
        last = open;
    if (!last || last == title || !words_end(title, "）"))
        return xstrdup(title);
    return words_trimmed(title, (size_t)(last - title));
}

size_t annex_titled(const struct document *d, const char *text)
{
    char *file, *title = annex_note_title(text, strlen(text), &file);
    char *bare = bare_title(title);
    size_t found = by_title(d, title), also = by_title(d, bare);

    free(file);
    free(title);
    free(bare);
    return also < found ? also : found;
}

size_t annex_announce(struct document *d, const char *number, const char *title,
                      const char *file)
{
    struct draft_notice *n = d->notice;
    size_t i = annex_titled(d, title);

    if (i == NONE)
        i = by_number(d, number);
    if (i == NONE)
        i = add(d, number, title);
    if (!*n->annexes[i].title)
        annex_set_title(d, i, title);
    if (file && !n->annexes[i].file)
        draft_set(&n->annexes[i].file, file);
    return i;
}

static bool is_held(const struct draft_annex *a)
{
    return a->list || a->block >= 0;
}

size_t annex_meant(const struct document *d, const char *number,
                   const char *title)
{
    const struct draft_notice *n = d->notice;
    size_t i = by_number(d, number);

    if (i == NONE && *title)
        i = annex_titled(d, title);
    if (i == NONE && !*number && n->annex_count == 1 &&
        !is_held(&n->annexes[0]))
        i = 0;
    return i;
}

static bool names_a_list(const char *title)
{
    static const char *const endings[] = {"名单", "表", "清单", "目录", NULL};
    char *bare = bare_title(title);
    bool does =
        words_end_any(bare, endings) && !pattern_heading_level(bare, NULL);

    free(bare);
    return does;
}

/* A line that can stand over a table as its title: announced before, or
 * padded as a cell of the sheet, or under a mark, or by its last word. */
static bool is_title(const struct document *d, const char *bare, size_t at,
                     bool marked)
{
    static const char *const sentence[] = {"。", "；", "？", NULL};
    static const char *const open[] = {"：", ":", "，", NULL};
    const struct page_line *l = &d->page->lines[at];

    if (l->cell_count != 1 || words_have_any(l->text, sentence) ||
        words_end_any(l->text, open) || words_count(l->text) > 100 ||
        annex_note_number(bare))
        return false;
    return marked || l->has_tab || annex_titled(d, l->text) != NONE ||
           names_a_list(l->text);
}

/* （排名不分先后） between title and headings stays a paragraph. */
static bool is_note(const struct page *p, size_t at)
{
    static const char *const open[] = {"（", "(", NULL};
    static const char *const close[] = {"）", ")", NULL};

    return p->lines[at].cell_count == 1 &&
           words_start_any(p->lines[at].text, open) &&
           words_end_any(p->lines[at].text, close);
}

static bool heads_table(const struct page *p, size_t at, size_t end,
                        struct sheet_span *span)
{
    return at < end && sheet_at(p, at, span) && span->end <= end;
}

/* The headings at `at`, or under a note there. */
static bool table_or_note(const struct document *d, size_t at,
                          struct sheet_span *span)
{
    return heads_table(d->page, at, d->end, span) ||
           (at < d->end && is_note(d->page, at) &&
            heads_table(d->page, survey_next(d->survey, at + 1, d->end), d->end,
                        span));
}

bool annex_table_at(const struct document *d, size_t at,
                    struct annex_table *out)
{
    const struct survey *s = d->survey;
    struct annex_mark m;

    *out = (struct annex_table){.mark = NONE, .title = NONE};
    if (heads_table(d->page, at, d->end, &out->span))
        return true;
    if (annex_note_mark(d->page->lines[at].text, s->lines[at].bare, &m)) {
        bool alone = words_count(s->lines[at].bare) == m.chars;

        memcpy(out->number, m.number, sizeof(m.number));
        out->mark = at;
        at = survey_next(s, at + 1, d->end);
        if (table_or_note(d, at, &out->span))
            return true;
        if (at == d->end || !alone)
            return false;
    }
    out->title = at;
    return table_or_note(d, survey_next(s, at + 1, d->end), &out->span) &&
           is_title(d, s->lines[at].bare, at,
                    out->mark != NONE || d->is_marked);
}

/* The title that stands over the table, "" for none; the caller frees it. */
static char *title_of(const struct document *d, const struct annex_table *t)
{
    const char *text;
    struct annex_mark m;
    char *rest, *title, *file;

    if (t->title != NONE) {
        text = d->page->lines[t->title].text;
        return xstrdup(text);
    }
    if (t->mark == NONE)
        return xstrdup("");
    text = d->page->lines[t->mark].text;
    annex_note_mark(text, d->survey->lines[t->mark].bare, &m);
    rest = words_part(text, m.chars, words_count(text));
    title = annex_note_title(rest, strlen(rest), &file);
    free(rest);
    free(file);
    return title;
}

/* The annex that a table is: the text that it stands in, the one that its mark
 * or title means; else one that nobody announced. */
static size_t annex_of(struct document *d, const struct annex_table *t,
                       const char *title)
{
    struct draft_notice *n = d->notice;
    size_t i = annex_meant(d, t->number, title);

    if (d->in_annex && d->annex != NONE && t->mark == NONE &&
        (i == NONE || !*title) && !n->annexes[d->annex].list)
        i = d->annex;
    if (i == NONE || n->annexes[i].list)
        i = add(d, t->number, title);
    return i;
}

bool annex_take_table(struct document *d, const struct annex_table *t,
                      struct err *e)
{
    struct page *p = d->page;
    char *title = title_of(d, t);
    size_t i = annex_of(d, t, title);
    struct draft_annex *a = &d->notice->annexes[i];
    struct sheet_title own = {.stated_total = -1};
    struct str name = {0};
    bool ok;

    if (t->title != NONE && a->stated_total < 0)
        a->stated_total = total_in(title);
    str_addf(&name, _("annex %zu"), d->first_annex + i);
    if (t->mark != NONE)
        page_settle(p, t->mark, _("%s mark"), str_text(&name));
    if (t->title != NONE)
        page_settle(p, t->title, _("%s title"), str_text(&name));
    a->kind = "list";
    a->list = sheet_read(p, &t->span, str_text(&name), d->tables, &own, e);
    if (a->block < 0)
        a->block = (int)d->notice->block_count;
    ok = a->list != NULL;
    if (own.title && !*a->title)
        annex_set_title(d, i, own.title);
    if (a->stated_total < 0)
        a->stated_total = own.stated_total;
    free(own.title);
    str_clear(&name);
    free(title);
    return ok;
}

void annex_name_by_notice(struct draft_notice *n)
{
    for (size_t i = 0; i < n->annex_count; i++) {
        if (!*n->annexes[i].title)
            draft_set(&n->annexes[i].title, n->title);
    }
}
