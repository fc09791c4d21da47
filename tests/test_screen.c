#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/vt.h"

static struct vt *start(int rows, int columns, int ambiguous)
{
    static const char *const argv[] = {"./gongwen", "data/gongwen.db", NULL};
    static const char *const env[] = {"LANG=zh_CN.UTF-8", "LC_ALL=C.UTF-8",
                                      NULL};
    struct vt_options o = {
        .argv = argv,
        .env = env,
        .rows = rows,
        .columns = columns,
        .ambiguous = ambiguous,
    };
    struct vt *vt = vt_start(&o);

    vt_rest(vt);
    return vt;
}

static void quit(struct vt *vt)
{
    vt_type(vt, "\007\007q"); /* out of whatever is open first */
    vt_rest(vt);
    if (vt_is_alternate(vt))
        vt_type(vt, "q");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_false(vt_is_alternate(vt));
    assert_true(vt_is_cursor_shown(vt));
    assert_true(vt_modes_are_restored(vt));
    assert_int_equal(vt_unread(vt), 0);
    vt_assert_links_are_closed(vt);
    vt_stop(vt);
}

static const struct {
    int rows, columns;
} sizes[] = {
    {24, 80}, {23, 79}, {12, 41}, {43, 132}, {30, 100}, {6, 20}, {2, 9},
};

/* Through every screen that keys reach; Esc is Ctrl-G here, which needs no
 * silence behind it. */
static const char *const walk[] = {
    "j",    "j",    " ",    "G",     "g",    "l",    "l",
    "h",    "\t",   " ",    ")",     ")",    "(",    "\r",
    "\x0f", "\t",   "z",    "j",     "z",    "1",    "w",
    "j",    "w",    "r",    " ",     "r",    "]",    "[",
    "o",    "j",    "\007", "L",     "j",    "\007", "2",
    "F",    "j",    "\007", "H",     " ",    "q",    "/",
    "h",    "n",    "\r",   "n",     "N",    "&",    "工",
    "艺",   "\r",   "j",    "\007",  "s",    "s",    "S",
    "y",    "Y",    "c",    ":98\r", "3",    "j",    "+",
    "-",    "ma",   "'a",   "K",     "\007", "?",    "\xe2\x80\x9c",
    "\177", "\007",
};

static void every_screen_is_whole_at_every_size(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
            struct vt *vt = start(sizes[i].rows, sizes[i].columns, ambiguous);

            vt_assert_whole(vt);
            for (size_t k = 0; k < ARRAY_LEN(walk); k++) {
                vt_type(vt, walk[k]);
                vt_rest(vt);
                vt_assert_whole(vt);
                vt_assert_repaints_same(vt);
            }
            quit(vt);
        }
    }
}

static void resizing_in_every_screen_keeps_it_whole(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start(24, 80, ambiguous);

        for (size_t k = 0; k < ARRAY_LEN(walk); k++) {
            size_t i = k % ARRAY_LEN(sizes);

            vt_type(vt, walk[k]);
            vt_resize(vt, sizes[i].rows, sizes[i].columns);
            vt_rest(vt);
            vt_assert_whole(vt);
            vt_assert_repaints_same(vt);
        }
        quit(vt);
    }
}

/* Where it is not safe to write: in the last cell of all, on terminals that
 * cannot be told to stay on the line. curses inserts characters there, which
 * cuts wide ones. */
static void it_is_whole_on_terminals_that_always_wrap(void **state)
{
    static const char *const argv[] = {"./gongwen", "data/gongwen.db", NULL};
    static const char *const terms[] = {"TERM=screen-256color",
                                        "TERM=tmux-256color"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
        const char *const env[] = {"LC_ALL=C.UTF-8", terms[i], NULL};
        struct vt *vt = vt_start(&(struct vt_options){
            .argv = argv, .env = env, .rows = 24, .columns = 80});

        vt_wait_row(vt, 23, "q 退出"); /* to its last character */
        vt_type(vt, "/h");
        vt_wait_row(vt, 23, "1/10"); /* to its last digit */
        vt_type(vt, "\007");
        for (size_t k = 0; k < ARRAY_LEN(walk); k++) {
            vt_type(vt, walk[k]);
            vt_resize(vt, 12, 36 + (int)(k % 6));
            vt_rest(vt);
            vt_assert_whole(vt);
            vt_assert_repaints_same(vt);
        }
        quit(vt);
    }
}

