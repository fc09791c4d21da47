#include "import/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/annex.h"
#include "import/begin.h"
#include "import/pattern.h"
#include "import/words.h"

#define REPEATED_CHARS 30 /* a paragraph this long is not said twice */
#define LEAD_CHARS     12 /* nor one of the text before, that a notice has */

/* Where a reader stands in a notice. */
enum place { IN_HEAD, IN_BODY, IN_CONTACT, IN_ANNEX };

struct state {
    struct document *r;
    size_t end;
    enum place place;
    bool is_notice, is_dated;
    struct str title, issuer;
};

static const char *text_at(const struct page *p, size_t at)
{
    return p->lines[at].text;
}

static void add_block(struct state *s, size_t at, enum role role, int level)
{
    struct page_line *line = &s->r->page->lines[at];
    struct draft_block *b = draft_add_block(s->r->notice);

    b->role = role;
    b->level = level;
    b->text = xstrdup(line->text);
    b->raw = line->raw ? xstrdup(line->raw) : NULL;
    b->line = at;
    seen_add(s->r->seen, line->text, s->r->id, at);
    page_settle(s->r->page, at, _("notice %zu block %zu"), s->r->id,
                s->r->notice->block_count);
}

/* Titles and signers of several lines are one name in the library. */
static void join(struct str *name, const char *text, const char *between)
{
    if (name->len)
        str_add(name, between);
    str_add(name, text);
}

static void take_title(struct state *s, size_t at)
{
    join(&s->title, text_at(s->r->page, at), "");
    add_block(s, at, ROLE_TITLE, 0);
}

static void take_addressee(struct state *s, size_t at)
{
    const char *text = text_at(s->r->page, at);
    size_t len = strlen(text);
    char *name;

    len -= words_end(text, "：") ? strlen("：") : 1;
    name = words_trimmed(text, len);
    if (!s->r->notice->addressee)
        draft_set(&s->r->notice->addressee, name);
    free(name);
    add_block(s, at, ROLE_ADDRESSEE, 0);
}

const char *document_page_head(struct draft_notice *n, const char *text)
{
    const char *value;
    const char *label = pattern_page_head(text, &value);
    char iso[11];

    if (!label)
        return NULL;
    if (strstr(label, "机构") && !n->issuer) {
        draft_set(&n->issuer, value);
    } else if (strstr(label, "文号") || strstr(label, "字号")) {
        if (!n->doc_number && pattern_is_number(value))
            draft_set(&n->doc_number, value);
    } else if (strstr(label, "日期") && !n->issued_on &&
               pattern_is_date(value, iso)) {
        draft_set(&n->issued_on, iso);
    }
    return label;
}

static bool take_page_head(struct state *s, size_t at)
{
    const char *label =
        document_page_head(s->r->notice, text_at(s->r->page, at));

    if (label)
        page_leave_out(s->r->page, at, _("the web page's own head (%s)"),
                       label);
    return label != NULL;
}

static void take_signers(struct state *s, size_t at, size_t count, size_t date)
{
    const struct page *p = s->r->page;
    char iso[11];

    for (; count > 0; count--) {
        join(&s->issuer, text_at(p, at), " ");
        add_block(s, at, ROLE_SIGNER, 0);
        at = begin_next(p, at, s->end);
    }
    if (pattern_is_date(text_at(p, date), iso))
        draft_set(&s->r->notice->issued_on, iso);
    add_block(s, date, ROLE_DATE, 0);
    s->is_dated = true;
}

/* "教育部办公厅  2020年3月1日" in one line. */
static bool take_signed_date(struct state *s, size_t at)
{
    const char *text = text_at(s->r->page, at);
    char iso[11];
    size_t before = pattern_ends_with_date(text, iso);
    char *organ;
    bool taken;

    if (!before)
        return false;
    organ = words_trimmed(text, before);
    taken = pattern_is_organ(organ);
    if (taken) {
        join(&s->issuer, organ, " ");
        draft_set(&s->r->notice->issued_on, iso);
        add_block(s, at, ROLE_SIGNER, 0);
        s->is_dated = true;
    }
    free(organ);
    return taken;
}

