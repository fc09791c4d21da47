/*
 * print_search.h - the walk through the rows and paragraphs that match.
 */
#ifndef PRINT_PRINT_SEARCH_H
#define PRINT_PRINT_SEARCH_H

#include "print/print_lists.h"
#include "print/printer.h"

/* Where is searched: in these lists, and in the notices from `first` on. */
struct print_scope {
    struct print_lists
        *lists;        /* borrowed; each is dropped once it is printed */
    size_t first, end; /* of the notices' numbers from 0 */
};

struct print_result {
    int64_t found;
    bool is_near; /* nothing has the words: what was found sounds near */
    int64_t records, paragraphs; /* that were searched */
    int64_t missing;             /* records that the lists are known to lack */
};

/*
 * Search, and print what matches; with --count only find how many there are,
 * with --near what sounds near where nothing has the words.
 * False with `e` filled; where that is because nothing that is searched
 * understands the query, nothing was printed.
 */
bool print_search(struct printer *p, const struct print_scope *scope,
                  struct print_result *result, struct err *e);

#endif
