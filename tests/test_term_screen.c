#include "tests/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/term_tests.h"

/* ---- the screen is the canvas ---- */

static struct vt *start_dumping(int ambiguous, int rows, int columns)
{
    return demo_start_with((struct vt_options){
        .argv = demo_dumping,
        .ambiguous = ambiguous,
        .rows = rows,
        .columns = columns,
    });
}

static const struct {
    int rows, columns;
} sizes[] = {
    {24, 80}, {23, 79}, {12, 41}, {43, 132}, {30, 100}, {6, 20},
    {2, 9},   {1, 1},   {24, 21}, {1, 80},   {24, 1},   {5, 2},
};

static void the_screen_is_the_canvas_at_every_size(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start_dumping(ambiguous, 24, 80);

        for (int view = 0; view < 5; view++) {
            for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
                vt_resize(vt, sizes[i].rows, sizes[i].columns);
                demo_assert_canvas(vt);
                vt_type(vt, "jj");
                demo_assert_canvas(vt);
                vt_type(vt, " ");
                demo_assert_canvas(vt);
                vt_type(vt, "k");
                demo_assert_canvas(vt);
                vt_assert_repaints_same(vt);
            }
            vt_type(vt, "v");
        }
        demo_quit(vt);
    }
}

static void every_width_from_20_to_132_is_whole(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start_dumping(ambiguous, 12, 132);

        vt_type(vt, "v"); /* columns, cut at a border in the middle */
        for (int columns = 132; columns >= 20; columns--) {
            vt_resize(vt, 12, columns);
            demo_assert_canvas(vt);
            for (int row = 1; row < 11; row++) {
                struct vt_cell border = vt_cell(vt, row, columns / 2);

                assert_int_equal(border.chars[0], '|');
            }
            vt_type(vt, "j");
            demo_assert_canvas(vt);
        }
        demo_quit(vt);
    }
}

static void random_keys_and_sizes_leave_the_canvas(void **state)
{
    static const char keys[] = "jjjjkk  v/x";
    unsigned seed = 7;

    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start_dumping(ambiguous, 24, 80);

        for (int step = 0; step < 300; step++) {
            char key[2] = "";

            seed = seed * 1103515245 + 12345;
            if (seed >> 28 == 0) {
                vt_resize(vt, 1 + (int)(seed >> 16) % 40,
                          1 + (int)(seed >> 8) % 140);
            } else {
                key[0] = keys[(seed >> 16) % (sizeof(keys) - 1)];
                vt_type(vt, key);
            }
            demo_assert_canvas(vt);
            if (step % 20 == 0)
                vt_assert_repaints_same(vt);
        }
        demo_quit(vt);
    }
}

#ifdef __SANITIZE_ADDRESS__
enum { WINDOW_MAX = 600000 }; /* KiB; it keeps what was freed for a while */
#else
enum { WINDOW_MAX = 80000 };
#endif

static void huge_windows_are_clamped(void **state)
{
    struct vt *vt = demo_start();
    long before = vt_memory(vt);

    (void)state;
    vt_resize(vt, 24, 2000);
    vt_wait_row(vt, 23, "1 size 800x24");
    vt_resize(vt, 900, 20);
    vt_wait_row(vt, 399, "2 size 20x400");
    vt_resize(vt, 900, 2000);
    vt_wait_row(vt, 399, "3 size 800x400");
    assert_true(vt_memory(vt) - before < WINDOW_MAX);
    vt_resize(vt, 24, 80);
    vt_rest(vt);
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

static void a_window_of_no_size_is_24_by_80(void **state)
{
    static const char *const argv[] = {
        "/bin/sh", "-c", "stty rows 0 cols 0; exec tests/term_demo", NULL};
    struct vt *vt = demo_start_with((struct vt_options){.argv = argv});

    (void)state;
    vt_wait_row(vt, 23, "ready");
    demo_quit(vt);
}

static void a_huge_window_at_the_start_is_clamped(void **state)
{
    static const char *const argv[] = {
        "/bin/sh", "-c", "stty rows 30000 cols 30000; exec tests/term_demo",
        NULL};
    struct vt *vt = demo_start_with((struct vt_options){.argv = argv});

    (void)state;
    assert_true(vt_memory(vt) < 2 * WINDOW_MAX);
    demo_quit(vt);
}

/* Of changes that follow each other fast the program sees the last one. */
static void a_change_to_the_size_it_had_paints_all(void **state)
{
    struct vt *vt = demo_start();
    struct vt_screen before;
    struct vt_screen after;

    (void)state;
    vt_type(vt, " j");
    vt_rest(vt);
    vt_signal(vt, SIGWINCH);
    vt_wait_row(vt, 23, "2 size 80x24");
    vt_rest(vt);
    before = vt_screen(vt);
    vt_wipe(vt);
    vt_signal(vt, SIGWINCH);
    vt_wait_row(vt, 1, "24 ");
    vt_wait_row(vt, 23, "3 size 80x24");
    vt_rest(vt);
    after = vt_screen(vt);
    after.cells[23 * 80].chars[0] = before.cells[23 * 80].chars[0]; /* 3 */
    vt_assert_same(&before, &after, "before and after");
    vt_screen_clear(&before);
    vt_screen_clear(&after);
    demo_quit(vt);
}

static void the_way_back_from_no_size_paints_all(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_resize(vt, 0, 0);
    vt_wait_row(vt, 23, "size 80x24");
    vt_rest(vt);
    vt_wipe(vt);
    vt_resize(vt, 24, 80);
    vt_wait_row(vt, 1, "1 为落实");
    vt_rest(vt);
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

/* ---- bytes ---- */

static size_t bytes_of(struct vt *vt, const char *keys)
{
    size_t len;

    vt_rest(vt);
    vt_mark(vt);
    vt_type(vt, keys);
    vt_rest(vt);
    vt_bytes(vt, &len);
    return len;
}

static void keys_cost_few_bytes_and_one_write(void **state)
{
    /* clang-format off */
    static const struct {
        const char *keys;
        size_t most;
        long writes;
        const char *what;
    } cases[] = {
        { "j",          130, 1, "one line on" },
        { "j",          130, 1, "one line on, again" },
        { "k",          130, 1, "one line back" },
        { " ",         1800, 1, "a page on" },
        { "jjjj",       400, 1, "keys that came together" },
        { "kkkkkkkkkk", 900, 1, "ten lines back" },
        { "x",           60, 1, "a word in the last row" },
        { "/",           60, 1, "the cursor shown" },
        { "/",           60, 1, "the cursor hidden" },
    };
    /* clang-format on */
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, " "); /* so that there are lines on both sides */
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t n = bytes_of(vt, cases[i].keys);
        long writes = vt_writes(vt);

        print_message("# %s: %zu bytes\n", cases[i].what, n);
        if (n > cases[i].most || n == 0)
            fail_msg("%s: %zu bytes", cases[i].what, n);
        if (writes >= 0 && writes != cases[i].writes)
            fail_msg("%s: %ld writes", cases[i].what, writes);
    }
    demo_quit(vt);
}

