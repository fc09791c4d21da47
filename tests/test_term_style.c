#include "tests/test.h"

#include "base/mem.h"
#include "term/term_style.h"

/* What a reader must be able to tell apart, with colour and without. */
static const enum style pairs[][2] = {
    {STYLE_BAR, STYLE_BAR_FOCUSED},      {STYLE_BAR, STYLE_TEXT},
    {STYLE_COLUMN, STYLE_COLUMN_ACTIVE}, {STYLE_CURSOR, STYLE_TEXT},
    {STYLE_LINK, STYLE_LINK_CURRENT},    {STYLE_LINK, STYLE_TEXT},
    {STYLE_MATCH, STYLE_MATCH_CURRENT},  {STYLE_MATCH, STYLE_TEXT},
    {STYLE_STATUS, STYLE_ERROR},         {STYLE_TEXT, STYLE_PROMPT_FAILED},
    {STYLE_TITLE, STYLE_TEXT},           {STYLE_HEADING_1, STYLE_TEXT},
    {STYLE_HEADING_2, STYLE_TEXT},       {STYLE_HEADING_3, STYLE_TEXT},
};

static void assert_apart(bool colour, unsigned able)
{
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        struct term_look a = term_style_look(pairs[i][0], colour, able);
        struct term_look b = term_style_look(pairs[i][1], colour, able);

        if (a.colour == b.colour && a.attributes == b.attributes)
            fail_msg("styles %d and %d look alike (colour %d, able %x)",
                     (int)pairs[i][0], (int)pairs[i][1], colour, able);
    }
}

static void what_must_differ_does(void **state)
{
    static const unsigned all =
        TERM_BOLD | TERM_UNDERLINE | TERM_REVERSE | TERM_DIM;

    (void)state;
    for (int colour = 0; colour < 2; colour++) {
        assert_apart(colour, all);
        assert_apart(colour, TERM_BOLD | TERM_REVERSE);
        assert_apart(colour, TERM_UNDERLINE | TERM_REVERSE);
    }
}

static void nothing_is_asked_that_the_terminal_lacks(void **state)
{
    (void)state;
    for (unsigned able = 0; able < 16; able++) {
        for (int style = 0; style < STYLE_COUNT; style++) {
            for (int colour = 0; colour < 2; colour++) {
                struct term_look look =
                    term_style_look((enum style)style, colour, able);

                if (look.attributes & ~able)
                    fail_msg("style %d asks for %x of %x", style,
                             look.attributes, able);
                if (!colour)
                    assert_int_equal(look.colour, 0);
                else
                    assert_in_range(look.colour, 0, 7);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_must_differ_does),
        cmocka_unit_test(nothing_is_asked_that_the_terminal_lacks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
