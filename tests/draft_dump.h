/*
 * draft_dump.h - what was recognised, as lines of text that a test compares.
 */
#ifndef TESTS_DRAFT_DUMP_H
#define TESTS_DRAFT_DUMP_H

#include "base/str.h"
#include "import/draft.h"
#include "import/page.h"

void draft_dump(struct str *out, const struct draft *d);

/* The lines that were left out, with the reason; and, which must not be,
 * lines of which nothing is known. */
void draft_dump_left_out(struct str *out, const struct page *p);

#endif
