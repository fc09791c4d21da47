/* test_lit.c - matched characters in cells, and what of a long cell is seen. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/picture.h"
#include "ui/lit.h"

/* Draw `text` with one lit stretch into a row of `columns` columns. */
static void draw(struct canvas *c, const char *text, size_t len, size_t start,
                 size_t lit_len, int columns)
{
    struct query_range range = {0, (uint32_t)start, (uint32_t)lit_len};
    struct lit lit = {&range, lit_len > 0, STYLE_MATCH};
    struct strip strip = {0, 0, columns, STYLE_TEXT};

    canvas_init(c, 1, columns, AMBIGUOUS_NARROW);
    lit_cell(c, &strip, text, len, &lit);
    picture_is_whole(c);
}

static void a_cell_shows_its_first_match(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        size_t start, len; /* of the match */
        int columns;
        const char *shown, *styles;
    } cases[] = {
        { "职业教育", 0, 0, 8, "职业教育", "" },
        { "职业教育", 0, 0, 7, "职业教>", "" },
        { "职业教育", 3, 3, 8, "职业教育", "..mm" },
        { "职业教育集团", 0, 6, 8, "职业教 >", "mmmm" },
        { "职业教育集团", 6, 3, 8, "职业教 >", "....mm" },
        { "职业教育集团", 9, 3, 8, "<教育集>", "...mm" },
        { "职业教育集团", 12, 6, 8, "<育集团", "...mmmm" },
        { "职业教育集团", 15, 3, 4, "<团", ".mm" },
        { "职业教育集团", 15, 3, 3, "<团", ".mm" },
        { "职业教育集团", 3, 12, 6, "<业教>", ".mmmm" }, /* wider than the cell */
        { "职业教育集团", 15, 3, 1, "<", "" },
        { "ab中", 1, 1, 4, "ab中", ".m" },
        { "a\x1B" "b", 1, 1, 4, "a^[b", ".mm" },       /* the whole mark */
        { "e\u0301x", 0, 1, 4, "e\u0301x", "m" },      /* base with its mark */
        { "e\u0301x", 1, 2, 4, "e\u0301x", "m" },
        { "王\uE863", 3, 3, 4, "王〓", "..mm" },
        { "\u200B王", 0, 3, 4, "王", "" },              /* nothing to see */
        { "", 0, 0, 4, "", "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct canvas c;
        struct str shown = {0};

        draw(&c, cases[i].text, strlen(cases[i].text), cases[i].start,
             cases[i].len, cases[i].columns);
        canvas_row_text(&c, 0, &shown);
        if (strcmp(str_text(&shown), cases[i].shown) != 0 ||
            strcmp(picture_styles(&c, 0), cases[i].styles) != 0)
            fail_msg("case %zu: \"%s\" %s", i, str_text(&shown),
                     picture_styles(&c, 0));
        str_clear(&shown);
        canvas_clear(&c);
    }
}

static void a_match_deep_in_a_long_cell_is_seen(void **state)
{
    size_t len = 3000000;
    char *text = xmalloc(len);
    struct canvas c;

    (void)state;
    for (size_t i = 0; i < len; i += 3)
        memcpy(text + i, "长", 3);
    memcpy(text + 2400000, "湖南", 6);
    draw(&c, text, len, 2400000, 6, 12);
    assert_string_equal(picture(&c), "<长湖南长长>\n");
    assert_string_equal(picture_styles(&c, 0), "...mmmm");
    canvas_clear(&c);
    draw(&c, text, len, 0, 0, 12);
    assert_string_equal(picture(&c), "长长长长长 >\n");
    canvas_clear(&c);
    free(text);
}

static void ranges_are_given_out_by_cell(void **state)
{
    struct query_range items[] = {{0, 1, 2}, {2, 0, 1}, {2, 5, 1}, {4, 0, 9}};
    struct query_ranges ranges = {items, ARRAY_LEN(items), ARRAY_LEN(items)};

    (void)state;
    assert_int_equal(lit_of_cell(&ranges, 0, STYLE_MATCH).count, 1);
    assert_int_equal(lit_of_cell(&ranges, 1, STYLE_MATCH).count, 0);
    assert_int_equal(lit_of_cell(&ranges, 2, STYLE_MATCH).count, 2);
    assert_ptr_equal(lit_of_cell(&ranges, 2, STYLE_MATCH).ranges, items + 1);
    assert_int_equal(lit_of_cell(&ranges, 5, STYLE_MATCH).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_shows_its_first_match),
        cmocka_unit_test(a_match_deep_in_a_long_cell_is_seen),
        cmocka_unit_test(ranges_are_given_out_by_cell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
