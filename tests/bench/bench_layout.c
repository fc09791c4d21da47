/*
 * bench_layout.c - how fast paragraphs become lines: over the source document
 * repeated, next to `fold -s` on the same text, which cuts it by bytes, and
 * `groff -m zh -Tutf8` on a part of it, which also adjusts the lines; all in
 * processor time. less is in bench_notice: it breaks only what it shows.
 *
 *     bench_layout [FILE]     default: the document in $srcdir/data
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/clean.h"
#include "text/form.h"
#include "text/layout.h"

#define DOCUMENT    "data/000_a562e178ea6b730c.txt"
#define TEXT_SIZE   (10u << 20)
#define GROFF_SIZE  (1u << 20)
#define SCREEN      24 /* lines */
#define REPETITIONS 5

/* Processor time, which other programs on the machine disturb least. */
static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The same of the programs that were run and have ended. */
static double now_of_children(void)
{
    struct rusage u;

    (void)getrusage(RUSAGE_CHILDREN, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static bool read_file(const char *path, struct str *out)
{
    FILE *f = fopen(path, "r");
    char block[4096];
    size_t n;

    if (!f) {
        perror(path);
        return false;
    }
    while ((n = fread(block, 1, sizeof(block), f)) > 0)
        str_append(out, block, n);
    return fclose(f) == 0;
}

/* The document over and over, a newline after each paragraph; with `joint`
 * as one paragraph. */
static void repeat(const struct str *document, char joint, struct str *out)
{
    while (out->len < TEXT_SIZE) {
        for (const char *p = str_text(document); *p != '\0';) {
            size_t n = strcspn(p, "\n");

            if (n > 0) {
                clean_append(out, p, n, CLEAN_SCREEN);
                str_addc(out, joint);
            }
            p += n + (p[n] == '\n');
        }
    }
}

static size_t lines_of(const char *s, size_t len, int width)
{
    struct layout_form form = {
        .width = width, .first_indent = 4, .ambiguous = AMBIGUOUS_NARROW};
    struct layout *l = layout_new(s, len, &form);
    size_t count = layout_count(l);

    layout_free(l);
    return count;
}

/* All paragraphs of a text at a width. */
static size_t lines_of_all(const struct str *text, int width)
{
    size_t lines = 0;

    for (const char *p = text->text, *end = p + text->len; p < end;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        size_t n = newline ? (size_t)(newline - p) : (size_t)(end - p);

        lines += lines_of(p, n, width);
        p += n + 1;
    }
    return lines;
}

static void print_speed(const char *what, size_t size, double best)
{
    printf("%-44s %8.2f MB/s\n", what, (double)size / best / 1e6);
}

static double best_of(const struct str *text, bool is_one, int width)
{
    double best = 1e9;

    for (int i = 0; i < REPETITIONS; i++) {
        double start = now(), took;

        (void)(is_one ? lines_of(text->text, text->len, width)
                      : lines_of_all(text, width));
        took = now() - start;
        if (took < best)
            best = took;
    }
    return best;
}

/* From a new width to a screen's lines, from the line that shows `offset`. */
static double first_screen(const struct str *text, size_t offset, int width)
{
    double best = 1e9;

    for (int i = 0; i < REPETITIONS; i++) {
        struct layout_form form = {.width = width + i,
                                   .ambiguous = AMBIGUOUS_NARROW};
        double start = now(), took;
        struct layout *l = layout_new(text->text, text->len, &form);
        int64_t place = offset > 0 ? layout_find(l, offset) : 0;
        size_t k = 0;

        do
            (void)layout_at(l, place);
        while (++k < SCREEN && layout_next(l, &place));
        took = now() - start;
        layout_free(l);
        if (took < best)
            best = took;
    }
    return best;
}

/* The same at worst: a stretch is laid out up to the line that is asked for. */
static double worst_middle(const struct str *text, int width)
{
    double worst = 0;

    for (size_t i = 0; i <= 8; i++) {
        double took =
            first_screen(text, text->len / 2 + i * LAYOUT_STRETCH / 8, width);

        if (took > worst)
            worst = took;
    }
    return worst;
}

/* The same from a paragraph in the middle of many. */
static double first_screen_of_many(const struct str *text, int width)
{
    const char *middle = memchr(text->text + text->len / 2, '\n', 1 << 20);
    double start = now();
    size_t lines = 0;

    for (const char *p = middle + 1; lines < SCREEN;) {
        size_t n = strcspn(p, "\n");

        lines += lines_of(p, n, width);
        p += n + 1;
    }
    return now() - start;
}

static double worst_first_line(void)
{
    static const char *const pieces[] = {
        "示范性", "a", "0", "—", "（", "あ", "a.", "http://a/", "“甲”"};
    double worst = 0;

    for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
        struct str text = {0};
        struct layout_form form = {.width = FORM_MEASURE,
                                   .ambiguous = AMBIGUOUS_NARROW};
        double best = 1e9;

        while (text.len < 4u << 20)
            str_add(&text, pieces[i]);
        for (int k = 0; k < REPETITIONS; k++) {
            double start = now(), took;
            struct layout *l = layout_new(text.text, text.len, &form);

            (void)layout_line(l, 0);
            took = now() - start;
            layout_free(l);
            if (took < best)
                best = took;
        }
        if (best > worst)
            worst = best;
        str_clear(&text);
    }
    return worst;
}

/* Another program on `len` bytes; its output is thrown away. */
static void run_other(const char *what, const char *command, const char *text,
                      size_t len)
{
    char path[] = "bench_layout.XXXXXX";
    struct str line = {0};
    double best = 1e9;
    int fd = mkstemp(path);

    if (fd < 0 || write(fd, text, len) != (ssize_t)len) {
        perror(path);
        exit(1);
    }
    (void)close(fd);
    str_addf(&line, "%s <%s >/dev/null 2>&1", command, path);
    for (int i = 0; i < REPETITIONS; i++) {
        double start = now_of_children(), took;
        bool is_done = system(line.text) == 0;

        took = now_of_children() - start;
        if (!is_done)
            break;
        if (took < best)
            best = took;
    }
    if (best < 1e9)
        print_speed(what, len, best);
    else
        printf("%-44s   absent\n", what);
    (void)unlink(path);
    str_clear(&line);
}

/* The beginning of the text, which groff fills as one paragraph; without the
 * lines that hold a URL, for groff 1.22 never ends where one is wider than the
 * line. */
static void run_groff(const struct str *text)
{
    struct str in = {0};

    str_add(&in, ".ll 56n\n");
    for (const char *p = text->text; in.len < GROFF_SIZE;) {
        size_t n = strcspn(p, "\n") + 1;

        if (!memmem(p, n, "://", 3))
            str_append(&in, p, n);
        p += n;
    }
    run_other("groff -m zh -Tutf8, 1 MB of it",
              "timeout 10 groff -k -m zh -Tutf8", in.text, in.len);
    str_clear(&in);
}

int main(int argc, char **argv)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0}, document = {0}, many = {0}, one = {0};

    str_addf(&path, "%s/%s", srcdir ? srcdir : ".", DOCUMENT);
    if (!read_file(argc > 1 ? argv[1] : path.text, &document))
        return 1;
    repeat(&document, '\n', &many);
    repeat(&document, ' ', &one);
    print_speed("layout of 10 MB in paragraphs, 56 columns", many.len,
                best_of(&many, false, FORM_MEASURE));
    print_speed("layout of 10 MB in one paragraph", one.len,
                best_of(&one, true, FORM_MEASURE));
    run_other("fold -s -w 56 (by bytes, no rules)", "fold -s -w 56", many.text,
              many.len);
    run_groff(&many);
    printf("%-44s %8.1f us\n", "first line of 4 MB in one paragraph, at worst",
           worst_first_line() * 1e6);
    printf("%-44s %8.1f us\n", "new width, first screen of 10 MB",
           first_screen(&one, 0, 80) * 1e6);
    printf("%-44s %8.1f us\n", "the same in the middle, paragraphs",
           first_screen_of_many(&many, 80) * 1e6);
    printf("%-44s %8.1f us\n", "in the middle of one paragraph, at worst",
           worst_middle(&one, 80) * 1e6);
    str_clear(&path);
    str_clear(&document);
    str_clear(&many);
    str_clear(&one);
    return 0;
}
