/*
 * random_keys.c - random sessions in the whole browser, without a terminal:
 * nothing may end it, and no count that is shown as final may be wrong.
 *
 *     random_keys [--seed N] [--runs N] [--events N] [--db NAME] [--jobs N]
 *                 [--shrink]
 *
 * Run number i has seed N + i and, without --db, database i modulo 5. The same
 * seed gives the same session on any machine: the clock is the test's own
 * (tests/random/clock.h). Each worker is a process; one that ends is told of,
 * with the seed and the keys, and another goes on behind that run. --shrink
 * leaves out of the keys what is not needed for the failure.
 */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/fixture.h"
#include "tests/random/bases.h"
#include "tests/random/events.h"
#include "tests/random/session.h"

enum {
    SEED = 1,
    RUNS = 100,
    EVENTS = 150,
    RUN_SECONDS = 120, /* a run that takes longer hangs */
    MAX_JOBS = 64,
    WRONG_STATUS = 9, /* of a worker whose run went wrong */
    WHY_LEN = 512,
    KEYS_SHOWN = 20000, /* bytes */
};

struct options {
    uint32_t seed;
    size_t runs, events, jobs;
    const struct base *base; /* NULL: each in its turn */
    bool shrink;
};

/* What a worker tells, also by its end; in memory shared with it. */
struct slot {
    size_t run, last; /* in hand; the one behind its last */
    size_t at;        /* the event */
    char why[WHY_LEN];
    pid_t pid; /* 0: none */
    void *truth;
};

struct tally {
    size_t crashes, wrong, hangs;
};

static void *shared(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (p == MAP_FAILED) {
        perror("mmap");
        exit(EXIT_FAILURE);
    }
    return p;
}

static const struct base *base_of(const struct options *o, size_t run)
{
    return o->base ? o->base : &bases[(o->seed + run) % bases_len];
}

static uint32_t seed_of(const struct options *o, size_t run)
{
    return o->seed + (uint32_t)run;
}

/* ---- one run, in a worker ---- */

/* Each worker has a file of its own, which runs may replace. */
static char *own_copy(const struct base *base)
{
    struct str name = {0}, path = {0};

    str_addf(&name, "%s-%d.db", base->name, (int)getpid());
    str_addf(&path, "%s/%s", fixture_dir(), str_text(&name));
    if (access(str_text(&path), F_OK) != 0 &&
        link(base_path(base), str_text(&path)) != 0) {
        perror("link");
        exit(EXIT_FAILURE);
    }
    str_clear(&name);
    return str_take(&path);
}

static bool run(const struct base *base, const struct event *events,
                size_t count, uint32_t seed, struct slot *slot)
{
    char *path = own_copy(base);
    struct str why = {0};
    struct session_plan plan = {
        .path = path,
        .events = events,
        .count = count,
        .seed = seed,
        .truth =
            truth_open(base_path(base), (uint32_t)(base - bases), slot->truth),
        .at = &slot->at,
    };
    bool ok;

    alarm(RUN_SECONDS);
    ok = session_run(&plan, &why);
    alarm(0);
    snprintf(slot->why, sizeof(slot->why), "%s", str_text(&why));
    truth_close(plan.truth);
    str_clear(&why);
    free(path);
    return ok;
}

static void work(const struct options *o, struct slot *slot)
{
    struct event *events = xcalloc(o->events, sizeof(*events));
    bool ok = true;

    while (ok && slot->run < slot->last) {
        const struct base *base = base_of(o, slot->run);
        uint32_t seed = seed_of(o, slot->run);

        events_make(events, o->events, base, seed);
        ok = run(base, events, o->events, seed, slot);
        if (ok)
            slot->run++;
    }
    free(events);
    exit(ok ? EXIT_SUCCESS : WRONG_STATUS);
}

/* ---- what came of it ---- */

enum verdict { PASSED, WRONG, CRASHED, HUNG };

static enum verdict verdict_of(int status)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
        return PASSED;
    if (WIFEXITED(status) && WEXITSTATUS(status) == WRONG_STATUS)
        return WRONG;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? HUNG : CRASHED;
}

static void print_events(const struct event *events, size_t count)
{
    struct str text = {0};

    for (size_t i = 0; i < count && text.len < KEYS_SHOWN; i++) {
        str_addc(&text, ' ');
        event_append(&events[i], &text);
    }
    printf("   %s\n", str_text(&text));
    str_clear(&text);
}

/* What comes of these events, in a process of their own that says nothing. */
static enum verdict try(const struct base *base, const struct event *events,
                        size_t count, uint32_t seed, struct slot *slot)
{
    int status;
    pid_t pid;

    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(EXIT_FAILURE);
        exit(run(base, events, count, seed, slot) ? EXIT_SUCCESS
                                                  : WRONG_STATUS);
    }
    waitpid(pid, &status, 0);
    return verdict_of(status);
}

/* Leave out pieces, ever smaller ones, as long as the failure stays. */
static size_t shrink(const struct base *base, struct event *events,
                     size_t count, uint32_t seed, struct slot *slot,
                     enum verdict wanted)
{
    struct event *fewer = xcalloc(count, sizeof(*fewer));

