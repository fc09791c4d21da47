/* test_err.c - messages: whole code points, subject before reason. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

static void a_long_message_is_cut_between_code_points(void **state)
{
    struct err e = {0};
    char text[1200];
    size_t len;

    (void)state;
    for (size_t i = 0; i + 3 < sizeof(text); i += 3)
        memcpy(text + i, "文", 4);
    err_set(&e, ERR_IO, "a%s", text);
    len = strlen(e.msg);
    assert_true(len < sizeof(e.msg));
    assert_int_equal((len - 1) % 3, 0);
    assert_string_equal(e.msg + len - 3, "文");
}

static void a_prefix_names_the_subject(void **state)
{
    struct err e = {0};

    (void)state;
    assert_false(err_set(&e, ERR_DATA, "%d cells, not 3", 2));
    assert_false(err_prefix(&e, "%s, line %d", "a.tsv", 7));
    assert_string_equal(e.msg, "a.tsv, line 7: 2 cells, not 3");
    assert_int_equal(e.code, ERR_DATA);
}

static void no_err_is_no_crash(void **state)
{
    (void)state;
    assert_false(err_set(NULL, ERR_IO, "x"));
    assert_false(err_prefix(NULL, "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_message_is_cut_between_code_points),
        cmocka_unit_test(a_prefix_names_the_subject),
        cmocka_unit_test(no_err_is_no_crash),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
