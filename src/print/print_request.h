/*
 * print_request.h - what is to be printed, and how: a value that the command
 * line fills (cli/options.h).
 */
#ifndef PRINT_PRINT_REQUEST_H
#define PRINT_PRINT_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

struct print_format;

enum print_when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

#define PRINT_MIN_WIDTH 2
#define PRINT_MAX_WIDTH 10000

/* Texts are borrowed from whoever filled it. */
struct print_request {
    bool list;          /* --list */
    const char *annex;  /* --list=ANNEX, NULL: the first list */
    bool record;        /* --record */
    int64_t number;     /* --record=NUMBER */
    bool notice;        /* --notice */
    int64_t position;   /* --notice=N from 1; 0: the first with a list */
    const char *search; /* --search=QUERY, NULL: none */
    bool near;          /* --near */
    bool count;         /* --count */

    const struct print_format *format; /* print_format.h */
    bool bom;                          /* --bom */
    enum print_when color;
    int width;     /* columns; 0: the terminal's, else 80 */
    int ambiguous; /* 1, 2; 0: auto */
    bool has_seal; /* --seal: signatures as where a seal goes over them */
};

#endif
