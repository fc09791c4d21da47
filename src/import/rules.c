#include "import/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/annex.h"
#include "import/annex_note.h"
#include "import/annex_rules.h"
#include "import/doc_number.h"
#include "import/heading.h"
#include "import/pattern.h"
#include "import/words.h"

#define REPEATED_CHARS 30 /* a paragraph this long is not said twice */
#define LEAD_CHARS     12 /* nor one of the text before, that a notice has */

static const char *text_at(const struct document *d, size_t at)
{
    return d->page->lines[at].text;
}

static const char *bare_at(const struct document *d, size_t at)
{
    return d->survey->lines[at].bare;
}

static enum furniture furniture_at(const struct document *d, size_t at)
{
    return d->survey->lines[at].furniture;
}

static size_t next_text(const struct document *d, size_t at)
{
    return survey_next_text(d->survey, at + 1, d->end);
}

static enum rule_result taken(bool is)
{
    return is ? RULE_TAKES : RULE_PASSES;
}

/* A block of this role, if the line is one. */
static enum rule_result block_if(struct document *d, size_t at, bool is,
                                 enum role role)
{
    if (is)
        document_add_block(d, at, role, 0);
    return taken(is);
}

static enum rule_result out_if(struct document *d, size_t at, bool is)
{
    if (is)
        document_leave_out(d, at, "%s", _("the web page's own words"));
    return taken(is);
}

/* ---- what a person says */

/* An annexed text that begins with block `block`. */
static void hold_annex(struct document *d, const char *title, size_t block)
{
    size_t annex = annex_meant(d, "", title);

    if (annex == SIZE_MAX)
        annex = annex_announce(d, "", title, NULL);
    d->notice->annexes[annex].block = (int)block;
    d->annex = annex;
    d->in_annex = true;
}

static enum rule_result told(struct document *d, size_t at, struct err *e)
{
    const struct page_line *l = &d->page->lines[at];
    int level = 0;

    (void)e;
    if (l->told == PAGE_TOLD_NOTHING)
        return RULE_PASSES;
    if (l->told == PAGE_TOLD_OUT || !*l->text) {
        document_leave_out(d, at, "%s", _("as told"));
        return RULE_TAKES;
    }
    if (l->told_role == ROLE_HEADING)
        level = d->survey->lines[at].level ? d->survey->lines[at].level : 1;
    else if (l->told_role == ROLE_ANNEX_TITLE)
        hold_annex(d, l->text, d->notice->block_count);
    else if (l->told_role == ROLE_ANNEX) {
        struct annex_mark m;
        char *rest;

        if (!annex_note_mark(l->text, bare_at(d, at), &m))
            level = 1;
        rest = words_part(l->text, m.chars, SIZE_MAX / 2);
        if (*rest)
            annex_rule_announce(d, at, rest, m.number, 0);
        free(rest);
    }
    document_add_block(d, at, l->told_role, level);
    return RULE_TAKES;
}

/* ---- what is said twice, and what is no text at all */

/* The line that said this very paragraph before, from 1; else 0. A notice
 * repeats no long one of its own, other text none of the notice's. */
static size_t said_before(const struct document *d, const char *text)
{
    const struct seen_entry *before = seen_find(d->seen, text);
    size_t chars = words_count(text);

    if (!before || (!d->is_lead && before->notice != d->id))
        return 0;
    if (chars < (before->notice == d->id ? REPEATED_CHARS : LEAD_CHARS))
        return 0;
    return before->line + 1;
}

static enum rule_result repeat(struct document *d, size_t at, struct err *e)
{
    size_t before = *text_at(d, at) ? said_before(d, text_at(d, at)) : 0;

    (void)e;
    if (before)
        document_leave_out(d, at, _("repeats line %zu"), before);
    return taken(before > 0);
}

static enum rule_result english(struct document *d, size_t at, struct err *e)
{
    bool is = d->is_lead && d->survey->lines[at].is_english;

