/*
 * truth.h - what a search finds and a filter shows, by the plainest loop: row
 * by row, paragraph by paragraph, without slices and scan blocks, through an
 * edition opened for it alone.
 *
 * Answers are kept in memory that the caller gives: shared with a process
 * that starts after this one, it need not begin again.
 */
#ifndef TESTS_RANDOM_TRUTH_H
#define TESTS_RANDOM_TRUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TRUTH_MEMORY ((size_t)128 << 20)

struct truth;

/* `number` tells databases apart that share `memory`, which is TRUTH_MEMORY
 * bytes, all 0 at first. */
struct truth *truth_open(const char *path, uint32_t number, void *memory);
void truth_close(struct truth *t); /* accepts NULL */

/* Some rows of a list; borrowed until the next call. */
struct truth_rows {
    int64_t rows;         /* of the list */
    bool is_known;        /* else the words or the label are not understood */
    const uint64_t *bits; /* row 1 is bit 0; NULL: all rows */
};

/* The rows that match, and those that a filter with this label shows: parted
 * by blanks, what was typed and "column: value" of what was chosen, one within
 * the other; "": no filter, all rows. */
struct truth_rows truth_search(struct truth *t, int annex, const char *words);
struct truth_rows truth_filter(struct truth *t, int annex, const char *label);

/* Of rows in both sets: how many there are up to row `last`. */
int64_t truth_count(const struct truth_rows *a, const struct truth_rows *b,
                    int64_t last);
bool truth_has(const struct truth_rows *a, int64_t row);

/* Rows of a set with this very text in a column. */
int64_t truth_value(struct truth *t, int annex, size_t column,
                    const char *value, const struct truth_rows *within);

/* Matches in a notice; -1: the words are not understood. */
int64_t truth_in_notice(struct truth *t, int notice, const char *words);

#endif
