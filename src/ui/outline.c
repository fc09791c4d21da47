#include "ui/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/form.h"
#include "ui/citation.h"

#define BLOCKS_LOOKED_AT 10000
#define LEVEL_INDENT     2
#define LINE_COLUMNS     120 /* no outline needs more of a paragraph */
#define NUMBER_COLUMNS   10  /* a heading of no more is a bare number */
#define CITERS           ((int64_t)1 << 40) /* targets from here on: over any block */

/* The level at which a block stands in the outline, -1: it does not. What
 * takes several blocks of one role (a title, the annex list) stands in it
 * once. */
static int level_of(const struct block *b, enum role above)
{
    switch (b->role) {
    case ROLE_HEADING:
        return b->level > 1 ? b->level : 1;
    case ROLE_TITLE:
    case ROLE_ANNEX:
    case ROLE_SIGNER:
    case ROLE_ANNEX_TITLE:
        return above == b->role ? -1 : 0;
    case ROLE_BODY:
    case ROLE_NUMBER:
    case ROLE_ADDRESSEE:
    case ROLE_ITEM:
    case ROLE_CONTACT:
    case ROLE_DATE:
    case ROLE_SECRECY:
    case ROLE_LETTERHEAD:
    case ROLE_SIGNED_BY:
    case ROLE_NOTE:
    case ROLE_KEYWORDS:
    case ROLE_COPY_TO:
    case ROLE_PRINTED_BY:
    case ROLE_CAPTION:
    case ROLE_ANNEX_MARK:
    case ROLE_COUNT:
        break;
    }
    return -1;
}

/* The heading's own words; the beginning of the paragraph where they are no
 * more than its number. */
static size_t shown_len(const struct block *b, const struct clean *text)
{
    struct form_block block = {
        .role = b->role,
        .level = b->level,
        .text = text->text,
        .len = text->len,
    };
    size_t len = form_heading_len(&block);

    if (cluster_columns(text->text, len, AMBIGUOUS_NARROW) > NUMBER_COLUMNS)
        return len;
    return cluster_fit(text->text, text->len, LINE_COLUMNS, AMBIGUOUS_NARROW,
                       NULL);
}

static void add(struct chooser_lines *lines, const struct block *b,
                size_t index, int level)
{
    struct clean text = {0};
    struct str line = {0};

    clean_text(&text, b->text, b->len, CLEAN_SCREEN);
    str_append(&line, text.text, shown_len(b, &text));
    chooser_add(lines, str_text(&line), NULL, (int64_t)index);
    lines->items[lines->len - 1].indent = level * LEVEL_INDENT;
    str_clear(&line);
    clean_clear(&text);
}

static void add_citer(struct edition *ed, int notice, size_t which,
                      struct chooser_lines *lines)
{
    struct str name = {0}, clean = {0}, line = {0};

    citation_append(&name, edition_notice(ed, (size_t)notice));
    clean_append(&clean, str_text(&name), name.len, CLEAN_SCREEN);
    str_addf(&line, _("Cited by %s"), str_text(&clean));
    chooser_add(lines, str_text(&line), NULL, CITERS + (int64_t)which);
    str_clear(&name);
    str_clear(&clean);
    str_clear(&line);
}

static void add_citers(struct edition *ed, struct notice *n,
                       struct chooser_lines *lines)
{
    struct notice_citer *citers;
    size_t count = notice_cited_by(n, &citers);

    for (size_t i = 0; i < count; i++)
        add_citer(ed, citers[i].notice, i, lines);
    free(citers);
}

bool outline_is_citer(int64_t target, size_t *which)
{
    if (target < CITERS)
        return false;
    *which = (size_t)(target - CITERS);
    return true;
}

void outline_lines(struct edition *ed, struct notice *n,
                   struct chooser_lines *lines)
{
    size_t count = notice_block_count(n);
    enum role above = ROLE_COUNT;

    if (count > BLOCKS_LOOKED_AT)
        count = BLOCKS_LOOKED_AT;
    for (size_t i = 0; i < count; i++) {
        const struct block *b = notice_block(n, i, NULL);
        int level = b ? level_of(b, above) : -1;

        if (level >= 0)
            add(lines, b, i, level);
        above = b ? b->role : ROLE_COUNT;
    }
    add_citers(ed, n, lines);
}