    (void)e;
    if (is)
        document_leave_out(d, at, "%s",
                           _("a description in English, not the page's own "
                             "words"));
    return taken(is);
}

static enum rule_result page_words(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return out_if(d, at,
                  d->page->lines[at].hint == PAGE_HINT_PAGE ||
                      furniture_at(d, at) == FURNITURE_PATH);
}

static enum rule_result particular(struct document *d, size_t at, struct err *e)
{
    bool is = d->survey->lines[at].is_particular;

    (void)e;
    if (is)
        document_leave_out(d, at, "%s", _("what the page says of itself"));
    return taken(is);
}

static enum rule_result footer(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return out_if(d, at, true);
}

static enum rule_result tools(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return out_if(d, at,
                  furniture_at(d, at) == FURNITURE_TOOLS ||
                      furniture_at(d, at) == FURNITURE_LINE);
}

static enum rule_result weak_words(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return out_if(d, at, furniture_at(d, at) == FURNITURE_WORDS);
}

static enum rule_result about_page(struct document *d, size_t at, struct err *e)
{
    bool is = furniture_at(d, at) == FURNITURE_ABOUT;

    (void)e;
    if (is)
        document_leave_out(d, at, "%s",
                           _("when and by whom it was put on the web"));
    return taken(is);
}

static enum rule_result row_of_words(struct document *d, size_t at,
                                     struct err *e)
{
    (void)e;
    return out_if(d, at,
                  furniture_at(d, at) == FURNITURE_ROW &&
                      (d->head.title == SURVEY_NONE || at < d->head.title));
}

static enum rule_result address(struct document *d, size_t at, struct err *e)
{
    bool labelled;
    bool is = !d->is_lead && pattern_address(text_at(d, at), &labelled);

    (void)e;
    if (is)
        document_leave_out(d, at, "%s", _("the address of the notice"));
    return taken(is);
}

/* ---- the head */

static enum rule_result title(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at,
                    d->head.title != SURVEY_NONE && at >= d->head.title &&
                        at < d->head.title_end,
                    ROLE_TITLE);
}

static enum rule_result addressee(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at,
                    d->head.addressee != SURVEY_NONE &&
                        at >= d->head.addressee && at < d->head.addressee_end,
                    ROLE_ADDRESSEE);
}

static enum rule_result number(struct document *d, size_t at, struct err *e)
{
    struct doc_number found;
    bool is = doc_number_is(bare_at(d, at), &found) &&
              (found.has_year ||
               (d->head.title != SURVEY_NONE && at >= d->head.title_end));

    (void)e;
    return block_if(d, at, is, ROLE_NUMBER);
}

static enum rule_result secrecy(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at, pattern_is_secrecy(bare_at(d, at)), ROLE_SECRECY);
}

static enum rule_result signed_by(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at, pattern_signed_by(bare_at(d, at)) != NULL,
                    ROLE_SIGNED_BY);
}

/* 某省人民政府文件, or the organ alone above the number. */
static enum rule_result letterhead(struct document *d, size_t at, struct err *e)
{
    size_t next = next_text(d, at);
    struct doc_number found;
    bool above = d->head.title == SURVEY_NONE || at < d->head.title;
    bool is = above && (pattern_is_letterhead(bare_at(d, at)) ||
                        (pattern_is_organ(bare_at(d, at)) && next < d->end &&
                         doc_number_is(bare_at(d, next), &found)));

    (void)e;
    return block_if(d, at, is, ROLE_LETTERHEAD);
}

/* The title once more, or a line of it. */
static enum rule_result title_again(struct document *d, size_t at,
                                    struct err *e)
{
    char *whole, *bare;
    bool is;

    (void)e;
    if (d->head.title == SURVEY_NONE)
        return RULE_PASSES;
    whole = head_title_text(d->survey, d->head.title, d->head.title_end);
    bare = words_bare(whole);
    is = strstr(bare, bare_at(d, at)) != NULL &&
         words_count(bare_at(d, at)) >= 3;
    free(whole);
    free(bare);
    if (is)
        document_leave_out(d, at, "%s", _("repeats the title"));
    return taken(is);
}

