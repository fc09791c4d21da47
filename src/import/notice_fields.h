/*
 * notice_fields.h - the fields of a notice out of its lines and of what its
 * page says of it.
 *
 * What stands in the document goes before what was guessed, and what the page
 * says under 标题, 发文字号, 成文日期 (in HTML: ArticleTitle, Url) before what
 * was guessed from lines. 发文机关 and ContentSource count only where nobody
 * signs and the title names nobody; 发布日期, PubDate and 来源 are the page's,
 * and count only where nothing else dates it. Every difference is told.
 */
#ifndef IMPORT_NOTICE_FIELDS_H
#define IMPORT_NOTICE_FIELDS_H

#include "import/document.h"

/* The title that the page names for this document, or NULL; borrowed. */
const char *notice_fields_page_title(const struct document *d);

/* Fill the fields of d->notice, whose lines are all settled. */
void notice_fields_finish(struct document *d);

#endif