/* The line that said this very paragraph before, from 1; else 0. A notice
 * repeats no long one of its own, other text none of the notice's. */
static size_t said_before(const struct state *s, const char *text)
{
    const struct seen_entry *before = seen_find(s->r->seen, text);
    size_t chars = words_count(text);

    if (!before || (s->is_notice && before->notice != s->r->id))
        return 0;
    if (chars < (before->notice == s->r->id ? REPEATED_CHARS : LEAD_CHARS))
        return 0;
    return before->line + 1;
}

/* What a web page adds, and what was said already. */
static bool leave_out(struct state *s, size_t at)
{
    struct page *p = s->r->page;
    size_t before = said_before(s, text_at(p, at));

    if (before)
        page_leave_out(p, at, _("repeats line %zu"), before);
    else if (!s->is_notice && pattern_is_english(text_at(p, at)))
        page_leave_out(p, at,
                       _("a description in English, not the page's own "
                         "words"));
    else if (pattern_is_furniture(text_at(p, at)))
        page_leave_out(p, at, _("the web page's own words"));
    else
        return false;
    return true;
}

static bool take_annex_line(struct state *s, size_t at)
{
    const char *text = text_at(s->r->page, at), *name;
    int number;

    if (pattern_is_annex(text, &number, &name)) {
        const char *entry;
        int entry_number;

        /* 附件：1. name */
        if (pattern_is_annex_entry(name, &entry_number, &entry))
            annex_announce(s->r->notice, entry_number, entry);
        else if (*name)
            annex_announce(s->r->notice, number, name);
        add_block(s, at, ROLE_ANNEX, 0);
        s->place = IN_ANNEX;
        return true;
    }
    if (s->place == IN_ANNEX && pattern_is_annex_entry(text, &number, &name)) {
        annex_announce(s->r->notice, number, name);
        add_block(s, at, ROLE_ANNEX, 1);
        return true;
    }
    return false;
}

static void take_paragraph(struct state *s, size_t at)
{
    const char *text = text_at(s->r->page, at);
    int level = pattern_heading_level(text);

    if (s->is_notice && pattern_is_contact(text, s->place == IN_CONTACT)) {
        s->place = IN_CONTACT;
        add_block(s, at, ROLE_CONTACT, 0);
        return;
    }
    s->place = IN_BODY;
    if (level)
        add_block(s, at, ROLE_HEADING, level);
    else if (pattern_is_item(text))
        add_block(s, at, ROLE_ITEM, 0);
    else
        add_block(s, at, ROLE_BODY, 0);
}

/* Title, number, addressee and what a web page puts between them. */
static bool take_head(struct state *s, size_t at)
{
    const char *text = text_at(s->r->page, at);
    struct draft_notice *n = s->r->notice;
    size_t last, lines;
    char iso[11];

    if (s->place != IN_HEAD)
        return false;
    lines = s->title.len ? 0 : begin_title(s->r->page, at, s->end, &last);
    if (lines) {
        take_title(s, at);
        if (lines > 1)
            take_title(s, last);
    } else if (s->title.len && words_same(str_text(&s->title), text)) {
        page_leave_out(s->r->page, at, _("repeats the title"));
    } else if (pattern_is_number(text)) {
        if (!n->doc_number)
            draft_set(&n->doc_number, text);
        add_block(s, at, ROLE_NUMBER, 0);
    } else if (pattern_is_date(text, iso)) {
        if (!n->issued_on)
            draft_set(&n->issued_on, iso);
        add_block(s, at, ROLE_DATE, 0);
    } else if (pattern_is_addressee(text)) {
        take_addressee(s, at);
    } else {
        return take_page_head(s, at);
    }
    return true;
}

