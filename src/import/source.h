/*
 * source.h - text to import from: opening its file, and cutting what stands
 * in it into lines of valid UTF-8.
 *
 * Anything else is refused with a sentence that names the file, the line and
 * what to do about it.
 */
#ifndef IMPORT_SOURCE_H
#define IMPORT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define SOURCE_LINE_MAX (1 << 20) /* bytes of a line */

struct source_line {
    const char *text; /* borrowed from the bytes; no line end; no NUL after */
    size_t len;
};

struct source {
    struct source_line *lines; /* owned */
    size_t count;
};

/* Cut the bytes of the file `path` into `s`, which must be empty ({0}). Line
 * ends are LF or CRLF, or CR where there is no LF. On failure `s` stays empty.
 */
bool source_cut(struct source *s, const char *path, const char *bytes,
                size_t len, struct err *e);
void source_clear(struct source *s);

/*
 * Open `path` for reading if it is a regular file with something in it; -1
 * with `e` filled otherwise. `*size` is its size.
 */
int source_open(const char *path, long long *size, struct err *e);

/*
 * Look at a file's first bytes: false with `e` filled when they are those of
 * UTF-16 or UTF-32 text or of HTML.
 * `*skip` is the length of a byte order mark.
 */
bool source_check_start(const char *path, const char *bytes, size_t len,
                        size_t *skip, struct err *e);

/* Whether `len` bytes are a line's worth of clean enough text: no NUL, valid
 * UTF-8, not too long. `line` is for the message. */
bool source_check_line(const char *path, size_t line, const char *bytes,
                       size_t len, size_t max, struct err *e);

/* The part of a path after the last slash; as it is, and clean as it goes into
 * an edition (the caller frees it). */
const char *source_basename(const char *path);
char *source_name(const char *path) __attribute__((returns_nonnull));

#endif
