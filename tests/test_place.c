/* test_place.c - marks. */
#include "tests/test.h"

#include "browse/place.h"

static struct place at_row(int64_t row)
{
    return (struct place){.annex = 1, .list = {.row = row}};
}

static void a_mark_is_a_letter_that_was_set(void **state)
{
    static const int no_letters[] = {'A', '`', '{', '1', 0x4E00, 27};
    struct places p = {0};
    struct place place = at_row(7), out;

    (void)state;
    assert_true(places_mark(&p, 'a', &place));
    assert_true(places_mark(&p, 'z', &place));
    assert_true(places_marked(&p, 'a', &out));
    assert_int_equal(out.list.row, 7);
    assert_false(places_marked(&p, 'b', &out));
    for (size_t i = 0; i < sizeof(no_letters) / sizeof(no_letters[0]); i++) {
        assert_false(places_mark(&p, no_letters[i], &place));
        assert_false(places_marked(&p, no_letters[i], &out));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_is_a_letter_that_was_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
