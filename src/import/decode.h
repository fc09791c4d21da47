/*
 * decode.h - bytes of any encoding that Chinese files come in become UTF-8.
 *
 * The encoding is told by the bytes themselves; what a file declares, which is
 * often wrong, decides only where they fit several. GB18030 stands for gb2312,
 * GBK and code page 936 too, whose text it holds unchanged; Big5 is that of
 * Hong Kong, which holds the others.
 */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_UTF32LE,
    ENCODING_UTF32BE,
    ENCODING_GB18030,
    ENCODING_BIG5,
    ENCODING_COUNT,
    ENCODING_UNKNOWN = ENCODING_COUNT,
};

/* The converters, opened before the sandbox is entered (it keeps libc from
 * loading them later), and what the user asked for. One at a time uses it. */
struct decode {
    enum encoding forced; /* --encoding; ENCODING_UNKNOWN: tell it */
    bool lossy;           /* --lossy: U+FFFD for what cannot be decoded */
    void *converters[ENCODING_COUNT];
};

/* False with `e` filled where libc lacks a converter. */
bool decode_open(struct decode *d, struct err *e);
void decode_close(struct decode *d); /* after a failed decode_open() too */

/* The encoding of a name ("gb2312", "UTF-8"), in any case;
 * ENCODING_UNKNOWN for one that is not among them. */
enum encoding decode_named(const char *name, size_t len);

/* Its usual name. */
const char *decode_name(enum encoding encoding);

/*
 * The encoding of a text that begins with these bytes; `declared` may be
 * ENCODING_UNKNOWN. `*skip` is the length of its byte order mark. `whole`: no
 * bytes follow.
 */
enum encoding decode_tell(struct decode *d, const char *bytes, size_t len,
                          bool whole, enum encoding declared, size_t *skip);

/* Where a text is being decoded, for the message. */
struct decode_place {
    const char *path;
    enum encoding encoding;
    size_t line;   /* from 1 */
    size_t column; /* bytes of the line before, as they are in the file */
    size_t offset; /* bytes of the file before */
};

/*
 * Append the text of `len` bytes to `out`, and move `at` on. `at_end`: a
 * character that is cut short is wrong; else its bytes are left. Returns how
 * many bytes were taken, or -1 with `e` filled where bytes are no text of that
 * encoding (a NUL is none either) and `d` is not lossy.
 */
long long decode_append(struct decode *d, struct decode_place *at,
                        const char *bytes, size_t len, bool at_end,
                        struct str *out, struct err *e);

/* All of a file's bytes: its encoding is told, its mark passed over. */
bool decode_whole(struct decode *d, const char *path, const char *bytes,
                  size_t len, enum encoding declared, struct str *out,
                  struct err *e);

#endif
