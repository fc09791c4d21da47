/*
 * bench_screen.c - what gongwen costs on a terminal of 80x24 with the bundled
 * database, beside less and vim on the text that gongwen prints of it.
 *
 * Start: from fork() to the last byte of the first screen, the middle of
 * several runs; --version is the share of the loader. Memory: of the idle
 * program with its first screen. Keys: bytes and writes for one key, each in
 * a program of its own.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/bench/on_pty.h"

enum {
    RUNS = 15,
    QUIET_MS = 120, /* without output or work: it is done */
    IDLE_MS = 2000,
};

struct step {
    const char *what;
    const char *before; /* keys that are not measured */
    const char *keys;
};

struct program {
    const char *name;
    const char *const *argv;
    const char *const *version;
    const struct step *steps; /* up to one without a name */
};

#define PAGE_DOWN "\033[6~"
#define F1        "\033OP"

/* clang-format off */
static const struct step gongwen_steps[] = {
    { "j in the list",              "2gj",      "j" },
    { "k in the list",              "2gjj",     "k" },
    { "j over a gap in the list",   "2gjjjj",   "j" },
    { "PgDn in the list",           "2g",       PAGE_DOWN },
    { "j in the notice",            "1g",       "j" },
    { "k in the notice",            "1gjj",     "k" },
    { "PgDn in the notice",         "1g",       PAGE_DOWN },
    { "Ctrl-E in the list",         "2g",       "\005" },
    { "Tab",                        "2g",       "\t" },
    { "z",                          "2g",       "z" },
    { "F1",                         "2g",       F1 },
    { "/",                          "2g",       "/" },
    { "湖 in a search",             "2g/",      "湖" },
    { "南 after 湖",                "2g/湖",    "南" },
    { "h in a search",              "2g/",      "h" },
    { "n after h",                  "2g/h",     "n" },
    { "g after hn",                 "2g/hn",    "g" },
    { "y after hng",                "2g/hng",   "y" },
    { "m after hngy",               "2g/hngy",  "m" },
    { "s after hngym",              "2g/hngym", "s" },
    { "h after hngyms",             "2g/hngyms", "h" },
    { NULL, NULL, NULL },
};

static const struct step less_steps[] = {
    { "j",                          "g",        "j" },
    { "k",                          "gjj",      "k" },
    { "PgDn",                       "g",        PAGE_DOWN },
    { "/湖 and Enter",              "g/湖",     "\r" },
    { NULL, NULL, NULL },
};

static const struct step vim_steps[] = {
    { "j",                          "gg",       "j" },
    { "k",                          "ggjj",     "k" },
    { "Ctrl-E",                     "gg",       "\005" },
    { "PgDn",                       "gg",       PAGE_DOWN },
    { "/",                          "gg",       "/" },
    { "湖 in a search",             "gg/",      "湖" },
    { "南 after 湖",                "gg/湖",    "南" },
    { NULL, NULL, NULL },
};
/* clang-format on */

static int by_number(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

/* Milliseconds to the last byte; -1: it does not start. */
static double time_of(const char *const *argv, size_t *bytes)
{
    double times[RUNS];

    for (int i = 0; i < RUNS; i++) {
        double start = on_pty_clock();
        struct on_pty_measure m;
        struct vt_pty p;

        if (!on_pty_start(&p, argv))
            return -1;
        m = on_pty_settle(&p, start, QUIET_MS);
        times[i] = m.last;
        *bytes = m.bytes;
        vt_pty_stop(&p);
    }
    qsort(times, RUNS, sizeof(times[0]), by_number);
    return times[RUNS / 2];
}

static void measure_start(const struct program *g)
{
    size_t bytes;
    double screen = time_of(g->argv, &bytes);
    size_t unused;

    printf("%s: first screen %.1f ms, %zu bytes\n", g->name, screen, bytes);
    printf("%s: %s %.1f ms\n", g->name, g->version[1],
           time_of(g->version, &unused));
}

static void measure_rest(const struct program *g)
{
    double start = on_pty_clock();
    struct on_pty_measure m;
    struct vt_pty p;
    long turns;

    if (!on_pty_start(&p, g->argv))
        return;
    on_pty_settle(&p, start, QUIET_MS);
    printf("%s: at most %ld kB resident, PSS %ld kB, private dirty %ld kB\n",
           g->name, vt_pty_number(&p, "status", "VmHWM:"),
           vt_pty_number(&p, "smaps_rollup", "Pss:"),
           vt_pty_number(&p, "smaps_rollup", "Private_Dirty:"));
    turns = vt_pty_number(&p, "status", "voluntary_ctxt_switches:");
    m = on_pty_settle(&p, on_pty_clock(), IDLE_MS);
    turns = vt_pty_number(&p, "status", "voluntary_ctxt_switches:") - turns;
    printf("%s: idle for %d s: %zu bytes, %ld wake-ups, CPU %.1f ms\n", g->name,
           IDLE_MS / 1000, m.bytes, turns, m.cpu);
    vt_pty_stop(&p);
}

static void measure_step(const struct program *g, const struct step *s)
{
    double start = on_pty_clock();
    struct on_pty_measure m;
    struct vt_pty p;

    if (!on_pty_start(&p, g->argv))
        return;
    on_pty_settle(&p, start, QUIET_MS);
    on_pty_type(&p, s->before, QUIET_MS);
    m = on_pty_type(&p, s->keys, QUIET_MS);
    printf("%s: %5zu bytes, %ld writes, %4.1f ms: %s\n", g->name, m.bytes,
           m.writes, m.last, s->what);
    vt_pty_stop(&p);
}

static void measure(const struct program *g)
{
    if (access(g->argv[0], X_OK) != 0) {
        printf("%s: absent\n", g->name);
        return;
    }
    measure_start(g);
    measure_rest(g);
    for (const struct step *s = g->steps; s->what; s++)
        measure_step(g, s);
}

int main(void)
{
    char text[] = "/tmp/gongwen-bench-XXXXXX";
    char command[128];
    int fd = mkstemp(text);
    const struct program programs[] = {
        {"gongwen", (const char *[]){"./gongwen", "data/gongwen.db", NULL},
         (const char *[]){"./gongwen", "--version", NULL}, gongwen_steps},
        {"less", (const char *[]){"/usr/bin/less", text, NULL},
         (const char *[]){"/usr/bin/less", "--version", NULL}, less_steps},
        {"vim",
         (const char *[]){"/usr/bin/vim", "-Nu", "NONE", "-nR", "--cmd",
                          "set incsearch", text, NULL},
         (const char *[]){"/usr/bin/vim", "--version", NULL}, vim_steps},
    };

    if (fd < 0 || close(fd) != 0)
        return 1;
    setvbuf(stdout, NULL, _IOLBF, 0);
    snprintf(command, sizeof(command), "./gongwen --print data/gongwen.db >%s",
             text);
    if (system(command) != 0) { /* NOLINT: the names are written here */
        fprintf(stderr, "bench_screen: to be run beside gongwen\n");
        return 1;
    }
    for (size_t i = 0; i < ARRAY_LEN(programs); i++)
        measure(&programs[i]);
    return unlink(text) != 0;
}
