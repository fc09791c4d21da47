/* test_no_database.c - names of files in a command that can be pasted. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "cli/no_database.h"

static void a_name_is_one_word_of_a_shell(void **state)
{
    static const struct {
        const char *name, *word;
    } cases[] = {
        {"page.txt", "page.txt"},
        {"/a/通知-1.docx", "/a/通知-1.docx"},
        {"a b", "'a b'"},
        {"", "''"},
        {"$(x)`y`", "'$(x)`y`'"},
        {"it's", "'it'\\''s'"},
        {"~/a", "'~/a'"},
        {"-o", "./-o"},
        {"-a b", "./'-a b'"},
        {"a\nb\\'c", "$'a\\012b\\\\\\'c'"},
        {"\033[31m", "$'\\033[31m'"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};

        no_database_quote(&out, cases[i].name);
        assert_string_equal(str_text(&out), cases[i].word);
        str_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_one_word_of_a_shell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
