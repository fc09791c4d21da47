#include "term/term_signal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/mem.h"
#include "term/term_output.h"

static void on_end(int sig);
static void on_alarm(int sig);
static void on_note(int sig);
static void on_fatal(int sig);

/* clang-format off */
static const struct {
    int sig;
    void (*handler)(int);
    bool may_ignore; /* stays ignored where it was (nohup) */
} signals[] = {
    { SIGHUP,   on_end,   true },
    { SIGINT,   on_end,   true },
    { SIGTERM,  on_end,   false },
    { SIGALRM,  on_alarm, false },
    { SIGWINCH, on_note,  false },
    { SIGTSTP,  on_note,  true },
    { SIGCONT,  on_note,  false },
    { SIGABRT,  on_fatal, false },
    { SIGBUS,   on_fatal, false },
    { SIGFPE,   on_fatal, false },
    { SIGILL,   on_fatal, false },
    { SIGQUIT,  on_fatal, false },
    { SIGSEGV,  on_fatal, false },
    { SIGSYS,   on_fatal, false },
    { SIGTRAP,  on_fatal, false },
    { SIGXCPU,  on_fatal, false },
    { SIGXFSZ,  on_fatal, false },
};
/* clang-format on */

static struct sigaction before[ARRAY_LEN(signals)];
static struct term_rescue rescue;
static volatile sig_atomic_t held; /* the terminal is ours */
static volatile sig_atomic_t gone; /* the signal that ends us, or 0 */
static volatile sig_atomic_t notes[TERM_SIGNAL_COUNT];
static bool is_open;
static char stack[32 * 1024]; /* a stack that overflowed cannot be used */

/* What one write takes without waiting. */
static bool write_now(const char *bytes, size_t len)
{
    int flags = fcntl(rescue.fd, F_GETFL);
    bool whole;

    if (flags < 0 || fcntl(rescue.fd, F_SETFL, flags | O_NONBLOCK) < 0)
        return false;
    whole = term_output_now(rescue.fd, bytes, len);
    return fcntl(rescue.fd, F_SETFL, flags) == 0 && whole;
}

void term_signal_rescue(void)
{
    int saved = errno;

    if (held) {
        held = 0;
        /* A terminal that does not read keeps its queue full: what we had to
         * say is of no use any more, the way back is. */
        if (!write_now(rescue.bytes, rescue.len)) {
            tcflush(rescue.fd, TCOFLUSH);
            write_now(rescue.bytes, rescue.len);
        }
        tcflush(rescue.fd, TCIFLUSH);
        tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
    }
    errno = saved;
}

static void die(int sig)
{
    sigset_t set;

    term_signal_rescue();
    signal(sig, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, sig);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(sig);
    /* cppcheck-suppress unreachableCode; raise() may return */
    _exit(2);
}

static void on_fatal(int sig)
{
    die(sig);
}

static void on_end(int sig)
{
    /* setitimer() is a bare system call; alarm() counts in seconds. */
    struct itimerval grace = {
        .it_value.tv_usec = (suseconds_t)TERM_SIGNAL_GRACE * 1000,
    };

    if (!gone)
        setitimer(ITIMER_REAL, &grace, NULL);
    gone = sig;
}

static void on_alarm(int sig)
{
    (void)sig;
    if (gone)
        die(gone);
}

static void on_note(int sig)
{
    if (sig == SIGWINCH)
        notes[TERM_SIGNAL_RESIZE] = 1;
    else if (sig == SIGTSTP)
        notes[TERM_SIGNAL_STOP] = 1;
    else
        notes[TERM_SIGNAL_CONTINUE] = 1;
}

void term_signal_set_rescue(const struct term_rescue *r)
{
    bool was_held = held;

    held = 0;
    rescue = *r;
    held = was_held;
}

void term_signal_open(const struct term_rescue *r)
{
    stack_t own = {.ss_sp = stack, .ss_size = sizeof(stack)};

    rescue = *r;
    sigaltstack(&own, NULL);
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        struct sigaction act = {.sa_flags = SA_ONSTACK};

        act.sa_handler = signals[i].handler;
        if (signals[i].handler == on_note)
            act.sa_flags |= SA_RESTART; /* the others break into a write */
        sigemptyset(&act.sa_mask);
        sigaction(signals[i].sig, NULL, &before[i]);
        if (!signals[i].may_ignore || before[i].sa_handler != SIG_IGN)
            sigaction(signals[i].sig, &act, NULL);
    }
    is_open = true;
}

void term_signal_close(void)
{
    struct itimerval off = {0};

    held = 0;
    if (!is_open)
        return;
    is_open = false;
    setitimer(ITIMER_REAL, &off, NULL);
    for (size_t i = 0; i < ARRAY_LEN(signals); i++)
        sigaction(signals[i].sig, &before[i], NULL);
}

void term_signal_hold(bool now)
{
    held = now;
}

bool term_signal_is_gone(void)
{
    return gone != 0;
}

bool term_signal_take(enum term_signal signal)
{
    bool came = notes[signal] != 0;

    notes[signal] = 0;
    return came;
}

static bool any(void)
{
    return gone || notes[TERM_SIGNAL_RESIZE] || notes[TERM_SIGNAL_STOP] ||
           notes[TERM_SIGNAL_CONTINUE];
}

bool term_signal_wait(int fd, int milliseconds)
{
    struct pollfd poll = {.fd = fd, .events = POLLIN};
    struct timespec timeout = {
        .tv_sec = milliseconds / 1000,
        .tv_nsec = (long)(milliseconds % 1000) * 1000000,
    };
    sigset_t all;
    sigset_t usual;
    int n = 0;

    /* Between the look at the flags and the wait no signal may slip in. */
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &usual);
    if (!any())
        n = ppoll(&poll, 1, milliseconds < 0 ? NULL : &timeout, &usual);
    sigprocmask(SIG_SETMASK, &usual, NULL);
    return n > 0;
}

void term_signal_stop(void)
{
    struct sigaction act = {.sa_handler = SIG_DFL};
    struct sigaction own;

    sigemptyset(&act.sa_mask);
    sigaction(SIGTSTP, &act, &own);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &own, NULL);
    notes[TERM_SIGNAL_STOP] = 0;
    notes[TERM_SIGNAL_CONTINUE] = 0;
}
