/* test_clean.c - nothing leaves the program that acts on a terminal. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/width.h"

/* clang-format off */
static const struct {
    const char *source;
    const char *screen;
    const char *exported; /* NULL: as on the screen */
} cases[] = {
    { "", "", NULL },
    { "湖南工艺美术职业教育集团", "湖南工艺美术职业教育集团", NULL },
    { "〔2020〕33号，“一”——……·①", "〔2020〕33号，“一”——……·①", NULL },
    { "a\x1B[2Jb", "a^[[2Jb", NULL },
    { "a\r\n\tb\x7F", "a^M^J^Ib^?", NULL },
    { "\xC2\x9B" "31m", "<009B>31m", NULL },        /* C1 */
    { "x\xE2\x80\xAEy", "x<202E>y", NULL },         /* bidi */
    { "\xE2\x80\xA8\xE2\x80\xA9", "<2028><2029>", NULL },
    { "\xF3\xA0\x81\x81", "<E0041>", NULL },        /* tag */
    { "\xEF\xBF\xBE", "<FFFE>", NULL },             /* noncharacter */
    { "\xF4\x8F\xBF\xBF", "<10FFFF>", NULL },
    { "a\xFF" "b\xE4\xB8", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD", NULL },
    { "\xE4\xB8\x1B[", "\xEF\xBF\xBD^[[", NULL },   /* ESC is not eaten */
    { "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", NULL },
    { "联\u200B想\u2060\uFEFF集\u00AD团", "联想集团", NULL },
    { "\u200B", "", NULL },
    /* marks: with their base, four at most, never on a neighbour */
    { "e\u0301", "e\u0301", NULL },
    { "\u0301e", " \u0301e", NULL },
    { "e\u0301\u0302\u0303\u0304\u0305x", "e\u0301\u0302\u0303\u0304x", NULL },
    { "\u0301\u0302\u0303\u0304\u0305", " \u0301\u0302\u0303\u0304", NULL },
    { "\n\u0301", "^J \u0301", NULL },
    { "\u202E\u0301", "<202E> \u0301", NULL },
    { "葛\U000E0100", "葛\U000E0100", NULL },       /* a variant in a name */
    { "\U000E0100", " \U000E0100", NULL },
    /* what terminals lack or disagree on */
    { "王\uE863", "王〓", "王\uE863" },
    { "\U00031350", "〓", "\U00031350" },           /* extension H */
    { "䷀㉈", "〓〓", "䷀㉈" },
    { "\uE863\u0301", "〓\u0301", "\uE863\u0301" },
    { "a\u1AB0", "a〓", "a\u1AB0" },                /* a mark newer than 5.0 */
    { "\u1AB0", "〓", " \u1AB0" },
    { "a\u1AB0\u1AB0\u1AB0\u1AB0\u1AB0", "a〓〓〓〓〓",
      "a\u1AB0\u1AB0\u1AB0\u1AB0" },
    /* pictures */
    { "❤\uFE0F", "❤", "❤\uFE0F" },
    { "👍🏽", "👍〓", "👍🏽" },
    { "👨\u200D👩\u200D👧", "👨👩👧", NULL },
    { "🏃🏽\u200D♀\uFE0F", "🏃〓♀", "🏃🏽♀\uFE0F" },
    { "❤\uFE0F\u200D🔥", "❤🔥", "❤\uFE0F🔥" },
    { "联\u200D想", "联<200D>想", NULL },           /* hides in a name */
    { "👨\u200D想", "👨<200D>想", NULL },
    { "🇨🇳", "〓〓", "🇨🇳" },
};
/* clang-format on */

static void text_is_cleaned(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * ARRAY_LEN(cases); i++) {
        enum clean_mode mode = i % 2 ? CLEAN_EXPORT : CLEAN_SCREEN;
        const char *source = cases[i / 2].source;
        const char *expected = mode == CLEAN_EXPORT && cases[i / 2].exported
                                   ? cases[i / 2].exported
                                   : cases[i / 2].screen;
        struct clean c = {0};
        bool same = strcmp(source, expected) == 0;

        clean_text(&c, source, strlen(source), mode);
        if (strcmp(c.text, expected) != 0 || c.len != strlen(expected))
            fail_msg("case %zu, mode %d: \"%s\"", i / 2, (int)mode, c.text);
        if (clean_is_clean(source, strlen(source), mode) != same)
            fail_msg("case %zu, mode %d: clean or not?", i / 2, (int)mode);
        assert_int_equal(c.map == NULL, same);
        clean_clear(&c);
    }
}

static void a_nul_inside_is_shown(void **state)
{
    struct clean c = {0};

    (void)state;
    clean_text(&c, "a\0b", 3, CLEAN_EXPORT);
    assert_string_equal(c.text, "a^@b");
    assert_int_equal(clean_to_source(&c, 3), 2);
    clean_clear(&c);
}

