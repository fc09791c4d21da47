/*
 * query.h - a search as the user types it, compiled once and matched against
 * many texts: characters, pinyin in full or by initials, folded forms.
 *
 * The language is described in gongwen(1), SEARCHING. In short: terms parted
 * by blanks, all of which must match, in any column; `=` turns pinyin off,
 * `!` excludes, `^` ties to a cell's start, `列名:` to one column.
 *
 * One compiler and one matcher serve list, notice and command line, and the
 * scan of large lists (model/scan.h) is held equal to them by test.
 */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* What is being searched: the names of a list's columns, or none for the text
 * of a notice (then `列名:` is text). */
struct query_columns {
    const char *const *names;
    const char *const *shown; /* the same as they are shown, 地区（推断）; NULL:
                                 as they are */
    size_t count;
};

struct query;

/*
 * Compile `len` bytes of UTF-8. `columns` NULL means a notice; they are not
 * kept. Signs stand before a term in this order: `!`, `列名:`, `^`, `=`. A
 * heading may also be written as it is shown, as it is read (diqu:), and cut
 * short where one column alone begins so; in this order they are tried.
 *
 * Returns NULL with `e` filled (ERR_QUERY) for what cannot be understood: a
 * lone `!`, `^`, `=` or `列名:` with nothing behind it, an apostrophe where no
 * syllable ends (U+2019 is one between letters only, else a quotation mark; at
 * a term's end it says that the last syllable is whole), more than 64 terms or
 * 4,096 bytes. An empty or blank text gives a query that query_is_empty().
 */
struct query *query_new(const char *text, size_t len,
                        const struct query_columns *columns, struct err *e);

/* One owner more (NULL: none) of what is never changed once it is compiled:
 * each of them frees it, and it is there until the last has. Returns `q`. */
struct query *query_share(struct query *q);
void query_free(struct query *q); /* accepts NULL */

bool query_is_empty(const struct query *q);

/*
 * From now on what sounds near a reading matches too (search/near.h), but for
 * excluded terms. Returns whether that can find more: some term has a letter
 * that may be read. Only before the query has matched anything.
 */
bool query_widen(struct query *q);

/*
 * The headings that terms begin with though no column has them, which made
 * their colon text: number `index` from 0, NULL after the last. Borrowed. For
 * whoever says why nothing was found; the colons of addresses and times are
 * none.
 */
const char *query_unknown_heading(const struct query *q, size_t index);

/* Whether some term lights characters (is not excluded): if not, a row that
 * matches has no ranges. For tests. */
bool query_has_ranges(const struct query *q);

/* The terms, for search/scan_query.h; borrowed, with their scratch memory. */
struct query_terms;
const struct query_terms *query_terms(const struct query *q);

/* One matched stretch of the text of one cell. */
struct query_range {
    uint32_t cell;
    uint32_t start, len; /* bytes of the cell's text, whole code points */
};

struct query_ranges {
    struct query_range *items; /* by cell and start; they do not overlap */
    size_t len, cap;
};

/* One cell of a row; its column is its place in the row. */
struct query_cell {
    const char *text; /* UTF-8, may be broken; NULL is empty */
    size_t len;
};

/*
 * Whether a row (or a paragraph: one cell) matches. With `ranges` not NULL,
 * the matched stretches of a row that matches are put in their place; ranges
 * of several terms that touch or overlap are joined only where they overlap.
 * The query's own scratch memory is used: one thread at a time.
 */
bool query_match(struct query *q, const struct query_cell *cells, size_t n,
                 struct query_ranges *ranges);

void query_ranges_clear(struct query_ranges *ranges);

#endif
