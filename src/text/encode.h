/*
 * encode.h - text in the user's encoding, for standard output and messages,
 * and what he typed out of it.
 *
 * That is the encoding of the locale (base/locale.h), or one that was chosen
 * by its name, which the server need not have a locale for. The screen speaks
 * the locale's in any case.
 */
#ifndef TEXT_ENCODE_H
#define TEXT_ENCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/*
 * Use the encoding `name` from now on. False with `e` filled, and nothing
 * changed: iconv() does not know it, or ASCII is not ASCII in it.
 */
bool encode_use(const char *name, struct err *e);

/* Use the one that the name of a locale ends in (zh_CN.GBK), if it does and
 * the encoding is known: for a locale that this server lacks. */
void encode_use_locale(const char *locale);

bool encode_is_utf8(void);

/* Its name; borrowed until the next is chosen. */
const char *encode_name(void);

/*
 * Append clean UTF-8 to `out` in the encoding. What it cannot express becomes
 * U+3013 where that has the same width and can be expressed, else one "?" for
 * each column; marks are left out.
 */
void encode_append(struct str *out, const char *utf8, size_t len);

/* Append what is in the encoding to `out` as UTF-8; a byte that means nothing
 * there becomes U+FFFD, and the result false. */
bool encode_decode(struct str *out, const char *bytes, size_t len);

#endif
