#include "tests/vt_pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    RESTING_MS = 900 /* who waits shorter than this has something in hand */
};

struct report {
    char what; /* 'P'id, 'S'topped, 'X': ended */
    int value;
};

/* ---- the leader's side ---- */

static void tell(int fd, char what, int value)
{
    struct report r = {.what = what, .value = value};

    if (write(fd, &r, sizeof(r)) != (ssize_t)sizeof(r))
        _exit(1);
}

static void run_program(int slave, const char *const *argv,
                        const char *const *env)
{
    static const int signals[] = {SIGHUP,  SIGINT,  SIGQUIT,
                                  SIGTTOU, SIGTTIN, SIGTSTP};

    setpgid(0, 0);
    tcsetpgrp(slave, getpid());
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        signal(signals[i], SIG_DFL);
    dup2(slave, 0);
    dup2(slave, 1);
    dup2(slave, 2);
    for (; env && *env; env++) {
        char *copy = strdup(*env);

        if (strchr(*env, '='))
            putenv(copy);
        else
            unsetenv(*env);
    }
    execv(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

/* Take over as a shell does when its job stops; give back when told. */
static void hold_job(int slave, pid_t pid, int commands,
                     const struct termios *modes)
{
    struct termios of_job;
    char command;

    tcgetattr(slave, &of_job);
    tcsetpgrp(slave, getpgrp());
    tcsetattr(slave, TCSADRAIN, modes);
    if (read(commands, &command, 1) != 1)
        return;
    if (command == 'f')
        tcsetpgrp(slave, pid);
    kill(-pid, SIGCONT);
}

static void lead(struct vt_pty *p, const char *const *argv,
                 const char *const *env, int commands, int reports)
{
    static const int signals[] = {SIGHUP,  SIGINT,  SIGQUIT,
                                  SIGTTOU, SIGTTIN, SIGTSTP};
    pid_t pid;
    int status;

    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        signal(signals[i], SIG_IGN);
    setsid();
    ioctl(p->slave, TIOCSCTTY, 0);
    pid = fork();
    if (pid == 0)
        run_program(p->slave, argv, env);
    setpgid(pid, pid);
    tcsetpgrp(p->slave, pid);
    tell(reports, 'P', (int)pid);
    close(p->master); /* or the terminal could never hang up */
    for (;;) {
        if (waitpid(pid, &status, WUNTRACED) != pid)
            _exit(1);
        if (!WIFSTOPPED(status))
            break;
        tell(reports, 'S', WSTOPSIG(status));
        hold_job(p->slave, pid, commands, &p->modes);
    }
    tell(reports, 'X', status);
    while (read(commands, &status, 1) > 0)
        ; /* the session lives until the test has looked at the terminal */
    _exit(0);
}

/* ---- the test's side ---- */

static void window(struct vt_pty *p, int rows, int columns)
{
    struct winsize size = {
        .ws_row = (unsigned short)rows,
        .ws_col = (unsigned short)columns,
    };

    ioctl(p->master, TIOCSWINSZ, &size);
}

bool vt_pty_start(struct vt_pty *p, const char *const *argv,
                  const char *const *env, int rows, int columns)
{
    int to[2];
    int from[2];

    *p = (struct vt_pty){.master = -1, .slave = -1, .turns = -1};
    if (openpty(&p->master, &p->slave, NULL, NULL, NULL) != 0)
        return false;
    fcntl(p->master, F_SETFD, FD_CLOEXEC);
    fcntl(p->slave, F_SETFD, FD_CLOEXEC);
    tcgetattr(p->slave, &p->modes);
    window(p, rows, columns);
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0)
        return false;
    p->leader = fork();
    if (p->leader == 0) {
        close(to[1]);
        close(from[0]);
        lead(p, argv, env, to[0], from[1]);
    }
    close(p->slave); /* shared with the program: this one is ours */
    p->slave =
        open(ptsname(p->master), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    close(to[0]);
    close(from[1]);
    p->commands = to[1];
    p->reports = from[0];
    while (p->pid == 0 && !p->ended && p->leader > 0)
        vt_pty_take(p, true, 1000, NULL, 0);
    return p->pid > 0;
}

void vt_pty_stop(struct vt_pty *p)
{
    if (!p->ended && p->pid > 0) {
        kill(p->pid, SIGKILL);
        kill(p->pid, SIGCONT);
    }
    vt_pty_hang_up(p);
    close(p->commands);
    close(p->reports);
    if (p->leader > 0)
        waitpid(p->leader, NULL, 0);
}

long vt_pty_number(const struct vt_pty *p, const char *file, const char *label)
{
    char path[64];
    char line[256];
    long number = -1;
    FILE *f;

    snprintf(path, sizeof(path), "/proc/%d/%s", (int)p->pid, file);
    f = fopen(path, "re");
    if (!f)
        return -1;
    while (number < 0 && fgets(line, sizeof(line), f)) {
        if (strncmp(line, label, strlen(label)) == 0)
            number = strtol(line + strlen(label), NULL, 10);
    }
    fclose(f);
    return number;
}

static long turns_of(const struct vt_pty *p)
{
    return vt_pty_number(p, "status", "voluntary_ctxt_switches:");
}

long vt_pty_writes(const struct vt_pty *p)
{
    return vt_pty_number(p, "io", "syscw:");
}

long vt_pty_memory(const struct vt_pty *p)
{
    return vt_pty_number(p, "status", "VmRSS:");
}

double vt_pty_cpu(const struct vt_pty *p)
{
    char path[64];
    unsigned long user = 0;
    unsigned long system = 0;
    FILE *f;

    snprintf(path, sizeof(path), "/proc/%d/stat", (int)p->pid);
    f = fopen(path, "re");
    if (f && fscanf(f,
                    "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u "
                    "%*u %lu %lu",
                    &user, &system) != 2)
        user = 0;
    if (f)
        fclose(f);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

void vt_pty_send(struct vt_pty *p, const char *bytes, size_t len)
{
    p->turns = turns_of(p);
    while (len > 0 && p->master >= 0) {
        ssize_t n = write(p->master, bytes, len);

        if (n <= 0)
            return;
        bytes += n;
        len -= (size_t)n;
    }
}

void vt_pty_resize(struct vt_pty *p, int rows, int columns)
{
    struct winsize size = {0};

    ioctl(p->master, TIOCGWINSZ, &size);
    if (size.ws_row == rows && size.ws_col == columns)
        return;
    p->turns = turns_of(p);
    window(p, rows, columns);
}

void vt_pty_signal(struct vt_pty *p, int signal)
{
    p->turns = turns_of(p);
    kill(p->pid, signal);
}

void vt_pty_hang_up(struct vt_pty *p)
{
    if (p->slave >= 0)
        close(p->slave);
    if (p->master >= 0)
        close(p->master);
    p->slave = -1;
    p->master = -1;
}

void vt_pty_continue(struct vt_pty *p, bool in_front)
{
    p->turns = turns_of(p);
    p->stopped = false;
    if (write(p->commands, in_front ? "f" : "b", 1) != 1)
        p->ended = true;
}

static void take_report(struct vt_pty *p)
{
    struct report r;
    ssize_t n = read(p->reports, &r, sizeof(r));

    if (n != (ssize_t)sizeof(r)) {
        p->ended = true;
        return;
    }
    if (r.what == 'P')
        p->pid = r.value;
    p->stopped = r.what == 'S';
    if (r.what == 'X') {
        p->ended = true;
        p->status = r.value;
    }
}

size_t vt_pty_take(struct vt_pty *p, bool stalled, int milliseconds, char *buf,
                   size_t size)
{
    struct pollfd fds[] = {
        {.fd = p->ended ? -1 : p->reports, .events = POLLIN},
        {.fd = stalled ? -1 : p->master, .events = POLLIN},
    };
    ssize_t n = 0;

    poll(fds, 2, milliseconds);
    if (fds[0].revents)
        take_report(p);
    if (fds[1].revents & POLLIN)
        n = read(p->master, buf, size);
    return n > 0 ? (size_t)n : 0;
}

/* The system call that the program waits in, and the third of its arguments;
 * -1: none. */
static long call_of(const struct vt_pty *p, unsigned long *third)
{
    char path[64];
    long number = -1;
    FILE *f;

    snprintf(path, sizeof(path), "/proc/%d/syscall", (int)p->pid);
    f = fopen(path, "re");
    if (!f)
        return -1;
    if (fscanf(f, "%ld %*x %*x %lx", &number, third) != 2)
        number = -1;
    fclose(f);
    return number;
}

bool vt_pty_is_stuck(const struct vt_pty *p)
{
    unsigned long third;

    return call_of(p, &third) == SYS_write;
}

/* How long the program waits for input: -1 for ever, 0 if it does not. */
static long waiting_ms(const struct vt_pty *p)
{
    char path[64];
    unsigned long timeout = 0;
    struct timespec t = {0};
    int fd;

    if (call_of(p, &timeout) != SYS_ppoll)
        return 0;
    if (timeout == 0)
        return -1;
    snprintf(path, sizeof(path), "/proc/%d/mem", (int)p->pid);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    if (pread(fd, &t, sizeof(t), (off_t)timeout) != (ssize_t)sizeof(t))
        t.tv_sec = 0;
    close(fd);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int vt_pty_put_marker(const struct vt_pty *p)
{
    if (p->slave < 0)
        return -1;
    if (write(p->slave, "", 1) == 1)
        return 1;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

int vt_pty_unread(const struct vt_pty *p)
{
    int n = 0;

    if (p->slave < 0 || ioctl(p->slave, FIONREAD, &n) != 0)
        return 0;
    return n;
}

bool vt_pty_has_read(const struct vt_pty *p)
{
    return turns_of(p) > p->turns && vt_pty_unread(p) == 0;
}

bool vt_pty_is_resting(const struct vt_pty *p)
{
    long wait;

    /* What was sent reaches the program a moment later: it must have gone to
     * sleep again since, and that must be asked before where it sleeps. */
    if (!vt_pty_has_read(p))
        return false;
    wait = waiting_ms(p);
    return wait == -1 || wait >= RESTING_MS;
}