static void places_are_found_in_both_directions(void **state)
{
    static const char source[] = "联\u200B想\x1B\u202E团\u0301";
    static const char clean[] = "联想^[<202E>团\u0301";
    /* clang-format off */
    static const struct {
        size_t source, clean;
    } both[] = {
        { 0, 0 }, { 6, 3 }, { 9, 6 }, { 10, 8 }, { 13, 14 }, { 16, 17 },
        { 18, 19 },
    };
    /* clang-format on */
    struct clean c = {0};

    (void)state;
    clean_text(&c, source, sizeof(source) - 1, CLEAN_SCREEN);
    assert_string_equal(c.text, clean);
    for (size_t i = 0; i < ARRAY_LEN(both); i++) {
        assert_int_equal(clean_from_source(&c, both[i].source), both[i].clean);
        assert_int_equal(clean_to_source(&c, both[i].clean), both[i].source);
    }
    /* A dropped place leads to the next shown one. */
    assert_int_equal(clean_from_source(&c, 3), 3);
    clean_clear(&c);

    clean_text(&c, "\u0301", 2, CLEAN_SCREEN);
    assert_int_equal(clean_from_source(&c, 0), 0);
    assert_int_equal(clean_to_source(&c, 1), 0);
    clean_clear(&c);

    clean_text(&c, "\u200B", 3, CLEAN_SCREEN);
    assert_int_equal(clean_from_source(&c, 0), 0);
    assert_int_equal(clean_to_source(&c, 0), 3);
    clean_clear(&c);

    clean_text(&c, "中文", 6, CLEAN_SCREEN);
    assert_int_equal(clean_from_source(&c, 3), 3);
    assert_int_equal(clean_from_source(&c, 99), 6);
    assert_int_equal(clean_to_source(&c, 6), 6);
    clean_clear(&c);
}

/* Every code point, alone and behind a letter: what comes out holds nothing
 * of the classes that act, and is clean. */
static void no_code_point_gets_through_that_acts(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
        for (int mode = CLEAN_SCREEN; mode <= CLEAN_EXPORT; mode++) {
            char source[1 + UTF8_MAX] = "x";
            size_t len = 1 + utf8_encode(cp, source + 1);
            struct clean c = {0};

            clean_text(&c, source, len, (enum clean_mode)mode);
            for (size_t at = 0; at < c.len;) {
                uint32_t out;

                at += utf8_decode(c.text + at, c.len - at, &out);
                if (width_kind(out) == WIDTH_MARKED ||
                    uc_is_general_category_withtable(
                        out, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
                                 UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp) ||
                    (mode == CLEAN_SCREEN &&
                     width_kind(out) == WIDTH_SUBSTITUTE))
                    fail_msg("U+%04X leaves as U+%04X", (unsigned)cp,
                             (unsigned)out);
            }
            if (!clean_is_clean(c.text, c.len, (enum clean_mode)mode))
                fail_msg("U+%04X is not clean once cleaned", (unsigned)cp);
            clean_clear(&c);
        }
    }
}

/* A small generator of its own, so that a failure can be repeated. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static void cleaning_twice_is_cleaning_once(void **state)
{
    /* clang-format off */
    static const char *const pieces[] = {
        "a", "中", "，", "\u0301", "\u200D", "👨", "\uFE0F", "\x1B", "\xFF",
        "\xE4\xB8", "\x80", "\u202E", "\u200B", "\uE000", "🏽", "\U000E0100",
        "ᄀ", "ᅡ", "\n", "—",
    };
    /* clang-format on */
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        enum clean_mode mode = round % 2 ? CLEAN_EXPORT : CLEAN_SCREEN;
        struct str source = {0};
        struct str appended = {0};
        struct clean c = {0};

        for (unsigned n = next_random(&seed) % 12; n > 0; n--)
            str_add(&source, pieces[next_random(&seed) % ARRAY_LEN(pieces)]);
        clean_text(&c, str_text(&source), source.len, mode);
        assert_true(utf8_is_valid(c.text, c.len));
        assert_true(clean_is_clean(c.text, c.len, mode));
        clean_append(&appended, str_text(&source), source.len, mode);
        assert_string_equal(str_text(&appended), c.text);
        for (size_t i = 0; i < c.len; i++) {
            assert_true(clean_to_source(&c, i) < source.len);
            assert_true(clean_to_source(&c, i) <= clean_to_source(&c, i + 1));
            assert_true(clean_from_source(&c, clean_to_source(&c, i)) <= i);
        }
        clean_clear(&c);
        str_clear(&source);
        str_clear(&appended);
    }
}

static void a_copy_is_the_export(void **state)
{
    char *copy = clean_copy("a\x1B\uE000");

    (void)state;
    assert_string_equal(copy, "a^[\uE000");
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cleaned),
        cmocka_unit_test(a_nul_inside_is_shown),
        cmocka_unit_test(places_are_found_in_both_directions),
        cmocka_unit_test(no_code_point_gets_through_that_acts),
        cmocka_unit_test(cleaning_twice_is_cleaning_once),
        cmocka_unit_test(a_copy_is_the_export),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
