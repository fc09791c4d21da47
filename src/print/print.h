/*
 * print.h - gongwen without a screen: prints what a request selects.
 */
#ifndef PRINT_PRINT_H
#define PRINT_PRINT_H

#include "print/print_request.h"
#include "model/edition.h"

/*
 * Print to standard output. What fails or is not there is said on standard
 * error. Returns the exit status, as grep's: 0 found, 1 nothing found, 2
 * trouble.
 */
int print_run(struct edition *ed, const struct print_request *request);

#endif
