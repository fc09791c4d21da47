/*
 * opened.h - an open database and its first list, for tests of what reads one.
 */
#ifndef TESTS_OPENED_H
#define TESTS_OPENED_H

#include "model/edition.h"
#include "model/list.h"

struct opened {
    struct edition *ed;
    struct list *list;
};

/* Frees `path`. Fails the test where it cannot be opened. */
struct opened open_list(char *path);
void close_list(struct opened *o);

#endif