/* Take line `at`; on return it is settled, others may be too. */
static bool take_line(struct state *s, size_t at, struct err *e)
{
    struct annex_table t;
    size_t date, count;

    if (annex_table_at(s->r->page, s->r->notice, at, s->end, &t))
        return annex_take_table(s->r, &t, e);
    if (leave_out(s, at) || (s->is_notice && take_head(s, at)))
        return true;
    if (s->is_notice && !s->is_dated) {
        count = begin_signers(s->r->page, at, s->end, &date);
        if (count) {
            take_signers(s, at, count, date);
            return true;
        }
        if (take_signed_date(s, at))
            return true;
    }
    if (!take_annex_line(s, at))
        take_paragraph(s, at);
    return true;
}

void document_settle_blank(struct page *p, size_t at)
{
    if (p->lines[at].raw && *p->lines[at].raw)
        page_leave_out(p, at, _("a picture"));
    else
        page_settle(p, at, _("blank"));
}

static void settle_blanks(struct page *p, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        if (!p->lines[i].fate && !*p->lines[i].text)
            document_settle_blank(p, i);
    }
}

static bool read_lines(struct state *s, size_t from, struct err *e)
{
    struct page *p = s->r->page;

    for (size_t at = begin_next(p, from, s->end); at < s->end;
         at = begin_next(p, at, s->end)) {
        if (!take_line(s, at, e))
            return false;
    }
    return true;
}

/* The organ before 关于, where nobody signed. */
static void issuer_from_title(struct state *s)
{
    const char *about = strstr(str_text(&s->title), "关于");

    if (about && about != str_text(&s->title)) {
        char *organ =
            words_trimmed(s->title.text, (size_t)(about - s->title.text));

        if (pattern_is_organ(organ))
            draft_set(&s->r->notice->issuer, organ);
        free(organ);
    }
}

/* "page.txt, lines 19-73": from the first line that is in the edition to the
 * last. */
static char *source_of(const struct page *p, size_t from, size_t end)
{
    struct str source = {0};

    while (end > from + 1 &&
           (p->lines[end - 1].left_out || !*p->lines[end - 1].text))
        end--;
    str_addf(&source, "%s, lines %zu-%zu", p->source.name, from + 1, end);
    return str_take(&source);
}

static void set_fields(struct state *s, size_t from)
{
    struct draft_notice *n = s->r->notice;
    const char *kind = pattern_kind(str_text(&s->title));

    draft_set(&n->title,
              s->title.len ? str_text(&s->title) : s->r->page->source.name);
    draft_set(&n->kind, kind ? kind : "其他");
    annex_name_by_notice(n);
    if (s->issuer.len)
        draft_set(&n->issuer, str_text(&s->issuer));
    else if (!n->issuer)
        issuer_from_title(s);
    n->source = source_of(s->r->page, from, s->end);
}

/* A short first line that is no sentence and no part of a table. */
static void take_text_title(struct state *s, size_t at)
{
    const struct page *p = s->r->page;
    struct annex_table t;

    if (at < s->end && p->lines[at].cell_count == 1 &&
        words_count(text_at(p, at)) <= 60 &&
        !words_end_any(text_at(p, at),
                       (const char *const[]){"。", "：", ":", NULL}) &&
        !annex_table_at(p, s->r->notice, at, s->end, &t))
        take_title(s, at);
}

static bool read_document(struct document *r, size_t from, size_t end,
                          bool is_notice, struct err *e)
{
    struct state s = {.r = r, .end = end, .is_notice = is_notice};
    bool ok;

    settle_blanks(r->page, from, end);
    from = begin_next(r->page, from, end);
    if (!is_notice) {
        take_text_title(&s, from);
        s.place = IN_BODY;
    }
    ok = read_lines(&s, from, e);
    if (ok)
        set_fields(&s, from);
    str_clear(&s.title);
    str_clear(&s.issuer);
    return ok;
}

bool document_notice(struct document *r, size_t from, size_t end, struct err *e)
{
    return read_document(r, from, end, true, e);
}

bool document_text(struct document *r, size_t from, size_t end, struct err *e)
{
    return read_document(r, from, end, false, e);
}
