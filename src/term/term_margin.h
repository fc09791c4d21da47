/*
 * term_margin.h - where the cursor is behind a character in the last column.
 *
 * Terminals differ: it wraps at once, or only with the next character. curses
 * believes terminfo, but ansi, cygwin and cons25, which say "at once", are
 * names that terminals of the other kind go by today, and then a row is drawn
 * over the one before. The description of vt100 is right for both kinds: behind
 * the last column it says each time where it goes on.
 */
#ifndef TERM_TERM_MARGIN_H
#define TERM_TERM_MARGIN_H

/* The name of the description by which to draw on this terminal, itself or
 * "vt100"; borrowed as `name` is. No curses may be open. */
const char *term_margin_name(const char *name);

#endif
