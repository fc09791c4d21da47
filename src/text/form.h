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

/* A paragraph as form_of() sees it, in clean text. */
struct form_block {
    enum role role;
    int level; /* of a heading, 1 to 4; of an annex entry, 0 for the line that
                  bears 附件, 1 for a numbered name under it */
    const char *text;
    size_t len;
};

/*
 * The form of `block` in `width` columns. `previous` and `next` are its
 * neighbours or NULL: signer and date are placed by each other's length
 * (7.3.5.2), and an annex entry by its first line (7.3.4). Pads of the
 * source's own (U+3000 at a paragraph's start) count as the indent: they are
 * not doubled.
 */
void form_of(struct layout_form *form, const struct form_block *block,
             const struct form_block *previous, const struct form_block *next,
             int width, enum ambiguous ambiguous);

/* How many bytes of the block are the heading itself and shown stronger:
 * "一、明确工作定位。" of a paragraph that runs on; the whole of a short one.
 * 0 for other roles. */
size_t form_heading_len(const struct form_block *block);

#endif
