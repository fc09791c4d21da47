#include "base/locale.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"

/* No UTF-8 locale can be had at all: the terminal is still taken for one. */
static bool is_without;

static bool is_ascii(void)
{
    static const char *const names[] = {"ANSI_X3.4-1968", "US-ASCII", "ASCII",
                                        "646"};
    const char *codeset = nl_langinfo(CODESET);

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(codeset, names[i]) == 0)
            return true;
    }
    return false;
}

enum locale_finding locale_setup(void)
{
    static const char *const likely[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};

    bool is_known = setlocale(LC_CTYPE, "") != NULL;

    if (is_known && !is_ascii())
        return locale_is_utf8() ? LOCALE_UTF8 : LOCALE_OTHER;
    for (size_t i = 0; i < ARRAY_LEN(likely); i++) {
        if (setlocale(LC_CTYPE, likely[i]))
            return is_known ? LOCALE_PLAIN : LOCALE_ASSUMED;
    }
    is_without = true;
    return LOCALE_ASCII;
}

const char *locale_name(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        const char *value = getenv(variables[i]);

        if (value && *value)
            return value;
    }
    return "";
}

bool locale_is_utf8(void)
{
    return is_without || strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool locale_can_encode(uint32_t cp)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};

    return cp < 0x80 || wcrtomb(bytes, (wchar_t)cp, &state) != (size_t)-1;
}
