/*
 * follow.h - where a link leads.
 */
#ifndef BROWSE_FOLLOW_H
#define BROWSE_FOLLOW_H

#include "browse/state.h"
#include "model/notice.h"
#include "ui/record_pane.h"

/* Go where a link of the notice leads: its list, another notice, a record; a
 * URL or mail address is shown and copied. What is not held says so. */
void follow_notice_link(struct app *a, const struct notice_link *link);

/* Go to the list of an annex (index in the edition), or say why there is
 * none. */
void follow_annex(struct app *a, size_t annex);

/* Go to where a document cites the notice that is shown: one of those of
 * notice_cited_by(). */
void follow_citer(struct app *a, size_t which);

/* Go where a link of the record leads. */
void follow_record_link(struct app *a, const struct record_link *link);

#endif
