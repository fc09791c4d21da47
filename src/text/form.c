#include "text/form.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "text/cluster.h"
#include "text/mark.h"
#include "text/span.h"
#include "text/utf8.h"

#define TWO_CHARACTERS  4 /* columns: the indent of the standard */
#define ONE_CHARACTER   2 /* of the notes under the line: both sides of them */
#define FOUR_CHARACTERS 8 /* right of a date under a seal */
#define ANNEX_MARK      6 /* columns of 附件 and its colon */
#define NAME_AT_LEAST   8 /* columns that a name gets before its indent goes */
#define NAME_MOST       1024 /* bytes or columns: longer is no name */
#define HEADING_MOST    40   /* characters of a heading */

static const char annex[] = "附件";

/* An indent of `wanted` columns takes a third of the width at most, in whole
 * characters. */
static int indent_within(int width, int wanted)
{
    int most = width / 3 / 2 * 2;

    return wanted < most ? wanted : most;
}

static size_t blanks_len(const char *s, size_t len)
{
    size_t at = 0;

    while (at < len) {
        uint32_t cp;
        size_t n = utf8_decode(s + at, len - at, &cp);

        if ((mark_of(cp) & MARK_BLANK) == 0)
            break;
        at += n;
    }
    return at;
}

/* What is left of an indent where the source has pads of its own. */
static int without_pads(const struct form_block *b, int indent)
{
    int pads =
        cluster_columns(b->text, blanks_len(b->text, b->len), AMBIGUOUS_NARROW);

    return pads < indent ? indent - pads : 0;
}

static bool is_one_of(const char *s, size_t len, size_t at, const char *set,
                      size_t *n)
{
    uint32_t cp, other;

    *n = 0;
    if (at >= len)
        return false;
    *n = utf8_decode(s + at, len - at, &cp);
    for (size_t size = strlen(set); *set != '\0';) {
        size_t used = utf8_decode(set, size, &other);

        if (cp == other)
            return true;
        set += used;
        size -= used;
    }
    return false;
}

static size_t numeral_end(const char *s, size_t len, size_t at)
{
    size_t n;

    while (span_digit(s, len, at, &n) >= 0 ||
           is_one_of(s, len, at, "〇一二三四五六七八九十百", &n))
        at += n;
    return at;
}

/* The bytes at `at` of a number with its mark and blanks after it: `1.`,
 * `（一）`, `一、`; 0 where there is none. */
static size_t number_len(const char *s, size_t len, size_t at)
{
    size_t n;
    bool has_bracket = is_one_of(s, len, at, "（(", &n);
    size_t digits = has_bracket ? at + n : at;
    size_t end = numeral_end(s, len, digits);

    if (end == digits ||
        !is_one_of(s, len, end, has_bracket ? "）)" : ".．、", &n))
        return 0;
    end += n;
    if (span_digit(s, len, end, &n) >= 0)
        return 0; /* 1.5 counts, it does not number */
    return end + blanks_len(s + end, len - end) - at;
}

/* The bytes of `附件：` or `附件1：` with what stands before the name. */
static size_t annex_len(const char *s, size_t len)
{
    size_t at = blanks_len(s, len), n;

    if (len - at < strlen(annex) || memcmp(s + at, annex, strlen(annex)) != 0)
        return at;
    at = numeral_end(s, len, at + strlen(annex));
    at += blanks_len(s + at, len - at);
    if (is_one_of(s, len, at, "：:", &n))
        at += n;
    return at + blanks_len(s + at, len - at);
}

/* 7.3.4: two characters in; what runs on stands under the name's first
 * character. */
static void place_annex(struct layout_form *f, const struct form_block *b)
{
    bool bears_mark = b->level == 0;
    int first = TWO_CHARACTERS + (bears_mark ? 0 : ANNEX_MARK);
    size_t pads = blanks_len(b->text, b->len);
    size_t lead = bears_mark ? annex_len(b->text, b->len) : pads;
    int rest;

    lead += number_len(b->text, b->len, lead);
    f->first_indent = without_pads(b, first);
    rest = f->first_indent + cluster_columns(b->text, lead, f->ambiguous);
    if (f->width - rest >= NAME_AT_LEAST) {
        f->rest_indent = rest;
        return;
    }
    f->first_indent = without_pads(b, indent_within(f->width, TWO_CHARACTERS));
    f->rest_indent = f->first_indent;
}

/* Columns without the blanks at both ends. */
static int columns_of(const struct form_block *b, enum ambiguous ambiguous)
{
    size_t lead = blanks_len(b->text, b->len), end = b->len;

    if (b->len - lead > NAME_MOST)
        return NAME_MOST;
    while (end > lead) {
        size_t before = utf8_prev(b->text, end);

        if (blanks_len(b->text + before, end - before) == 0)
            break;
        end = before;
    }
    return cluster_columns(b->text + lead, end - lead, ambiguous);
}

static int at_least_0(int n)
{
    return n > 0 ? n : 0;
}

void form_sign(struct form_signature *s, const struct form_block *block,
               enum ambiguous ambiguous)
{
    int columns = columns_of(block, ambiguous);
    int *most = block->role == ROLE_DATE ? &s->date : &s->name;

    if (columns > *most)
        *most = columns;
}

/*
 * 7.3.5.2, no seal: the name ends two characters in from the right, the date
 * begins two characters right of the name; where the date is the longer, it is
 * the date that ends two characters in. Names that sign together begin in one
 * column. Where the pane is too narrow, all move left, the date last.
 */
