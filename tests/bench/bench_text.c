/*
 * bench_text.c - how fast text is judged clean, cleaned and measured: the
 * source document repeated to 20 MB, in MB/s (the best of several runs).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/clean.h"
#include "text/cluster.h"

#define BYTES 20000000
#define RUNS  5

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int judge(const char *s, size_t len)
{
    return clean_is_clean(s, len, CLEAN_SCREEN);
}

static int measure(const char *s, size_t len)
{
    return cluster_columns(s, len, AMBIGUOUS_NARROW);
}

static int clean(const char *s, size_t len)
{
    struct clean c = {0};
    int kept;

    clean_text(&c, s, len, CLEAN_SCREEN);
    kept = (int)c.len;
    clean_clear(&c);
    return kept;
}

/* The document as one line; with `hostile`, an ESC in every hundred bytes. */
static char *text_of(const char *path, int hostile)
{
    FILE *f = fopen(path, "r");
    struct str text = {0};
    int c;

    if (!f) {
        perror(path);
        exit(2);
    }
    while ((c = getc(f)) != EOF) {
        if (c >= ' ')
            str_addc(&text, (char)c);
        if (hostile && text.len % 100 == 0)
            str_addc(&text, '\x1B');
    }
    fclose(f);
    while (text.len < BYTES) {
        char *copy = xmemdup(text.text, text.len);

        str_append(&text, copy, text.len);
        free(copy);
    }
    return str_take(&text);
}

static void report(const char *name, int (*work)(const char *, size_t),
                   const char *text)
{
    size_t len = strlen(text);
    double best = 1e9;
    int result = 0;

    for (int run = 0; run < RUNS; run++) {
        double begin = now();

        result = work(text, len);
        if (now() - begin < best)
            best = now() - begin;
    }
    printf("%-24s %6.0f MB/s (%d)\n", name, (double)len / best / 1e6, result);
}

int main(void)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    char *plain, *hostile;

    str_addf(&path, "%s/data/000_a562e178ea6b730c.txt", srcdir ? srcdir : ".");
    plain = text_of(str_text(&path), 0);
    hostile = text_of(str_text(&path), 1);
    report("clean_is_clean", judge, plain);
    report("clean_text", clean, plain);
    report("clean_text, hostile", clean, hostile);
    report("cluster_columns", measure, plain);
    free(plain);
    free(hostile);
    str_clear(&path);
    return 0;
}
