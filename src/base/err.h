/*
 * err.h - what a user or a file can cause to fail, as one line of text.
 *
 * A function that can fail takes a `struct err *` last and returns bool or a
 * pointer. The message is made once, where the facts are, as "subject:
 * reason", in words that a user understands; lower layers never print it. It
 * is untouched on success, so calls chain. It may quote a file's text: app/
 * and import/ clean it (text/clean.h) before it leaves the program.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_code {
    ERR_NONE,
    ERR_USAGE,  /* a wrong option or argument */
    ERR_IO,     /* the file is missing, unreadable, cannot be written */
    ERR_FORMAT, /* not the kind of file it should be, or a newer one */
    ERR_DATA,   /* the right kind of file, with wrong content */
    ERR_LIMIT,  /* larger or slower than the program allows */
    ERR_QUERY,  /* a search that cannot be understood */
    ERR_TERM,   /* the terminal */
};

struct err {
    enum err_code code;
    char msg[512]; /* UTF-8; of a longer one the middle is left out ("...") */
};

/* Fill `e` (NULL: do nothing). Returns false, so that a caller can
 * `return err_set(...)`. */
bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Put "subject: " before the message of `e` (NULL: do nothing), for a caller
 * that knows the file or line which the failing function did not. Returns
 * false. */
bool err_prefix(struct err *e, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
