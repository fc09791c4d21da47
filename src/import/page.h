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
#include "base/str.h"
#include "import/grid.h"
#include "model/digest.h"
#include "text/role.h"

/* Lines, and cells of tables, of one page, and bytes of their text; more are
 * refused. The longest book has less. */
#define PAGE_MAX_LINES 300000
#define PAGE_MAX_TEXT  (16 << 20)

/* What a reader of a richer format knows of a line; only advice. */
enum page_hint {
    PAGE_HINT_NONE,
    PAGE_HINT_TITLE,   /* <title>, <h1>, a style named Title */
    PAGE_HINT_HEADING, /* <h2> to <h6>, a style named Heading */
    PAGE_HINT_CENTRED,
    PAGE_HINT_RIGHT,
    PAGE_HINT_PAGE, /* of the web page rather than of a document in it: in
                       <nav> or <footer>, or nothing but links to pages */
};

/* What a person says of a line (correction.h). */
enum page_told {
    PAGE_TOLD_NOTHING,
    PAGE_TOLD_ROLE, /* that it has the role `told_role` */
    PAGE_TOLD_OUT,  /* that it is no text */
};

struct page_line {
    char *text;   /* clean, trimmed, without marks; TAB as a blank */
    char *raw;    /* the line as it stood, clean; NULL where it is the same as
                     `text` but for ASCII blanks at its ends */
    char **cells; /* clean, trimmed; trailing empty ones dropped */
    size_t cell_count; /* of a line with TABs, else 0 or 1 */
    bool has_tab;
    struct grid *grid; /* owned: the line stands for a table that the source
                          marks as one, `text` is empty; NULL: it does not */
    enum page_hint hint;
    size_t number; /* of the line or paragraph in the source, from 1 */
    enum page_told told;
    enum role told_role;
    char *fate; /* what became of the line; NULL: not yet known */
    bool left_out;
    const char *rule; /* the rule that judged it (rules.h), static; or NULL */
    const char *role; /* what it was taken for, static; or NULL */
};

/* What a page says of itself in a table or in meta elements: 索引号, 发文机关,
 * ArticleTitle, PubDate, ContentSource, Url ...; "title" is that of <title>. */
struct page_particular {
    char *name, *value; /* clean, owned */
    size_t number;      /* as of a line */
};

/* A link of the page to another file: an annex. */
struct page_link {
    char *text, *target; /* clean, owned; the target as the page has it */
    size_t line;         /* index of the line it stands in */
};

/* Where a page comes from. */
struct page_source {
    char *name;                  /* of its file, clean, without folder; owned */
    char digest[DIGEST_LEN + 1]; /* of the file's bytes */
};

struct page {
    struct page_source source;
    struct page_line *lines;
    size_t count, cap;
    struct page_particular *particulars;
    size_t particular_count, particular_cap;
    struct page_link *links;
    size_t link_count, link_cap;
    struct str warnings; /* a line of text each: what was not read whole */
};

void page_clear(struct page *p); /* leaves it empty ({0}) */

/*
 * What readers add, in the order of the page. A line is valid until the next
 * is added.
 */

/* A line of a text file: the marks that saving put in are removed
 * (page_strip_marks()), TABs part cells. */
struct page_line *page_add_text(struct page *p, const char *text, size_t len,
                                size_t number);

/* A paragraph of a richer format: its text is all it holds. */
struct page_line *page_add_paragraph(struct page *p, const char *text,
                                     size_t len, size_t number);

/* A table in a line of its own; the page takes the grid. */
struct page_line *page_add_grid(struct page *p, struct grid *g, size_t number);

void page_add_particular(struct page *p, const char *name, const char *value,
                         size_t number);

/* A link in the line added last; without a line, in the first. */
void page_add_link(struct page *p, const char *text, const char *target);

/* A warning: what a reader had to leave unread, with file and line. */
void page_warn(struct page *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* False with `e` filled: the file has more than a page may have. */
bool page_refuse_size(const char *path, struct err *e);

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
