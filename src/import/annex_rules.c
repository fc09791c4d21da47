#include "import/annex_rules.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/annex.h"
#include "import/annex_note.h"
#include "import/pattern.h"
#include "import/words.h"

static const char *text_at(const struct document *d, size_t at)
{
    return d->page->lines[at].text;
}

static const char *bare_at(const struct document *d, size_t at)
{
    return d->survey->lines[at].bare;
}

enum rule_result annex_rule_table(struct document *d, size_t at, struct err *e)
{
    struct annex_table t;

    if (d->no_list || !annex_table_at(d, at, &t))
        return RULE_PASSES;
    if (!annex_take_table(d, &t, e))
        return RULE_FAILS;
    d->is_marked = false;
    d->after = AFTER_TEXT;
    return RULE_TAKES;
}

/* The link that the page has in a line, or NULL. */
static const char *link_in(const struct document *d, size_t at)
{
    for (size_t i = 0; i < d->page->link_count; i++) {
        if (d->page->links[i].line == at)
            return d->page->links[i].target;
    }
    return NULL;
}

void annex_rule_announce(struct document *d, size_t at, const char *text,
                         const char *number, int next)
{
    struct annex_entries entries = {0};
    const char *link = link_in(d, at);

    annex_note_entries(text, next, &entries);
    for (size_t i = 0; i < entries.count; i++) {
        struct annex_entry *entry = &entries.items[i];
        const char *own = *entry->number ? entry->number : number;

        annex_announce(d, own, entry->title,
                       entries.count == 1 && link ? link : entry->file);
    }
    annex_entries_clear(&entries);
}

/* The text that a mark stands above comes next: no end, no other mark, no
 * list of files. */
static bool has_text_below(const struct document *d, size_t at)
{
    size_t next = survey_next(d->survey, at + 1, d->end);
    struct annex_mark m;

    return next < d->tail.footer && next < d->end &&
           !survey_is_furniture(d->survey, next, false) &&
           !annex_note_mark(text_at(d, next), bare_at(d, next), &m) &&
           !annex_note_number(bare_at(d, next));
}

/* 附件1, alone or with its title, above what is annexed. */
enum rule_result annex_rule_mark(struct document *d, size_t at, struct err *e)
{
    struct annex_mark m;
    char *rest, *file, *name;
    bool alone;

    (void)e;
    if (!annex_note_mark(text_at(d, at), bare_at(d, at), &m))
        return RULE_PASSES;
    alone = words_count(bare_at(d, at)) == m.chars;
    rest = words_part(text_at(d, at), m.chars, SIZE_MAX / 2);
    name = annex_note_title(rest, strlen(rest), &file);
    free(rest);
    if (!has_text_below(d, at) || file || link_in(d, at) ||
        (!alone && annex_note_number(name))) {
        free(name);
        free(file);
        return RULE_PASSES;
    }
    d->annex = annex_meant(d, m.number, name);
    if (!alone && d->annex == SIZE_MAX)
        d->annex = annex_announce(d, m.number, name, NULL);
    if (d->annex == SIZE_MAX && *m.number)
        d->annex = annex_announce(d, m.number, "", NULL);
    d->mark_block = d->notice->block_count;
    d->in_annex = true;
    d->is_marked = alone;
    document_add_block(d, at, ROLE_ANNEX_MARK, 0);
    if (!alone)
        d->notice->annexes[d->annex].block = (int)d->mark_block;
    free(name);
    return RULE_TAKES;
}

/* Lines from `at` on that are the title of one annex: the line behind them;
 * `at` where they are none. Titles that are announced may take three. */
static size_t announced_end(const struct document *d, size_t at, size_t *annex)
{
    size_t end = at;

    for (int lines = 0; lines < 3 && end < d->tail.footer; lines++) {
        char *text;

        end = survey_next_text(d->survey, end, d->tail.footer);
        if (end >= d->tail.footer || d->survey->lines[end].is_row)
            break;
        text = head_title_text(d->survey, at, ++end);
        *annex = annex_titled(d, text);
        free(text);
        if (*annex != SIZE_MAX)
            return end;
    }
    return at;
}

/* A regulation that is issued or published stands below: its title, and what
 * such a text begins with. */
