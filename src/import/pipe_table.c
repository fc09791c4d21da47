#include "import/pipe_table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/page.h"

/* | --- | :--: | */
static bool is_rule(const struct str *line)
{
    size_t dashes = 0, pipes = 0;

    for (size_t i = 0; i < line->len; i++) {
        char c = line->text[i];

        if (c == '-')
            dashes++;
        else if (c == '|')
            pipes++;
        else if (c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return dashes > 0 && pipes > 0;
}

static bool has_pipe(const struct str *line)
{
    return line->len > 0 && memchr(line->text, '|', line->len);
}

size_t pipe_table_length(const struct str *lines, size_t count)
{
    size_t n = 2;

    if (count < 2 || !has_pipe(&lines[0]) || !is_rule(&lines[1]))
        return 0;
    while (n < count && has_pipe(&lines[n]))
        n++;
    return n;
}

/* A cell: "\|" is a bar, <br> ends a line, marks of emphasis go. */
static void add_cell(struct grid *g, const char *s, size_t len, bool is_heading)
{
    struct str text = {0};
    char *stripped;

    for (size_t i = 0; i < len; i++) {
        if (s[i] == '\\' && i + 1 < len && s[i + 1] == '|')
            continue;
        if (len - i >= 4 && strncasecmp(s + i, "<br", 3) == 0) {
            const char *end = memchr(s + i, '>', len - i);

            if (end) {
                str_addc(&text, '\n');
                i = (size_t)(end - s);
                continue;
            }
        }
        str_addc(&text, s[i]);
    }
    stripped = page_strip_marks(str_text(&text), text.len);
    grid_add_cell(g, stripped, strlen(stripped), 1, 1)->is_heading = is_heading;
    free(stripped);
    str_clear(&text);
}

static void add_row(struct grid *g, const struct str *line, size_t number,
                    bool is_heading)
{
    const char *s = line->text, *end = s + line->len;

    while (s < end && (*s == ' ' || *s == '\t'))
        s++;
    while (end > s && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    s += s < end && *s == '|';
    if (end > s && end[-1] == '|' && !(end - s > 1 && end[-2] == '\\'))
        end--;
    grid_add_row(g, number);
    while (s <= end) {
        const char *stop = s;

        while (stop < end && !(*stop == '|' && (stop == s || stop[-1] != '\\')))
            stop++;
        add_cell(g, s, (size_t)(stop - s), is_heading);
        s = stop + 1;
    }
}

struct grid *pipe_table_read(const struct str *lines, size_t count, size_t line)
{
    struct grid *g = grid_new();

    for (size_t i = 0; i < count; i++) {
        if (i != 1)
            add_row(g, &lines[i], line + i, i == 0);
    }
    return g;
}
