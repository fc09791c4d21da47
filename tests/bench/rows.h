/*
 * rows.h - the rows of a large made-up list, the same each time.
 */
#ifndef TESTS_BENCH_ROWS_H
#define TESTS_BENCH_ROWS_H

#include <stddef.h>

#include "search/query.h"

#define BENCH_COLUMNS 3

struct bench_row {
    char text[BENCH_COLUMNS][160];
    struct query_cell cells[BENCH_COLUMNS]; /* point into `text` */
};

/* Row number `number` from 1: its number, a group, its leading unit; 26
 * characters on the average. */
void bench_row(struct bench_row *row, size_t number);

#endif
