#include "tests/test.h"

#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "term/term_probe.h"

static const struct term_input_item status = {.kind = TERM_INPUT_STATUS};

static struct term_input_item cursor(int row, int column)
{
    return (struct term_input_item){
        .kind = TERM_INPUT_CURSOR,
        .row = row,
        .column = column,
    };
}

static struct term_probe asked(int rows, bool ambiguous, struct str *out)
{
    struct term_probe p = {.ambiguous = AMBIGUOUS_NARROW};

    str_clear(out);
    term_probe_ask(&p, rows, ambiguous, 1000, out);
    return p;
}

static void the_question_fits_the_screen(void **state)
{
    /* clang-format off */
    static const struct {
        int rows;
        bool ambiguous;
        const char *bytes;
    } cases[] = {
        { 24, true,  "\033[3;1H\xc3\xab\033[6n"
                     "\033[2;1H\xe2\x80\x9c\033[6n\033[5n" },
        { 24, false, "\033[3;1H\xc3\xab\033[6n\033[5n" },
        { 2,  true,  "\033[2;1H\xe2\x80\x9c\033[6n\033[5n" },
        { 2,  false, "" },
        { 1,  true,  "" },
    };
    /* clang-format on */
    struct str out = {0};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct term_probe p = asked(cases[i].rows, cases[i].ambiguous, &out);

        assert_string_equal(str_text(&out), cases[i].bytes);
        assert_int_equal(p.waiting, cases[i].bytes[0] != '\0');
    }
    str_clear(&out);
}

static void answers_are_told_apart_by_their_row(void **state)
{
    /* clang-format off */
    static const struct {
        int row, column;
        bool changed;
        enum ambiguous ambiguous;
        enum term_encoding encoding;
    } cases[] = {
        { 2, 2,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
        { 2, 3,  true,  AMBIGUOUS_WIDE,   TERM_ENCODING_UNKNOWN },
        { 2, 1,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
        { 2, 4,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
        { 2, 80, false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
        { 3, 2,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UTF8 },
        { 3, 3,  true,  AMBIGUOUS_NARROW, TERM_ENCODING_OTHER },
        { 3, 9,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
        { 4, 3,  false, AMBIGUOUS_NARROW, TERM_ENCODING_UNKNOWN },
    };
    /* clang-format on */
    struct str out = {0};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct term_probe p = asked(24, true, &out);
        struct term_input_item item = cursor(cases[i].row, cases[i].column);

        if (term_probe_take(&p, &item) != cases[i].changed ||
            p.ambiguous != cases[i].ambiguous ||
            p.encoding != cases[i].encoding || !p.waiting)
            fail_msg("%d;%d", cases[i].row, cases[i].column);
    }
    str_clear(&out);
}

static void the_status_ends_the_waiting(void **state)
{
    struct str out = {0};
    struct term_probe p = asked(24, true, &out);
    struct term_input_item late = cursor(2, 3);

    (void)state;
    assert_true(term_probe_is_open(&p, 1000));
    assert_false(term_probe_take(&p, &status));
    assert_false(term_probe_is_open(&p, 1000));
    assert_false(term_probe_take(&p, &late)); /* not ours any more */
    assert_int_equal(p.ambiguous, AMBIGUOUS_NARROW);
    str_clear(&out);
}

static void a_late_answer_is_still_taken(void **state)
{
    struct str out = {0};
    struct term_probe p = asked(24, true, &out);
    struct term_input_item late = cursor(2, 3);

    (void)state;
    assert_false(term_probe_is_open(&p, 1000 + TERM_PROBE_PATIENCE));
    assert_true(term_probe_take(&p, &late));
    assert_int_equal(p.ambiguous, AMBIGUOUS_WIDE);
    str_clear(&out);
}

static void nothing_is_learnt_unasked(void **state)
{
    struct term_probe p = {.ambiguous = AMBIGUOUS_NARROW};
    struct term_input_item item = cursor(2, 3);

    (void)state;
    assert_false(term_probe_take(&p, &item));
    assert_int_equal(p.ambiguous, AMBIGUOUS_NARROW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_question_fits_the_screen),
        cmocka_unit_test(answers_are_told_apart_by_their_row),
        cmocka_unit_test(the_status_ends_the_waiting),
        cmocka_unit_test(a_late_answer_is_still_taken),
        cmocka_unit_test(nothing_is_learnt_unasked),
    };

    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
