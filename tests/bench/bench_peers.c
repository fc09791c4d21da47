/*
 * bench_peers.c - gongwen, fzf (exact mode) and grep -c on the same rows, one
 * after the other, each on one core: `bench_peers LIST.tsv EDITION.db`.
 *
 * gongwen and fzf run on a terminal of 80x24. Start: from fork() to the first
 * output and to the last of it, when all rows are there. Then each query is
 * typed in one go into an empty prompt: to the first output and to the last
 * one, which shows the exact count; both are wall-clock time, CPU is the
 * processor time of all threads. The prompt is emptied between two queries,
 * and that is not counted. The middle of several runs.
 *
 * grep reads the rows through once, `grep -c -F QUERY`, in the system's cache.
 * It finds what is written only: for hn it looks for hn.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/bench/bench_queries.h"
#include "tests/vt_pty.h"

enum {
    RUNS = 5,
    QUIET_MS = 200, /* without output or work: it is done */
    IDLE_CPU_MS = 2,
    LONGEST_MS = 60000,
    ROWS = 24,
    COLUMNS = 80,
};

struct measure {
    double first, last, cpu; /* ms */
};

static double clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* ---- /proc ---- */

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

/* Proportional set size, in kB. */
static long memory_of(pid_t pid)
{
    char path[64], line[256];
    long kb = 0;
    FILE *f;

    snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
    f = fopen(path, "re");
    while (f && fgets(line, sizeof(line), f))
        if (sscanf(line, "Pss: %ld", &kb) == 1)
            break;
    if (f)
        fclose(f);
    return kb;
}

/* ---- on a terminal ---- */

/* What a terminal is asked for at the start. */
static void answer(struct vt_pty *p, const char *out, size_t len)
{
    if (memmem(out, len, "\033[6n", 4))
        vt_pty_send(p, "\033[1;1R", 6);
    if (memmem(out, len, "\033[c", 3))
        vt_pty_send(p, "\033[?62c", 6);
}

/* Until there is neither output nor work for a while; times from `start`. */
static struct measure settle(struct vt_pty *p, double start)
{
    static char out[1 << 16];
    struct measure m = {0};
    double cpu = cpu_of(p->pid), busy = cpu, rest = clock_ms();

    while (!p->ended && clock_ms() < start + LONGEST_MS &&
           clock_ms() < rest + QUIET_MS) {
        size_t len = vt_pty_take(p, false, 20, out, sizeof(out));
        double now = cpu_of(p->pid);

        if (len || now > busy + IDLE_CPU_MS)
            rest = clock_ms();
        if (now > busy + IDLE_CPU_MS)
            busy = now;
        if (!len)
            continue;
        answer(p, out, len);
        m.last = clock_ms() - start;
        if (!(m.first > 0))
            m.first = m.last;
    }
    m.cpu = cpu_of(p->pid) - cpu;
    return m;
}

static struct measure type(struct vt_pty *p, const char *keys)
{
    double start = clock_ms();

    vt_pty_send(p, keys, strlen(keys));
    return settle(p, start);
}

static int by_last(const void *a, const void *b)
{
    const struct measure *x = a, *y = b;

    return x->last < y->last ? -1 : x->last > y->last;
}

static void start_and_type(const char *name, const char *const *argv,
                           const char *open, const char *empty)
{
    static const char *const env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8",
                                      "HOME=/nonexistent",   "LANGUAGE",
                                      "FZF_DEFAULT_OPTS",    "GONGWEN_OPTIONS",
                                      "FZF_DEFAULT_COMMAND", NULL};
    double start = clock_ms();
    struct vt_pty p;
    struct measure m;

    if (!vt_pty_start(&p, argv, env, ROWS, COLUMNS)) {
        printf("%s does not start here\n", name);
        return;
    }
    m = settle(&p, start);
    printf("%s: first output %.1f ms, last %.1f ms, PSS %.1f MB\n", name,
           m.first, m.last, (double)memory_of(p.pid) / 1e3);
    type(&p, open);
    for (size_t i = 0; i < ARRAY_LEN(bench_queries) && !p.ended; i++) {
        struct measure runs[RUNS];

        for (size_t k = 0; k < RUNS; k++) {
            type(&p, empty);
            runs[k] = type(&p, bench_queries[i]);
        }
        qsort(runs, RUNS, sizeof(runs[0]), by_last);
        m = runs[RUNS / 2];
        printf("%s: first output %7.1f ms, last %7.1f ms, CPU %7.1f ms  %s\n",
               name, m.first, m.last, m.cpu, bench_queries[i]);
    }
    printf("%s: PSS after the searches %.1f MB\n", name,
           (double)memory_of(p.pid) / 1e3);
    fflush(stdout);
    vt_pty_stop(&p);
}

/* ---- grep ---- */

static void run_grep(const char *locale, const char *query, const char *list)
{
    double best = 1e9;
    char count[32] = "";

    for (int i = 0; i < RUNS; i++) {
        double start = clock_ms();
        int status, fds[2];
        ssize_t n;
        pid_t pid;

        if (pipe(fds) < 0 || (pid = fork()) < 0)
            return;
        if (pid == 0) {
            dup2(fds[1], STDOUT_FILENO);
            close(fds[0]);
            setenv("LC_ALL", locale, 1);
            execlp("grep", "grep", "-c", "-F", "--", query, list, (char *)NULL);
            _exit(127);
        }
        close(fds[1]);
        n = read(fds[0], count, sizeof(count) - 1);
        count[n > 0 ? n : 0] = '\0';
        count[strcspn(count, "\n")] = '\0';
        close(fds[0]);
        waitpid(pid, &status, 0);
        if (clock_ms() - start < best)
            best = clock_ms() - start;
    }
    printf("grep -c, %-8s %7.1f ms, %s lines  %s\n", locale, best, count,
           query);
}

/* ---- all of them ---- */

static bool is_installed(const char *name)
{
    char command[64];

    snprintf(command, sizeof(command), "command -v %s >/dev/null", name);
    return system(command) == 0; /* NOLINT: the names are written here */
}

int main(int argc, char **argv)
{
    static const char *const locales[] = {"C", "C.UTF-8"};
    char gongwen[4096], fzf[4200];

    if (argc != 3 || !realpath("gongwen", gongwen)) {
        fprintf(stderr, "bench_peers LIST.tsv EDITION.db, beside gongwen\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    start_and_type("gongwen", (const char *[]){gongwen, argv[2], NULL}, "/",
                   "\025");
    if (is_installed("fzf")) {
        snprintf(fzf, sizeof(fzf), "exec fzf --exact <'%s'", argv[1]);
        start_and_type("fzf", (const char *[]){"/bin/sh", "-c", fzf, NULL}, "",
                       "\025");
    } else {
        printf("fzf: absent\n");
    }
    for (size_t l = 0; l < ARRAY_LEN(locales); l++)
        for (size_t i = 0; i < ARRAY_LEN(bench_queries); i++)
            run_grep(locales[l], bench_queries[i], argv[1]);
    return 0;
}
