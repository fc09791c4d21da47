/* test_canvas.c - wide characters stay whole whatever is drawn. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "canvas/canvas.h"
#include "tests/picture.h"

static void text_is_never_drawn_in_halves(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int column, limit;
        const char *row; /* of 8 columns of '.' */
        int end;
    } cases[] = {
        { "中文", 0, 8, "中文....", 4 },
        { "中文", 1, 8, ".中文...", 5 },
        { "中文", 0, 3, "中......", 2 },
        { "中文", 0, 1, "........", 0 },
        { "中文中文中", 0, 99, "中文中文", 8 },
        { "中文中文", 1, 99, ".中文中.", 7 },
        { "中文a", -1, 8, ".文a....", 4 }, /* half of it is outside */
        { "中文a", -2, 8, "文a.....", 3 },
        { "abc", -1, 8, "bc......", 2 },
        { "abc", 8, 8, "........", 8 },
        { "abc", 20, 8, "........", 20 },
        { "e\u0301中\u0301", 0, 8, "e\u0301中\u0301.....", 3 },
        { "", 3, 8, "........", 3 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct canvas c;
        struct str row = {0};
        int end;

        canvas_init(&c, 1, 8, AMBIGUOUS_NARROW);
        canvas_puts(&c, 0, 0, 8, "........", STYLE_TEXT);
        end = canvas_puts(&c, 0, cases[i].column, cases[i].limit, cases[i].text,
                          STYLE_TEXT);
        canvas_row_text(&c, 0, &row);
        if (strcmp(str_text(&row), cases[i].row) != 0 || end != cases[i].end)
            fail_msg("case %zu: \"%s\", ends at %d", i, str_text(&row), end);
        picture_is_whole(&c);
        str_clear(&row);
        canvas_clear(&c);
    }
}

