/*
 * shown.h - what the browser says that it found, as far as it can be checked:
 * all that the random keys ask of what is inside it.
 */
#ifndef TESTS_RANDOM_SHOWN_H
#define TESTS_RANDOM_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "browse/app.h"

struct shown {
    bool is_busy;     /* work is left: nothing is final */
    bool has_overlay; /* help, library ... cover the panes */

    /* The count of a search that stands in the bottom line; "": none. */
    char note[256];
    const char *words; /* of that search; NULL: none */
    bool in_notice;    /* it is of the notice, else of the list */

    int notice, annex; /* that are on the screen, -1: none */
    int64_t row;       /* of the cursor in the list; 0: none */
    bool is_filtered;
    const char *label; /* of the filter */
    int64_t rows;      /* that the list shows */
    bool is_sorted;
    size_t column; /* the current one */

    /* The frequencies of the current column. */
    const struct list_frequency *values; /* NULL: not shown */
    size_t n_values;
};

/* Borrowed until the app is touched. */
struct shown shown_by(struct app *app);

/* The row with this index of the order that is shown. */
int64_t shown_row(const struct app *app, int64_t index);

#endif
