/*
 * page.h - a saved page as lines that can be recognised: clean text without
 * the marks that saving put in, and for every line the place where it ended
 * up, so that none is lost without a word.
 */
#ifndef IMPORT_PAGE_H
#define IMPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/source.h"

struct page_line {
    char *text;   /* clean, trimmed, without marks; TAB as a blank */
    char *raw;    /* the line as it stood, clean; NULL where it is the same as
                     `text` but for ASCII blanks at its ends */
    char **cells; /* clean, trimmed; trailing empty ones dropped */
    size_t cell_count; /* of a line with TABs, else 0 or 1 */
    bool has_tab;
    char *fate; /* what became of the line; NULL: not yet known */
    bool left_out;
};

struct page {
    struct source source;
    struct page_line *lines;
    size_t count;
};

/* Read a file into `p`, which must be empty ({0}); see source_read(). */
bool page_read(struct page *p, const char *path, struct err *e);
void page_clear(struct page *p);

/* Say what became of line `index` (from 0), once. */
void page_settle(struct page *p, size_t index, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for a line that is no part of the edition, with the reason. */
void page_leave_out(struct page *p, size_t index, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Remove `[text](target)`, `![picture](...)`, `<http://...>` and `**` from a
 * line. Returns a text that the caller frees. */
char *page_strip_marks(const char *s, size_t len)
    __attribute__((returns_nonnull));

#endif
