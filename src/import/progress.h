/*
 * progress.h - how far a long import is, on one line of a terminal.
 *
 * Nothing is shown where standard error is no terminal, nor of what is done
 * in a moment.
 */
#ifndef IMPORT_PROGRESS_H
#define IMPORT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool is_shown;    /* standard error is a terminal */
    int64_t began_at; /* ms: this stretch of work */
    int64_t drawn_at;
    int columns; /* of what stands on the line, 0: nothing */
};

void progress_init(struct progress *p);

/* A stretch of work begins: the rate is counted from here. */
void progress_begin(struct progress *p);

/* So many rows of a file are done. Draws some five times a second. */
void progress_rows(struct progress *p, const char *path, bool written,
                   int64_t rows);

/* Leave the line empty. */
void progress_erase(struct progress *p);

#endif