    for (size_t piece = count / 2; piece > 0;) {
        bool left_out = false;

        for (size_t from = 0; from < count;) {
            size_t n = piece < count - from ? piece : count - from;

            memcpy(fewer, events, from * sizeof(*events));
            memcpy(fewer + from, events + from + n,
                   (count - from - n) * sizeof(*events));
            if (try(base, fewer, count - n, seed, slot) == wanted) {
                count -= n;
                memcpy(events, fewer, count * sizeof(*events));
                left_out = true;
            } else
                from += n;
        }
        if (!left_out || piece > count)
            piece /= 2;
    }
    free(fewer);
    return count;
}

static void tell(const struct options *o, struct slot *slot,
                 enum verdict verdict)
{
    static const char *const words[] = {"passed", "wrong", "crashed", "hung"};
    const struct base *base = base_of(o, slot->run);
    struct event *events = xcalloc(o->events, sizeof(*events));
    size_t count = slot->at + 1 < o->events ? slot->at + 1 : o->events;

    events_make(events, o->events, base, seed_of(o, slot->run));
    printf("%s: --seed %u --db %s, event %zu: %s\n", words[verdict],
           seed_of(o, slot->run), base->name, slot->at,
           verdict == WRONG ? slot->why : "");
    if (o->shrink && verdict != HUNG) {
        count =
            shrink(base, events, count, seed_of(o, slot->run), slot, verdict);
        printf("    %zu events are enough: %s\n", count, slot->why);
    }
    print_events(events, count);
    fflush(stdout);
    free(events);
}

/* ---- workers ---- */

static void start(const struct options *o, struct slot *slot)
{
    pid_t pid = 0;

    slot->at = 0;
    *slot->why = '\0';
    if (slot->run < slot->last) {
        fflush(stdout);
        pid = fork();
        if (pid == 0)
            work(o, slot);
    }
    slot->pid = pid; /* a worker shares the slot: only its parent says it */
}

static void ended(const struct options *o, struct slot *slot, int status,
                  struct tally *tally)
{
    enum verdict verdict = verdict_of(status);

    if (verdict == CRASHED && slot->run == slot->last) {
        printf("crashed: at the end of the runs up to %zu: a leak?\n",
               slot->run);
        tally->crashes++;
    } else if (verdict != PASSED) {
        tally->crashes += verdict == CRASHED;
        tally->wrong += verdict == WRONG;
        tally->hangs += verdict == HUNG;
        tell(o, slot, verdict);
        slot->run++;
    }
    start(o, slot);
}

static struct tally run_all(const struct options *o)
{
    struct slot *slots = shared(o->jobs * sizeof(*slots));
    struct tally tally = {0};
    size_t share = (o->runs + o->jobs - 1) / o->jobs;
    int status;
    pid_t pid;

    for (size_t i = 0; i < o->jobs; i++) {
        size_t end = (i + 1) * share;

        slots[i] = (struct slot){.run = i * share,
                                 .last = end < o->runs ? end : o->runs,
                                 .truth = shared(TRUTH_MEMORY)};
        start(o, &slots[i]);
    }
    while ((pid = wait(&status)) > 0) {
        for (size_t i = 0; i < o->jobs; i++) {
            if (slots[i].pid == pid)
                ended(o, &slots[i], status, &tally);
        }
    }
    return tally;
}

/* ---- the command line ---- */

static size_t number(const char *text)
{
    char *end;
    unsigned long long n = strtoull(text, &end, 10);

    if (!*text || *end) {
        fprintf(stderr, "random_keys: %s: not a number\n", text);
        exit(EXIT_FAILURE);
    }
    return (size_t)n;
}

static const struct base *base_named(const char *name)
{
    const struct base *base = base_find(name);

    if (base)
        return base;
    fprintf(stderr, "random_keys: no database %s; there are:\n", name);
    for (size_t i = 0; i < bases_len; i++)
        fprintf(stderr, "  %s: %s\n", bases[i].name, bases[i].what);
    exit(EXIT_FAILURE);
}

static struct options options_of(int argc, char **argv)
{
    static const struct option known[] = {
        {"seed", required_argument, NULL, 's'},
        {"runs", required_argument, NULL, 'r'},
        {"events", required_argument, NULL, 'e'},
        {"db", required_argument, NULL, 'd'},
        {"jobs", required_argument, NULL, 'j'},
        {"shrink", no_argument, NULL, 'm'},
        {0},
    };
    struct options o = {
        .seed = SEED, .runs = RUNS, .events = EVENTS, .jobs = 1};
    int c;

    while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
        if (c == 's')
            o.seed = (uint32_t)number(optarg);
        else if (c == 'r')
            o.runs = number(optarg);
        else if (c == 'e')
            o.events = number(optarg);
        else if (c == 'd')
            o.base = base_named(optarg);
        else if (c == 'j')
            o.jobs = number(optarg);
        else if (c == 'm')
            o.shrink = true;
        else
            exit(EXIT_FAILURE);
    }
    if (optind < argc || !o.events || !o.jobs || o.jobs > MAX_JOBS)
        exit(EXIT_FAILURE);
    return o;
}

int main(int argc, char **argv)
{
    struct options o = options_of(argc, argv);
    struct tally tally;

    i18n_set_language(I18N_EN);
    for (size_t i = 0; i < bases_len; i++) {
        if (!o.base || o.base == &bases[i])
            base_path(&bases[i]);
    }
    tally = run_all(&o);
    fixture_clean(NULL);
    printf("%zu runs of %zu events: %zu crashed, %zu wrong, %zu hung\n", o.runs,
           o.events, tally.crashes, tally.wrong, tally.hangs);
    return tally.crashes || tally.wrong || tally.hangs ? EXIT_FAILURE
                                                       : EXIT_SUCCESS;
}