/* Names that wrap at once by their descriptions, on a terminal that does not.
 */
static void it_is_right_under_names_of_old(void **state)
{
    static const char *const argv[] = {"./gongwen", "data/gongwen.db", NULL};
    static const char *const terms[] = {
        "TERM=ansi", "TERM=cygwin", "TERM=cons25", "TERM=vt100", "TERM=linux"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
        const char *const env[] = {"LC_ALL=C.UTF-8", terms[i], NULL};
        struct vt *vt = vt_start(&(struct vt_options){
            .argv = argv, .env = env, .rows = 24, .columns = 80});

        vt_wait_row(vt, 8, "附件1 第一批");     /* the list's title, */
        vt_wait_row(vt, 9, "  序号  集团名称"); /* its headings */
        for (size_t k = 0; k < ARRAY_LEN(walk); k++) {
            vt_type(vt, walk[k]);
            vt_rest(vt);
            vt_assert_whole(vt);
            vt_assert_repaints_same(vt);
        }
        quit(vt);
    }
}

static void the_way_back_to_a_size_is_the_same_screen(void **state)
{
    struct vt *vt = start(24, 80, 1);
    struct vt_screen before = vt_screen(vt);
    struct vt_screen after;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        vt_resize(vt, sizes[i].rows, sizes[i].columns);
        vt_rest(vt);
    }
    vt_resize(vt, 24, 80);
    vt_rest(vt);
    after = vt_screen(vt);
    vt_assert_same(&before, &after, "before and after resizing");
    vt_screen_clear(&before);
    vt_screen_clear(&after);
    quit(vt);
}

/* ---- lines of the notice ---- */

static bool starts_with_any(const char *text, const char *const *marks)
{
    for (; *marks; marks++) {
        if (strncmp(text, *marks, strlen(*marks)) == 0)
            return true;
    }
    return false;
}

static bool ends_with_any(const char *text, const char *const *marks)
{
    size_t len = strlen(text);

    for (; *marks; marks++) {
        size_t n = strlen(*marks);

        if (len >= n && strcmp(text + len - n, *marks) == 0)
            return true;
    }
    return false;
}

static void assert_lines_are_lawful(struct vt *vt, int rows)
{
    static const char *const never_first[] = {
        "，", "。", "、", "；", "：", "？", "！", "）", "》",
        "」", "』", "】", "〕", "”",  "’",  "％", "%",  NULL,
    };
    static const char *const never_last[] = {
        "（", "《", "「", "『", "【", "〔", "“", "‘", NULL,
    };

    for (int row = 1; row < rows - 1; row++) {
        char *line = vt_row(vt, row);
        const char *text = line + strspn(line, " ");

        if (starts_with_any(text, never_first) ||
            ends_with_any(text, never_last)) {
            vt_print(vt);
            fail_msg("row %d: %s", row, line);
        }
        free(line);
    }
}

static void the_notice_is_lawful_at_every_width(void **state)
{
    enum { ROWS = 40 };

    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start(ROWS, 132, ambiguous);

        vt_type(vt, "1zw"); /* the notice alone, in its full width */
        for (int columns = 132; columns >= 20; columns--) {
            vt_resize(vt, ROWS, columns);
            vt_rest(vt);
            vt_type(vt, "g");
            for (int page = 0; page < 3; page++) {
                vt_rest(vt);
                vt_assert_whole(vt);
                assert_lines_are_lawful(vt, ROWS);
                vt_type(vt, " ");
            }
        }
        quit(vt);
    }
}

/* From 100 columns on, a border divides notice and lists: the same column in
 * every row but the last. */
static void the_border_is_straight(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start(30, 132, ambiguous);

        for (int columns = 132; columns >= 100; columns--) {
            int border = -1;

            vt_resize(vt, 30, columns);
            vt_rest(vt);
            for (int column = 20; column < columns && border < 0; column++) {
                int row = 0;

                while (row < 29 && vt_cell(vt, row, column).chars[0] == '|')
                    row++;
                if (row == 29)
                    border = column;
            }
            if (border < 0) {
                vt_print(vt);
                fail_msg("no straight border at %d columns", columns);
            }
        }
        quit(vt);
    }
}

