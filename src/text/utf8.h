/*
 * utf8.h - strict UTF-8, one code point at a time.
 *
 * Every bad unit decodes to U+FFFD and uses up only its own bytes (the
 * maximal subpart of Unicode 15, section 3.9, table 3-8): the byte after a
 * cut sequence is never eaten.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_MAX         4 /* bytes of the longest code point */

/* Decode the code point at `s`, of which `len` > 0 bytes may be read. Returns
 * the bytes used, at least 1. */
size_t utf8_decode(const char *s, size_t len, uint32_t *cp);

/* The same for loops over much text: ASCII and most Han without a call. */
static inline size_t utf8_next(const char *s, size_t len, uint32_t *cp)
{
    const unsigned char *b = (const unsigned char *)s;

    if (b[0] < 0x80) {
        *cp = b[0];
        return 1;
    }
    /* E1 to EC: two more bytes, any of 80 to BF. */
    if (b[0] - 0xE1u < 12 && len >= 3 && (b[1] & 0xC0) == 0x80 &&
        (b[2] & 0xC0) == 0x80) {
        *cp = (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
        return 3;
    }
    return utf8_decode(s, len, cp);
}

/* Encode `cp` (a surrogate or a value over U+10FFFF as U+FFFD). Returns the
 * bytes written; no NUL is added. */
size_t utf8_encode(uint32_t cp, char out[UTF8_MAX]);

bool utf8_is_valid(const char *s, size_t len);

/* Number of code points, a bad unit counting as one. */
size_t utf8_count(const char *s, size_t len);

/* The byte offset of code point number `index` from 0; `len` if there are not
 * so many. */
size_t utf8_offset(const char *s, size_t len, size_t index);

/* The start of the code point before byte `at` > 0. */
size_t utf8_prev(const char *s, size_t at);

/* The start of the code point or bad unit that byte `at` < `len` is part of:
 * where a text can be cut. */
size_t utf8_start(const char *s, size_t len, size_t at);

#endif
