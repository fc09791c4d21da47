#include "tests/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "tests/term_tests.h"

/* ---- coming and going ---- */

static void it_takes_the_terminal_and_gives_it_back(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    assert_true(vt_is_alternate(vt));
    assert_false(vt_is_cursor_shown(vt));
    assert_true(vt_takes_pastes(vt));
    assert_false(vt_modes_are_restored(vt));
    vt_wait_row(vt, 0, "term_demo 演示");
    vt_wait_row(vt, 1, "1 为落实");
    vt_wait_row(vt, 23, "ready");
    demo_quit(vt);
}

static void it_needs_a_terminal_to_read_from(void **state)
{
    static const char *const argv[] = {"/bin/sh", "-c",
                                       "tests/term_demo </dev/null", NULL};
    struct vt *vt = demo_start_with((struct vt_options){.argv = argv});

    (void)state;
    assert_int_equal(vt_wait_exit(vt), 2);
    assert_true(vt_has(vt, "not a terminal"));
    assert_given_back(vt);
    vt_stop(vt);
}

static void a_closed_standard_input_is_said(void **state)
{
    static const char *const argv[] = {"/bin/sh", "-c", "tests/term_demo <&-",
                                       NULL};
    struct vt *vt = demo_start_with((struct vt_options){.argv = argv});

    (void)state;
    assert_int_equal(vt_wait_exit(vt), 2);
    vt_stop(vt);
}

static void an_unknown_terminal_is_taken_for_a_likely_one(void **state)
{
    static const char *const env[] = {"TERM=foot-of-tomorrow", NULL};
    struct vt *vt = demo_start_with((struct vt_options){.env = env});

    (void)state;
    vt_wait_row(vt, 23, "ready");
    demo_quit(vt);
}

static void a_terminal_that_cannot_draw_is_refused(void **state)
{
    static const char *const envs[] = {"TERM=dumb", "TERM=", "TERM",
                                       "TERM=unknown", "TERM=lpr"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(envs); i++) {
        const char *const env[] = {envs[i], NULL};
        struct vt *vt = demo_start_with((struct vt_options){.env = env});

        assert_int_equal(vt_wait_exit(vt), 2);
        assert_given_back(vt);
        vt_stop(vt);
    }
}

/* ---- signals ---- */

static void signals_from_outside_end_it(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        struct vt *vt = demo_start();

        vt_signal(vt, signals[i]);
        assert_int_equal(vt_wait_exit(vt), 4);
        assert_given_back(vt);
        vt_stop(vt);
    }
}

static void typed_signals_are_keys(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, "\003");
    vt_wait_row(vt, 23, "1 key 3");
    vt_type(vt, "\023\034\021"); /* Ctrl-S, Ctrl-\, Ctrl-Q: nothing */
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "2 key 78 x");
    demo_quit(vt);
}

static void whatever_kills_it_gives_the_terminal_back(void **state)
{
    /* clang-format off */
    static const struct {
        const char *key;
        int status;
    } cases[] = {
        { "S", 128 + SIGSEGV },
        { "A", 128 + SIGABRT },
        { "M", MEM_STATUS }, /* out of memory */
        { "X", 3 },             /* exit() without term_close() */
    };
    static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT,
                                   SIGQUIT, SIGSYS, SIGXCPU };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct vt *vt = demo_start();

        vt_type(vt, cases[i].key);
        assert_int_equal(vt_wait_exit(vt), cases[i].status);
        assert_given_back(vt);
        vt_stop(vt);
    }
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        struct vt *vt = demo_start();

        vt_signal(vt, signals[i]);
        assert_int_equal(vt_wait_exit(vt), 128 + signals[i]);
        assert_given_back(vt);
        vt_stop(vt);
    }
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void a_hanging_program_ends_within_a_second(void **state)
{
    struct vt *vt = demo_start();
    double start;

    (void)state;
    vt_type(vt, "H"); /* it never reads again */
    vt_wait_busy(vt);
    start = seconds();
    vt_signal(vt, SIGTERM);
    assert_int_equal(vt_wait_exit(vt), 128 + SIGTERM);
    assert_true(seconds() - start < 1);
    assert_given_back(vt);
    vt_stop(vt);
}

static void a_vanished_terminal_ends_it(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_hang_up(vt);
    assert_int_equal(vt_wait_exit(vt), 4);
    vt_stop(vt);
}

static void a_vanished_terminal_ends_it_where_hangups_are_ignored(void **state)
{
    static const char *const argv[] = {
        "/bin/sh", "-c", "trap '' HUP; exec tests/term_demo", NULL};
    struct vt *vt = demo_start_with((struct vt_options){.argv = argv});

    (void)state;
    vt_signal(vt, SIGHUP);
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "1 key 78 x");
    vt_hang_up(vt);
    assert_int_equal(vt_wait_exit(vt), 4);
    vt_stop(vt);
}