/* ---- links ---- */

static void addresses_are_links_where_it_is_asked_for(void **state)
{
    static const char *const asked[] = {"./gongwen", "--hyperlinks",
                                        "data/gongwen.db", NULL};
    static const char *const env[] = {"LANG=zh_CN.UTF-8", "LC_ALL=C.UTF-8",
                                      NULL};
    struct vt *vt = vt_start(&(struct vt_options){
        .argv = asked, .env = env, .rows = 24, .columns = 80});
    const char *first = NULL;
    int linked = 0;

    (void)state;
    vt_rest(vt);
    vt_type(vt, "1/http://jth\r"); /* broken over two lines */
    vt_wait_text(vt, "jth.chinazy.org）");
    vt_rest(vt);
    for (int column = 0; column < 80; column++) {
        for (int row = 0; row < 24; row++) {
            const char *link = vt_link(vt, row, column);

            if (!link)
                continue;
            linked++;
            if (!first)
                first = link;
            assert_string_equal(strchr(link, ';'), ";http://jth.chinazy.org");
            assert_ptr_equal(link, first); /* one link */
        }
    }
    assert_int_equal(linked, strlen("http://jth.chinazy.org"));
    for (size_t k = 0; k < ARRAY_LEN(walk); k++) {
        vt_type(vt, walk[k]);
        vt_rest(vt);
        vt_assert_links_are_closed(vt);
        vt_assert_repaints_same(vt);
    }
    quit(vt);
}

static void they_are_not_otherwise(void **state)
{
    struct vt *vt = start(24, 80, 1);

    (void)state;
    vt_type(vt, "1/http://jth\r");
    vt_wait_text(vt, "jth.chinazy.org）");
    vt_rest(vt);
    assert_int_equal(vt_links_opened(vt), 0);
    quit(vt);
}

/* ---- bytes ---- */

static void keys_cost_what_is_promised(void **state)
{
    /* clang-format off */
    static const struct {
        const char *what, *before, *key;
        size_t most;
    } cases[] = {
        { "move in the list, with the record", "2gj",   "j", 350 },
        { "scroll the list by one",            "2gjjjjj", "\005", 350 },
        { "scroll the notice by one",          "1g\005", "\005", 140 },
        /* 22 full lines of 28 characters are 1,848 bytes by themselves */
        { "page of the notice alone",          "1zg",   " ", 2050 },
        { "page of the notice",                "1g",    " ", 1800 },
        { "page of the list",                  "2g",    " ", 1800 },
        { "typed character in a search",       "2/h",   "n", 350 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct vt *vt = start(24, 80, 1);
        size_t len;
        long writes;

        vt_type(vt, cases[i].before);
        vt_rest(vt);
        vt_mark(vt);
        vt_type(vt, cases[i].key);
        vt_rest(vt);
        vt_bytes(vt, &len);
        writes = vt_writes(vt);
        print_message("# %s: %zu bytes, %ld writes\n", cases[i].what, len,
                      writes);
        if (len == 0 || len > cases[i].most)
            fail_msg("%s: %zu bytes, at most %zu", cases[i].what, len,
                     cases[i].most);
        if (writes > 1)
            fail_msg("%s: %ld writes", cases[i].what, writes);
        quit(vt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_is_whole_at_every_size),
        cmocka_unit_test(resizing_in_every_screen_keeps_it_whole),
        cmocka_unit_test(it_is_whole_on_terminals_that_always_wrap),
        cmocka_unit_test(it_is_right_under_names_of_old),
        cmocka_unit_test(the_way_back_to_a_size_is_the_same_screen),
        cmocka_unit_test(the_notice_is_lawful_at_every_width),
        cmocka_unit_test(the_border_is_straight),
        cmocka_unit_test(addresses_are_links_where_it_is_asked_for),
        cmocka_unit_test(they_are_not_otherwise),
        cmocka_unit_test(keys_cost_what_is_promised),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
