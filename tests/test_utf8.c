/* test_utf8.c - strict decoding: maximal subparts, nothing eaten. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

#define BAD UTF8_REPLACEMENT

static void a_bad_unit_uses_up_only_its_own_bytes(void **state)
{
    /* clang-format off */
    static const struct {
        const char *bytes;
        uint32_t cps[8]; /* 0 after the last */
    } cases[] = {
        { "a", { 'a' } },
        { "\xC2\x80", { 0x80 } },
        { "中", { 0x4E2D } },
        { "\xF4\x8F\xBF\xBF", { 0x10FFFF } },
        { "\xEF\xBF\xBD", { BAD } },
        /* Unicode 15, tables 3-8 to 3-11 */
        { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82", { BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD } },
        { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF", { BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD } },
        { "\xF4\x91\x92\x93\xFF\x41\x80\xBF", { BAD, BAD, BAD, BAD, BAD, 'A', BAD, BAD } },
        { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", { BAD, BAD, BAD, BAD, 'A' } },
        /* the byte after a cut sequence is never eaten */
        { "\xE4\xB8" "a", { BAD, 'a' } },
        { "\xE4" "\x1B", { BAD, 0x1B } },
        { "\xF0\x9F\x98" "中", { BAD, 0x4E2D } },
        { "\xE4\xB8", { BAD } },
        { "\xF5\x80", { BAD, BAD } },
        { "\xFE", { BAD } },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t len = strlen(cases[i].bytes);
        size_t at = 0;
        size_t n = 0;

        while (at < len) {
            uint32_t cp;
            size_t used = utf8_decode(cases[i].bytes + at, len - at, &cp);

            assert_in_range(used, 1, UTF8_MAX);
            if (n >= 8 || cp != cases[i].cps[n])
                fail_msg("case %zu, unit %zu: U+%04X", i, n, (unsigned)cp);
            at += used;
            n++;
        }
        if (n < 8 && cases[i].cps[n] != 0)
            fail_msg("case %zu: %zu units only", i, n);
        assert_int_equal(utf8_count(cases[i].bytes, len), n);
    }
}

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[UTF8_MAX];
        size_t len = utf8_encode(cp, bytes);
        uint32_t back;

        if (cp >= 0xD800 && cp <= 0xDFFF)
            assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
        else if (utf8_decode(bytes, len, &back) != len || back != cp ||
                 utf8_prev(bytes, len) != 0)
            fail_msg("U+%04X", (unsigned)cp);
        assert_true(utf8_is_valid(bytes, len));
    }
}

static void a_text_with_a_bad_unit_is_not_valid(void **state)
{
    (void)state;
    assert_true(utf8_is_valid("", 0));
    assert_true(utf8_is_valid("a\0中", 5));
    assert_false(utf8_is_valid("\xED\xA0\x80", 3));
    assert_false(utf8_is_valid("中", 2));
    assert_false(utf8_is_valid("\xC0\x80", 2));
}

static void places_are_counted_in_code_points(void **state)
{
    static const char text[] = "a中\xFF字";

    (void)state;
    assert_int_equal(utf8_offset(text, 8, 0), 0);
    assert_int_equal(utf8_offset(text, 8, 2), 4);
    assert_int_equal(utf8_offset(text, 8, 3), 5);
    assert_int_equal(utf8_offset(text, 8, 4), 8);
    assert_int_equal(utf8_offset(text, 8, 99), 8);
}

static void going_back_stops_where_going_on_does(void **state)
{
    static const char text[] = "a中\xE4\xB8z\x80\x80\xF0\x9F\x98\x80\xE4";
    size_t starts[sizeof(text)];
    size_t n = 0;
    size_t at = 0;
    size_t len = sizeof(text) - 1;

    (void)state;
    while (at < len) {
        uint32_t cp;

        starts[n++] = at;
        at += utf8_decode(text + at, len - at, &cp);
    }
    for (at = len; n > 0; at = starts[n])
        assert_int_equal(utf8_prev(text, at), starts[--n]);
}

static void a_text_is_cut_where_a_code_point_starts(void **state)
{
    static const char text[] = "a中\x80\xE4\xB8z😀";
    static const size_t starts[] = {0, 1, 1, 1, 4, 5, 5, 7, 8, 8, 8, 8};

    (void)state;
    assert_int_equal(sizeof(text) - 1, ARRAY_LEN(starts));
    for (size_t at = 0; at < ARRAY_LEN(starts); at++) {
        size_t start = utf8_start(text, sizeof(text) - 1, at);

        if (start != starts[at])
            fail_msg("byte %zu: %zu", at, start);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bad_unit_uses_up_only_its_own_bytes),
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(a_text_with_a_bad_unit_is_not_valid),
        cmocka_unit_test(places_are_counted_in_code_points),
        cmocka_unit_test(a_text_is_cut_where_a_code_point_starts),
        cmocka_unit_test(going_back_stops_where_going_on_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
