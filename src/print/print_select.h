/*
 * print_select.h - which notice and which list of an edition a request means.
 */
#ifndef PRINT_PRINT_SELECT_H
#define PRINT_PRINT_SELECT_H

#include "base/err.h"
#include "model/edition.h"
#include "print/print_request.h"

/* What became of it, as the exit status. */
enum print_status { PRINT_FOUND = 0, PRINT_NOT_FOUND = 1, PRINT_TROUBLE = 2 };

/* Index of the notice that is meant to `*index`. Else `e` says why there is
 * none. */
enum print_status print_select_notice(const struct edition *ed,
                                      const struct print_request *request,
                                      size_t *index, struct err *e);

/* The same of the annex of a list. A list that is there but cannot be read is
 * trouble. */
enum print_status print_select_list(const struct edition *ed,
                                    const struct print_request *request,
                                    size_t *annex, struct err *e);

#endif
