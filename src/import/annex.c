#include "import/annex.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/begin.h"
#include "import/fields.h"
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

static struct draft_annex *add(struct draft_notice *n, int number,
                               const char *title)
{
    struct draft_annex *a = draft_add_annex(n);
    struct str text = {0};

    if (number > 0)
        str_addf(&text, "%d", number);
    a->number = str_take(&text);
    a->title = xstrdup(title);
    a->kind = kind_of(title);
    a->stated_total = total_in(title);
    return a;
}

void annex_announce(struct draft_notice *n, int number, const char *title)
{
    add(n, number, title);
}

static struct draft_annex *by_number(const struct draft_notice *n, int number)
{
    struct str text = {0};
    struct draft_annex *found = NULL;

    str_addf(&text, "%d", number);
    for (size_t i = 0; i < n->annex_count && !found && number > 0; i++) {
        if (strcmp(n->annexes[i].number, str_text(&text)) == 0)
            found = &n->annexes[i];
    }
    str_clear(&text);
    return found;
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

static struct draft_annex *by_title(const struct draft_notice *n,
                                    const char *title)
{
    char *bare = bare_title(title);
    struct draft_annex *found = NULL;

    for (size_t i = 0; i < n->annex_count && !found; i++) {
        if (words_same(n->annexes[i].title, title) ||
            words_same(n->annexes[i].title, bare))
            found = &n->annexes[i];
    }
    free(bare);
    return found;
}

static bool names_a_list(const char *title)
{
    static const char *const endings[] = {"名单", "表", "清单", "目录", NULL};
    char *bare = bare_title(title);
    bool does = words_end_any(bare, endings) && !pattern_heading_level(bare);

    free(bare);
    return does;
}

/* A line that can stand over a table as its title: announced before, or
 * padded as a cell of the sheet, or under a mark, or by its last word. */
static bool is_title(const struct page *p, const struct draft_notice *n,
                     size_t at, bool marked)
{
    static const char *const sentence[] = {"。", "；", "？", NULL};
    static const char *const open[] = {"：", ":", "，", NULL};
    const struct page_line *l = &p->lines[at];
    const char *rest;
    int number;

    if (l->cell_count != 1 || words_have_any(l->text, sentence) ||
        words_end_any(l->text, open) || words_count(l->text) > 100 ||
        pattern_is_annex_entry(l->text, &number, &rest))
        return false;
    return marked || l->has_tab || by_title(n, l->text) ||
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
static bool table_or_note(const struct page *p, size_t at, size_t end,
                          struct sheet_span *span)
{
    return heads_table(p, at, end, span) ||
           (at < end && is_note(p, at) &&
            heads_table(p, begin_next(p, at + 1, end), end, span));
}

bool annex_table_at(const struct page *p, const struct draft_notice *n,
                    size_t at, size_t end, struct annex_table *out)
{
    const char *rest = "";

    *out = (struct annex_table){.mark = NONE, .title = NONE};
    if (heads_table(p, at, end, &out->span))
        return true;
    if (pattern_is_annex(p->lines[at].text, &out->number, &rest)) {
        out->mark = at;
        at = begin_next(p, at + 1, end);
        if (table_or_note(p, at, end, &out->span))
            return true;
        if (at == end || *rest)
            return false;
    }
    out->title = at;
    return table_or_note(p, begin_next(p, at + 1, end), end, &out->span) &&
           is_title(p, n, at, out->mark != NONE);
}

/* The annex that a table is: by its number, by its title, or the only one
 * that can be meant; else one that nobody announced. */
static struct draft_annex *annex_of(struct draft_notice *n, int number,
                                    const char *title)
{
    struct draft_annex *a = by_number(n, number);

    if (!a && *title)
        a = by_title(n, title);
    if (!a && !number && n->annex_count == 1)
        a = &n->annexes[0];
    if (!a || a->list)
        a = add(n, number, title);
    return a;
}

static const char *title_of(const struct page *p, const struct annex_table *t)
{
    const char *rest = "";
    int number;

    if (t->title != NONE)
        return p->lines[t->title].text;
    if (t->mark != NONE)
        pattern_is_annex(p->lines[t->mark].text, &number, &rest);
    return rest;
}

bool annex_take_table(struct document *r, const struct annex_table *t,
                      struct err *e)
{
    struct page *p = r->page;
    struct draft_annex *a = annex_of(r->notice, t->number, title_of(p, t));
    struct str name = {0};
    bool ok;

    if (t->title != NONE && a->stated_total < 0)
        a->stated_total = total_in(p->lines[t->title].text);
    str_addf(&name, _("annex %zu"),
             r->first_annex + (size_t)(a - r->notice->annexes));
    if (t->mark != NONE)
        page_settle(p, t->mark, _("%s mark"), str_text(&name));
    if (t->title != NONE)
        page_settle(p, t->title, _("%s title"), str_text(&name));
    a->kind = "list";
    a->list = sheet_read(p, &t->span, str_text(&name), e);
    ok = a->list != NULL;
    if (ok) {
        fields_number(a->list);
        fields_derive(a->list, r->tables);
    }
    str_clear(&name);
    return ok;
}

void annex_name_by_notice(struct draft_notice *n)
{
    for (size_t i = 0; i < n->annex_count; i++) {
        if (!*n->annexes[i].title)
            draft_set(&n->annexes[i].title, n->title);
    }
}
