/*
 * lines.h - a large text file line by line, in a buffer of fixed size.
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/digest.h"

#define LINES_MAX (256u << 10) /* bytes of a line */

struct lines {
    const char *path; /* borrowed */
    int fd;
    long long size; /* of the file, when it was opened */
    char *buf;
    size_t start, end; /* what of `buf` is still to be given out */
    bool at_end;
    size_t number; /* of the line given out last, from 1 */
    struct digest *digest;
};

/* `l` is filled whole. False with `e` filled when the file is none that can
 * be read (source_open()) or no UTF-8 text by its first bytes. */
bool lines_open(struct lines *l, const char *path, struct err *e);
void lines_close(struct lines *l); /* after a failed lines_open() too */

/* The next line without its end, checked by source_check_line(); borrowed
 * until the next call. `*text` is NULL after the last. */
bool lines_next(struct lines *l, const char **text, size_t *len, struct err *e);

/* The digest of the whole file, after its last line. */
void lines_digest(struct lines *l, char out[DIGEST_LEN + 1]);

#endif
