/*
 * Paragraphs that are laid out in stretches, with stretches made small: the
 * lines are the same from wherever they are asked for, and none is short.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/layout.h"

#define STRETCH 16000

static const char running[] =
    "各地要把示范性职业教育集团（联盟）建设作为重要任务，按照国发〔2031〕4号的"
    "要求，于3月31日前报送材料；";

static void repeat(const char *piece, size_t size, struct str *out)
{
    while (out->len < size)
        str_add(out, piece);
}

/* No two sentences alike, for lines that are all alike cannot be drawn in. */
static void run_on(size_t size, struct str *out)
{
    for (unsigned i = 7; out->len < size; i = i * 1103515245 + 12345)
        str_addf(out, "第%u条%.*s", i >> 16 & 0xFFF, (int)(i >> 20 & 31) * 3,
                 running);
}

static struct layout *layout_of(const struct str *s, int width)
{
    struct layout_form form = {
        .width = width, .first_indent = 4, .ambiguous = AMBIGUOUS_NARROW};
    struct layout *l = layout_new(s->text, s->len, &form);

    layout_set_stretch(l, STRETCH);
    return l;
}

static bool is_same(const struct layout_line *a, const struct layout_line *b)
{
    return a->start == b->start && a->end == b->end && a->indent == b->indent &&
           a->columns == b->columns;
}

static void lines_by_place_are_the_lines_by_index(void **state)
{
    struct str s = {0};
    struct layout *a, *b;
    int64_t place = 0;
    size_t count = 0, shown = 0;

    (void)state;
    repeat(running, 4 * STRETCH, &s);
    a = layout_of(&s, 57);
    b = layout_of(&s, 57);
    do {
        const struct layout_line *line = layout_line(a, count);

        assert_non_null(line);
        assert_true(is_same(line, layout_at(b, place)));
        assert_int_equal(line->start, shown);
        shown = line->end;
        assert_int_equal(layout_find(a, line->start), place);
        assert_int_equal(layout_find(a, line->end - 1), place);
        count++;
    } while (layout_next(b, &place));
    assert_int_equal(shown, s.len);
    assert_null(layout_line(a, count));
    assert_int_equal(layout_count(b), count);
    assert_int_equal(layout_last(a), place);
    for (; count > 1; count--)
        assert_true(layout_prev(a, &place));
    assert_int_equal(place, 0);
    assert_false(layout_prev(a, &place));
    layout_free(a);
    layout_free(b);
    str_clear(&s);
}

/* From the middle outwards, before anything else was looked at. */
static void the_middle_needs_nothing_before_it(void **state)
{
    struct str s = {0};

    (void)state;
    repeat(running, 4 * STRETCH, &s);
    for (size_t offset = 0; offset < s.len; offset += 997) {
        struct layout *whole = layout_of(&s, 40), *l = layout_of(&s, 40);
        int64_t place = layout_find(l, offset), back = place;
        int64_t known;

        (void)layout_count(whole);
        known = layout_find(whole, offset);
        assert_int_equal(place, known);
        for (int i = 0; i < 200; i++) {
            assert_true(is_same(layout_at(l, place), layout_at(whole, place)));
            if (!layout_next(l, &place))
                break;
        }
        for (int i = 0; i < 200 && layout_prev(l, &back); i++)
            assert_true(is_same(layout_at(l, back), layout_at(whole, back)));
        layout_free(whole);
        layout_free(l);
    }
    str_clear(&s);
}

static void no_line_is_short_where_a_stretch_ends(void **state)
{
    struct str s = {0};

    (void)state;
    run_on(2 * LAYOUT_STRETCH + STRETCH, &s);
    /* Three quarters full, but for a number that moved down as a whole. */
    for (int width = 20; width <= 132; width += 3) {
        struct layout *l = layout_of(&s, width);
        size_t count = 0;
        int64_t place = 0;

        layout_set_stretch(l, LAYOUT_STRETCH);
        for (int64_t next = 0; layout_next(l, &next); count++) {
            const struct layout_line *line = layout_at(l, place);

            place = next;

            if (line->indent + line->columns < width - width / 4 - 11 ||
                line->indent + line->columns > width)
                fail_msg("%d columns, line %zu: %d", width, count,
                         line->columns);
        }
        layout_free(l);
    }
    str_clear(&s);
}

static void a_text_without_a_seam_has_one_stretch(void **state)
{
    static const char *const pieces[] = {"a", "0", "，", "あ", "　", "7 "};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
        struct str s = {0};
        struct layout *l;

        repeat(pieces[i], 3 * STRETCH, &s);
        l = layout_of(&s, 40);
        assert_int_equal(layout_last(l), (int64_t)layout_count(l) - 1);
        layout_free(l);
        str_clear(&s);
    }
}

/* Words that fill lines exactly are not broken to draw lines in. */
static void drawing_in_breaks_no_word(void **state)
{
    struct str s = {0};
    struct layout *l;

    (void)state;
    repeat("甲市 乙县 abcdefghijklmnopqrst uvwxyzabcdefghijklmn ", 3 * STRETCH,
           &s);
    l = layout_of(&s, 20);
    for (size_t i = 0; i < layout_count(l); i++) {
        size_t start = layout_line(l, i)->start;

        assert_true(start == 0 || s.text[start - 1] == ' ' ||
                    (s.text[start] & 0x80) != 0);
    }
    layout_free(l);
    str_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_by_place_are_the_lines_by_index),
        cmocka_unit_test(the_middle_needs_nothing_before_it),
        cmocka_unit_test(no_line_is_short_where_a_stretch_ends),
        cmocka_unit_test(a_text_without_a_seam_has_one_stretch),
        cmocka_unit_test(drawing_in_breaks_no_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
