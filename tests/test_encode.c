#include "tests/test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "base/mem.h"
#include "text/encode.h"

static void the_locale_is_the_users_or_utf8(void **state)
{
    /* clang-format off */
    static const struct {
        const char *all, *ctype, *lang;
        enum locale_finding finding;
        bool utf8;
        const char *name;
    } cases[] = {
        { "",               "",       "",               LOCALE_ASSUMED, true,
          "" },
        { "C",              "",       "C.UTF-8",        LOCALE_ASSUMED, true,
          "C" },
        { "",               "",       "POSIX",          LOCALE_ASSUMED, true,
          "POSIX" },
        { "",               "",       "C.UTF-8",        LOCALE_UTF8,    true,
          "C.UTF-8" },
        { "",               "",       "xx_XX.UTF-8",    LOCALE_ASSUMED, true,
          "xx_XX.UTF-8" },
        { "zh_CN.GB18030",  "C",      "C.UTF-8",        LOCALE_OTHER,   false,
          "zh_CN.GB18030" },
        { "",       "zh_CN.GB2312",   "C.UTF-8",        LOCALE_OTHER,   false,
          "zh_CN.GB2312" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        setenv("LC_ALL", cases[i].all, 1);
        setenv("LC_CTYPE", cases[i].ctype, 1);
        setenv("LANG", cases[i].lang, 1);
        if (locale_setup() != cases[i].finding ||
            locale_is_utf8() != cases[i].utf8 ||
            strcmp(locale_name(), cases[i].name) != 0)
            fail_msg("case %zu: %s", i, setlocale(LC_CTYPE, NULL));
        assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    }
}

static void text_is_encoded_or_marked(void **state)
{
    /* clang-format off */
    static const struct {
        const char *locale, *text, *bytes;
    } cases[] = {
        { "C.UTF-8",       "湖\xff𠀀",      "湖\xff𠀀" },
        { "zh_CN.GB18030", "湖x",           "\xba\xfex" },
        { "zh_CN.GB18030", "𠀀",            "\x95\x32\x82\x36" },
        { "zh_CN.GB2312",  "湖x",           "\xba\xfex" },
        { "zh_CN.GB2312",  "𠀀",            "\xa1\xfe" },  /* 〓 */
        { "zh_CN.GB2312",  "\u00f1e\u0301", "?e" },
        { "zh_CN.GB2312",  "",              "" },
        { "C",             "湖ñx",          "???x" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};

        assert_non_null(setlocale(LC_CTYPE, cases[i].locale));
        encode_append(&out, cases[i].text, strlen(cases[i].text));
        if (strcmp(str_text(&out), cases[i].bytes) != 0)
            fail_msg("case %zu in %s", i, cases[i].locale);
        str_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_locale_is_the_users_or_utf8),
        cmocka_unit_test(text_is_encoded_or_marked),
    };

    setenv("LOCPATH", "tests/locale", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