static enum rule_result head_date(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at, *d->survey->lines[at].iso != '\0', ROLE_DATE);
}

/* Below the title, above its date: who issued it. */
static enum rule_result head_signer(struct document *d, size_t at,
                                    struct err *e)
{
    size_t next = next_text(d, at);

    (void)e;
    return block_if(d, at,
                    d->head.title != SURVEY_NONE && at >= d->head.title_end &&
                        pattern_is_organ(bare_at(d, at)) && next < d->end &&
                        *d->survey->lines[next].iso,
                    ROLE_SIGNER);
}

/* Whether the page has words of its own above the title. */
static bool has_page_above(const struct document *d)
{
    for (size_t at = d->from; at < d->head.body; at++) {
        if (survey_is_furniture(d->survey, at, false))
            return true;
    }
    return false;
}

static enum rule_result above_title(struct document *d, size_t at,
                                    struct err *e)
{
    (void)e;
    return out_if(d, at,
                  d->head.title != SURVEY_NONE && at < d->head.title &&
                      has_page_above(d));
}

/* ---- the tail */

static enum rule_result signer(struct document *d, size_t at, struct err *e)
{
    const struct tail *t = &d->tail;

    (void)e;
    return block_if(d, at,
                    t->signer != SURVEY_NONE && at >= t->signer &&
                        at < t->end && !(*d->survey->lines[at].iso),
                    ROLE_SIGNER);
}

static enum rule_result date(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at, at == d->tail.date, ROLE_DATE);
}

static enum rule_result keywords(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at, pattern_keywords(bare_at(d, at)) != NULL,
                    ROLE_KEYWORDS);
}

static enum rule_result copy_to(struct document *d, size_t at, struct err *e)
{
    const struct draft_notice *n = d->notice;
    bool is =
        pattern_copy_to(bare_at(d, at)) ||
        (n->block_count && n->blocks[n->block_count - 1].role == ROLE_COPY_TO &&
         pattern_copy_to_goes_on(bare_at(d, at)));

    (void)e;
    return block_if(d, at, is, ROLE_COPY_TO);
}

static enum rule_result printed_by(struct document *d, size_t at, struct err *e)
{
    char iso[DATE_LEN + 1];
    size_t ignored;

    (void)e;
    return block_if(d, at,
                    date_is_printed(bare_at(d, at), iso, &ignored) ||
                        pattern_is_copies(bare_at(d, at)),
                    ROLE_PRINTED_BY);
}

static enum rule_result remark(struct document *d, size_t at, struct err *e)
{
    (void)e;
    return block_if(d, at,
                    !d->is_marked && (pattern_is_remark(bare_at(d, at)) ||
                                      pattern_is_disclosure(bare_at(d, at))),
                    ROLE_NOTE);
}

/* ---- the text */

static enum rule_result contact(struct document *d, size_t at, struct err *e)
{
    bool is = !d->is_lead &&
              pattern_is_contact(text_at(d, at), d->after == AFTER_CONTACT);

    (void)e;
    if (is) {
        document_add_block(d, at, ROLE_CONTACT, 0);
        d->after = AFTER_CONTACT;
    }
    return taken(is);
}

static enum rule_result heading(struct document *d, size_t at, struct err *e)
{
    const struct tail *t = &d->tail;
    size_t end =
        t->signer != SURVEY_NONE && at < t->signer ? t->signer : t->footer;
    int level = heading_level(d->survey, at, d->from, end);

    (void)e;
    if (level) {
        document_add_block(d, at, ROLE_HEADING, level);
        d->after = AFTER_TEXT;
    }
    return taken(level > 0);
}

static enum rule_result item(struct document *d, size_t at, struct err *e)
{
    bool is = d->survey->lines[at].level > 0 || pattern_is_item(text_at(d, at));

    (void)e;
    if (is) {
        document_add_block(d, at, ROLE_ITEM, 0);
        d->after = AFTER_TEXT;
    }
    return taken(is);
}

