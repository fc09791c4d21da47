#include "tests/bench/on_pty.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    IDLE_CPU_MS = 2,
    LONGEST_MS = 60000,
};

double on_pty_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

bool on_pty_start(struct vt_pty *p, const char *const *argv)
{
    static const char *const env[] = {"TERM=xterm-256color",
                                      "LC_ALL=C.UTF-8",
                                      "HOME=/nonexistent",
                                      "LANGUAGE",
                                      "FZF_DEFAULT_OPTS",
                                      "GONGWEN_OPTIONS",
                                      "FZF_DEFAULT_COMMAND",
                                      "LESS",
                                      "VIMINIT",
                                      NULL};

    return vt_pty_start(p, argv, env, ON_PTY_ROWS, ON_PTY_COLUMNS);
}

/* Milliseconds of processor time that all threads have taken. */
static double cpu_of(pid_t pid)
{
    char path[64];
    double ms = 0;
    struct dirent *task;
    DIR *dir;

    snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
    dir = opendir(path);
    while (dir && (task = readdir(dir))) {
        long long ns = 0;
        FILE *f;

        if (task->d_name[0] == '.')
            continue;
        snprintf(path, sizeof(path), "/proc/%d/task/%.20s/schedstat", (int)pid,
                 task->d_name);
        f = fopen(path, "re");
        if (f && fscanf(f, "%lld", &ns) == 1)
            ms += (double)ns / 1e6;
        if (f)
            fclose(f);
    }
    if (dir)
        closedir(dir);
    return ms;
}

static void answer(struct vt_pty *p, const char *out, size_t len)
{
    if (memmem(out, len, "\033[6n", 4))
        vt_pty_send(p, "\033[1;1R", 6);
    if (memmem(out, len, "\033[5n", 4))
        vt_pty_send(p, "\033[0n", 4);
    if (memmem(out, len, "\033[c", 3))
        vt_pty_send(p, "\033[?62c", 6);
}

struct on_pty_measure on_pty_settle(struct vt_pty *p, double start, int quiet)
{
    static char out[1 << 16];
    struct on_pty_measure m = {0};
    long writes = vt_pty_writes(p);
    double cpu = cpu_of(p->pid), busy = cpu, rest = on_pty_clock();

    while (!p->ended && on_pty_clock() < start + LONGEST_MS &&
           on_pty_clock() < rest + quiet) {
        size_t len = vt_pty_take(p, false, 20, out, sizeof(out));
        double now = cpu_of(p->pid);

        if (len || now > busy + IDLE_CPU_MS)
            rest = on_pty_clock();
        if (now > busy + IDLE_CPU_MS)
            busy = now;
        if (!len)
            continue;
        answer(p, out, len);
        m.bytes += len;
        m.last = on_pty_clock() - start;
        if (!(m.first > 0))
            m.first = m.last;
    }
    m.cpu = cpu_of(p->pid) - cpu;
    m.writes = vt_pty_writes(p) - writes;
    return m;
}

struct on_pty_measure on_pty_type(struct vt_pty *p, const char *keys, int quiet)
{
    long writes = vt_pty_writes(p);
    double start = on_pty_clock();
    struct on_pty_measure m;

    vt_pty_send(p, keys, strlen(keys));
    m = on_pty_settle(p, start, quiet);
    m.writes = vt_pty_writes(p) - writes;
    return m;
}

bool on_pty_is_installed(const char *name)
{
    char command[64];

    snprintf(command, sizeof(command), "command -v %s >/dev/null", name);
    return system(command) == 0; /* NOLINT: the names are written here */
}
