#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/term_tests.h"

/* ---- how wide ambiguous characters are ---- */

static void a_narrow_answer_changes_nothing(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_wait_row(vt, 23, "ready");
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "1 key 78 x");
    demo_quit(vt);
}

static void a_wide_answer_draws_again(void **state)
{
    struct vt *vt = demo_start_with((struct vt_options){.ambiguous = 2});

    (void)state;
    vt_wait_row(vt, 23, "1 ambiguous 2 encoding 1");
    vt_assert_whole(vt);
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

static void what_the_user_says_is_not_asked(void **state)
{
    static const char *const narrow[] = {"tests/term_demo", "--ambiguous=1",
                                         NULL};
    static const char *const wide[] = {"tests/term_demo", "--ambiguous=2",
                                       NULL};

    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = demo_start_with((struct vt_options){
            .argv = ambiguous == 2 ? wide : narrow, .ambiguous = ambiguous});
        size_t len;

        vt_wait_row(vt, 23, "ready");
        assert_null(strstr(vt_bytes(vt, &len), "\033[2;1H\xe2\x80\x9c\033[6n"));
        vt_assert_whole(vt);
        demo_quit(vt);
    }
}

static void a_silent_terminal_is_not_waited_for(void **state)
{
    struct vt *vt = demo_start_with((struct vt_options){.answers = VT_SILENT});

    (void)state;
    vt_wait_row(vt, 23, "ready");
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "1 key 78 x");
    vt_type(vt, "\033");
    vt_wait_row(vt, 23, "2 key 1b");
    demo_quit(vt);
}

/* ---- answers out of order ---- */

static struct vt *start_holding(int ambiguous, char **answers)
{
    struct vt *vt = demo_start_with((struct vt_options){
        .ambiguous = ambiguous,
        .answers = VT_HOLD,
    });

    vt_wait_held(vt, "\033[0n");
    *answers = vt_held(vt);
    return vt;
}

static void a_late_answer_is_taken(void **state)
{
    char *answers;
    struct vt *vt = start_holding(2, &answers);

    (void)state;
    assert_string_equal(answers, "\033[3;2R\033[2;3R\033[0n");
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "1 key 78 x");
    vt_type(vt, answers);
    vt_wait_row(vt, 23, "2 ambiguous 2 encoding 1");
    vt_assert_repaints_same(vt);
    free(answers);
    demo_quit(vt);
}

static void answers_between_typed_keys_are_told_apart(void **state)
{
    char *answers;
    struct vt *vt = start_holding(2, &answers);
    struct str keys = {0};

    (void)state;
    str_addf(&keys, "x%sy", answers);
    vt_type(vt, keys.text);
    vt_wait_row(vt, 23, "3 key 79 y"); /* x, the answer, y */
    vt_type(vt, "v"); /* columns: narrow text would not be whole */
    vt_rest(vt);
    vt_assert_whole(vt);
    vt_assert_repaints_same(vt);
    str_clear(&keys);
    free(answers);
    demo_quit(vt);
}

static void an_answer_may_come_byte_by_byte(void **state)
{
    char *answers;
    struct vt *vt = start_holding(2, &answers);

    (void)state;
    for (const char *s = answers; *s; s++) {
        vt_send(vt, s, 1);
        vt_wait_read(vt);
    }
    vt_wait_row(vt, 23, "1 ambiguous 2 encoding 1");
    free(answers);
    demo_quit(vt);
}

static void wrong_and_missing_answers_do_no_harm(void **state)
{
    static const char *const cases[] = {
        "\033[0n",                             /* none but the status */
        "\033[2;9R\033[3;1R\033[0n",           /* no width of a character */
        "\033[7;3R\033[0n",                    /* another row */
        "\033[2;2R\033[2;2R\033[2;2R\033[0n",  /* too many */
        "\033[0n\033[2;3R",                    /* after the end */
        "\033[?1;2c\033[2;0R\033[0n",          /* a report unasked */
        "\033[2;3",                            /* cut, for good */
        "\033[;R\033[R\033[0n",                /* without numbers */
        "\033[99999999999999999999;3R\033[0n", /* no number at all */
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *answers;
        struct vt *vt = start_holding(1, &answers);

        vt_type(vt, cases[i]);
        vt_rest(vt);
        if (vt_has(vt, "ambiguous"))
            fail_msg("case %zu was believed", i);
        vt_type(vt, "x");
        vt_wait_row(vt, 23, "key 78 x");
        vt_assert_repaints_same(vt);
        free(answers);
        demo_quit(vt);
    }
}

/* ---- leaving ---- */

static void an_answer_with_the_last_key_is_not_left(void **state)
{
    char *answers;
    struct vt *vt = start_holding(1, &answers);
    struct str keys = {0};

    (void)state;
    str_addf(&keys, "q%s", answers);
    vt_type(vt, keys.text);
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_given_back(vt);
    str_clear(&keys);
    free(answers);
    vt_stop(vt);
}

static void an_answer_after_the_last_key_is_not_left(void **state)
{
    char *answers;
    struct vt *vt = start_holding(1, &answers);

    (void)state;
    vt_type(vt, "q");
    vt_wait_main_screen(vt);
    vt_type(vt, answers);
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_given_back(vt);
    free(answers);
    vt_stop(vt);
}

