/*
 * term_output.h - collects what curses writes, so that a picture is one
 * write.
 *
 * ncurses flushes its buffer at every jump of the cursor (Debian's does: 24
 * writes for a page), and each write may become a packet of its own. It has
 * no hook for its output. So the object defines write(), which a shared
 * ncursesw or libtinfo then calls in place of libc's; as with wcwidth()
 * (term_wcwidth.h) that works only where the object is linked into the program
 * itself. Every other write passes through.
 */
#ifndef TERM_TERM_OUTPUT_H
#define TERM_TERM_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Keep what is written to standard output from now on, or no longer. */
void term_output_collect(bool collect);

/* Whether anything is kept: a test of whether curses writes through us. */
bool term_output_has(void);

/* Add bytes to what is kept; where nothing is being kept they are sent. */
void term_output_add(const char *bytes); /* NUL-terminated; NULL: nothing */

/* Let a function change what is kept before it is sent; NULL: none. */
void term_output_change(void (*change)(struct str *kept));

/* Send what is kept, in one write if the terminal takes it. Ends early when
 * the terminal is gone: reading will tell. */
void term_output_send(void);

/* The same, but ends also when a signal has told the program to end. */
void term_output_try(void);

/* Drop what is kept and free its room. */
void term_output_clear(void);

/* The system's write, whatever is being kept. Safe in a handler. */
bool term_output_now(int fd, const char *bytes, size_t len);

#endif
