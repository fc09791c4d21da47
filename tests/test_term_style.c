/* test_term_style.c - whatever the terminal's colours are, every style can be
 * read, and what must differ does. */
#include "tests/test.h"

#include <math.h>

#include "base/mem.h"
#include "term/term_style.h"

/* ---- colours as terminals have them ---- */

struct rgb {
    int r, g, b;
};

struct palette {
    const char *name;
    struct rgb text, ground; /* the terminal's own pair */
};

/* As they come, dark and light. */
static const struct palette palettes[] = {
    {"xterm", {0, 0, 0}, {255, 255, 255}},
    {"xterm -rv", {255, 255, 255}, {0, 0, 0}},
    {"PuTTY", {187, 187, 187}, {0, 0, 0}},
    {"PuTTY, system colours", {0, 0, 0}, {255, 255, 255}},
    {"Windows Terminal, Campbell", {204, 204, 204}, {12, 12, 12}},
    {"Windows Terminal, One Half Light", {56, 58, 66}, {250, 250, 250}},
    {"GNOME, dark", {208, 207, 204}, {23, 20, 33}},
    {"GNOME, light", {23, 20, 33}, {255, 255, 255}},
    {"macOS, Basic", {0, 0, 0}, {255, 255, 255}},
    {"macOS, Pro", {242, 242, 242}, {0, 0, 0}},
    {"Solarized, dark", {131, 148, 150}, {0, 43, 54}},
    {"Solarized, light", {101, 123, 131}, {253, 246, 227}},
};

/* Colours from 16 on are the same everywhere: a cube and greys. */
static struct rgb fixed_colour(int n)
{
    static const int steps[] = {0, 95, 135, 175, 215, 255};

    if (n >= 232)
        return (struct rgb){8 + 10 * (n - 232), 8 + 10 * (n - 232),
                            8 + 10 * (n - 232)};
    n -= 16;
    return (struct rgb){steps[n / 36], steps[n / 6 % 6], steps[n % 6]};
}

static double linear(int channel)
{
    double c = channel / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

/* W3C's ratio: 1 to 21. */
static double contrast(struct rgb a, struct rgb b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

    return x > y ? x / y : y / x;
}

static void contrast_is_what_w3c_says(void **state)
{
    (void)state;
    assert_in_range(contrast((struct rgb){0}, (struct rgb){255, 255, 255}) * 10,
                    209, 210);
    assert_in_range(contrast(fixed_colour(244), fixed_colour(231)) * 100, 394,
                    396);
}

static void every_style_is_legible_on_every_ground(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(palettes); i++) {
        double own = contrast(palettes[i].text, palettes[i].ground);

        for (int s = 0; s < STYLE_COUNT; s++) {
            struct term_look look = term_style_look(
                (enum style)s, true, TERM_BOLD | TERM_UNDERLINE | TERM_REVERSE);
            double has = look.colour == TERM_OWN_PAIR
                             ? own
                             : contrast(fixed_colour(look.colour),
                                        fixed_colour(look.ground));

            if (has < 4.5 && has < own)
                fail_msg("%s, style %d: %.2f", palettes[i].name, s, has);
        }
    }
}

/* Text alone in another colour would be lost on some ground, and so would the
 * first sixteen colours, which are the user's. */
static void a_style_sets_both_colours_or_none(void **state)
{
    (void)state;
    for (unsigned able = 0; able < 8; able++) {
        for (int s = 0; s < STYLE_COUNT; s++) {
            for (int colours = 0; colours < 2; colours++) {
                struct term_look look =
                    term_style_look((enum style)s, colours, able);

                assert_false(look.attributes & ~able);
                if (look.colour == TERM_OWN_PAIR || !colours) {
                    assert_int_equal(look.colour, TERM_OWN_PAIR);
                    assert_int_equal(look.ground, TERM_OWN_PAIR);
                } else {
                    assert_in_range(look.colour, 16, 255);
                    assert_in_range(look.ground, TERM_FIRST_GROUND, 255);
                }
            }
        }
    }
}

/* ---- what a reader must be able to tell apart, with colour and without ----
 */

static const enum style pairs[][2] = {
    {STYLE_BAR, STYLE_BAR_FOCUSED},      {STYLE_BAR, STYLE_TEXT},
    {STYLE_COLUMN, STYLE_COLUMN_ACTIVE}, {STYLE_COLUMN, STYLE_TEXT},
    {STYLE_CURSOR, STYLE_TEXT},          {STYLE_CURSOR_CELL, STYLE_TEXT},
    {STYLE_CURSOR, STYLE_CURSOR_CELL},   {STYLE_CURSOR, STYLE_MATCH_CURRENT},
    {STYLE_LINK, STYLE_LINK_CURRENT},    {STYLE_LINK, STYLE_TEXT},
    {STYLE_MATCH, STYLE_MATCH_CURRENT},  {STYLE_MATCH, STYLE_TEXT},
    {STYLE_STATUS, STYLE_ERROR},         {STYLE_TEXT, STYLE_PROMPT_FAILED},
    {STYLE_TITLE, STYLE_TEXT},           {STYLE_HEADING_1, STYLE_TEXT},
    {STYLE_HEADING_2, STYLE_TEXT},       {STYLE_HEADING_3, STYLE_TEXT},
};

static void assert_apart(bool colours, unsigned able)
{
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        struct term_look a = term_style_look(pairs[i][0], colours, able);
        struct term_look b = term_style_look(pairs[i][1], colours, able);

        if (a.ground == b.ground && a.attributes == b.attributes)
            fail_msg("styles %d and %d look alike (colours %d, able %x)",
                     (int)pairs[i][0], (int)pairs[i][1], colours, able);
    }
}

static void what_must_differ_does(void **state)
{
    (void)state;
    for (int colours = 0; colours < 2; colours++) {
        assert_apart(colours, TERM_BOLD | TERM_UNDERLINE | TERM_REVERSE);
        assert_apart(colours, TERM_BOLD | TERM_REVERSE);
        assert_apart(colours, TERM_UNDERLINE | TERM_REVERSE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_what_w3c_says),
        cmocka_unit_test(every_style_is_legible_on_every_ground),
        cmocka_unit_test(a_style_sets_both_colours_or_none),
        cmocka_unit_test(what_must_differ_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
