/*
 * annex_text.h - an annex in words: its name, and why it cannot be shown.
 */
#ifndef UI_ANNEX_TEXT_H
#define UI_ANNEX_TEXT_H

#include "base/str.h"
#include "model/edition.h"

/* Append "附件1", and "附件1 title"; the title alone where it has no number.
 * Text as stored: the caller cleans it. */
void annex_text_mark(struct str *out, const struct annex_info *annex);
void annex_text_name(struct str *out, const struct annex_info *annex);

/* Append why this is no list that can be shown (annex_is_list()): it stands in
 * the notice's own text, or is not held. As stored too. */
void annex_text_absent(struct str *out, const struct annex_info *annex);

#endif
