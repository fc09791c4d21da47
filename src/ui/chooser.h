/*
 * chooser.h - a pane of lines with a cursor, over the others: help, outline,
 * library, frequencies.
 */
#ifndef UI_CHOOSER_H
#define UI_CHOOSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/query.h"
#include "ui/pane.h"

struct chooser_line {
    char *text;     /* clean; owned */
    char *key;      /* drawn before it in a column of its own, or NULL */
    int64_t target; /* what choosing it means to the caller; -1: a heading,
                       which the cursor skips */
    int bar;        /* frequencies: 0 to 1000 of the widest bar, else -1 */
    int indent;     /* columns */
};

struct chooser_lines {
    struct chooser_line *items;
    size_t len, cap;
};

/* Append a line; text and key (may be NULL) are copied. */
void chooser_add(struct chooser_lines *lines, const char *text, const char *key,
                 int64_t target);
void chooser_lines_clear(struct chooser_lines *lines);

/* Takes the lines over by move (`*lines` is left empty). `title` (clean) is
 * copied; `target` is where the cursor stands first (-1: the first line). A
 * chooser whose targets are all -1 only scrolls. */
struct pane *chooser_new(const char *title, struct chooser_lines *lines,
                         int64_t target);

/* Show only the lines that match `q` (taken; NULL: all again) in text or key,
 * with the headings over them, and light what matches. The cursor goes to the
 * first of them; back to where it was once all are shown. */
void chooser_filter(struct pane *p, struct query *q);
bool chooser_is_filtered(const struct pane *p);

/* The target under the cursor, -1: none. */
int64_t chooser_target(const struct pane *p);

#endif
