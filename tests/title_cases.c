/*
 * title_cases.c - titles of official documents with the breaks that their
 * publishers set: none of these is inside a word by the program's words, and
 * the program breaks the same titles inside none, at any width.
 *
 *     title_cases [FILE]            default: $srcdir/tests/cases/titles.tsv
 *     title_cases --breaks [FILE]   the program's own breaks, one a line: the
 *                                   text, the width, what comes before the
 *                                   break (for tests/title_words.py)
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/layout.h"
#include "text/title_word.h"

enum { NARROWEST = 20, WIDEST = 60 };

struct tally {
    size_t official, forbidden, own, inside;
};

/* Check the official breaks of one line of the file; its text goes to `text`.
 */
static void check_official(const char *line, struct str *text, struct tally *t)
{
    unsigned char *flags;
    size_t at = 0;

    str_truncate(text, 0);
    for (const char *p = line; *p != '\0' && *p != '\n'; p++) {
        if (*p != '|')
            str_addc(text, *p);
    }
    flags = xcalloc(text->len + 1, 1);
    title_word_find(text->text, text->len, flags);
    for (const char *p = line; *p != '\0' && *p != '\n'; p++) {
        if (*p != '|') {
            at++;
            continue;
        }
        t->official++;
        if ((flags[at] & TITLE_WORD_INSIDE) != 0) {
            t->forbidden++;
            printf("# forbidden: %.*s|%s\n", (int)at, text->text,
                   text->text + at);
        }
    }
    free(flags);
}

/* Count the program's own breaks of a title; print them with `shows`. */
static void check_own(const struct str *text, bool shows, struct tally *t)
{
    unsigned char *flags = xcalloc(text->len + 1, 1);

    title_word_find(text->text, text->len, flags);
    for (int width = NARROWEST; width <= WIDEST; width += 2) {
        struct layout_form form = {.width = width,
                                   .align = LAYOUT_CENTRE,
                                   .balanced = true,
                                   .ambiguous = AMBIGUOUS_NARROW};
        struct layout *l = layout_new(text->text, text->len, &form);
        const struct layout_line *line;

        for (size_t i = 1; (line = layout_line(l, i)) != NULL; i++) {
            t->own++;
            if ((flags[line->start] & TITLE_WORD_INSIDE) != 0) {
                t->inside++;
                printf("# inside at %d: %.*s|%s\n", width, (int)line->start,
                       text->text, text->text + line->start);
            }
            if (shows)
                printf("%s\t%d\t%.*s\n", text->text, width, (int)line->start,
                       text->text);
        }
        layout_free(l);
    }
    free(flags);
}

int main(int argc, char **argv)
{
    bool shows = argc > 1 && strcmp(argv[1], "--breaks") == 0;
    const char *srcdir = getenv("srcdir");
    struct str path = {0}, text = {0};
    struct tally t = {0};
    char *line = NULL;
    size_t cap = 0;
    FILE *f;

    if (argc > 1 + shows)
        str_add(&path, argv[1 + shows]);
    else
        str_addf(&path, "%s/tests/cases/titles.tsv", srcdir ? srcdir : ".");
    f = fopen(path.text, "r");
    if (!f) {
        perror(path.text);
        return 1;
    }
    while (getline(&line, &cap, f) > 0) {
        if (line[0] == '#')
            continue;
        check_official(line, &text, &t);
        check_own(&text, shows, &t);
    }
    (void)fclose(f);
    free(line);
    str_clear(&path);
    str_clear(&text);
    if (!shows) {
        printf("%s 1 - none of %zu official breaks is inside a word\n",
               t.official > 0 && t.forbidden == 0 ? "ok" : "not ok",
               t.official);
        printf("%s 2 - none of %zu breaks of our own is inside a word\n1..2\n",
               t.own > 0 && t.inside == 0 ? "ok" : "not ok", t.own);
    }
    return 0;
}
