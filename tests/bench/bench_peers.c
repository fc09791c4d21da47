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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/bench/bench_queries.h"
#include "tests/bench/on_pty.h"

enum {
    RUNS = 5,
    QUIET_MS = 200 /* without output or work: it is done */
};

/* Proportional set size, in MB. */
static double memory_of(const struct vt_pty *p)
{
    return (double)vt_pty_number(p, "smaps_rollup", "Pss:") / 1e3;
}

static int by_last(const void *a, const void *b)
{
    const struct on_pty_measure *x = a, *y = b;

    return x->last < y->last ? -1 : x->last > y->last;
}

static void start_and_type(const char *name, const char *const *argv,
                           const char *open, const char *empty)
{
    double start = on_pty_clock();
    struct vt_pty p;
    struct on_pty_measure m;

    if (!on_pty_start(&p, argv)) {
        printf("%s does not start here\n", name);
        return;
    }
    m = on_pty_settle(&p, start, QUIET_MS);
    printf("%s: first output %.1f ms, last %.1f ms, PSS %.1f MB\n", name,
           m.first, m.last, memory_of(&p));
    on_pty_type(&p, open, QUIET_MS);
    for (size_t i = 0; i < ARRAY_LEN(bench_queries) && !p.ended; i++) {
        struct on_pty_measure runs[RUNS];

        for (size_t k = 0; k < RUNS; k++) {
            on_pty_type(&p, empty, QUIET_MS);
            runs[k] = on_pty_type(&p, bench_queries[i], QUIET_MS);
        }
        qsort(runs, RUNS, sizeof(runs[0]), by_last);
        m = runs[RUNS / 2];
        printf("%s: first output %7.1f ms, last %7.1f ms, CPU %7.1f ms  %s\n",
               name, m.first, m.last, m.cpu, bench_queries[i]);
    }
    printf("%s: PSS after the searches %.1f MB\n", name, memory_of(&p));
    fflush(stdout);
    vt_pty_stop(&p);
}

/* ---- grep ---- */

static void run_grep(const char *locale, const char *query, const char *list)
{
    double best = 1e9;
    char count[32] = "";

    for (int i = 0; i < RUNS; i++) {
        double start = on_pty_clock();
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
        if (on_pty_clock() - start < best)
            best = on_pty_clock() - start;
    }
    printf("grep -c, %-8s %7.1f ms, %s lines  %s\n", locale, best, count,
           query);
}

/* ---- all of them ---- */

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
    if (on_pty_is_installed("fzf")) {
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
