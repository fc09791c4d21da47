/*
 * make_list.c - the rows of a large made-up list as a table to be imported:
 * `make_list [ROWS] >LIST.tsv`, 1,000,000 rows if not said, the same each
 * time.
 */
#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/rows.h"

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000000;

    puts("序号\t集团名称\t牵头单位");
    for (size_t r = 1; r <= rows; r++) {
        struct bench_row row;

        bench_row(&row, r);
        for (size_t c = 0; c < BENCH_COLUMNS; c++)
            printf("%s%s", c ? "\t" : "", row.text[c]);
        putchar('\n');
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
