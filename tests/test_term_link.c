/* test_term_link.c - what curses wrote becomes links, byte for byte. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "term/term_link.h"

#define A   "\033]8;id=1;http://a.cn/\033\\"
#define B   "\033]8;id=2;http://b.cn/\033\\"
#define END "\033]8;;\033\\"

/* A canvas with these links, up to NULL. */
static void place(struct term_link *l, const char *const *addresses)
{
    struct canvas c;

    canvas_init(&c, 1, 80, AMBIGUOUS_NARROW);
    canvas_puts(&c, 0, 0, 80, "0123456789012345678901234567890123456789",
                STYLE_TEXT);
    for (int i = 0; addresses[i]; i++)
        canvas_link(&c, 0, i, i + 1, addresses[i]);
    term_link_place(l, &c);
    canvas_clear(&c);
}

static void links_take_the_place_of_backgrounds(void **state)
{
    static const char *const both[] = {"http://a.cn/", "http://b.cn/", NULL};
    /* clang-format off */
    static const struct {
        int first;
        const char *written, *sent; /* of two pictures */
    } cases[] = {
        { 0, "", "" },
        { 0, "ab\033[1;1Hc", "ab\033[1;1Hc" },
        { 0, "a\033[40mb\033[49mc", "a" A "b\033[49m" END "c" },
        { 0, "\033[40ma\033[41mb\033[mc", A "a" END B "b\033[m" END "c" },
        { 0, "\033[36m\033[40ma\033[39;49mb",
             "\033[36m" A "a\033[39;49m" END "b" },
        { 0, "\033[0;1;40;4ma", "\033[0;1;4m" A "a" END },
        { 0, "\033[40m\033[0ma", "\033[0ma" },          /* nothing in it */
        { 0, "\033[40;49;41ma", "\033[49m" B "a" END },
        { 0, "\033[42ma\033[47mb", "ab" },            /* no link's colour */
        { 16, "\033[48;5;17ma", B "a" END },
        { 16, "\033[48:5:17ma", B "a" END },
        { 16, "\033[1;48;5;17;4ma", "\033[1;4m" B "a" END },
        { 16, "\033[38;5;17;48;5;16ma", "\033[38;5;17m" A "a" END },
        { 16, "\033[38:5:16ma", "\033[38:5:16ma" },
        { 16, "\033[48;2;1;2;3;1ma", "\033[1ma" },
        { 16, "\033[48ma\033[48;5mb\033[48;2;1mc", "abc" },
        /* what moves, erases or scrolls is outside, what repeats inside */
        { 0, "\033[40ma\033[2;2Hb", A "a" END "\033[2;2H" A "b" END },
        { 0, "\033[40ma\033[K\r\nb", A "a" END "\033[K\r\n" A "b" END },
        { 0, "\033[40ma\033[5b", A "a\033[5b" END },
        { 0, "\033[40ma\033(Bb", A "a" END "\033(B" A "b" END },
        { 0, "\033[40m湖南", A "湖南" END },
        /* strings for the terminal, other sequences that end in m */
        { 0, "\033[40m\033]52;c;aGk=\aa", "\033]52;c;aGk=\a" A "a" END },
        { 0, "\033]0;x\033\\a\033P$qm\033\\", "\033]0;x\033\\a\033P$qm\033\\" },
        { 0, "\033[>4;40ma\033[?40mb", "\033[>4;40ma\033[?40mb" },
        /* cut at the end */
        { 0, "\033", "\033" },
        { 0, "\033[", "\033[" },
        { 0, "\033[40", "\033[40" },
        { 0, "\033]8", "\033]8" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct term_link l;
        struct str out = {0};

        term_link_init(&l, cases[i].first, 2);
        place(&l, both);
        term_link_weave(&l, cases[i].written, strlen(cases[i].written), &out);
        if (strcmp(str_text(&out), cases[i].sent) != 0)
            fail_msg("case %zu: \"%s\", not \"%s\"", i, str_text(&out) + 1,
                     cases[i].sent + 1);
        str_clear(&out);
        term_link_clear(&l);
    }
}

static void a_colour_that_stays_on_is_the_same_link_later(void **state)
{
    static const char *const one[] = {"http://a.cn/", NULL};
    struct term_link l;
    struct str out = {0};

    (void)state;
    term_link_init(&l, 0, 1);
    place(&l, one);
    term_link_weave(&l, "\033[40ma", 6, &out);
    term_link_weave(&l, "b", 1, &out);
    assert_string_equal(str_text(&out), A "a" END A "b" END);
    str_clear(&out);
    term_link_clear(&l);
}

/* The places of cells 0, 1, ... as letters, '-' for none. */
static const char *places(struct term_link *l, const char *const *addresses)
{
    static char out[16];
    int n = 0;

    place(l, addresses);
    for (; addresses[n]; n++) {
        struct cell cell = {.link = (uint16_t)(n + 1)};
        int at = term_link_at(l, &cell);

        out[n] = (char)(at < 0 ? '-' : 'A' + at);
    }
    out[n] = '\0';
    return out;
}

static void a_place_is_given_away_one_picture_later(void **state)
{
    struct term_link l;

    (void)state;
    term_link_init(&l, 0, 3);
    assert_string_equal(places(&l, (const char *[]){"a", "b", NULL}), "AB");
    assert_string_equal(places(&l, (const char *[]){"c", "b", NULL}), "CB");
    assert_string_equal(places(&l, (const char *[]){"d", "b", NULL}), "AB");
    assert_string_equal(places(&l, (const char *[]){"e", "f", NULL}), "C-");
    assert_string_equal(places(&l, (const char *[]){"f", "g", "h", NULL}),
                        "AB-");
    assert_string_equal(places(&l, (const char *[]){NULL}), "");
    assert_string_equal(places(&l, (const char *[]){"h", NULL}), "A");
    term_link_clear(&l);
}

static void without_places_nothing_is_marked(void **state)
{
    struct term_link l;

    (void)state;
    term_link_init(&l, 0, 0);
    assert_string_equal(places(&l, (const char *[]){"a", "b", NULL}), "--");
    term_link_clear(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_take_the_place_of_backgrounds),
        cmocka_unit_test(a_colour_that_stays_on_is_the_same_link_later),
        cmocka_unit_test(a_place_is_given_away_one_picture_later),
        cmocka_unit_test(without_places_nothing_is_marked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
