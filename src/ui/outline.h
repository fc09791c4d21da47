/*
 * outline.h - the sections of a notice as lines to choose from.
 */
#ifndef UI_OUTLINE_H
#define UI_OUTLINE_H

#include "model/notice.h"
#include "ui/chooser.h"

/* Append one line for the title, each heading (indented by its level), the
 * annex list and the signer; `target` is the index of the block. Looks at no
 * more than the first 10,000 blocks. */
void outline_lines(struct notice *n, struct chooser_lines *lines);

#endif
