#include "text/encode.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/locale.h"
#include "text/utf8.h"
#include "text/width.h"

enum { GETA = 0x3013 };

static void append(struct str *out, uint32_t cp)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t len = wcrtomb(bytes, (wchar_t)cp, &state);

    str_append(out, bytes, len);
}

static void append_substitute(struct str *out, uint32_t cp)
{
    int columns = width_of(cp, AMBIGUOUS_NARROW);

    if (columns == 2 && locale_can_encode(GETA))
        append(out, GETA);
    else
        str_append(out, "??", (size_t)columns);
}

void encode_append(struct str *out, const char *utf8, size_t len)
{
    if (locale_is_utf8()) {
        str_append(out, utf8, len);
        return;
    }
    for (size_t i = 0; i < len;) {
        uint32_t cp;

        i += utf8_decode(utf8 + i, len - i, &cp);
        if (locale_can_encode(cp))
            append(out, cp);
        else
            append_substitute(out, cp);
    }
}
