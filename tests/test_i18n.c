/* test_i18n.c - the language of the user, on servers that lack its locale. */
#include "tests/test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES",
                                        "LANG"};

static void set(const char *const values[])
{
    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        if (values[i])
            assert_int_equal(setenv(variables[i], values[i], 1), 0);
        else
            assert_int_equal(unsetenv(variables[i]), 0);
    }
}

static void the_first_variable_that_names_a_language_decides(void **state)
{
    /* clang-format off */
    static const struct {
        const char *values[4]; /* LANGUAGE LC_ALL LC_MESSAGES LANG */
        const char *language;
    } cases[] = {
        { { NULL, NULL, NULL, NULL }, I18N_ZH },
        { { NULL, NULL, NULL, "C" }, I18N_ZH },
        { { NULL, "C.UTF-8", NULL, NULL }, I18N_ZH },
        { { NULL, "POSIX", NULL, "" }, I18N_ZH },
        { { NULL, NULL, NULL, "zh_CN.UTF-8" }, I18N_ZH },
        { { NULL, NULL, NULL, "zh_TW.UTF-8" }, I18N_ZH },
        { { NULL, NULL, NULL, "zh-Hans" }, I18N_ZH },
        { { NULL, NULL, NULL, "en_US.UTF-8" }, I18N_EN },
        { { NULL, NULL, NULL, "de_DE" }, I18N_EN },
        { { NULL, NULL, NULL, "zhx" }, I18N_EN },
        { { NULL, NULL, "en_GB", "zh_CN.UTF-8" }, I18N_EN },
        { { NULL, "zh_CN.GB18030", "en_GB", "en_GB" }, I18N_ZH },
        { { NULL, "C", NULL, "en_US.UTF-8" }, I18N_EN },
        { { "en", "zh_CN.UTF-8", NULL, NULL }, I18N_EN },
        { { "zh_CN:en", "en_US.UTF-8", NULL, NULL }, I18N_ZH },
        { { "C:zh", "en_US.UTF-8", NULL, NULL }, I18N_ZH },
        { { ":", NULL, NULL, "en_US.UTF-8" }, I18N_EN },
        { { "", NULL, NULL, "en_US.UTF-8" }, I18N_EN },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        set(cases[i].values);
        if (strcmp(i18n_from_environment(), cases[i].language) != 0)
            fail_msg("case %zu", i);
    }
}

static void languages_are_found_by_their_names(void **state)
{
    static const struct {
        const char *name, *language;
    } cases[] = {
        {"zh", I18N_ZH},    {"zh_CN", I18N_ZH}, {"zh_TW.UTF-8", I18N_ZH},
        {"ZH", I18N_ZH},    {"en", I18N_EN},    {"en_GB@euro", I18N_EN},
        {"en-US", I18N_EN}, {"xx", NULL},       {"", NULL},
        {"z", NULL},        {"zhx", NULL},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *found =
            i18n_find_language(cases[i].name, strlen(cases[i].name));

        if (!found != !cases[i].language ||
            (found && strcmp(found, cases[i].language) != 0))
            fail_msg("%s is %s", cases[i].name, found ? found : "none");
    }
}

static void chinese_words_need_no_locale(void **state)
{
    static const char *const locales[] = {"C", "zh_CN.UTF-8", "zh_TW.UTF-8",
                                          "nowhere"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        setenv("LC_ALL", locales[i], 1);
        setlocale(LC_ALL, "");
        i18n_set_language(I18N_ZH);
        assert_string_equal(i18n_text("print this help"), "打印本帮助");
    }
}

static void english_words_are_the_message_ids(void **state)
{
    (void)state;
    i18n_set_language(I18N_EN);
    assert_string_equal(i18n_get_language(), I18N_EN);
    assert_string_equal(i18n_text("print this help"), "print this help");
    assert_string_equal(i18n_plural("%lu row", "%lu rows", 1), "%lu row");
    assert_string_equal(i18n_plural("%lu row", "%lu rows", 0), "%lu rows");
    assert_string_equal(i18n_plural("%lu row", "%lu rows", 2), "%lu rows");
}

static void a_word_without_translation_stays_as_it_is(void **state)
{
    (void)state;
    i18n_set_language(I18N_ZH);
    assert_string_equal(i18n_text("not a message of ours"),
                        "not a message of ours");
    assert_string_equal(i18n_text(""), "");
    assert_string_equal(i18n_text("~"), "~");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_variable_that_names_a_language_decides),
        cmocka_unit_test(languages_are_found_by_their_names),
        cmocka_unit_test(chinese_words_need_no_locale),
        cmocka_unit_test(english_words_are_the_message_ids),
        cmocka_unit_test(a_word_without_translation_stays_as_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
