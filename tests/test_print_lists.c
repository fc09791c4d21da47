/* test_print_lists.c - what cannot be read is known before a byte is printed.
 */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "print/print_lists.h"
#include "tests/fixture.h"

static struct edition *opened(char *path)
{
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);

    if (!ed)
        fail_msg("%s", e.msg);
    free(path);
    return ed;
}

/* An edition is whole or it is not printed. */
static void a_failure_in_an_edition_is_trouble(void **state)
{
    struct edition *ed = opened(fixture_edition("fail.db"));
    struct print_lists lists = {0};
    struct err e = {0};

    (void)state;
    for (size_t i = 0; i < edition_annex_count(ed); i++)
        assert_true(print_lists_add(&lists, ed, i, &e));
    assert_int_equal(lists.len, 1); /* the others are not held */
    err_set(&e, ERR_IO, "a page cannot be read");
    assert_false(print_lists_fail(&lists, 0, &e));
    assert_string_equal(e.msg, "a page cannot be read");
    assert_false(lists.is_short);
    print_lists_clear(&lists);
    edition_close(ed);
}

static void of_a_foreign_file_the_rest_is_printed(void **state)
{
    struct edition *ed =
        opened(fixture_sql("virtual.db", "CREATE TABLE t(a);"
                                         "CREATE VIRTUAL TABLE v USING"
                                         " fts5(x);"));
    struct print_lists lists = {0};
    struct err e = {0};

    (void)state;
    for (size_t i = 0; i < edition_annex_count(ed); i++)
        assert_true(print_lists_add(&lists, ed, i, &e));
    assert_int_equal(e.code, ERR_NONE);
    assert_true(lists.len > 0 && lists.len < edition_annex_count(ed));
    assert_true(lists.is_short);
    lists.is_short = false;
    err_set(&e, ERR_IO, "too slow");
    assert_true(print_lists_fail(&lists, 0, &e));
    assert_int_equal(e.code, ERR_NONE);
    assert_true(lists.is_short);
    print_lists_clear(&lists);
    edition_close(ed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_in_an_edition_is_trouble),
        cmocka_unit_test(of_a_foreign_file_the_rest_is_printed),
    };

    setenv("LANGUAGE", "en", 1);
    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
