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
        { "",               "",       "",               LOCALE_PLAIN,   true,
          "" },
        { "C",              "",       "C.UTF-8",        LOCALE_PLAIN,   true,
          "C" },
        { "",               "",       "POSIX",          LOCALE_PLAIN,   true,
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

/* What is typed comes back as what is meant. */
static void bytes_are_decoded_by_the_locale(void **state)
{
    /* clang-format off */
    static const struct {
        const char *locale, *chosen, *bytes, *text;
        bool is_good;
    } cases[] = {
        { "C.UTF-8",       NULL,      "湖x",              "湖x",  true },
        { "C.UTF-8",       NULL,      "\xba\xfex\xff",    "\uFFFD\uFFFDx\uFFFD",
          false },
        { "C.UTF-8",       NULL,      "\xEF\xBF\xBD",    "\uFFFD", true },
        { "zh_CN.GB18030", NULL,      "\xba\xfe" "a\xc4\xcf", "湖a南", true },
        { "zh_CN.GB18030", NULL,      "\x95\x32\x82\x36", "𠀀",   true },
        { "zh_CN.GB18030", NULL,      "a\xff\xba",       "a\uFFFD\uFFFD",
          false },
        { "C.UTF-8",       "GBK",     "\xba\xfe\xc4\xcf", "湖南", true },
        { "C.UTF-8",       "GB18030", "\x95\x32\x82\x36x\xba",
          "𠀀x\uFFFD", false },
        { "C.UTF-8",       "Big5",    "\xb4\xf2",        "湖",   true },
        { "zh_CN.GB18030", "UTF-8",   "湖",               "湖",   true },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};
        bool is_good;

        assert_non_null(setlocale(LC_CTYPE, cases[i].locale));
        if (cases[i].chosen)
            assert_true(encode_use(cases[i].chosen, NULL));
        is_good = encode_decode(&out, cases[i].bytes, strlen(cases[i].bytes));
        if (strcmp(str_text(&out), cases[i].text) != 0 ||
            is_good != cases[i].is_good)
            fail_msg("case %zu in %s: \"%s\", %d", i, encode_name(),
                     str_text(&out), is_good);
        str_truncate(&out, 0);
        encode_append(&out, cases[i].text, strlen(cases[i].text));
        if (is_good && strcmp(str_text(&out), cases[i].bytes) != 0)
            fail_msg("case %zu in %s: not the way back", i, encode_name());
        str_clear(&out);
    }
}

static void what_has_no_form_is_marked_in_a_chosen_encoding_too(void **state)
{
    struct str out = {0};

    (void)state;
    assert_true(encode_use("GB2312", NULL));
    encode_append(&out, "湖𠀀\u00f1e\u0301", strlen("湖𠀀\u00f1e\u0301"));
    assert_string_equal(str_text(&out), "\xba\xfe\xa1\xfe?e");
    str_clear(&out);
}

static void only_encodings_that_hold_ascii_are_taken(void **state)
{
    static const char *const refused[] = {"UTF-16",      "UTF-32LE", "nix",  "",
                                          "GBK//IGNORE", "IBM037",   "UTF-7"};

    (void)state;
    assert_true(encode_use("GBK", NULL));
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        struct err e = {0};

        if (encode_use(refused[i], &e))
            fail_msg("%s: taken", refused[i]);
        assert_int_equal(e.code, ERR_USAGE);
        assert_string_equal(encode_name(), "GBK");
    }
    assert_true(encode_use("utf8", NULL));
    assert_true(encode_is_utf8());
}

static void a_locale_that_is_not_here_names_its_encoding(void **state)
{
    static const struct {
        const char *locale, *encoding;
    } cases[] = {
        {"zh_CN.GBK", "GBK"},   {"zh_CN.gb18030@x", "gb18030"},
        {"zh_CN.nix", "UTF-8"}, {"zh_CN", "UTF-8"},
        {"", "UTF-8"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_true(encode_use("UTF-8", NULL));
        encode_use_locale(cases[i].locale);
        assert_string_equal(encode_name(), cases[i].encoding);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_locale_is_the_users_or_utf8),
        cmocka_unit_test(text_is_encoded_or_marked),
        cmocka_unit_test(bytes_are_decoded_by_the_locale),
        cmocka_unit_test(what_has_no_form_is_marked_in_a_chosen_encoding_too),
        cmocka_unit_test(only_encodings_that_hold_ascii_are_taken),
        cmocka_unit_test(a_locale_that_is_not_here_names_its_encoding),
    };

    setenv("LOCPATH", "tests/locale", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
