/*
 * print_notice.h - the text of a notice, whole or paragraph by paragraph, in
 * every format.
 */
#ifndef PRINT_PRINT_NOTICE_H
#define PRINT_PRINT_NOTICE_H

#include "print/printer.h"
#include "model/notice.h"
#include "search/query.h"

/* A notice of the library and its number there, from 0. */
struct print_source {
    struct notice *notice;
    size_t index;
};

/* Print notice `index` of the library: laid out as an official document in
 * text, its paragraphs as a table in tsv and csv. JSON: one object, whose
 * line is not yet ended. */
bool print_notice(struct printer *p, size_t index, struct err *e);

/* Print block `index` of a notice, marking what `q` (NULL: nothing) matches.
 * JSON: an object, whose line is not yet ended. */
bool print_block(struct printer *p, const struct print_source *s, size_t index,
                 struct query *q, struct err *e);

/* The headings of print_block() in tsv and csv. */
bool print_block_headings(struct printer *p, struct err *e);

#endif
