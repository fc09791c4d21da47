/* test_textset.c - texts are told apart and numbered as they come. */
#include "tests/test.h"

#include <stdio.h>

#include "base/textset.h"

static void a_text_keeps_the_number_that_it_got_first(void **state)
{
    static const struct {
        const char *text;
        size_t number; /* expected */
        bool is_new;
    } steps[] = {{"湖南", 0, true}, {"", 1, true},      {"湖南", 0, false},
                 {"湖", 2, true},   {"湖南 ", 3, true}, {"", 1, false}};
    struct textset s = {0};

    (void)state;
    assert_int_equal(textset_find(&s, "湖南"), TEXTSET_NONE);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        bool is_new;

        assert_int_equal(textset_add(&s, steps[i].text, &is_new),
                         steps[i].number);
        assert_int_equal(is_new, steps[i].is_new);
        assert_int_equal(textset_find(&s, steps[i].text), steps[i].number);
        assert_string_equal(textset_text(&s, steps[i].number), steps[i].text);
    }
    assert_int_equal(s.len, 4);
    textset_clear(&s);
    assert_int_equal(textset_find(&s, "湖南"), TEXTSET_NONE);
}

static void many_texts_are_found_again(void **state)
{
    struct textset s = {0};
    char text[32];

    (void)state;
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < 5000; i++) {
            snprintf(text, sizeof(text), "%zu", i * 7919);
            assert_int_equal(textset_add(&s, text, NULL), i);
        }
    }
    assert_int_equal(s.len, 5000);
    assert_int_equal(textset_find(&s, "1"), TEXTSET_NONE);
    textset_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_keeps_the_number_that_it_got_first),
        cmocka_unit_test(many_texts_are_found_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
