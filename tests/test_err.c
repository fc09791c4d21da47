/* test_err.c - messages: whole code points, subject before reason. */
#include "tests/test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/err_file.h"
#include "base/mem.h"
#include "text/utf8.h"

static bool ends_with(const char *s, const char *end)
{
    size_t len = strlen(s), n = strlen(end);

    return len >= n && strcmp(s + len - n, end) == 0;
}

static void a_long_message_keeps_its_beginning_and_its_reason(void **state)
{
    static const char reason[] = "：无法打开（权限不够）";
    char path[4096];

    (void)state;
    for (size_t i = 0; i + 3 < sizeof(path); i += 3)
        memcpy(path + i, "文", 4);
    /* Wherever the cuts fall, they fall between characters. */
    for (size_t ascii = 0; ascii < 3; ascii++) {
        struct err e = {0};
        size_t len;

        err_set(&e, ERR_IO, "/%.*s%s%s", (int)ascii, "ab", path, reason);
        len = strlen(e.msg);
        assert_true(len < sizeof(e.msg) && len > sizeof(e.msg) - 8);
        assert_true(strncmp(e.msg, "/ab", ascii + 1) == 0);
        assert_non_null(strstr(e.msg, "文...文"));
        assert_true(ends_with(e.msg, reason));
        assert_true(utf8_is_valid(e.msg, len));
        assert_false(err_prefix(&e, "%s", path));
        assert_true(strlen(e.msg) < sizeof(e.msg));
        assert_true(ends_with(e.msg, reason));
    }
}

static void what_is_not_utf8_is_cut_too(void **state)
{
    char bytes[4096];
    struct err e = {0};

    (void)state;
    memset(bytes, 0x80, sizeof(bytes) - 1);
    bytes[sizeof(bytes) - 1] = '\0';
    assert_false(err_set(&e, ERR_IO, "%s", bytes));
    assert_true(strlen(e.msg) < sizeof(e.msg));
}

static void a_message_that_fits_is_whole(void **state)
{
    char text[sizeof(((struct err *)NULL)->msg)];
    struct err e = {0};

    (void)state;
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_false(err_set(&e, ERR_IO, "%s", text));
    assert_string_equal(e.msg, text);
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

static void common_causes_have_words_of_the_program(void **state)
{
    /* clang-format off */
    static const struct {
        bool (*report)(struct err *e, const char *path, int error);
        int error;
        const char *want;
    } cases[] = {
        { err_file_read, ENOENT, "a: there is no such file" },
        { err_file_read, ENOTDIR, "a: there is no such file" },
        { err_file_read, EACCES,
          "a: you may not read it; ask whoever keeps it" },
        { err_file_read, ELOOP, "a: a symbolic link that leads nowhere" },
        { err_file_read, ENAMETOOLONG, "a: the name is too long" },
        { err_file_read, EIO, "a: cannot be read (Input/output error)" },
        { err_file_write, ENOENT,
          "a: the folder that it should be in is not there" },
        { err_file_write, EACCES,
          "a: you may not write there; name another folder" },
        { err_file_write, EROFS,
          "a: you may not write there; name another folder" },
        { err_file_write, ENOSPC, "a: the disk is full" },
        { err_file_write, EDQUOT, "a: the disk is full" },
        { err_file_write, ELOOP, "a: a symbolic link that leads nowhere" },
        { err_file_write, EIO, "a: cannot be written (Input/output error)" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err e = {0};

        assert_false(cases[i].report(&e, "a", cases[i].error));
        assert_string_equal(e.msg, cases[i].want);
        assert_int_equal(e.code, ERR_IO);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_message_keeps_its_beginning_and_its_reason),
        cmocka_unit_test(what_is_not_utf8_is_cut_too),
        cmocka_unit_test(a_message_that_fits_is_whole),
        cmocka_unit_test(a_prefix_names_the_subject),
        cmocka_unit_test(no_err_is_no_crash),
        cmocka_unit_test(common_causes_have_words_of_the_program),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
