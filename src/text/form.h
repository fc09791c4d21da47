/*
 * form.h - the form of an official document: how each paragraph stands
 * (GB/T 9704-2012, 7.3; the measure of 28 characters a line, 5.2.2).
 */
#ifndef TEXT_FORM_H
#define TEXT_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "text/layout.h"
#include "text/role.h"

#define FORM_MEASURE 56 /* columns of 28 characters */

/*
 * A paragraph as form_of() sees it, in clean text.
 *
 * `level` of a heading is 1 to 4. Of an annex entry it is 0 for the line that
 * bears 附件, whether a name stands on it ("附件：1.推荐书") or not
 * ("附件："), and 1 for each numbered name under it. All of level 1 stand
 * where "1." stands or would stand behind "附件：" (7.3.4), so that the
 * numbers are in one column either way.
 */
struct form_block {
    enum role role;
    int level;
    const char *text;
    size_t len;
};

/* Who signs and when, as far as their places depend on each other. */
struct form_signature {
    int name;      /* columns of the longest name of those that sign together */
    int date;      /* and of the date under them; 0: none */
    bool has_seal; /* a seal goes over them (7.3.5.1): the date ends four
                      characters in, each name stands in its middle */
};

/* Take a paragraph of the signature into account. */
void form_sign(struct form_signature *s, const struct form_block *block,
               enum ambiguous ambiguous);

/*
 * The form of `block` in `width` columns. A signer and a date are placed by
 * the signature that they are part of (7.3.5), for other roles it may be
 * NULL. Pads of the source's own (U+3000 at a paragraph's start) count as the
 * indent: they are not doubled. In a narrow pane indents give way to the text.
 */
void form_of(struct layout_form *form, const struct form_block *block,
             const struct form_signature *signature, int width,
             enum ambiguous ambiguous);

/* Blank lines before `block` where `previous` (NULL: none) stands over it:
 * 0 or 1 (7.3.2 addressee, 7.3.4 annex note, 7.3.5 signer). */
int form_gap(const struct form_block *block, const struct form_block *previous);

/* How many bytes of the block are the heading itself and shown stronger:
 * "一、明确工作定位。" of a paragraph that runs on; the whole of a short one.
 * Only the number where the first sentence is no heading but a long clause.
 * 0 for other roles. */
size_t form_heading_len(const struct form_block *block);

#endif
