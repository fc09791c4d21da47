/* test_screen_encoding.c - the browser on terminals of other encodings. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "tests/vt.h"

static struct vt *start(const char *const *env, const char *encoding)
{
    static const char *const argv[] = {"./gongwen", "data/gongwen.db", NULL};
    struct vt *vt = vt_start(&(struct vt_options){.argv = argv,
                                                  .env = env,
                                                  .rows = 24,
                                                  .columns = 80,
                                                  .encoding = encoding});

    vt_rest(vt);
    return vt;
}

static void quit(struct vt *vt)
{
    vt_type(vt, "Q");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_true(vt_modes_are_restored(vt));
    vt_stop(vt);
}

static const char *const gb18030[] = {"LOCPATH=tests/locale",
                                      "LANG=zh_CN.GB18030", NULL};

static void a_gb18030_terminal_is_written_in_gb18030(void **state)
{
    static const char words[] =
        "\xc1\xaa\xcf\xeb\xd6\xb0\xd2\xb5"; /* 联想职业 */
    struct vt *vt = start(gb18030, "GB18030");
    size_t len;
    const char *bytes = vt_bytes(vt, &len);

    (void)state;
    assert_non_null(memmem(bytes, len, words, strlen(words)));
    assert_null(memmem(bytes, len, "联想", strlen("联想")));
    vt_wait_text(vt, "联想职业教育集团");
    vt_wait_text(vt, "教职成司函〔2020〕33号");
    vt_assert_whole(vt);
    vt_assert_repaints_same(vt);
    quit(vt);
}

static void what_is_typed_in_gb18030_is_searched_for(void **state)
{
    static const char typed[] =
        "/\xb9\xa4\xd2\xd5\xc3\xc0\xca\xf5"; /* 工艺美术 */
    struct vt *vt = start(gb18030, "GB18030");

    (void)state;
    vt_send(vt, typed, strlen(typed));
    vt_wait_row(vt, 23, "/工艺美术");
    vt_wait_row(vt, 23, "1/1");
    vt_type(vt, "\r");
    vt_wait_row(vt, 23, "第 98 号");
    quit(vt);
}

static void a_terminal_that_is_not_utf8_is_told_in_ascii(void **state)
{
    static const char words[] = "This terminal is not set to UTF-8";
    static const char *const zh[] = {"LANG=zh_CN.UTF-8", NULL};
    struct vt *vt = start(zh, "8bit");
    size_t len;
    const char *bytes;

    (void)state;
    vt_wait_row(vt, 23, words);
    bytes = vt_bytes(vt, &len);
    assert_non_null(memmem(bytes, len, words, strlen(words)));
    quit(vt);

    vt = start(zh, NULL);
    assert_false(vt_has(vt, words));
    quit(vt);
}

static void a_locale_that_is_lacking_is_named_once(void **state)
{
    static const char *const env[] = {"LANG=zh_CN.Big9", NULL};
    struct vt *vt = start(env, NULL);

    (void)state;
    vt_wait_row(vt, 23, "zh_CN.Big9，改用 C.UTF-8");
    vt_wait_text(vt, "联想职业教育集团");
    vt_type(vt, "j");
    vt_wait_row(vt, 23, "2/14");
    assert_false(vt_has(vt, "zh_CN.Big9"));
    quit(vt);
}

static void the_locale_c_is_no_locale_to_be_lacked(void **state)
{
    static const char *const names[] = {"LANG=C", "LANG=POSIX", "LANG="};

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *const env[] = {names[i], NULL};
        struct vt *vt = start(env, NULL);

        vt_wait_text(vt, "联想职业教育集团");
        vt_rest(vt);
        assert_false(vt_has(vt, "改用"));
        vt_wait_row(vt, 23, "第 1 号");
        quit(vt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gb18030_terminal_is_written_in_gb18030),
        cmocka_unit_test(what_is_typed_in_gb18030_is_searched_for),
        cmocka_unit_test(a_terminal_that_is_not_utf8_is_told_in_ascii),
        cmocka_unit_test(a_locale_that_is_lacking_is_named_once),
        cmocka_unit_test(the_locale_c_is_no_locale_to_be_lacked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
