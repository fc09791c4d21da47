/*
 * print.h - gongwen without a screen: prints what the options select.
 */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include "app/options.h"
#include "model/edition.h"

/*
 * Print to standard output. What fails or is not there is said on standard
 * error. Returns the exit status, as grep's: 0 found, 1 nothing found, 2
 * trouble.
 */
int print_run(struct edition *ed, const struct options *o);

#endif
