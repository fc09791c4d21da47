#include "term/term_clipboard.h"

#include <stdint.h>

enum { COPY_MAX = 74994 };

static void add_base64(struct str *out, const unsigned char *s, size_t len)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < len; i += 3) {
        size_t n = len - i < 3 ? len - i : 3;
        uint32_t bits = (uint32_t)s[i] << 16;

        if (n > 1)
            bits |= (uint32_t)s[i + 1] << 8;
        if (n > 2)
            bits |= s[i + 2];
        for (size_t d = 0; d < 4; d++)
            str_addc(out, d <= n ? digits[bits >> (18 - 6 * d) & 63] : '=');
    }
}

bool term_clipboard_add(struct str *out, const char *text, size_t len)
{
    if (len > COPY_MAX)
        return false;
    str_add(out, "\033]52;c;");
    add_base64(out, (const unsigned char *)text, len);
    str_addc(out, '\a'); /* every terminal knows it as the end */
    return true;
}
