/* test_rowset.c - sets of rows: rank and select against counting by hand. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/rowset.h"

/* The same questions answered row by row. */
struct naive {
    bool *has;
    int64_t rows;
};

static int64_t naive_rank(const struct naive *n, int64_t row)
{
    int64_t count = 0;

    for (int64_t i = 1; i < row && i <= n->rows; i++)
        count += n->has[i];
    return count;
}

static int64_t naive_select(const struct naive *n, int64_t index)
{
    for (int64_t i = 1; i <= n->rows; i++)
        if (n->has[i] && index-- == 0)
            return i;
    return 0;
}

static int64_t naive_next(const struct naive *n, int64_t row)
{
    for (int64_t i = row < 1 ? 1 : row; i <= n->rows; i++)
        if (n->has[i])
            return i;
    return 0;
}

static int64_t naive_prev(const struct naive *n, int64_t row)
{
    for (int64_t i = row > n->rows ? n->rows : row; i >= 1; i--)
        if (n->has[i])
            return i;
    return 0;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void agree(struct rowset *s, const struct naive *n)
{
    assert_int_equal(s->count, naive_rank(n, n->rows + 1));
    for (int64_t i = -1; i <= n->rows + 2; i++) {
        bool has = i >= 1 && i <= n->rows && n->has[i];

        assert_int_equal(rowset_has(s, i), has);
        assert_int_equal(rowset_rank(s, i), naive_rank(n, i));
        assert_int_equal(rowset_select(s, i), naive_select(n, i));
        assert_int_equal(rowset_next(s, i), naive_next(n, i));
        assert_int_equal(rowset_prev(s, i), naive_prev(n, i));
    }
}

static void rank_and_select_agree_with_counting(void **state)
{
    static const int64_t sizes[] = {0, 1, 63, 64, 65, 511, 512, 513, 1300};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct naive n = {xcalloc((size_t)sizes[i] + 1, sizeof(bool)),
                          sizes[i]};
        struct rowset s;
        uint32_t seed = (uint32_t)i;

        rowset_init(&s, sizes[i]);
        agree(&s, &n);
        for (int round = 0; sizes[i] && round < 3; round++) {
            for (int64_t k = 0; k < sizes[i] / 4 + 1; k++) {
                int64_t row = next_random(&seed) % sizes[i] + 1;

                n.has[row] = true;
                rowset_add(&s, row);
            }
            agree(&s, &n);
        }
        rowset_clear(&s);
        free(n.has);
    }
}

static void a_row_added_before_others_moves_their_ranks(void **state)
{
    struct rowset s;

    (void)state;
    rowset_init(&s, 2000);
    rowset_add(&s, 1900);
    assert_int_equal(rowset_rank(&s, 1900), 0);
    rowset_add(&s, 3);
    rowset_add(&s, 3);
    assert_int_equal(s.count, 2);
    assert_int_equal(rowset_rank(&s, 1900), 1);
    assert_int_equal(rowset_select(&s, 1), 1900);
    rowset_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_and_select_agree_with_counting),
        cmocka_unit_test(a_row_added_before_others_moves_their_ranks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
