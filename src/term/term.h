/*
 * term.h - the port: shows a canvas on the terminal and reads its keys.
 *
 * The only module that knows curses, and the only one with state of its own
 * (a process has one terminal). Whatever ends the program gives the terminal
 * back: fatal signals and want of memory too.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "canvas/canvas.h"
#include "term/term_probe.h"

#define TERM_MAX_ROWS    400 /* window sizes come from the client */
#define TERM_MAX_COLUMNS 800

struct term_options {
    int ambiguous;   /* 1, 2, or 0: ask the terminal */
    bool colour;     /* false under NO_COLOR or --color=never */
    bool hyperlinks; /* mark links with OSC 8 */
};

enum term_event_kind {
    TERM_NOTHING,   /* the time is over */
    TERM_KEY,       /* `key`, see canvas/key.h */
    TERM_PASTE,     /* `paste`: the whole of a bracketed paste */
    TERM_RESIZED,   /* ask term_size(), which may be as before; draw again */
    TERM_CONTINUED, /* back from Ctrl-Z: draw again */
    TERM_AMBIGUOUS, /* the terminal answered, and it is not as assumed: ask
                       term_ambiguous() and term_encoding(), draw again */
    TERM_GONE,      /* hang-up, end of input, SIGTERM: leave now */
};

struct term_event {
    enum term_event_kind kind;
    int key;
    char *paste; /* owned by the port, until the next term_read(); broken
                    UTF-8 is possible, at most 64 KiB are kept */
    size_t paste_len;
};

/*
 * Whether this TERM can be drawn on: NULL if it can; else the name of the
 * one to use in its place ("" : none, print instead). Pure look-up.
 */
const char *term_fallback(const char *name);

/* Take the terminal over. `e`: ERR_TERM. Sets signal handlers and
 * mem_on_failure(). */
bool term_open(const struct term_options *options, struct err *e);

/* Give the terminal back: modes, screen, cursor, nothing left unread that
 * would be typed into the shell. May be called at any time, twice too. */
void term_close(void);

/* What the user should know of how the terminal is drawn on: that this curses
 * measures or writes by itself, so that there are no links and some characters
 * are replaced. One sentence; NULL: nothing. */
const char *term_remark(void);

void term_size(int *rows, int *columns); /* clamped to the limits */
enum ambiguous term_ambiguous(void);

/* Whether the terminal understands UTF-8, as far as it has answered. Only
 * asked where the locale is UTF-8. */
enum term_encoding term_encoding(void);

/* Show a canvas of term_size(); with `row` >= 0 the cursor stands at (row,
 * column), else it is hidden. One write. */
void term_show(const struct canvas *c, int row, int column);

/* The next term_show() paints every cell. */
void term_repaint(void);

/* Wait for an event for at most `milliseconds` (< 0: for ever, 0: only what
 * is there). */
void term_read(struct term_event *event, int milliseconds);

/* Whether there is input that term_read() has not looked at; takes none. */
bool term_is_waiting(void);

/* Stop the process as Ctrl-Z does; returns after it was continued. */
void term_suspend(void);

/* Send `len` bytes to the clipboard of the user's terminal (OSC 52). There
 * is no answer. False when the text is too long to be sent (over 74,994
 * bytes: xterm's limit). */
bool term_copy(const char *text, size_t len);

#endif