static void what_changes_nothing_sends_nothing(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    assert_int_equal(bytes_of(vt, "k"), 0); /* at the top already */
    assert_true(vt_writes(vt) <= 0);
    demo_quit(vt);
}

static void the_first_screen_is_small(void **state)
{
    struct vt *vt = demo_start();
    size_t len;

    (void)state;
    vt_bytes(vt, &len);
    print_message("# first screen: %zu bytes\n", len);
    assert_true(len < 2900);
    demo_quit(vt);
}

/* ---- styles ---- */

enum { STYLES_SHOWN = 20 };

static bool is_like(const struct vt_cell *a, const struct vt_cell *b)
{
    return a->bold == b->bold && a->underline == b->underline &&
           a->reverse == b->reverse && a->colour == b->colour;
}

/* The row of a style in the demo's view of them is its number and one. */
static void styles_reach_the_terminal(void **state)
{
    static const char *const plain[] = {"tests/term_demo", "--no-colour", NULL};
    static const struct {
        int a, b; /* of enum style: match, match current; bar, focused */
    } apart[] = {{17, 18}, {0, 17}, {1, 2}, {15, 16}, {0, 5}};

    (void)state;
    for (int colour = 0; colour < 2; colour++) {
        struct vt *vt =
            demo_start_with((struct vt_options){.argv = colour ? NULL : plain});
        bool coloured = false;

        vt_type(vt, "vv");
        vt_rest(vt);
        for (int row = 1; row <= STYLES_SHOWN; row++) {
            struct vt_cell cell = vt_cell(vt, row, 0);

            coloured |= cell.colour >= 0;
        }
        assert_int_equal(coloured, colour);
        for (size_t i = 0; i < ARRAY_LEN(apart); i++) {
            struct vt_cell a = vt_cell(vt, apart[i].a + 1, 0);
            struct vt_cell b = vt_cell(vt, apart[i].b + 1, 0);

            if (is_like(&a, &b))
                fail_msg("styles %d and %d look alike", apart[i].a, apart[i].b);
        }
        demo_quit(vt);
    }
}

/* ---- the clipboard ---- */

static void a_copy_goes_to_the_terminal(void **state)
{
    struct vt *vt = demo_start();
    size_t len;

    (void)state;
    vt_mark(vt);
    vt_type(vt, "y");
    vt_rest(vt);
    /* 复制 in base64 */
    assert_non_null(strstr(vt_bytes(vt, &len), "\033]52;c;5aSN5Yi2\a"));
    demo_quit(vt);
}

/* ---- the cursor ---- */

static void the_cursor_stands_in_the_prompt(void **state)
{
    struct vt *vt = demo_start();
    struct vt_screen s;

    (void)state;
    vt_type(vt, "/");
    vt_rest(vt);
    s = vt_screen(vt);
    assert_true(s.cursor_shown);
    assert_int_equal(s.cursor_row, 23);
    assert_int_equal(s.cursor_column, 26);
    vt_screen_clear(&s);
    vt_assert_repaints_same(vt);
    vt_type(vt, "/");
    vt_rest(vt);
    assert_false(vt_is_cursor_shown(vt));
    demo_quit(vt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_screen_is_the_canvas_at_every_size),
        cmocka_unit_test(every_width_from_20_to_132_is_whole),
        cmocka_unit_test(random_keys_and_sizes_leave_the_canvas),
        cmocka_unit_test(huge_windows_are_clamped),
        cmocka_unit_test(a_window_of_no_size_is_24_by_80),
        cmocka_unit_test(a_huge_window_at_the_start_is_clamped),
        cmocka_unit_test(a_change_to_the_size_it_had_paints_all),
        cmocka_unit_test(the_way_back_from_no_size_paints_all),
        cmocka_unit_test(keys_cost_few_bytes_and_one_write),
        cmocka_unit_test(what_changes_nothing_sends_nothing),
        cmocka_unit_test(the_first_screen_is_small),
        cmocka_unit_test(styles_reach_the_terminal),
        cmocka_unit_test(a_copy_goes_to_the_terminal),
        cmocka_unit_test(the_cursor_stands_in_the_prompt),
    };

    return cmocka_run_group_tests(tests, demo_make_dump, demo_remove_dump);
}
