/*
 * begin.h - where in a page a notice begins: its title, and what near it
 * proves the title to be one.
 */
#ifndef IMPORT_BEGIN_H
#define IMPORT_BEGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "import/page.h"

/* What was found below the lines asked about so far, so that a page full of
 * titles is not read again for each. `{0}` knows nothing. */
struct begin_ahead {
    size_t from, at;           /* no line of [from, at) is signed */
    size_t count;              /* lines of it with text */
    bool is_signed;            /* line `at` is */
    size_t same_from, same_to; /* lines that say one title, [from, to) */
    size_t looked;             /* lines looked at for the above: the work */
};

/* The next line from `from` on that is neither blank nor settled; `end` where
 * there is none. */
size_t begin_next(const struct page *p, size_t from, size_t end);

/* Lines that a title takes from `at` on: 0 where none stands. `*last` is the
 * last one. */
size_t begin_title(const struct page *p, size_t at, size_t end, size_t *last);

/* Organs that sign from `at` on, with a date under them: how many, and the
 * line of the date. 0: none. */
size_t begin_signers(const struct page *p, size_t at, size_t end, size_t *date);

/* Whether the lines from `at` on begin a document of the kind: a title with
 * the number or the addressee near it, or with a signer and a date somewhere
 * before the page ends. `*last` is then the last line of the title. Ask about
 * a page's lines in their order, with the same `ahead`. */
bool begin_is_at(const struct page *p, size_t at, struct begin_ahead *ahead,
                 size_t *last);

#endif