static void place_signature(struct layout_form *f,
                            const struct form_signature *s, bool is_name)
{
    int right = f->width - TWO_CHARACTERS;
    int between = s->name > 0 ? TWO_CHARACTERS : 0;
    int at = s->date > s->name ? right - s->date - between : right - s->name;

    at = at_least_0(at);
    if (!is_name && at + between + s->date <= f->width)
        at += between;
    else if (!is_name)
        at = at_least_0(f->width - s->date);
    f->align = LAYOUT_BARE;
    f->first_indent = at;
    f->rest_indent = at;
}

/* 7.3.5.1, with a seal; as `place_signature` where the pane has no room. */
static bool place_sealed(struct layout_form *f, const struct form_signature *s,
                         int columns, bool is_name)
{
    int date = f->width - FOUR_CHARACTERS - s->date;
    int at = is_name ? date + (s->date - columns) / 2 : date;

    if (s->date == 0 || date < 0 || columns > f->width)
        return false;
    if (at + columns > f->width)
        at = f->width - columns;
    f->align = LAYOUT_BARE;
    f->first_indent = at_least_0(at);
    f->rest_indent = f->first_indent;
    return true;
}

/* 7.4.2, 7.4.3: one character in on both sides; what runs on stands behind
 * the colon of its name. */
static void place_note(struct layout_form *f, const struct form_block *b)
{
    size_t lead = 0, n;
    int name = 0;

    if (f->width < 2 * (ONE_CHARACTER + NAME_AT_LEAST))
        return;
    for (; lead < b->len && name <= ANNEX_MARK; lead += n) {
        bool is_colon = is_one_of(b->text, b->len, lead, "：:", &n);

        name = cluster_columns(b->text, lead + n, f->ambiguous);
        if (is_colon)
            break;
    }
    if (lead >= b->len || name > 2 * ANNEX_MARK)
        name = 0;
    f->width -= ONE_CHARACTER;
    f->first_indent = without_pads(b, ONE_CHARACTER);
    f->rest_indent = f->first_indent;
    if (f->width - f->first_indent - name >= NAME_AT_LEAST)
        f->rest_indent += name;
}

void form_of(struct layout_form *form, const struct form_block *block,
             const struct form_signature *signature, int width,
             enum ambiguous ambiguous)
{
    struct form_signature alone = {0};

    *form = (struct layout_form){.width = width, .ambiguous = ambiguous};
    switch (block->role) {
    case ROLE_TITLE: /* 7.3.1: in the middle, in balanced lines */
    case ROLE_LETTERHEAD:
    case ROLE_CAPTION:
    case ROLE_ANNEX_TITLE:
        form->align = LAYOUT_CENTRE;
        form->balanced = true;
        break;
    case ROLE_NUMBER: /* 7.2.5: in the middle */
        form->align = LAYOUT_CENTRE;
        break;
    case ROLE_ADDRESSEE: /* 7.3.2: flush, on all lines */
    case ROLE_SECRECY:
    case ROLE_SIGNED_BY:
    case ROLE_ANNEX_MARK: /* 7.3.7 */
        break;
    case ROLE_KEYWORDS:
    case ROLE_COPY_TO:
    case ROLE_PRINTED_BY:
        place_note(form, block);
        break;
    case ROLE_ANNEX:
        place_annex(form, block);
        break;
    case ROLE_SIGNER:
    case ROLE_DATE:
        if (!signature) {
            form_sign(&alone, block, ambiguous);
            signature = &alone;
        }
        if (!signature->has_seal ||
            !place_sealed(form, signature, columns_of(block, ambiguous),
                          block->role == ROLE_SIGNER))
            place_signature(form, signature, block->role == ROLE_SIGNER);
        break;
    case ROLE_BODY: /* 7.3.3: two characters in, then flush */
    case ROLE_HEADING:
    case ROLE_ITEM:
    case ROLE_CONTACT:
    case ROLE_NOTE:
    case ROLE_COUNT:
        form->first_indent =
            without_pads(block, indent_within(width, TWO_CHARACTERS));
        break;
    }
}

int form_gap(const struct form_block *block, const struct form_block *previous)
{
    if (!previous || previous->role == block->role)
        return 0;
    switch (block->role) {
    case ROLE_TITLE:
    case ROLE_ADDRESSEE:
    case ROLE_ANNEX:
    case ROLE_SIGNER:
    case ROLE_LETTERHEAD:
    case ROLE_CAPTION:
    case ROLE_ANNEX_MARK:
    case ROLE_ANNEX_TITLE:
    case ROLE_KEYWORDS:
    case ROLE_COPY_TO:
        return 1;
    case ROLE_DATE:
        return previous->role == ROLE_SIGNER ? 0 : 1;
    case ROLE_NUMBER:
        return previous->role == ROLE_TITLE ? 0 : 1;
    case ROLE_BODY:
    case ROLE_HEADING:
    case ROLE_ITEM:
    case ROLE_CONTACT:
    case ROLE_NOTE:
    case ROLE_SECRECY:
    case ROLE_SIGNED_BY:
    case ROLE_PRINTED_BY:
        return previous->role == ROLE_TITLE || previous->role == ROLE_NUMBER ||
               previous->role == ROLE_ANNEX_TITLE;
    case ROLE_COUNT:
        break;
    }
    return 0;
}

size_t form_heading_len(const struct form_block *block)
{
    size_t lead = blanks_len(block->text, block->len);
    size_t at = lead, n;

    if (block->role != ROLE_HEADING)
        return 0;
    for (int i = 0; at < block->len && i < HEADING_MOST; at += n, i++) {
        if (is_one_of(block->text, block->len, at, "。", &n))
            return at + n;
    }
    if (at >= block->len)
        return block->len;
    return lead + number_len(block->text, block->len, lead);
}
