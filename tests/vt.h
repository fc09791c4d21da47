/*
 * vt.h - runs a program on a terminal of our own, for tests: a pty with
 * libvterm behind it.
 *
 * Its tables of character widths are not libc's, so what it shows is a second
 * opinion. The program runs as a job under a small shell-like leader, so that
 * it can be stopped and continued. Nothing here sleeps for a fixed time: one
 * waits for a text, or until the program is at rest (it waits for input, has
 * read all of it, and all of its output was taken). Every wait has a deadline
 * and fails the test with a picture of the screen.
 */
#ifndef TESTS_VT_H
#define TESTS_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum vt_answers {
    VT_ANSWER, /* cursor and status questions are answered at once */
    VT_SILENT, /* never */
    VT_HOLD,   /* answers are kept for vt_held() */
};

struct vt_options {
    const char *const *argv; /* up to NULL; argv[0] is a path */
    const char *const *env;  /* up to NULL: "K=V" or "K" (unset); may be NULL */
    int rows, columns;
    int ambiguous; /* columns of ambiguous characters: 1 (0) or 2 */
    enum vt_answers answers;
    const char *encoding; /* NULL: UTF-8; "8bit"; or a name for iconv() */
};

struct vt;

/* Start the program. Environment: PATH, HOME=/nonexistent, LANG=C.UTF-8,
 * TERM=xterm-256color, GONGWEN_*-free, and what `options` says. Fails the
 * test if it cannot. */
struct vt *vt_start(const struct vt_options *options);

/* End what is left of it and free. */
void vt_stop(struct vt *vt);

/* ---- to the program ---- */

void vt_send(struct vt *vt, const char *bytes, size_t len);
void vt_type(struct vt *vt, const char *keys);        /* NUL-terminated UTF-8 */
void vt_paste(struct vt *vt, const char *text);       /* in a bracketed paste */
void vt_resize(struct vt *vt, int rows, int columns); /* 0x0: it forgets its
                                                        size and picture */
void vt_wipe(struct vt *vt); /* the terminal loses what it shows */
void vt_signal(struct vt *vt, int signal);
void vt_hang_up(struct vt *vt);             /* the terminal vanishes */
void vt_stall(struct vt *vt, bool stalled); /* the terminal does not read */

/* Answers kept under VT_HOLD so far; forgets them. The caller frees. */
char *vt_held(struct vt *vt);

/* ---- waiting ---- */

void vt_rest(struct vt *vt); /* until the program is at rest, or has ended */
void vt_wait_taken(struct vt *vt); /* or until it is stuck in a write */
void vt_wait_read(struct vt *vt);  /* until nothing is unread */
void vt_wait_main_screen(struct vt *vt);
void vt_wait_busy(struct vt *vt);      /* until it computes, for 30 ms */
bool vt_is_stuck(const struct vt *vt); /* it waits for its output to be read */
void vt_wait_text(struct vt *vt, const char *text);         /* anywhere */
void vt_wait_row(struct vt *vt, int row, const char *text); /* in a row */
void vt_wait_held(struct vt *vt, const char *end); /* answers end in `end` */
void vt_wait_stopped(struct vt *vt);
void vt_continue(struct vt *vt);        /* as `fg` does */
void vt_continue_behind(struct vt *vt); /* as `bg` does */

/* Whether it has ended, as far as was noticed. */
bool vt_has_ended(const struct vt *vt);

/* Wait for the end: the exit status, or 128 + the signal. */
int vt_wait_exit(struct vt *vt);

/* ---- what it shows ---- */

struct vt_cell {
    uint32_t chars[6]; /* base and marks, 0 after the last; a blank is ' ' */
    int width;         /* 1 or 2; 0 in the second cell of a wide one */
    bool bold, underline, reverse;
    int colour; /* ANSI number, or -1: default */
    int link;   /* 0: none; the same number for the same link */
};

struct vt_screen {
    int rows, columns;
    int cursor_row, cursor_column;
    bool cursor_shown;
    struct vt_cell *cells; /* owned */
};

struct vt_cell vt_cell(const struct vt *vt, int row, int column);
char *vt_row(const struct vt *vt, int row); /* UTF-8; the caller frees */
char *vt_text(const struct vt *vt);         /* all rows, each with a \n */
bool vt_has(const struct vt *vt, const char *text);
void vt_print(const struct vt *vt); /* to standard error, as TAP comments */

struct vt_screen vt_screen(const struct vt *vt);
void vt_screen_clear(struct vt_screen *s);

/* Fail if two screens differ, naming the first cell that does. */
void vt_assert_same(const struct vt_screen *a, const struct vt_screen *b,
                    const char *what);

/* Fail unless every character has as many cells as it is wide and none hangs
 * over the edge. */
void vt_assert_whole(const struct vt *vt);

/* Press Ctrl-L and fail unless the screen stays the same. */
void vt_assert_repaints_same(struct vt *vt);

/* The link of a cell as it was opened (OSC 8): "id=ID;ADDRESS", or NULL. */
const char *vt_link(const struct vt *vt, int row, int column);
int vt_links_opened(const struct vt *vt); /* so far */

/* Fail unless every link that was opened was closed before the next one. */
void vt_assert_links_are_closed(const struct vt *vt);

/* ---- the line ---- */

bool vt_is_alternate(const struct vt *vt); /* the other screen is shown */
bool vt_is_cursor_shown(const struct vt *vt);
bool vt_takes_pastes(const struct vt *vt);       /* bracketed paste is on */
bool vt_modes_are_restored(const struct vt *vt); /* termios as at the start */
int vt_unread(const struct vt *vt); /* bytes that nobody has read */

/* Everything that came since vt_mark(), and in how many writes. */
void vt_mark(struct vt *vt);
const char *vt_bytes(const struct vt *vt, size_t *len);
long vt_writes(const struct vt *vt); /* -1: the kernel does not say */

long vt_memory(const struct vt *vt); /* resident, KiB */
double vt_cpu(const struct vt *vt);  /* seconds used */

#endif
