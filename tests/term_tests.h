/*
 * term_tests.h - what the tests of the terminal port share: starting and
 * leaving tests/term_demo.
 */
#ifndef TESTS_TERM_TESTS_H
#define TESTS_TERM_TESTS_H

#include "tests/vt.h"

/* The demo at 80x24, at rest. */
struct vt *demo_start(void);

/* The demo with some options set; argv and the size may be left out. */
struct vt *demo_start_with(struct vt_options options);

/* Press q, and fail unless it leaves with status 0 and everything as it was;
 * frees. */
void demo_quit(struct vt *vt);

/* Fail unless the terminal is as before the start. */
void assert_given_back(struct vt *vt);

#endif
