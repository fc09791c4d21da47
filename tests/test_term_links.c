/* test_term_links.c - links on the terminal stand where the canvas has them,
 * however the cells get there. */
#include "tests/test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/term_tests.h"

/* The demo in its view of links. */
static struct vt *start(struct vt_options o)
{
    struct vt *vt;

    if (!o.argv)
        o.argv = demo_dumping_links;
    vt = demo_start_with(o);
    vt_type(vt, "vvvv");
    vt_rest(vt);
    return vt;
}

static void links_are_where_the_canvas_has_them(void **state)
{
    static const struct {
        int rows, columns;
    } sizes[] = {{24, 80}, {23, 79}, {12, 41}, {40, 132}, {6, 20}, {2, 9}};

    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start((struct vt_options){.ambiguous = ambiguous});

        demo_assert_canvas(vt);
        assert_true(vt_links_opened(vt) > 10);
        for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
            vt_resize(vt, sizes[i].rows, sizes[i].columns);
            demo_assert_canvas(vt);
            for (const char *keys = "jjj k  kkj"; *keys; keys++) {
                vt_send(vt, keys, 1);
                demo_assert_canvas(vt);
            }
            vt_assert_repaints_same(vt);
        }
        demo_quit(vt);
    }
}

static void they_stay_right_over_random_keys_and_sizes(void **state)
{
    static const char keys[] = "jjjjjjkkkk  v/x\f";
    struct vt *vt = start((struct vt_options){0});
    unsigned seed = 3;

    (void)state;
    for (int step = 0; step < 600; step++) {
        seed = seed * 1103515245 + 12345;
        if (seed >> 28 == 0)
            vt_resize(vt, 1 + (int)(seed >> 16) % 40,
                      1 + (int)(seed >> 8) % 140);
        else
            vt_send(vt, &keys[(seed >> 16) % (sizeof(keys) - 1)], 1);
        demo_assert_canvas(vt);
    }
    demo_quit(vt);
}

static void with_few_colours_some_are_marked_and_none_wrongly(void **state)
{
    static const char *const terms[] = {"TERM=xterm", "TERM=xterm-16color",
                                        "TERM=screen", "TERM=xterm-direct",
                                        "TERM=rxvt"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
        const char *const env[] = {terms[i], NULL};
        struct vt *vt = start((struct vt_options){.env = env});

        for (int step = 0; step < 30; step++) {
            if (demo_assert_some_links(vt) == 0)
                fail_msg("%s: no links", terms[i]);
            vt_type(vt, step % 3 == 2 ? "k" : "j");
        }
        demo_quit(vt);
    }
}

static void forget_links(struct vt_screen *s)
{
    for (int i = 0; i < s->rows * s->columns; i++)
        s->cells[i].link = 0;
}

static void the_cells_are_those_without_links(void **state)
{
    static const char *const plain[] = {"tests/term_demo", NULL};
    struct vt *with = start((struct vt_options){0});
    struct vt *without = start((struct vt_options){.argv = plain});

    (void)state;
    for (const char *keys = "jj k  jjjkvvvvvj"; *keys; keys++) {
        struct vt_screen a, b;

        vt_send(with, keys, 1);
        vt_send(without, keys, 1);
        vt_rest(with);
        vt_rest(without);
        a = vt_screen(with);
        b = vt_screen(without);
        forget_links(&a);
        vt_assert_same(&a, &b, "with and without links");
        vt_screen_clear(&a);
        vt_screen_clear(&b);
    }
    assert_int_equal(vt_links_opened(without), 0);
    demo_quit(without); /* first: its leader holds the other one's pipes */
    demo_quit(with);
}

static void links_need_no_colours_of_ours(void **state)
{
    static const char *const argv[] = {"tests/term_demo", "--no-colour",
                                       "--hyperlinks", NULL};
    struct vt *vt = start((struct vt_options){.argv = argv});
    struct vt_screen s = vt_screen(vt);

    (void)state;
    assert_true(vt_links_opened(vt) > 10);
    for (int i = 0; i < s.rows * s.columns; i++) {
        if (s.cells[i].width > 0)
            assert_int_equal(s.cells[i].colour, -1);
    }
    vt_screen_clear(&s);
    demo_quit(vt);
}

static void terminals_that_cannot_say_it_are_not_told(void **state)
{
    static const char *const terms[] = {"TERM=vt100", "TERM=xterm-mono",
                                        "TERM=linux"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
        const char *const env[] = {terms[i], NULL};
        struct vt *vt = start((struct vt_options){.env = env});

        assert_int_equal(vt_links_opened(vt), 0);
        demo_quit(vt);
    }
}

static void none_is_open_while_it_is_stopped(void **state)
{
    struct vt *vt = start((struct vt_options){0});

    (void)state;
    vt_type(vt, "\032");
    vt_wait_stopped(vt);
    vt_assert_links_are_closed(vt);
    vt_continue(vt);
    vt_rest(vt);
    demo_assert_canvas(vt);
    demo_quit(vt);
}

/* A picture that was cut may have left one open. */
static void whatever_kills_it_ends_links(void **state)
{
    struct vt *vt = start((struct vt_options){0});
    size_t len;

    (void)state;
    vt_mark(vt);
    vt_signal(vt, SIGABRT);
    assert_int_equal(vt_wait_exit(vt), 128 + SIGABRT);
    assert_non_null(strstr(vt_bytes(vt, &len), "\033]8;;\033\\"));
    vt_stop(vt);
}

static void a_copy_passes_beside_links(void **state)
{
    struct vt *vt = start((struct vt_options){0});
    size_t len;

    (void)state;
    vt_mark(vt);
    vt_type(vt, "y");
    vt_rest(vt);
    assert_non_null(strstr(vt_bytes(vt, &len), "\033]52;c;5aSN5Yi2\a"));
    demo_quit(vt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_where_the_canvas_has_them),
        cmocka_unit_test(they_stay_right_over_random_keys_and_sizes),
        cmocka_unit_test(with_few_colours_some_are_marked_and_none_wrongly),
        cmocka_unit_test(the_cells_are_those_without_links),
        cmocka_unit_test(links_need_no_colours_of_ours),
        cmocka_unit_test(terminals_that_cannot_say_it_are_not_told),
        cmocka_unit_test(none_is_open_while_it_is_stopped),
        cmocka_unit_test(whatever_kills_it_ends_links),
        cmocka_unit_test(a_copy_passes_beside_links),
    };

    return cmocka_run_group_tests(tests, demo_make_dump, demo_remove_dump);
}
