/*
 * flow.h - a document as its parser meets it, text, line ends and tables in
 * tables, becomes the lines of a page.
 *
 * What only lays out a page is told from a table by its shape when it ends:
 * its cells become lines in their order, and so what stands in them is neither
 * lost nor a list. A table that says what the page is (索引号, 发文机关 ...)
 * becomes particulars.
 */
#ifndef IMPORT_FLOW_H
#define IMPORT_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "import/page.h"

#define FLOW_MAX_DEPTH  64        /* tables in tables; more are laid out flat */
#define FLOW_MAX_PLACES (1 << 19) /* of all tables; then spans count as 1 */

struct flow;

struct flow *flow_new(void) __attribute__((returns_nonnull));
void flow_free(struct flow *f); /* accepts NULL */

/* Append to the line that is open. The caller has made blanks what they shall
 * be; `number` is that of the source's line. */
void flow_text(struct flow *f, const char *s, size_t len, size_t number);

/* Whether the open line holds anything but blanks. */
bool flow_has_text(const struct flow *f);

/* The last bytes of the open line: its length, and the text itself. */
const char *flow_line(const struct flow *f, size_t *len);

/* The line ends. A line of blanks is none. */
void flow_end_line(struct flow *f);

/* The same, where an empty line counts as one; only outside of tables. */
void flow_empty_line(struct flow *f, size_t number);

/* Lines from here on belong together (an item, a name and what is said of it),
 * until the next group; or, with `is_open` false, do not. */
void flow_group(struct flow *f, bool is_open);

/* What is known of the open line. */
void flow_hint(struct flow *f, enum page_hint hint);

/* The open line is no part of the text, for this reason (a static text). */
void flow_leave_out(struct flow *f, const char *why);

/* A link in the open line. */
void flow_link(struct flow *f, const char *text, const char *target);

/* The open line waits while lines of their own, those of a text box, come
 * before it; then it goes on. In pairs, one in another. */
void flow_set_aside(struct flow *f);
void flow_take_up(struct flow *f);

/* A table in the place of a line. Each of them ends an open line. */
void flow_table(struct flow *f, size_t number);
void flow_row(struct flow *f, size_t number);

/* A `row_span` of FLOW_CONTINUES: the cell above goes on here. */
#define FLOW_CONTINUES 0
void flow_cell(struct flow *f, int row_span, int col_span, bool is_heading);
void flow_cell_end(struct flow *f);
void flow_table_end(struct flow *f);

/* Whether there is more than a page may have (PAGE_MAX_LINES, PAGE_MAX_TEXT):
 * the rest had better not be read. */
bool flow_is_full(const struct flow *f);

/* How many tables are open. */
size_t flow_depth(const struct flow *f);

/* End all that is open, and give the lines to the page. */
void flow_finish(struct flow *f, struct page *p);

#endif
