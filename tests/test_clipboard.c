/* test_clipboard.c - what asks a terminal to take a text, through tmux and GNU
 * screen too. */
#include "tests/test.h"

#include <string.h>

#include "term/term_clipboard.h"

static void assert_request(const char *text, enum term_wrapper wrapper,
                           const char *wanted)
{
    struct str out = {0};

    assert_true(term_clipboard_add(&out, text, strlen(text), wrapper));
    assert_string_equal(str_text(&out), wanted);
    str_clear(&out);
}

static void what_stands_between_is_told_by_its_variable(void **state)
{
    (void)state;
    assert_int_equal(term_clipboard_wrapper(NULL, NULL), TERM_WRAPPER_NONE);
    assert_int_equal(term_clipboard_wrapper("", ""), TERM_WRAPPER_NONE);
    assert_int_equal(term_clipboard_wrapper("/tmp/x,1,0", "1.pts"),
                     TERM_WRAPPER_TMUX);
    assert_int_equal(term_clipboard_wrapper(NULL, "1.pts"),
                     TERM_WRAPPER_SCREEN);
}

static void a_request_passes_through_what_stands_between(void **state)
{
    (void)state;
    assert_request("ab", TERM_WRAPPER_NONE, "\033]52;c;YWI=\a");
    assert_request("ab", TERM_WRAPPER_TMUX,
                   "\033]52;c;YWI=\a"
                   "\033Ptmux;\033\033]52;c;YWI=\a\033\\");
    assert_request("ab", TERM_WRAPPER_SCREEN, "\033P\033]52;c;YWI=\a\033\\");
}

/* Screen forgets what is beyond 768 bytes. */
static void screen_is_given_what_it_can_hold(void **state)
{
    static char text[3000];
    struct str out = {0}, joined = {0};
    const char *at;

    (void)state;
    memset(text, 'x', sizeof(text));
    assert_true(
        term_clipboard_add(&out, text, sizeof(text), TERM_WRAPPER_SCREEN));
    for (at = str_text(&out); *at;) {
        const char *end = strstr(at, "\033\\");

        assert_int_equal(strncmp(at, "\033P", 2), 0);
        assert_non_null(end);
        assert_true(end - at < 768);
        str_append(&joined, at + 2, (size_t)(end - at - 2));
        at = end + 2;
    }
    str_truncate(&out, 0);
    assert_true(
        term_clipboard_add(&out, text, sizeof(text), TERM_WRAPPER_NONE));
    assert_string_equal(str_text(&joined), str_text(&out));
    str_clear(&out);
    str_clear(&joined);
}

static void a_text_beyond_what_terminals_take_is_not_sent(void **state)
{
    static char text[74995];
    struct str out = {0};

    (void)state;
    assert_false(
        term_clipboard_add(&out, text, sizeof(text), TERM_WRAPPER_TMUX));
    assert_int_equal(out.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_between_is_told_by_its_variable),
        cmocka_unit_test(a_request_passes_through_what_stands_between),
        cmocka_unit_test(screen_is_given_what_it_can_hold),
        cmocka_unit_test(a_text_beyond_what_terminals_take_is_not_sent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
