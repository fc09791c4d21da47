/*
 * print_lists.h - the lists that are to be printed, all of them opened before
 * the first byte is: what cannot be read is known by then.
 */
#ifndef PRINT_PRINT_LISTS_H
#define PRINT_PRINT_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/edition.h"
#include "model/list.h"

struct print_lists {
    struct list **items; /* owned; NULL once it is printed */
    size_t len, cap;
    bool is_short; /* something cannot be read: a line said so */
};

/*
 * Add annex `annex` if it is a list that is held. A table of a foreign file
 * that cannot be read is named on standard error; in an edition, where nothing
 * of that kind should be, it is false with `e` filled.
 */
bool print_lists_add(struct print_lists *lists, struct edition *ed,
                     size_t annex, struct err *e);

/* The same, of what was found out later about list `index`. */
bool print_lists_fail(struct print_lists *lists, size_t index, struct err *e);

/* List `index` is printed: let go what it holds. */
void print_lists_drop(struct print_lists *lists, size_t index);
void print_lists_clear(struct print_lists *lists);

#endif
