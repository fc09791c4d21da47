/* test_term_weave.c - what curses wrote and what is sent for it, byte for
 * byte. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "term/term_link.h"
#include "term/term_weave.h"

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

/* One batch of what curses wrote, `first` being the
 * ground of the first of two links. */
static void assert_woven(int first, const char *written, const char *sent)
{
    struct term_link links;
    struct term_weave w;
    struct str out = {0};

    term_link_init(&links, first, 2);
    if (first == 16)
        assert_int_equal(term_link_add_ground(&links, 222), 2);
    place(&links, (const char *[]){"http://a.cn/", "http://b.cn/", NULL});
    term_weave_init(&w, &links);
    term_weave(&w, written, strlen(written), &out);
    if (strcmp(str_text(&out), sent) != 0) {
        for (size_t i = 0; i < out.len; i++)
            out.text[i] = out.text[i] == '\033' ? '~' : out.text[i];
        fail_msg("\"%s\" for \"%s\"", str_text(&out), written + 1);
    }
    str_clear(&out);
    term_link_clear(&links);
}

static void attributes_are_said_when_something_is_drawn(void **state)
{
    /* clang-format off */
    static const char *const cases[][2] = {
        { "", "" },
        { "ab\033[1;1Hc", "ab\033[1;1Hc" }, /* nothing was said of them */
        /* at first all of them are said */
        { "\033[ma", "\033[ma" },
        { "\033[0;1;4ma", "\033[0;1;4ma" },
        { "\033[m\033[0;1m\033[ma", "\033[ma" },
        { "\033[m", "\033[m" },
        /* then what is new */
        { "\033[ma\033[0;1mb", "\033[ma\033[1mb" },
        { "\033[ma\033[0;1;7mb\033[mc", "\033[ma\033[1;7mb\033[mc" },
        { "\033[ma\033[0;1m\033[36mb", "\033[ma\033[1;36mb" },
        { "\033[36;1ma", "\033[36;1ma" }, /* it could be any, before */
        { "\033[ma\033[36mb\033[39m\033[mc", "\033[ma\033[36mb\033[mc" },
        { "\033[ma\033[0;4;36mb\033[39mc", "\033[ma\033[4;36mb\033[39mc" },
        { "\033[ma\033[36mb\033[0;35mc", "\033[ma\033[36mb\033[35mc" },
        { "\033[ma\033[0;1;4mb\033[0;1mc", "\033[ma\033[1;4mb\033[0;1mc" },
        { "\033[ma\033[0;1mb\033[0;1mc", "\033[ma\033[1mbc" },
        { "\033[ma\033[0;10;7mb", "\033[ma\033[7mb" },
        { "\033[ma\033[1mb\033[;4mc", "\033[ma\033[1mb\033[0;4mc" },
        /* a move needs none, what erases, scrolls or repeats does */
        { "\033[ma\033[1m\033[2;2H\r\b\033[5G\033[mb",
          "\033[ma\033[2;2H\r\b\033[5Gb" },
        { "\033[ma\033[1mb\033[m\033[K", "\033[ma\033[1mb\033[m\033[K" },
        { "\033[ma\033[1mb\033[m\n", "\033[ma\033[1mb\033[m\n" },
        { "\033[ma\033[1mb\033[m\033M", "\033[ma\033[1mb\033[m\033M" },
        { "\033[ma\033[1mb\033[m\033[2S", "\033[ma\033[1mb\033[m\033[2S" },
        { "\033[ma\033[1mb\033[5b\033[mc", "\033[ma\033[1mb\033[5b\033[mc" },
        /* the cursor is saved with its attributes */
        { "\033[ma\033[1m\0337b\033[m\0338c", "\033[ma\033[1m\0337b\0338c" },
        { "\033[ma\033[1mb\0338c\033[md", "\033[ma\033[1mb\0338c\033[md" },
        { "\033[ma\033[1mb\033[m\0337\0338c", "\033[ma\033[1mb\033[m\0337\0338c" },
        /* what is not known passes, and all is said after it */
        { "\033[ma\033[0;5;1mb\033[0;1mc", "\033[ma\033[0;5;1mb\033[0;1mc" },
        { "\033[ma\033[38;2;1;2;3mb\033[36mc\033[md",
          "\033[ma\033[38;2;1;2;3mb\033[36mc\033[md" },
        /* colours and grounds by their numbers */
        { "\033[ma\033[38;5;16m\033[48;5;222mb\033[39;49mc",
          "\033[ma\033[38;5;16;48;5;222mb\033[mc" },
        { "\033[ma\033[0;1;38:5:16;48:5:208mb\033[0;1mc",
          "\033[ma\033[1;38;5;16;48;5;208mb\033[0;1mc" },
        { "\033[ma\033[48;5;222mb\033[48;5;208mc\033[0;48;5;208md",
          "\033[ma\033[48;5;222mb\033[48;5;208mcd" },
        { "\033[ma\033[>4;1mb\033[?1mc", "\033[ma\033[>4;1mb\033[?1mc" },
        { "\033[ma\033[1;xmb", "\033[ma\033[1;xmb" },
        /* another screen has attributes of its own */
        { "\033[ma\033[?1049hb\033[mc", "\033[ma\033[?1049hb\033[mc" },
        { "\033[ma\033[1mb\033[m\033[?1049l\r",
          "\033[ma\033[1mb\033[m\033[?1049l\r" },
        /* ASCII once, the palette never */
        { "\033(B\033[ma\033(B\033[mb\033(0c", "\033(B\033[mab\033(0c" },
        { "a\033]104\ab\033]52;c;aGk=\ac", "ab\033]52;c;aGk=\ac" },
        { "\033P$qm\033\\\033]0;x\033\\", "\033P$qm\033\\\033]0;x\033\\" },
        /* cut */
        { "\033", "\033" },
        { "\033[", "\033[" },
        { "\033[1", "\033[1" },
        { "\033]8", "\033]8" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_woven(100, cases[i][0], cases[i][1]);
}

static void links_take_the_place_of_grounds(void **state)
{
    /* clang-format off */
    static const struct {
        int first;
        const char *written, *sent;
    } cases[] = {
        { 0, "\033[ma\033[40mb\033[49mc", "\033[ma" A "b" END "c" },
        { 0, "\033[m\033[40ma\033[41mb\033[mc", "\033[m" A "a" END B "b" END "c" },
        { 0, "\033[0;1;40;4ma", "\033[0;1;4m" A "a" END },
        { 0, "\033[m\033[40m\033[0ma", "\033[ma" }, /* nothing in it */
        { 0, "\033[0;40;49;41ma", "\033[m" B "a" END },
        /* no link's ground */
        { 0, "\033[0;42ma\033[47mb", "\033[0;42ma\033[47mb" },
        { 16, "\033[0;48;5;17ma", "\033[m" B "a" END },
        { 16, "\033[0;48:5:17ma", "\033[m" B "a" END },
        { 16, "\033[0;1;48;5;17;4ma", "\033[0;1;4m" B "a" END },
        { 16, "\033[0;48;5;17m中\033[49m文", "\033[m" B "中" END "文" },
        { 16, "\033[0;48;5;19ma\033[48;5;18mb\033[48;5;222mc\033[48;5;19md",
          "\033[0;48;5;222m" B "a" END A "b" END "c" B "d" END },
        { 16, "\033[0;48ma\033[0;48;5mb\033[48;2;1;2;3mc",
              "\033[0;48ma\033[0;48;5mb\033[48;2;1;2;3mc" },
        /* what is no character is outside of it, a repetition inside */
        { 0, "\033[0;40ma\033[2;2Hb", "\033[m" A "a" END "\033[2;2H" A "b" END },
        { 0, "\033[0;40ma\033[K\r\nb",
             "\033[m" A "a" END "\033[K\r\n" A "b" END },
        { 0, "\033[0;40ma\033[5b", "\033[m" A "a\033[5b" END },
        { 0, "\033[0;40m\033]52;c;aGk=\aa", "\033]52;c;aGk=\a\033[m" A "a" END },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_woven(cases[i].first, cases[i].written, cases[i].sent);
}

static void what_is_on_stays_on_for_the_next_picture(void **state)
{
    static const char *const one[] = {"http://a.cn/", NULL};
    struct term_link links;
    struct term_weave w;
    struct str out = {0};

    (void)state;
    term_link_init(&links, 0, 1);
    place(&links, one);
    term_weave_init(&w, &links);
    term_weave(&w, "\033[0;1;40ma", 10, &out);
    term_weave(&w, "b", 1, &out);
    assert_string_equal(str_text(&out), "\033[0;1m" A "a" END A "b" END);
    str_clear(&out);
    term_link_clear(&links);
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
        cmocka_unit_test(attributes_are_said_when_something_is_drawn),
        cmocka_unit_test(links_take_the_place_of_grounds),
        cmocka_unit_test(what_is_on_stays_on_for_the_next_picture),
        cmocka_unit_test(a_place_is_given_away_one_picture_later),
        cmocka_unit_test(without_places_nothing_is_marked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
