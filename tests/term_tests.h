/*
 * term_tests.h - what the tests of the terminal port share: starting and
 * leaving tests/term_demo, and holding its screen against its canvas.
 */
#ifndef TESTS_TERM_TESTS_H
#define TESTS_TERM_TESTS_H

#include "tests/vt.h"

/* The demo at 80x24, at rest. */
struct vt *demo_start(void);

/* The demo with some options set; argv and the size may be left out. */
struct vt *demo_start_with(struct vt_options options);

/* A file for what the demo shows, for a group of tests; the command line that
 * makes the demo write to it, with links too. */
int demo_make_dump(void **state);
int demo_remove_dump(void **state);
extern const char *const demo_dumping[];
extern const char *const demo_dumping_links[];

/* Fail unless the screen shows what the canvas held, cell for cell, the links
 * as well where they are written. */
void demo_assert_canvas(struct vt *vt);

/* As demo_assert_canvas(), where the terminal may have too few colours for all
 * links. Returns how many cells are linked. */
int demo_assert_some_links(struct vt *vt);

/* Press q, and fail unless it leaves with status 0 and everything as it was;
 * frees. */
void demo_quit(struct vt *vt);

/* Fail unless the terminal is as before the start. */
void assert_given_back(struct vt *vt);

#endif