static bool begins_regulation(const struct document *d, size_t at, size_t end)
{
    char *text = head_title_text(d->survey, at, end), *bare = words_bare(text);
    const char *kind = pattern_kind(bare);
    size_t next = survey_next_text(d->survey, end, d->tail.footer);
    bool is = false;

    if (kind && !pattern_is_sent(kind) && next < d->tail.footer) {
        const char *first = bare_at(d, next);

        is = words_start(first, "第一") || words_start(first, "第1") ||
             d->survey->lines[next].level > 0 || words_start(first, "总则") ||
             pattern_is_remark(first) || pattern_is_organ(first) ||
             d->survey->lines[next].is_sentence;
    }
    free(text);
    free(bare);
    return is;
}

enum rule_result annex_rule_title(struct document *d, size_t at, struct err *e)
{
    size_t annex = SIZE_MAX, end, block = d->notice->block_count;
    char *text;

    (void)e;
    if (d->survey->lines[at].is_row)
        return RULE_PASSES;
    end = announced_end(d, at, &annex);
    if (end > at && !d->is_marked && d->notice->annexes[annex].block >= 0)
        return RULE_PASSES;
    if (end == at) {
        end = head_title_end(d->survey, at, d->tail.footer);
        if (end == at ||
            !(d->is_marked || (!d->in_annex && begins_regulation(d, at, end))))
            return RULE_PASSES;
    }
    text = head_title_text(d->survey, at, end);
    if (d->is_marked && d->annex != SIZE_MAX && annex != d->annex)
        annex = d->annex;
    if (annex == SIZE_MAX)
        annex = annex_announce(d, "", text, NULL);
    if (!*d->notice->annexes[annex].title)
        annex_set_title(d, annex, text);
    free(text);
    for (size_t line = at; line < end;
         line = survey_next(d->survey, line + 1, end))
        document_add_block(d, line, ROLE_ANNEX_TITLE, 0);
    d->notice->annexes[annex].block =
        (int)(d->is_marked ? d->mark_block : block);
    d->annex = annex;
    d->in_annex = true;
    d->is_marked = false;
    return RULE_TAKES;
}

/* 附件：1.名单 */
enum rule_result annex_rule_note(struct document *d, size_t at, struct err *e)
{
    struct annex_mark m;
    char *rest;

    (void)e;
    if (!annex_note_mark(text_at(d, at), bare_at(d, at), &m))
        return RULE_PASSES;
    rest = words_part(text_at(d, at), m.chars, SIZE_MAX / 2);
    if (*rest)
        annex_rule_announce(d, at, rest, m.number, 0);
    free(rest);
    document_add_block(d, at, ROLE_ANNEX, 0);
    d->after = AFTER_NOTE;
    return RULE_TAKES;
}

/* A name in a line of its own below 附件：, numbered or not. */
enum rule_result annex_rule_entry(struct document *d, size_t at, struct err *e)
{
    struct draft_notice *n = d->notice;
    bool numbered = annex_note_number(bare_at(d, at)) > 0;
    const struct survey_line *l = &d->survey->lines[at];

    (void)e;
    if (d->after != AFTER_NOTE || l->is_row || strstr(l->bare, "。") ||
        words_count(l->bare) > 120 || *l->iso)
        return RULE_PASSES;
    if (numbered) {
        annex_rule_announce(d, at, text_at(d, at), "", 0);
    } else if (pattern_is_contact(text_at(d, at), false) ||
               pattern_is_remark(l->bare) || at >= d->tail.end ||
               words_end(l->bare, "：") || l->level) {
        return RULE_PASSES;
    } else if (n->annex_count && *n->annexes[n->annex_count - 1].number) {
        /* The title above goes on. */
        struct draft_annex *last = &n->annexes[n->annex_count - 1];
        struct str whole = {0};
        char *file, *more = annex_note_title(text_at(d, at),
                                             strlen(text_at(d, at)), &file);

        str_addf(&whole, "%s%s", last->title, more);
        annex_set_title(d, n->annex_count - 1, str_text(&whole));
        str_clear(&whole);
        free(more);
        free(file);
    } else {
        annex_rule_announce(d, at, text_at(d, at), "", -1);
    }
    document_add_block(d, at, ROLE_ANNEX, 1);
    return RULE_TAKES;
}
