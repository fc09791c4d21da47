/*
 * search_cases.c - runs a file of worked searches through the query engine.
 *
 *     search_cases [FILE]
 *
 * A line of FILE (default: tests/cases/search.tsv in the sources) holds, with
 * TAB between: an id, the query, the text of one cell, Y or N, the ranges to
 * light in code points ("[0,2) [5,6)"; "" where none is stated), a class and
 * a note. Lines that begin with # and empty lines are skipped. What does not
 * come out as stated is printed; the exit status is 1 then, and 2 for a file
 * that cannot be read.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "search/query.h"
#include "text/utf8.h"

#define MAX_RANGES 64

enum field { ID, QUERY, TEXT, MATCH, RANGES, FIELDS };

struct span {
    size_t start, end; /* code points */
};

/* Cut a line at its TABs; missing fields are "". */
static void split(char *line, char *fields[FIELDS])
{
    for (int f = 0; f < FIELDS; f++) {
        fields[f] = line;
        line += strcspn(line, "\t");
        if (*line)
            *line++ = '\0';
    }
}

static size_t read_spans(const char *s, struct span *spans)
{
    size_t n = 0;

    while ((s = strchr(s, '[')) && n < MAX_RANGES) {
        char *end;

        spans[n].start = strtoul(s + 1, &end, 10);
        spans[n].end = strtoul(end + (*end == ','), &end, 10);
        n++;
        s = end;
    }
    return n;
}

static size_t found_spans(const struct query_ranges *ranges, const char *text,
                          struct span *spans)
{
    size_t n = ranges->len < MAX_RANGES ? ranges->len : MAX_RANGES;

    for (size_t i = 0; i < n; i++) {
        const struct query_range *r = &ranges->items[i];

        spans[i].start = utf8_count(text, r->start);
        spans[i].end = spans[i].start + utf8_count(text + r->start, r->len);
    }
    return n;
}

static void print_spans(const char *what, const struct span *spans, size_t n)
{
    printf("  %s:", what);
    for (size_t i = 0; i < n; i++)
        printf(" [%zu,%zu)", spans[i].start, spans[i].end);
    printf("\n");
}

static bool spans_agree(const struct span *a, size_t n, const struct span *b,
                        size_t m)
{
    bool agree = n == m;

    for (size_t i = 0; agree && i < n; i++)
        agree = a[i].start == b[i].start && a[i].end == b[i].end;
    return agree;
}

/* Returns whether the case comes out as stated. */
static bool check(char *fields[FIELDS])
{
    struct err e = {0};
    struct query_ranges ranges = {0};
    struct query_cell cell = {fields[TEXT], strlen(fields[TEXT])};
    struct span want[MAX_RANGES], got[MAX_RANGES];
    size_t want_n = read_spans(fields[RANGES], want), got_n = 0;
    struct query *q = query_new(fields[QUERY], strlen(fields[QUERY]), NULL, &e);
    bool found = q && query_match(q, &cell, 1, &ranges);
    bool ok = q && found == (*fields[MATCH] == 'Y');

    if (found)
        got_n = found_spans(&ranges, fields[TEXT], got);
    if (ok && want_n)
        ok = spans_agree(want, want_n, got, got_n);
    if (!ok) {
        printf("%s: %s in %s: %s\n", fields[ID], fields[QUERY], fields[TEXT],
               !q      ? e.msg
               : found ? "found"
                       : "not found");
        print_spans("wanted", want, want_n);
        print_spans("found", got, got_n);
    }
    query_ranges_clear(&ranges);
    query_free(q);
    return ok;
}

int main(int argc, char **argv)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    size_t cases = 0, failed = 0, cap = 0;
    char *line = NULL;
    ssize_t len;
    FILE *f;

    if (argc > 1)
        str_add(&path, argv[1]);
    else
        str_addf(&path, "%s/tests/cases/search.tsv", srcdir ? srcdir : ".");
    f = fopen(str_text(&path), "r");
    if (!f) {
        fprintf(stderr, "%s: %s\n", str_text(&path), strerror(errno));
        return 2;
    }
    while ((len = getline(&line, &cap, f)) > 0) {
        char *fields[FIELDS];

        if (line[len - 1] == '\n')
            line[len - 1] = '\0';
        if (!*line || *line == '#')
            continue;
        split(line, fields);
        cases++;
        failed += !check(fields);
    }
    printf("1..1\n%s 1 - %zu searches, %zu wrong\n",
           failed || !cases ? "not ok" : "ok", cases, failed);
    free(line);
    fclose(f);
    str_clear(&path);
    return failed || !cases ? 1 : 0;
}
