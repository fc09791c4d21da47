/*
 * query_parse.h - the words of a query as terms: the signs ! ^ = and
 * `列名:`, the apostrophe.
 */
#ifndef SEARCH_QUERY_PARSE_H
#define SEARCH_QUERY_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "search/query.h"
#include "search/matcher.h"

#define QUERY_MAX_TERMS 64
#define QUERY_MAX_BYTES 4096

struct query_term {
    struct matcher *term; /* owned */
    bool excluded;        /* !term */
    bool anchored;        /* ^term */
    bool *columns;        /* owned; by column, which are meant; NULL: all */
    size_t columns_count; /* entries of `columns` */
};

struct query_terms {
    struct query_term *items;
    size_t len, cap;
    char **unknown; /* owned: headings that no column has */
    size_t unknown_len, unknown_cap;
};

/* Put the terms of a query into `out`, which must be empty ({0}). Returns
 * false with `e` filled as query_new() says; `out` is empty then. */
bool query_parse(struct query_terms *out, const char *text, size_t len,
                 const struct query_columns *columns, struct err *e);
void query_terms_clear(struct query_terms *terms);

/* Whether the term is about column number `column` from 0. */
bool query_term_in_column(const struct query_term *t, size_t column);

#endif
