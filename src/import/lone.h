/*
 * lone.h - a table alone in a file: headings in the first line, TAB between
 * the cells. Of any length: it is read line by line, twice.
 *
 * The first reading finds what is wrong and what the columns hold, the second
 * writes. Nothing of it stays in memory.
 */
#ifndef IMPORT_LONE_H
#define IMPORT_LONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/draft.h"
#include "model/digest.h"
#include "model/edition_write.h"

#define LONE_CELL_MAX (64u << 10) /* bytes */

struct lone {
    const char *path; /* borrowed */
    char **headings;
    size_t column_count;
    struct column_guess *guesses; /* of what kinds the columns are */
    int64_t rows;
    long long size; /* bytes */
    struct draft_gaps gaps;
    char digest[DIGEST_LEN + 1];
};

/* Told now and then how many rows were checked, or written; false with `e`
 * filled stops the work. */
struct lone_watch {
    bool (*went_on)(struct lone_watch *w, const char *path, bool written,
                    int64_t rows, struct err *e);
};

/* Read the whole file; the first thing that is wrong with it goes to `e`, with
 * its line. `l` is empty ({0}) and stays so on failure. */
bool lone_check(struct lone *l, const char *path, struct lone_watch *watch,
                struct err *e);
void lone_clear(struct lone *l);

/* Write the table as the list with this id. */
bool lone_write(const struct lone *l, struct edition_writer *w, int64_t annex,
                const char *title, struct lone_watch *watch, struct err *e);

#endif
