/*
 * summary.h - what was made of a source, in one line for the user: the words
 * of success, whatever kind of source it was.
 */
#ifndef IMPORT_SUMMARY_H
#define IMPORT_SUMMARY_H

#include <stdint.h>

#include "base/str.h"
#include "import/draft.h"

/* Append a line: kind, title, number, issuer, date, and how many paragraphs
 * and lists with how many rows. What the document lacks is left out. */
void summary_document(struct str *out, const char *file,
                      const struct draft_notice *n);

/* The same for a list that stands alone: its rows, and how many numbers are
 * missing in its own count. `page`: the name of the page that links to the
 * file, or NULL. */
void summary_list(struct str *out, const char *file, const char *title,
                  int64_t rows, const struct draft_gaps *gaps,
                  const char *page);

#endif
