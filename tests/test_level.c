/* test_level.c - the way back. */
#include "tests/test.h"

#include "browse/level.h"

static void push(struct levels *l, enum level_kind kind, int64_t row)
{
    struct place place = {.annex = 1, .list = {.row = row}};

    levels_push(l, kind, &place);
}

static void the_way_back_is_the_way_in_reverse(void **state)
{
    static const enum level_kind kinds[] = {LEVEL_JUMP, LEVEL_FILTER,
                                            LEVEL_ZOOM, LEVEL_FILTER};
    struct levels l = {0};
    struct level last;

    (void)state;
    for (int i = 0; i < 4; i++)
        push(&l, kinds[i], i);
    for (int i = 3; i >= 0; i--) {
        assert_true(levels_pop(&l, &last));
        assert_int_equal(last.kind, kinds[i]);
        assert_int_equal(last.place.list.row, i);
    }
    assert_false(levels_pop(&l, &last));
    levels_clear(&l);
}

static void what_ends_by_itself_is_not_on_it_any_more(void **state)
{
    struct levels l = {0};
    struct level last;

    (void)state;
    push(&l, LEVEL_FILTER, 1);
    push(&l, LEVEL_JUMP, 2);
    push(&l, LEVEL_FILTER, 3);
    levels_forget(&l, LEVEL_FILTER);
    assert_int_equal(levels_count(&l, LEVEL_FILTER), 0);
    assert_true(levels_pop(&l, &last));
    assert_int_equal(last.place.list.row, 2);
    assert_false(levels_pop(&l, &last));
    levels_clear(&l);
}

static void the_oldest_jump_is_forgotten_first_and_nothing_else(void **state)
{
    struct levels l = {0};
    struct level last;

    (void)state;
    push(&l, LEVEL_FILTER, -1);
    for (int64_t row = 1; row <= LEVEL_JUMPS + 5; row++)
        push(&l, LEVEL_JUMP, row);
    for (int64_t row = LEVEL_JUMPS + 5; row > 5; row--) {
        assert_true(levels_pop(&l, &last));
        assert_int_equal(last.place.list.row, row);
    }
    assert_true(levels_pop(&l, &last));
    assert_int_equal(last.kind, LEVEL_FILTER);
    assert_false(levels_pop(&l, &last));
    levels_clear(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_back_is_the_way_in_reverse),
        cmocka_unit_test(what_ends_by_itself_is_not_on_it_any_more),
        cmocka_unit_test(the_oldest_jump_is_forgotten_first_and_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
