/*
 * citation.h - a notice cited in the official form (GB/T 9704-2012, 7.3.3:
 * title first, then number in brackets): 《title》（发文字号）.
 */
#ifndef UI_CITATION_H
#define UI_CITATION_H

#include "base/str.h"
#include "model/edition.h"

/* Append 《title》（doc_number）; inner 《》 of the title become 〈〉 (GB/T
 * 15834-2011, 4.13.3.4); without a number the issuer and date stand in the
 * brackets. Text as stored: the caller cleans it. */
void citation_append(struct str *out, const struct notice_info *notice);

/* The same of a document of which no more is known: 《title》（number）, or
 * what there is of it. */
void citation_append_names(struct str *out, const char *title,
                           const char *doc_number);

#endif
