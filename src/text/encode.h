/*
 * encode.h - text in the locale's encoding, for standard output and messages.
 */
#ifndef TEXT_ENCODE_H
#define TEXT_ENCODE_H

#include <stddef.h>

#include "base/str.h"

/*
 * Append clean UTF-8 to `out` in the locale's encoding (base/locale.h). What
 * it cannot express becomes U+3013 where that has the same width and can be
 * expressed, else one "?" for each column; marks are left out.
 */
void encode_append(struct str *out, const char *utf8, size_t len);

#endif
