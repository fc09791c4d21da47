/*
 * input.h - one file to import from, opened once: its first bytes to tell what
 * it is, the whole of it on demand.
 */
#ifndef IMPORT_INPUT_H
#define IMPORT_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/decode.h"
#include "model/digest.h"

#define INPUT_START 4096       /* first bytes, enough to tell a format */
#define INPUT_MAX   (64 << 20) /* bytes of a file that is read whole */

struct input {
    const char *path;      /* borrowed */
    struct decode *decode; /* borrowed */
    char *name;            /* source_name() of it */
    int fd;
    long long size;
    char *start; /* NUL-terminated */
    size_t start_len;
    struct str head; /* what these bytes say as text, as well as they can */
    char *bytes;     /* after input_load(); NUL-terminated */
    size_t len;
    char digest[DIGEST_LEN + 1]; /* of the bytes, after input_load() */
};

/* Open `path` and read its first bytes; `in` is filled whole. False with `e`
 * filled when it is no regular file or has nothing in it (source_open()). */
bool input_open(struct input *in, const char *path, struct decode *decode,
                struct err *e);
void input_close(struct input *in); /* after a failed input_open() too */

/* Read all of the file; once is enough. False with `e` filled when it has more
 * than INPUT_MAX bytes or cannot be read. */
bool input_load(struct input *in, struct err *e);

/* The whole file as UTF-8, without its byte order mark, appended to `out`.
 * `declared` is what the file says of its encoding (decode_whole()). */
bool input_text(struct input *in, enum encoding declared, struct str *out,
                struct err *e);

/* Whether the name ends with one of a NULL-terminated list (".tsv"), in any
 * case. */
bool input_has_suffix(const struct input *in, const char *const *suffixes);

/* Whether the first bytes are these. */
bool input_starts(const struct input *in, const char *bytes, size_t len);

#endif
