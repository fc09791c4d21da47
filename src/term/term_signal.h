/*
 * term_signal.h - the signals of a program that holds a terminal.
 *
 * A handler only sets a flag, which term_read() turns into an event. Two
 * things are done in handlers, because nobody else can: a fatal signal gives
 * the terminal back before it kills, and a program that was told to end but
 * does not (it may hang in a write to a stalled terminal) is ended.
 */
#ifndef TERM_TERM_SIGNAL_H
#define TERM_TERM_SIGNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What gives the terminal back in an emergency: no terminfo, no memory. */
struct term_rescue {
    int fd;
    struct termios modes;
    char bytes[256];
    size_t len;
};

enum {
    TERM_SIGNAL_GRACE = 600 /* ms to end after SIGTERM, SIGHUP, SIGINT */
};

enum term_signal {
    TERM_SIGNAL_RESIZE,   /* SIGWINCH */
    TERM_SIGNAL_STOP,     /* SIGTSTP from outside */
    TERM_SIGNAL_CONTINUE, /* SIGCONT */
    TERM_SIGNAL_COUNT,
};

/* Install the handlers. `rescue` is copied, here and by
 * term_signal_set_rescue(), which says more of the same terminal. */
void term_signal_open(const struct term_rescue *rescue);
void term_signal_set_rescue(const struct term_rescue *rescue);
/* Put back what was there before; nothing is rescued any more. */
void term_signal_close(void);

/* Whether there is a terminal to give back just now. */
void term_signal_hold(bool held);

/* Whether a signal told the program to end. Stays true. */
bool term_signal_is_gone(void);

/* Whether `signal` came since the last call. */
bool term_signal_take(enum term_signal signal);

/* Wait until `fd` can be read (true), a signal came or `milliseconds` (< 0:
 * for ever) are over. A signal that comes just before is not missed. */
bool term_signal_wait(int fd, int milliseconds);

/* Stop the processes of the terminal's foreground, as a typed Ctrl-Z does
 * elsewhere; returns after they were continued. */
void term_signal_stop(void);

/* Give the terminal back at once; safe in a handler. */
void term_signal_rescue(void);

#endif