static void keys_typed_ahead_are_not_left_for_the_shell(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, "qrm\r");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_given_back(vt);
    vt_stop(vt);
}

/* ---- encodings ---- */

static void a_terminal_of_another_encoding_is_found_out(void **state)
{
    struct vt *vt = demo_start_with((struct vt_options){.encoding = "8bit"});

    (void)state;
    vt_wait_text(vt, "encoding 2");
    demo_quit(vt);
}

static void missing_and_plain_locales_become_utf8(void **state)
{
    static const char *const names[] = {"C", "POSIX", "zh_CN.UTF-8",
                                        "zz_ZZ.ISO-8859-1", ""};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct str lang = {0};
        const char *env[3] = {"LANG=", NULL, NULL};
        struct vt *vt;

        str_addf(&lang, "LC_ALL=%s", names[i]);
        env[1] = lang.text;
        vt = demo_start_with((struct vt_options){.env = env});
        vt_wait_row(vt, 0, "term_demo 演示");
        vt_type(vt, "湖");
        vt_wait_row(vt, 23, "1 key 6e56 湖");
        demo_quit(vt);
        str_clear(&lang);
    }
}

static void a_real_locale_of_another_encoding_is_honoured(void **state)
{
    static const char *const env[] = {"LOCPATH=tests/locale",
                                      "LANG=zh_CN.GB18030", NULL};
    struct vt *vt =
        demo_start_with((struct vt_options){.env = env, .encoding = "GB18030"});

    (void)state;
    vt_wait_row(vt, 0, "term_demo 演示");
    vt_type(vt, "湖");
    vt_wait_row(vt, 23, "1 key 6e56 湖");
    vt_paste(vt, "湖南工艺");
    vt_wait_row(vt, 23, "2 paste 12 湖南工艺");
    vt_type(vt, "vvv");
    vt_wait_row(vt, 2, "𠀀𪚥");
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

static void what_a_locale_lacks_is_marked(void **state)
{
    static const char *const env[] = {"LOCPATH=tests/locale",
                                      "LANG=zh_CN.GB2312", NULL};
    struct vt *vt =
        demo_start_with((struct vt_options){.env = env, .encoding = "GB2312"});

    (void)state;
    vt_type(vt, "vvv");
    vt_wait_row(vt, 2, "〓〓");
    vt_wait_row(vt, 1, "ex"); /* the marks are left out */
    vt_wait_row(vt, 3, "№?");
    vt_assert_whole(vt);
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

/* ---- pastes ---- */

static void a_paste_is_one_event(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_paste(vt, "湖南\r\nq");
    vt_wait_row(vt, 23, "1 paste 9 湖南");
    demo_quit(vt);
}

static void a_large_paste_is_cut(void **state)
{
    struct vt *vt = demo_start();
    struct str text = {0};

    (void)state;
    str_add(&text, "\033[200~");
    for (int i = 0; i < 100000; i++)
        str_addc(&text, 'q');
    str_add(&text, "\033[201~");
    vt_send(vt, text.text, text.len);
    vt_wait_row(vt, 23, "1 paste 65536 qqq");
    str_clear(&text);
    demo_quit(vt);
}

static void a_paste_that_never_ends_is_no_trap(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, "\033[200~qqq");
    vt_wait_row(vt, 23, "1 paste 3 qqq");
    vt_type(vt, "\003");
    vt_wait_row(vt, 23, "2 key 3");
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "3 key 78 x");
    demo_quit(vt);
}

static void an_esc_is_a_key_of_its_own(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, "\033");
    vt_wait_row(vt, 23, "1 key 1b");
    vt_type(vt, "\033[B");
    vt_wait_row(vt, 23, "2 key 110001");
    vt_type(vt, "\033OB");
    vt_wait_row(vt, 23, "3 key 110001");
    vt_type(vt, "\010");
    vt_wait_row(vt, 23, "4 key 110009");
    vt_type(vt, "\177");
    vt_wait_row(vt, 23, "5 key 110009");
    demo_quit(vt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_narrow_answer_changes_nothing),
        cmocka_unit_test(a_wide_answer_draws_again),
        cmocka_unit_test(what_the_user_says_is_not_asked),
        cmocka_unit_test(a_silent_terminal_is_not_waited_for),
        cmocka_unit_test(a_late_answer_is_taken),
        cmocka_unit_test(answers_between_typed_keys_are_told_apart),
        cmocka_unit_test(an_answer_may_come_byte_by_byte),
        cmocka_unit_test(wrong_and_missing_answers_do_no_harm),
        cmocka_unit_test(an_answer_with_the_last_key_is_not_left),
        cmocka_unit_test(an_answer_after_the_last_key_is_not_left),
        cmocka_unit_test(keys_typed_ahead_are_not_left_for_the_shell),
        cmocka_unit_test(a_terminal_of_another_encoding_is_found_out),
        cmocka_unit_test(missing_and_plain_locales_become_utf8),
        cmocka_unit_test(a_real_locale_of_another_encoding_is_honoured),
        cmocka_unit_test(what_a_locale_lacks_is_marked),
        cmocka_unit_test(a_paste_is_one_event),
        cmocka_unit_test(a_large_paste_is_cut),
        cmocka_unit_test(a_paste_that_never_ends_is_no_trap),
        cmocka_unit_test(an_esc_is_a_key_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
