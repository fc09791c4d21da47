/*
 * str.h - a byte string that grows, NUL-terminated for library borders.
 *
 * `struct str s = {0}` is an empty string. `text` may be NULL while nothing
 * was ever appended: read it through str_text().
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stddef.h>

struct str {
    char *text; /* owned; NUL after `len` bytes, or NULL */
    size_t len; /* bytes, without the NUL */
    size_t cap;
};

void str_append(struct str *s, const char *bytes, size_t len);
void str_add(struct str *s, const char *text); /* NUL-terminated */
void str_addc(struct str *s, char c);
void str_addf(struct str *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void str_addvf(struct str *s, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Cut to `len` bytes, which must not be more than there are. */
void str_truncate(struct str *s, size_t len);

/* The text, "" while empty; borrowed until the next change. */
const char *str_text(const struct str *s);

/* Hand the text over to the caller, who frees it; `s` is left empty. */
char *str_take(struct str *s) __attribute__((returns_nonnull));

/* Free, and leave empty and reusable. */
void str_clear(struct str *s);

#endif
