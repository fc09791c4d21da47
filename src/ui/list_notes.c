#include "ui/list_notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/layout.h"

#define COLUMNS_MIN 8   /* in less, lines are cut rather than broken */
#define LINES_MAX   200 /* at either end: more hides the list */

void list_notes_clear(struct list_notes *n)
{
    for (int place = 0; place < LINE_PLACE_COUNT; place++) {
        for (size_t i = 0; i < n->counts[place]; i++)
            free(n->lines[place][i]);
        free(n->lines[place]);
    }
    *n = (struct list_notes){0};
}

/* Add one line of the source, broken. */
static void add(struct list_notes *n, enum line_place place, const char *text,
                const struct layout_form *form, size_t *cap)
{
    struct clean clean = {0};
    const struct layout_line *line;
    struct layout *l;

    clean_text(&clean, text, strlen(text), CLEAN_SCREEN);
    l = layout_new(clean.text, clean.len, form);
    for (size_t i = 0;
         n->counts[place] < LINES_MAX && (line = layout_line(l, i)); i++) {
        n->lines[place] = mem_grow(n->lines[place], n->counts[place], cap,
                                   sizeof(*n->lines[place]));
        n->lines[place][n->counts[place]++] =
            xmemdup(clean.text + line->start, line->end - line->start);
    }
    layout_free(l);
    clean_clear(&clean);
}

void list_notes_take(struct list_notes *n, const struct list *l, int columns,
                     enum ambiguous ambiguous)
{
    struct layout_form form = {
        .width = columns > COLUMNS_MIN ? columns : COLUMNS_MIN,
        .ambiguous = ambiguous,
    };

    list_notes_clear(n);
    for (int place = 0; l && place < LINE_PLACE_COUNT; place++) {
        size_t cap = 0;

        for (size_t i = 0; i < list_line_count(l, (enum line_place)place); i++)
            add(n, (enum line_place)place,
                list_line(l, (enum line_place)place, i), &form, &cap);
    }
}