static enum rule_result paragraph(struct document *d, size_t at, struct err *e)
{
    (void)e;
    document_add_block(d, at, ROLE_BODY, 0);
    d->after = AFTER_TEXT;
    d->is_marked = false;
    return RULE_TAKES;
}

/* clang-format off */
static const struct rule table_of_rules[] = {
    { "as told",         RULE_ANYWHERE,                      told },
    { "said before",     RULE_ANYWHERE,                      repeat },
    { "english",         RULE_ANYWHERE,                      english },
    { "particulars",     RULE_ANYWHERE,                      particular },
    { "page",            RULE_ANYWHERE,                      page_words },
    { "address",         RULE_HEAD | RULE_BELOW | RULE_FOOTER, address },
    { "footer",          RULE_FOOTER,                        footer },

    { "title",           RULE_HEAD,                          title },
    { "addressee",       RULE_HEAD,                          addressee },
    { "about the page",  RULE_HEAD | RULE_BELOW | RULE_ANNEX, about_page },
    { "tools",           RULE_ANYWHERE,                      tools },
    { "page's words",    RULE_HEAD | RULE_BELOW,             weak_words },
    { "letterhead",      RULE_HEAD,                          letterhead },
    { "secrecy",         RULE_HEAD,                          secrecy },
    { "signed by",       RULE_HEAD,                          signed_by },
    { "number",          RULE_HEAD,                          number },
    { "date on top",     RULE_HEAD,                          head_date },
    { "title again",     RULE_HEAD,                          title_again },
    { "issuer on top",   RULE_HEAD,                          head_signer },
    { "menu",            RULE_HEAD,                          row_of_words },
    { "above the title", RULE_HEAD,                          above_title },

    { "signer",          RULE_TEXT,                          signer },
    { "date",            RULE_TEXT,                          date },
    { "table",           RULE_TEXT | RULE_BELOW | RULE_ANNEX, annex_rule_table },
    { "keywords",        RULE_BELOW | RULE_ANNEX,            keywords },
    { "copy to",         RULE_BELOW | RULE_ANNEX,            copy_to },
    { "printed by",      RULE_TEXT | RULE_BELOW | RULE_ANNEX, printed_by },
    { "annex mark",      RULE_BELOW | RULE_ANNEX,            annex_rule_mark },
    { "annex title",     RULE_BELOW | RULE_ANNEX,            annex_rule_title },
    { "annexes",         RULE_TEXT | RULE_BELOW,             annex_rule_note },
    { "annex",           RULE_TEXT | RULE_BELOW,             annex_rule_entry },
    { "contact",         RULE_TEXT | RULE_BELOW,             contact },
    { "remark",          RULE_BELOW,                         remark },
    { "heading",         RULE_TEXT | RULE_BELOW | RULE_ANNEX, heading },
    { "item",            RULE_TEXT | RULE_BELOW | RULE_ANNEX, item },
    { "paragraph",       RULE_ANYWHERE,                      paragraph },
};
/* clang-format on */

const struct rule *rules_table(size_t *count)
{
    *count = ARRAY_LEN(table_of_rules);
    return table_of_rules;
}

static unsigned place_of(const struct document *d, size_t at)
{
    if (at < d->head.body)
        return RULE_HEAD;
    if (at >= d->tail.footer)
        return RULE_FOOTER;
    if (at < d->tail.end)
        return RULE_TEXT;
    return d->in_annex ? RULE_ANNEX : RULE_BELOW;
}

bool rules_judge(struct document *d, size_t at, struct err *e)
{
    unsigned place = place_of(d, at);

    for (size_t i = 0; i < ARRAY_LEN(table_of_rules); i++) {
        const struct rule *rule = &table_of_rules[i];
        enum rule_result result;

        if (!(rule->where & place))
            continue;
        result = rule->ask(d, at, e);
        if (result == RULE_TAKES)
            d->page->lines[at].rule = rule->name;
        if (result != RULE_PASSES)
            return result == RULE_TAKES;
    }
    return true;
}
