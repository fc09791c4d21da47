/*
 * head.h - the head of a document, by place: its title's lines, and who is
 * written to.
 *
 * A title is the short lines above the number, above what a page puts between,
 * above who is written to, above the first sentence; whatever its words are.
 * Where several stretches of lines could be it, what is like a title decides.
 */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "import/survey.h"

#define HEAD_TITLE_LINES 6

struct head {
    size_t title, title_end;         /* lines; title is SURVEY_NONE: none */
    size_t addressee, addressee_end; /* likewise */
    size_t body; /* the first line that is no head; the end where there is
                    none */
};

/* The head of the document that begins at `from`. `wanted` is the bare title
 * that the page itself names, or NULL. */
void head_find(const struct survey *s, size_t from, size_t end,
               const char *wanted, struct head *h);

/* Lines of a title that stand together from `at` on, at most HEAD_TITLE_LINES:
 * the line behind the last; `at` where none is. */
size_t head_title_end(const struct survey *s, size_t at, size_t end);

/* The lines [from, end) of a title as one, blanks between characters dropped;
 * the caller frees it. */
char *head_title_text(const struct survey *s, size_t from, size_t end)
    __attribute__((returns_nonnull));

/* Whether who is written to stands at `at`, over one line or two; the line
 * behind to `*after`. */
bool head_is_addressee(const struct survey *s, size_t at, size_t end,
                       size_t *after);

#endif
