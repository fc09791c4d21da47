/*
 * span.h - stretches of a text that are read as one thing and that a line
 * should not split: numbers, the number of a document, addresses, URLs.
 */
#ifndef TEXT_SPAN_H
#define TEXT_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#define SPAN_MAX 2048 /* bytes: more are not taken for one thing */

enum span_kind {
    SPAN_NONE,
    SPAN_NUMBER,     /* 1,234.56  010-66097741  half and full width */
    SPAN_DOC_NUMBER, /* from the bracket of the year to the character hao */
    SPAN_ADDRESS,    /* a mail address or a host name */
    SPAN_URL,
};

struct span {
    enum span_kind kind;
    size_t end; /* byte after it */
};

/* The span that begins with byte `at` < `len` of clean text. An address or a
 * URL is found at its first byte only, a number at its first digit. */
struct span span_at(const char *s, size_t len, size_t at);

/* Whether byte `at` stands before or after the mark of a range (a dash, ~ or
 * the character zhi) between numbers, with their units or not, or between days
 * of the week. Looks at a few characters on both sides. */
bool span_is_range(const char *s, size_t len, size_t at);

/* What a URL may hold (RFC 3986, appendix A). */
bool span_is_url_byte(char c);

/* The value of a digit, half or full width, at byte `at`, its bytes to
 * `*n`; -1 where there is none. */
int span_digit(const char *s, size_t len, size_t at, size_t *n);

#endif