/* ---- stopping ---- */

static void it_stops_and_comes_back_at_the_new_size(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_type(vt, "\032");
    vt_wait_stopped(vt);
    assert_false(vt_is_alternate(vt));
    assert_true(vt_is_cursor_shown(vt));
    assert_false(vt_takes_pastes(vt));
    vt_resize(vt, 30, 101);
    vt_continue(vt);
    vt_wait_row(vt, 29, "1 key 1a");
    vt_rest(vt);
    assert_true(vt_is_alternate(vt));
    assert_false(vt_is_cursor_shown(vt));
    assert_true(vt_takes_pastes(vt));
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

static void it_stops_when_told_from_outside(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_signal(vt, SIGTSTP);
    vt_wait_stopped(vt);
    assert_false(vt_is_alternate(vt));
    vt_continue(vt);
    vt_wait_row(vt, 23, "1 continued");
    vt_rest(vt);
    assert_true(vt_is_alternate(vt));
    demo_quit(vt);
}

static void it_comes_back_from_a_stop_that_it_never_saw(void **state)
{
    struct vt *vt = demo_start();

    (void)state;
    vt_signal(vt, SIGSTOP);
    vt_wait_stopped(vt);
    vt_continue(vt);
    vt_wait_row(vt, 23, "1 continued");
    vt_rest(vt);
    assert_true(vt_is_alternate(vt));
    assert_true(vt_takes_pastes(vt));
    vt_type(vt, "x");
    vt_wait_row(vt, 23, "2 key 78 x");
    demo_quit(vt);
}

static void told_to_end_while_stopped_it_leaves_the_shell_alone(void **state)
{
    struct vt *vt = demo_start();
    size_t len;

    (void)state;
    vt_type(vt, "\032");
    vt_wait_stopped(vt);
    vt_signal(vt, SIGTERM);
    vt_mark(vt);
    vt_continue_behind(vt);
    assert_int_equal(vt_wait_exit(vt), 4);
    vt_bytes(vt, &len);
    assert_int_equal(len, 0);
    assert_given_back(vt);
    vt_stop(vt);
}

/* ---- a terminal that does not read ---- */

static void fill_the_line(struct vt *vt)
{
    vt_stall(vt, true);
    for (int i = 0; i < 400 && !vt_is_stuck(vt); i++) {
        vt_type(vt, i % 2 ? " " : "\f");
        vt_wait_taken(vt);
    }
    assert_true(vt_is_stuck(vt));
}

#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_MAX = 8000 }; /* KiB; it keeps what was freed for a while */
#else
enum { MEMORY_MAX = 300 };
#endif

static void a_stalled_terminal_costs_no_memory(void **state)
{
    struct vt *vt = demo_start();
    long before = vt_memory(vt);

    (void)state;
    fill_the_line(vt);
    vt_type(vt, "jkjkjkjk jkjkjkjk");
    assert_true(vt_memory(vt) - before < MEMORY_MAX);
    vt_stall(vt, false);
    vt_rest(vt);
    vt_assert_repaints_same(vt);
    demo_quit(vt);
}

static void a_stalled_terminal_does_not_keep_it_alive(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        struct vt *vt = demo_start();
        double start;

        fill_the_line(vt);
        start = seconds();
        vt_signal(vt, signals[i]);
        assert_int_equal(vt_wait_exit(vt), 128 + signals[i]);
        assert_true(seconds() - start < 1);
        vt_stall(vt, false);
        vt_rest(vt);
        assert_given_back(vt);
        vt_stop(vt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_takes_the_terminal_and_gives_it_back),
        cmocka_unit_test(it_needs_a_terminal_to_read_from),
        cmocka_unit_test(a_closed_standard_input_is_said),
        cmocka_unit_test(an_unknown_terminal_is_taken_for_a_likely_one),
        cmocka_unit_test(a_terminal_that_cannot_draw_is_refused),
        cmocka_unit_test(signals_from_outside_end_it),
        cmocka_unit_test(typed_signals_are_keys),
        cmocka_unit_test(whatever_kills_it_gives_the_terminal_back),
        cmocka_unit_test(a_hanging_program_ends_within_a_second),
        cmocka_unit_test(a_vanished_terminal_ends_it),
        cmocka_unit_test(a_vanished_terminal_ends_it_where_hangups_are_ignored),
        cmocka_unit_test(it_stops_and_comes_back_at_the_new_size),
        cmocka_unit_test(it_stops_when_told_from_outside),
        cmocka_unit_test(it_comes_back_from_a_stop_that_it_never_saw),
        cmocka_unit_test(told_to_end_while_stopped_it_leaves_the_shell_alone),
        cmocka_unit_test(a_stalled_terminal_costs_no_memory),
        cmocka_unit_test(a_stalled_terminal_does_not_keep_it_alive),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
