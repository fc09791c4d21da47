/*
 * cluster.h - what stands in one cell or one wide cell: a base character with
 * its marks (an extended grapheme cluster of UAX #29, cut where a terminal
 * would start a new cell).
 *
 * Works on clean text (text/clean.h).
 */
#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

#include <stddef.h>

#include "text/width.h"

struct cluster {
    size_t len;  /* bytes, at least 1 */
    int columns; /* 1 or 2; 0 only for a lone mark */
};

/* The cluster at the start of `s`, of which `len` > 0 bytes may be read. */
struct cluster cluster_at(const char *s, size_t len, enum ambiguous ambiguous);

/* Columns of a whole clean text. */
int cluster_columns(const char *s, size_t len, enum ambiguous ambiguous);

/* How many bytes of `s` fit into `columns` without cutting a cluster; the
 * columns they take go to `*used` (NULL: not wanted). */
size_t cluster_fit(const char *s, size_t len, int columns,
                   enum ambiguous ambiguous, int *used);

#endif
