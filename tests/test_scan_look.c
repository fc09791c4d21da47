/* test_scan_look.c - every way of the quick look finds the same places. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/scan_alphabet.h"
#include "search/scan_look.h"

enum { LEN = 5000, ROUNDS = 60 };

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Where units pass, one after the other, until the end of the text. */
static size_t places(const struct scan_look *l, const uint16_t *u, size_t jump,
                     size_t *out)
{
    struct scan_looking at = {0};
    size_t n = 0;

    for (size_t i = 0; i < LEN - 1; i += jump) {
        i = scan_look(l, &at, u, i, LEN - 1);
        out[n++] = i;
    }
    return n;
}

static bool can(enum scan_look_way way)
{
#if defined(__x86_64__) || defined(__i386__)
    if (way == SCAN_LOOK_BY_CLASS_64)
        return __builtin_cpu_supports("avx512vbmi") &&
               __builtin_cpu_supports("avx512bw");
    return __builtin_cpu_supports("avx2");
#else
    (void)way;
    return false;
#endif
}

/* A share of the units of some classes has bits. */
static void fill(uint8_t *bits, size_t units, uint32_t share, uint8_t always,
                 uint32_t *state)
{
    memset(bits, 0, SCAN_UNITS);
    for (size_t u = 0; u < units; u++) {
        bool has = next(state) % 1000 < share && u / 256 % 3 == 0;

        bits[u] = (uint8_t)(always | (has ? next(state) & 0x7E : 0));
    }
}

static void every_way_finds_the_same_places(void **state)
{
    static const enum scan_look_way ways[] = {
        SCAN_LOOK_BY_CLASS, SCAN_LOOK_BY_CLASS_64, SCAN_LOOK_BY_FEW};
    uint8_t *first = xmalloc(SCAN_UNITS), *second = xmalloc(SCAN_UNITS);
    uint16_t *u = xcalloc(LEN, sizeof(*u));
    size_t *want = xcalloc(LEN, sizeof(*want));
    size_t *got = xcalloc(LEN, sizeof(*got));
    uint32_t seed = 98;
    size_t found = 0;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        size_t units = 300 + next(&seed) % (SCAN_UNITS - 300);
        bool is_few = round % 3 == 0;
        struct scan_look l;

        fill(first, units, is_few ? 0 : 300, 0, &seed);
        for (size_t k = 0; is_few && k < 1 + (size_t)round % 4; k++)
            first[next(&seed) % units] = 0xFF;
        fill(second, units, 600, round % 2 ? 0x80 : 1, &seed);
        for (size_t i = 0; i < LEN; i++) {
            u[i] = (uint16_t)(next(&seed) % units);
            /* Some that pass stand close together. */
            if (next(&seed) % 40 == 0 && i && first[u[i - 1]])
                u[i] = u[i - 1];
        }
        scan_look_init(&l, first, second, units);
        for (size_t k = 0; k < ARRAY_LEN(ways); k++) {
            size_t jump = 1 + (size_t)round % 5 * 7, n;
            bool is_made = l.way == SCAN_LOOK_BY_FEW;
            struct scan_look other = l;

            if (!can(ways[k]) || (ways[k] == SCAN_LOOK_BY_FEW && !is_made))
                continue;
            other.way = SCAN_LOOK_BY_TABLE;
            n = places(&other, u, jump, want);
            other.way = ways[k];
            assert_int_equal(places(&other, u, jump, got), n);
            assert_memory_equal(got, want, n * sizeof(*got));
            found += n;
        }
    }
    if (can(SCAN_LOOK_BY_CLASS))
        assert_true(found > 1000);
    free(first);
    free(second);
    free(u);
    free(want);
    free(got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_finds_the_same_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
