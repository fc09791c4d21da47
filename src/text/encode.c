#include "text/encode.h"

#include <iconv.h>
#include <langinfo.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

enum { GETA = 0x3013 };

/* What was chosen by its name. The program has one output and one command
 * line, and they are in one encoding; so it is one for all of it. */
static struct {
    char *name; /* owned; NULL: the locale's */
    bool is_utf8;
    iconv_t to, from; /* from and to UTF-8; unless it is UTF-8 */
} chosen;

/* ---- which encoding ---- */

static bool is_utf8_name(const char *name)
{
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

static void forget(void)
{
    if (chosen.name && !chosen.is_utf8) {
        iconv_close(chosen.to);
        iconv_close(chosen.from);
    }
    free(chosen.name);
    chosen.name = NULL;
}

static bool is_open(iconv_t cd)
{
    return (intptr_t)cd != -1;
}

/* Whether each byte of ASCII is itself: line ends and commas are written as
 * such. */
static bool keeps_ascii(iconv_t to)
{
    char ascii[] = "\t\n\r ,:;\"<>AZaz09~";
    char out[sizeof(ascii) * 4];
    char *from = ascii, *end = out;
    size_t left = sizeof(ascii), room = sizeof(out);

    return iconv(to, &from, &left, &end, &room) == 0 && left == 0 &&
           (size_t)(end - out) == sizeof(ascii) &&
           memcmp(ascii, out, sizeof(ascii)) == 0;
}

/* Open both ways; false where there are none. A slash would begin iconv()'s
 * own wishes. */
static bool open_both(const char *name, iconv_t *to, iconv_t *from)
{
    if (!*name || strchr(name, '/'))
        return false;
    *to = iconv_open(name, "UTF-8");
    if (!is_open(*to))
        return false;
    *from = iconv_open("UTF-8", name);
    if (is_open(*from) && keeps_ascii(*to))
        return true;
    if (is_open(*from))
        iconv_close(*from);
    iconv_close(*to);
    return false;
}

bool encode_use(const char *name, struct err *e)
{
    iconv_t to = NULL, from = NULL;

    if (!is_utf8_name(name) && !open_both(name, &to, &from))
        return err_set(e, ERR_USAGE,
                       _("%s: no encoding for text that this system knows; "
                         "GB18030 and UTF-8 are"),
                       name);
    forget();
    chosen.name = xstrdup(name);
    chosen.is_utf8 = is_utf8_name(name);
    chosen.to = to;
    chosen.from = from;
    return true;
}

void encode_use_locale(const char *locale)
{
    const char *dot = strchr(locale, '.');
    char *name;

    if (!dot)
        return;
    name = xmemdup(dot + 1, strcspn(dot + 1, "@"));
    encode_use(name, NULL);
    free(name);
}

bool encode_is_utf8(void)
{
    return chosen.name ? chosen.is_utf8 : locale_is_utf8();
}

const char *encode_name(void)
{
    if (chosen.name)
        return chosen.name;
    return locale_is_utf8() ? "UTF-8" : nl_langinfo(CODESET);
}

/* ---- one character ---- */

/* Convert one character of at most MB_LEN_MAX bytes to `out`; returns the
 * bytes written, 0: it cannot be. */
static size_t convert(iconv_t cd, const char *s, size_t len,
                      char out[MB_LEN_MAX])
{
    char in[MB_LEN_MAX];
    char *from = in, *end = out;
    size_t room = MB_LEN_MAX;

    memcpy(in, s, len);
    iconv(cd, NULL, NULL, NULL, NULL);
    return iconv(cd, &from, &len, &end, &room) == 0 ? (size_t)(end - out) : 0;
}

/* Append a code point, whose UTF-8 is `s`; false where it has no form. */
static bool append(struct str *out, uint32_t cp, const char *s, size_t len)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t n;

    if (chosen.name) {
        n = convert(chosen.to, s, len, bytes);
        str_append(out, bytes, n);
        return n > 0;
    }
    if (!locale_can_encode(cp))
        return false;
    n = wcrtomb(bytes, (wchar_t)cp, &state);
    str_append(out, bytes, n);
    return true;
}

static void append_substitute(struct str *out, uint32_t cp)
{
    int columns = width_of(cp, AMBIGUOUS_NARROW);

    if (columns != 2 || !append(out, GETA, "\xE3\x80\x93", 3))
        str_append(out, "??", (size_t)columns);
}

/* Read the first character of `bytes` to `cp`, and return how many bytes it
 * takes; 0: they mean nothing. */
static size_t take(const char *bytes, size_t len, uint32_t *cp)
{
    char utf8[MB_LEN_MAX];
    mbstate_t state = {0};
    wchar_t wide;
    size_t n;

    if (!chosen.name) {
        n = mbrtowc(&wide, bytes, len, &state);
        *cp = (uint32_t)wide;
        return n > len ? 0 : n;
    }
    /* iconv() takes no more than it is given: one byte more each time. */
    for (n = 1; n <= len && n < MB_LEN_MAX; n++) {
        size_t got = convert(chosen.from, bytes, n, utf8);

        if (got > 0) {
            utf8_decode(utf8, got, cp);
            return n;
        }
    }
    return 0;
}

/* ---- a text ---- */

void encode_append(struct str *out, const char *utf8, size_t len)
{
    if (encode_is_utf8()) {
        str_append(out, utf8, len);
        return;
    }
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(utf8 + i, len - i, &cp);

        if (cp < 0x80)
            str_addc(out, utf8[i]);
        else if (!append(out, cp, utf8 + i, n))
            append_substitute(out, cp);
        i += n;
    }
}

static bool decode_utf8(struct str *out, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(bytes + i, len - i, &cp);

        if (cp == UTF8_REPLACEMENT)
            str_add(out, "\xEF\xBF\xBD");
        else
            str_append(out, bytes + i, n);
        i += n;
    }
    return utf8_is_valid(bytes, len);
}

bool encode_decode(struct str *out, const char *bytes, size_t len)
{
    bool is_good = true;

    if (encode_is_utf8())
        return decode_utf8(out, bytes, len);
    for (size_t i = 0; i < len;) {
        uint32_t cp = UTF8_REPLACEMENT;
        size_t n;
        char utf8[UTF8_MAX];

        if ((unsigned char)bytes[i] < 0x80) {
            str_addc(out, bytes[i++]);
            continue;
        }
        n = take(bytes + i, len - i, &cp);
        is_good = is_good && n > 0;
        str_append(out, utf8, utf8_encode(n > 0 ? cp : UTF8_REPLACEMENT, utf8));
        i += n > 0 ? n : 1;
    }
    return is_good;
}
