/*
 * list_notes.h - the lines that stand around a list (its unit, notes, totals),
 * broken to the width of its pane.
 */
#ifndef UI_LIST_NOTES_H
#define UI_LIST_NOTES_H

#include <stddef.h>

#include "model/list.h"
#include "text/width.h"

struct list_notes {
    /* Clean lines as they are drawn, downwards; owned. */
    char **lines[LINE_PLACE_COUNT];
    size_t counts[LINE_PLACE_COUNT];
};

/* Take those of a list (NULL: none) in `columns` columns. */
void list_notes_take(struct list_notes *n, const struct list *l, int columns,
                     enum ambiguous ambiguous);
void list_notes_clear(struct list_notes *n);

#endif
