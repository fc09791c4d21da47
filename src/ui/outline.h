/*
 * outline.h - the sections of a notice as lines to choose from.
 */
#ifndef UI_OUTLINE_H
#define UI_OUTLINE_H

#include "model/notice.h"
#include "ui/chooser.h"

/* Append one line for the title, each heading (indented by its level), the
 * annex list and the signer; `target` is the index of the block. Looks at no
 * more than the first 10,000 blocks. Then one for each document of `ed` that
 * cites it. */
void outline_lines(struct edition *ed, struct notice *n,
                   struct chooser_lines *lines);

/* Whether a target is such a document, and which of notice_cited_by(). */
bool outline_is_citer(int64_t target, size_t *which);

#endif
