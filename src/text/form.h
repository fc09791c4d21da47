/*
 * form.h - the form of an official document: how each paragraph stands
 * (GB/T 9704-2012, 7.3; the measure of 28 characters a line, 5.2.2).
 */
#ifndef TEXT_FORM_H
#define TEXT_FORM_H

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

/*
 * The form of `block` in `width` columns. `previous` and `next` are its
 * neighbours or NULL: signer and date are placed by each other's length
 * (7.3.5.2), and an annex entry by its first line (7.3.4). Pads of the
 * source's own (U+3000 at a paragraph's start) count as the indent: they are
 * not doubled. In a narrow pane indents give way to the text.
 */
void form_of(struct layout_form *form, const struct form_block *block,
             const struct form_block *previous, const struct form_block *next,
             int width, enum ambiguous ambiguous);

/* Blank lines before `block` where `previous` (NULL: none) stands over it:
 * 0 or 1 (7.3.2 addressee, 7.3.4 annex note, 7.3.5 signer). */
int form_gap(const struct form_block *block, const struct form_block *previous);

/* How many bytes of the block are the heading itself and shown stronger:
 * "一、明确工作定位。" of a paragraph that runs on; the whole of a short one.
 * Only the number where the first sentence is no heading but a long clause.
 * 0 for other roles. */
size_t form_heading_len(const struct form_block *block);

#endif
