/* test_place.c - the way back, and marks. */
#include "tests/test.h"

#include "browse/place.h"

static struct place at_row(int64_t row)
{
    return (struct place){.annex = 1, .list = {.row = row}};
}

static void the_way_back_is_the_way_in_reverse(void **state)
{
    struct places p = {0};
    struct place place;

    (void)state;
    for (int64_t row = 1; row <= 3; row++) {
        place = at_row(row);
        places_push(&p, &place);
    }
    for (int64_t row = 3; row >= 1; row--) {
        assert_true(places_pop(&p, &place));
        assert_int_equal(place.list.row, row);
    }
    assert_false(places_pop(&p, &place));
}

static void the_oldest_jump_is_forgotten_first(void **state)
{
    struct places p = {0};
    struct place place;
    int64_t expected = PLACE_JUMPS + 5;

    (void)state;
    for (int64_t row = 1; row <= PLACE_JUMPS + 5; row++) {
        place = at_row(row);
        places_push(&p, &place);
    }
    while (places_pop(&p, &place))
        assert_int_equal(place.list.row, expected--);
    assert_int_equal(expected, 5);
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
        cmocka_unit_test(the_way_back_is_the_way_in_reverse),
        cmocka_unit_test(the_oldest_jump_is_forgotten_first),
        cmocka_unit_test(a_mark_is_a_letter_that_was_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
