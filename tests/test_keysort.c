/* test_keysort.c - a stable sort in slices, against the plainest one. */
#include "tests/test.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/keysort.h"

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Of two with the same head; even numbers before odd ones. */
static int by_rest(const struct sort_key *a, const struct sort_key *b,
                   const void *data)
{
    (void)data;
    return (int)(a->rest % 2) - (int)(b->rest % 2);
}

static void fill(struct keysort *s, size_t count, uint32_t range, uint32_t seed)
{
    for (size_t i = 0; i < count; i++)
        keysort_add(s, &(struct sort_key){.head = next(&seed) % range *
                                                  UINT64_C(0x100000000),
                                          .rest = next(&seed),
                                          .row = (uint32_t)i});
}

/* Whether `a` may stand right before `b`. */
static bool stand_right(const struct keysort *s, const struct sort_key *a,
                        const struct sort_key *b)
{
    int order = s->tie ? by_rest(a, b, NULL) : 0;

    if (a->head != b->head)
        return (a->head < b->head) != s->falling;
    if (order)
        return (order < 0) != s->falling;
    return a->row < b->row;
}

static void check_order(const struct keysort *s, size_t count)
{
    unsigned char *seen = xcalloc(count + 1, 1);

    assert_int_equal(s->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_false(seen[s->keys[i].row]++);
        if (i && !stand_right(s, &s->keys[i - 1], &s->keys[i]))
            fail_msg("%zu keys: places %zu and %zu", count, i - 1, i);
    }
    free(seen);
}

static void keys_come_in_order_and_equal_ones_stay(void **state)
{
    static const size_t counts[] = {0,  1,  2,   15,   16,   17,
                                    31, 33, 257, 4096, 5000, 70001};
    static const uint32_t ranges[] = {1, 3, 1000, 1u << 23};

    (void)state;
    for (size_t c = 0; c < ARRAY_LEN(counts); c++)
        for (size_t r = 0; r < ARRAY_LEN(ranges); r++)
            for (int way = 0; way < 4; way++) {
                struct keysort s = {.tie = way & 1 ? by_rest : NULL,
                                    .falling = way & 2};

                fill(&s, counts[c], ranges[r], (uint32_t)(c * 9 + r));
                assert_true(keysort_step(&s, INT64_MAX));
                assert_int_equal(keysort_percent(&s), 100);
                check_order(&s, counts[c]);
                keysort_clear(&s);
            }
}

static void slices_end_soon_and_go_on_where_they_ended(void **state)
{
    struct keysort s = {.tie = by_rest};
    int slices = 0, last = 0;

    (void)state;
    fill(&s, 50000, 100, 7);
    while (!keysort_step(&s, 0)) {
        slices++;
        assert_in_range(keysort_percent(&s), last, 100);
        last = keysort_percent(&s);
    }
    assert_true(slices > 100);
    check_order(&s, 50000);
    keysort_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_come_in_order_and_equal_ones_stay),
        cmocka_unit_test(slices_end_soon_and_go_on_where_they_ended),
    };

    return cmocka_run_group_tests_name("tests", tests, NULL, NULL);
}
