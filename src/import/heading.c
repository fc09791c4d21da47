#include "import/heading.h"

#include <string.h>

#include "import/words.h"

/* Whether the line at `other` is numbered next to the one at `at`. */
static bool is_numbered_on(const struct survey *s, size_t at, size_t other,
                           int step)
{
    return s->lines[other].level == s->lines[at].level &&
           s->lines[other].ordinal == s->lines[at].ordinal + step;
}

/* A sentence of its own, and text behind it. */
static bool runs_on(const char *bare)
{
    const char *stop = strstr(bare, "。");

    return stop && stop[strlen("。")] != '\0';
}

/* Whether a line is one of a sentence's parts. */
static bool goes_on(const struct survey *s, size_t at)
{
    return words_end_any(s->lines[at].bare, WORDS("；", "，"));
}

int heading_level(const struct survey *s, size_t at, size_t from, size_t end)
{
    int level = s->lines[at].level;
    size_t above, below;

    if (level < 2 || runs_on(s->lines[at].bare))
        return level;
    if (goes_on(s, at))
        return 0;
    above = survey_previous_text(s, from, at);
    if (above != SURVEY_NONE && is_numbered_on(s, at, above, -1) &&
        goes_on(s, above))
        return 0;
    if (level == 2)
        return level;
    below = survey_next_text(s, at + 1, end);
    if ((above != SURVEY_NONE && is_numbered_on(s, at, above, -1)) ||
        (below < end && is_numbered_on(s, at, below, 1)))
        return 0;
    return below < end ? level : 0;
}
