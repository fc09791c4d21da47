/*
 * bench_notice.c - gongwen and less on the same notice of 10 MB, one after the
 * other, on a terminal of 80x24: from the start to the last output, then from
 * a resize to the last output, at the text's beginning, in its middle and at
 * its end. Wall-clock time; CPU is the processor time; the middle of several
 * runs. less shows the text's lines as they are and breaks them anywhere.
 *
 *     bench_notice     in the build folder, with $srcdir
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/bench/on_pty.h"

#define DOCUMENT  "data/000_a562e178ea6b730c.txt"
#define TEXT      "bench-notice.txt"
#define EDITION   "bench-notice.db"
#define TEXT_SIZE (10u << 20)

enum { RUNS = 5, QUIET_MS = 60, PARAGRAPH_BYTES = 200 };

/* The document's long paragraphs over and over, numbered so that none is said
 * twice, in the form of a notice. */
static bool write_text(void)
{
    static const char head[] = "关于公布名单的通知\n有关单位：\n";
    static const char foot[] = "教育部\n2020年10月15日\n";
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    FILE *in, *out = fopen(TEXT, "w");
    char *line = NULL;
    size_t cap = 0, size = 0;

    str_addf(&path, "%s/%s", srcdir ? srcdir : ".", DOCUMENT);
    in = fopen(path.text, "r");
    str_clear(&path);
    if (!in || !out)
        return false;
    (void)fputs(head, out);
    for (int i = 1; size < TEXT_SIZE; i++) {
        if (getline(&line, &cap, in) < 0)
            rewind(in);
        else if (strlen(line) > PARAGRAPH_BYTES && !strchr(line, '\t'))
            size += (size_t)fprintf(out, "第%d段%s", i, line);
    }
    (void)fputs(foot, out);
    free(line);
    (void)fclose(in);
    return fclose(out) == 0;
}

static int by_last(const void *a, const void *b)
{
    const struct on_pty_measure *x = a, *y = b;

    return (x->last > y->last) - (x->last < y->last);
}

static void print_middle(const char *name, const char *what,
                         struct on_pty_measure *runs)
{
    qsort(runs, RUNS, sizeof(*runs), by_last);
    printf("%-8s %-30s %8.1f ms, CPU %8.1f ms\n", name, what,
           runs[RUNS / 2].last, runs[RUNS / 2].cpu);
}

static struct on_pty_measure resize(struct vt_pty *p, int columns)
{
    double start = on_pty_clock();

    vt_pty_resize(p, ON_PTY_ROWS, columns);
    return on_pty_settle(p, start, QUIET_MS);
}

static void run(const char *name, const char *const *argv,
                const char *const *keys)
{
    static const char *const places[] = {
        "new width, first screen", "the same in the middle", "and at the end"};
    struct on_pty_measure runs[RUNS];
    struct vt_pty p;

    for (size_t i = 0; i < RUNS; i++) {
        double start = on_pty_clock();

        if (!on_pty_start(&p, argv)) {
            printf("%s: absent\n", name);
            return;
        }
        runs[i] = on_pty_settle(&p, start, QUIET_MS);
        if (i + 1 < RUNS)
            vt_pty_stop(&p);
    }
    print_middle(name, "start, first screen", runs);
    for (size_t k = 0; k < ARRAY_LEN(places); k++) {
        (void)on_pty_type(&p, keys[k], QUIET_MS);
        for (int i = 0; i < RUNS; i++)
            runs[i] = resize(&p, ON_PTY_COLUMNS - 1 - i);
        print_middle(name, places[k], runs);
        (void)resize(&p, ON_PTY_COLUMNS);
    }
    vt_pty_stop(&p);
}

int main(void)
{
    const char *const gongwen[] = {"./gongwen", "--ambiguous=1", EDITION, NULL};
    const char *const less[] = {"/usr/bin/less", "-f", TEXT, NULL};
    const char *const gongwen_keys[] = {"1zg", ":50%\r", "G"};
    const char *const less_keys[] = {"g", "50p", "G"};

    if (!write_text() || system("./gongwen-import -o " EDITION " " TEXT
                                " >/dev/null") != 0) { /* NOLINT */
        (void)fprintf(stderr, "bench_notice: cannot make %s\n", EDITION);
        return 1;
    }
    run("gongwen", gongwen, gongwen_keys);
    if (access(less[0], X_OK) == 0)
        run("less", less, less_keys);
    else
        printf("less: absent\n");
    (void)unlink(TEXT);
    (void)unlink(EDITION);
    return 0;
}