static void half_a_character_becomes_a_blank(void **state)
{
    /* clang-format off */
    static const struct {
        int column;
        const char *text;
        const char *row; /* drawn over 中文字 */
    } cases[] = {
        { 0, "a", "a 文字" },
        { 1, "a", " a文字" },
        { 1, "国", " 国 字" },
        { 2, "国", "中国字" },
        { 3, "a", "中 a字" },
        { 4, "abc", "中文ab" },
        { 5, "a", "中文 a" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct canvas c;
        struct str row = {0};

        canvas_init(&c, 1, 6, AMBIGUOUS_NARROW);
        canvas_puts(&c, 0, 0, 6, "中文字", STYLE_TEXT);
        canvas_puts(&c, 0, cases[i].column, 6, cases[i].text, STYLE_TEXT);
        canvas_row_text(&c, 0, &row);
        if (strcmp(str_text(&row), cases[i].row) != 0)
            fail_msg("case %zu: \"%s\"", i, str_text(&row));
        picture_is_whole(&c);
        str_clear(&row);
        canvas_clear(&c);
    }
}

static void what_does_not_fit_is_cut_with_a_mark(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int limit;
        enum ambiguous ambiguous;
        const char *row;
    } cases[] = {
        { "中文", 4, AMBIGUOUS_NARROW, "中文" },
        { "中文字", 5, AMBIGUOUS_NARROW, "中文>" },
        { "中文字", 4, AMBIGUOUS_NARROW, "中 >" }, /* the mark stays last */
        { "中文字", 1, AMBIGUOUS_NARROW, ">" },
        { "中文字", 0, AMBIGUOUS_NARROW, "" },
        { "“中”", 4, AMBIGUOUS_NARROW, "“中”" },
        { "“中”", 4, AMBIGUOUS_WIDE, "“ >" },
        { "abcdefghi", 99, AMBIGUOUS_NARROW, "abcdefg>" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct canvas c;
        struct str row = {0};

        canvas_init(&c, 1, 8, cases[i].ambiguous);
        canvas_text_cut(&c, 0, 0, cases[i].limit, cases[i].text,
                        strlen(cases[i].text), STYLE_TEXT);
        canvas_row_text(&c, 0, &row);
        if (strcmp(str_text(&row), cases[i].row) != 0)
            fail_msg("case %zu: \"%s\"", i, str_text(&row));
        picture_is_whole(&c);
        str_clear(&row);
        canvas_clear(&c);
    }
}

static void filling_is_clipped_and_leaves_no_half(void **state)
{
    struct canvas c;

    (void)state;
    canvas_init(&c, 3, 6, AMBIGUOUS_NARROW);
    for (int row = 0; row < 3; row++)
        canvas_puts(&c, row, 0, 6, "中文字", STYLE_TEXT);
    canvas_fill(&c, (struct rect){1, 1, 5, 2}, STYLE_BAR);
    assert_string_equal(picture(&c), "中文字\n    字\n    字\n");
    picture_is_whole(&c);
    canvas_fill(&c, (struct rect){-3, -3, 99, 5}, STYLE_TEXT);
    assert_string_equal(picture(&c), "  文字\n    字\n    字\n");
    canvas_fill(&c, (struct rect){0, 6, 1, 3}, STYLE_TEXT);
    canvas_fill(&c, (struct rect){0, 4, 0, 2}, STYLE_TEXT);
    assert_string_equal(picture(&c), "  文字\n    字\n    字\n");
    canvas_puts(&c, 7, 0, 6, "x", STYLE_TEXT);
    canvas_restyle(&c, 7, 0, 6, STYLE_BAR);
    canvas_clear(&c);
}

static void styles_are_part_of_the_picture(void **state)
{
    struct canvas a, b;

    (void)state;
    canvas_init(&a, 2, 4, AMBIGUOUS_NARROW);
    canvas_init(&b, 2, 4, AMBIGUOUS_NARROW);
    canvas_puts(&a, 1, 0, 4, "中", STYLE_TEXT);
    assert_false(canvas_equal(&a, &b));
    assert_true(canvas_row_equal(&a, 0, &b, 0));
    assert_false(canvas_row_equal(&a, 1, &b, 1));
    canvas_puts(&b, 1, 0, 4, "中", STYLE_TEXT);
    assert_true(canvas_equal(&a, &b));
    canvas_restyle(&b, 1, -5, 2, STYLE_MATCH);
    assert_false(canvas_row_equal(&a, 1, &b, 1));
    canvas_restyle(&a, 1, 0, 99, STYLE_MATCH);
    canvas_restyle(&a, 1, 2, 99, STYLE_TEXT);
    assert_true(canvas_equal(&a, &b));
    canvas_clear(&a);
    canvas_clear(&b);
}

static void links_belong_to_the_cells_they_were_given_to(void **state)
{
    struct canvas c, copy = {0};

    (void)state;
    canvas_init(&c, 2, 12, AMBIGUOUS_NARROW);
    canvas_puts(&c, 0, 0, 12, "ab cd中文", STYLE_TEXT);
    canvas_puts(&c, 1, 0, 12, "efgh", STYLE_TEXT);
    canvas_link(&c, 0, 1, 7, "http://a/");
    canvas_link(&c, 1, -3, 2, "http://b/");
    canvas_link(&c, 1, 2, 99, "http://a/");
    canvas_link(&c, 2, 0, 2, "http://c/"); /* outside */
    canvas_link(&c, 0, 5, 5, "http://c/"); /* no cell */
    assert_string_equal(picture_links(&c), "0 1-2 http://a/\n"
                                           "0 3-7 http://a/\n"
                                           "1 0-2 http://b/\n"
                                           "1 2-4 http://a/\n");
    assert_int_equal(c.link_count, 2);
    canvas_copy(&copy, &c);
    assert_true(canvas_equal(&copy, &c));
    canvas_restyle(&c, 0, 0, 12, STYLE_MATCH);
    canvas_puts(&c, 0, 4, 12, "x", STYLE_TEXT);
    assert_string_equal(picture_links(&c), "0 1-2 http://a/\n"
                                           "0 3-4 http://a/\n"
                                           "0 5-7 http://a/\n"
                                           "1 0-2 http://b/\n"
                                           "1 2-4 http://a/\n");
    canvas_fill(&c, (struct rect){0, 0, 2, 12}, STYLE_TEXT);
    assert_string_equal(picture_links(&c), "");
    assert_int_equal(c.link_count, 0);
    canvas_copy(&copy, &c);
    assert_string_equal(picture_links(&copy), "");
    canvas_clear(&copy);
    canvas_clear(&c);
}

static void an_address_is_part_of_the_picture(void **state)
{
    static const char *const texts[] = {"http://a/", "http://b/"};
    struct canvas c[3];

    (void)state;
    for (int i = 0; i < 3; i++) {
        canvas_init(&c[i], 1, 8, AMBIGUOUS_NARROW);
        canvas_puts(&c[i], 0, 0, 8, "abcd", STYLE_TEXT);
    }
    canvas_link(&c[0], 0, 0, 2, texts[0]);
    canvas_link(&c[0], 0, 2, 4, texts[1]);
    assert_false(canvas_equal(&c[0], &c[1]));
    canvas_link(&c[1], 0, 2, 4, texts[1]); /* in another order */
    canvas_link(&c[1], 0, 0, 2, texts[0]);
    assert_true(canvas_equal(&c[0], &c[1]));
    canvas_link(&c[2], 0, 0, 4, texts[0]);
    assert_false(canvas_equal(&c[0], &c[2]));
    for (int i = 0; i < 3; i++)
        canvas_clear(&c[i]);
}

static void there_is_an_end_to_addresses(void **state)
{
    struct canvas c;
    char address[32];

    (void)state;
    canvas_init(&c, 1, CANVAS_LINKS + 1, AMBIGUOUS_NARROW);
    for (int i = 0; i <= CANVAS_LINKS; i++) {
        snprintf(address, sizeof(address), "http://a/%d", i);
        canvas_puts(&c, 0, i, i + 1, "x", STYLE_TEXT);
        canvas_link(&c, 0, i, i + 1, address);
    }
    assert_int_equal(c.link_count, CANVAS_LINKS);
    assert_null(canvas_address(&c, canvas_cell(&c, 0, CANVAS_LINKS)));
    canvas_clear(&c);
}

/* A small generator of its own, so that a failure can be repeated. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static void random_drawing_keeps_the_canvas_whole(void **state)
{
    static const char *const texts[] = {"中文字", "a中b", "“—”", "e\u0301文",
                                        "abc"};
    unsigned seed = 7;

    (void)state;
    for (int round = 0; round < 300; round++) {
        int rows = 1 + (int)(next_random(&seed) % 4);
        int columns = 1 + (int)(next_random(&seed) % 9);
        struct canvas c;

        canvas_init(&c, rows, columns,
                    round % 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW);
        for (int step = 0; step < 40; step++) {
            const char *text = texts[next_random(&seed) % ARRAY_LEN(texts)];
            int row = (int)(next_random(&seed) % 6) - 1;
            int column = (int)(next_random(&seed) % 14) - 3;
            int limit = (int)(next_random(&seed) % 14) - 1;

            switch (next_random(&seed) % 3) {
            case 0:
                canvas_puts(&c, row, column, limit, text, STYLE_TEXT);
                break;
            case 1:
                canvas_text_cut(&c, row, column, limit, text, strlen(text),
                                STYLE_TEXT);
                break;
            default:
                canvas_fill(&c, (struct rect){row, column, 1, limit},
                            STYLE_TEXT);
                break;
            }
            picture_is_whole(&c);
        }
        canvas_clear(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_never_drawn_in_halves),
        cmocka_unit_test(half_a_character_becomes_a_blank),
        cmocka_unit_test(what_does_not_fit_is_cut_with_a_mark),
        cmocka_unit_test(filling_is_clipped_and_leaves_no_half),
        cmocka_unit_test(styles_are_part_of_the_picture),
        cmocka_unit_test(links_belong_to_the_cells_they_were_given_to),
        cmocka_unit_test(an_address_is_part_of_the_picture),
        cmocka_unit_test(there_is_an_end_to_addresses),
        cmocka_unit_test(random_drawing_keeps_the_canvas_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
