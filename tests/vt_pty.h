/*
 * vt_pty.h - the job behind vt.h: a program on a pty, under a leader that
 * stands in for the shell.
 */
#ifndef TESTS_VT_PTY_H
#define TESTS_VT_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

struct vt_pty {
    int master, slave;     /* -1 after a hang-up */
    int commands, reports; /* to and from the leader */
    pid_t leader, pid;
    struct termios modes; /* at the start */
    long turns;           /* how often it had gone to sleep when last sent
                             something */
    bool stopped, ended;
    int status; /* as of waitpid(), once ended */
};

/* False with errno set if it cannot be started. */
bool vt_pty_start(struct vt_pty *p, const char *const *argv,
                  const char *const *env, int rows, int columns);
void vt_pty_stop(struct vt_pty *p);

void vt_pty_send(struct vt_pty *p, const char *bytes, size_t len);
void vt_pty_resize(struct vt_pty *p, int rows, int columns);
void vt_pty_signal(struct vt_pty *p, int signal);
void vt_pty_hang_up(struct vt_pty *p);
void vt_pty_continue(struct vt_pty *p, bool in_front);

/* Wait up to `milliseconds` for output of the program (not if `stalled`) or a
 * report of the leader. Returns the bytes of output read into `buf`. */
size_t vt_pty_take(struct vt_pty *p, bool stalled, int milliseconds, char *buf,
                   size_t size);

/* Whether the program waits for input, and has taken all that was sent. */
bool vt_pty_is_resting(const struct vt_pty *p);

/* Whether it has woken since it was sent something, and read all of it. */
bool vt_pty_has_read(const struct vt_pty *p);

/* Whether the program waits for somebody to read its output. */
bool vt_pty_is_stuck(const struct vt_pty *p);

/* Put a NUL behind all output that the program has written so far. The kernel
 * hands output over a moment later; once the NUL is there, all of it is. 1: it
 * is put; 0: no room yet; -1: the terminal is gone. */
int vt_pty_put_marker(const struct vt_pty *p);

/* A number from a file of /proc/PID, after `label`; -1 if there is none. */
long vt_pty_number(const struct vt_pty *p, const char *file, const char *label);

int vt_pty_unread(const struct vt_pty *p);
long vt_pty_writes(const struct vt_pty *p);
long vt_pty_memory(const struct vt_pty *p);
double vt_pty_cpu(const struct vt_pty *p);

#endif
