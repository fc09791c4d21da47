/*
 * survey.h - what each line of a page looks like by itself, looked at once:
 * what the rules that go by a line's place (head.h, tail.h, begin.h, rules.h)
 * ask about it and about its neighbours.
 */
#ifndef IMPORT_SURVEY_H
#define IMPORT_SURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include "import/date.h"
#include "import/furniture.h"
#include "import/page.h"

#define SURVEY_NONE SIZE_MAX /* no line */

struct survey_line {
    char *bare; /* words_bare() of its text */
    enum furniture furniture;
    bool is_row;        /* of a table, or a table */
    bool is_particular; /* what the page says of itself: survey.particulars */
    bool is_sentence;
    bool is_english;        /* prose, about a picture */
    int level, ordinal;     /* of the number that it begins with; 0: none */
    char iso[DATE_LEN + 1]; /* the line is this date; "": none */
};

/* What the page says of itself in a line of its text. */
struct survey_particular {
    char *name, *value;
    size_t line; /* index */
};

struct survey {
    const struct page *page; /* borrowed */
    struct survey_line *lines;
    size_t count;
    struct survey_particular *particulars;
    size_t particular_count, particular_cap;
};

/* Look at all lines of `p`, which must live as long. */
void survey_make(struct survey *s, const struct page *p);
void survey_clear(struct survey *s);

/* The next line from `from` on that holds something and is not yet settled;
 * `end` where there is none. */
size_t survey_next(const struct survey *s, size_t from, size_t end);

/* The same, over what the page has of its own too. */
size_t survey_next_text(const struct survey *s, size_t from, size_t end);

/* The line with text before `at`, not below `from`; SURVEY_NONE. */
size_t survey_previous_text(const struct survey *s, size_t from, size_t at);

/* Whether a line is the page's own by its words or by what its reader knows;
 * a row of short words only where `in_head`. */
bool survey_is_furniture(const struct survey *s, size_t at, bool in_head);

#endif
