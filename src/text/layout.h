/*
 * layout.h - a paragraph as lines of a given width.
 *
 * Lines are made when they are looked at: layout_line(l, 0) of a paragraph of
 * megabytes costs one line. The words are never changed; a line is a range of
 * bytes of the clean text that the caller keeps.
 */
#ifndef TEXT_LAYOUT_H
#define TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "text/width.h"

#define LAYOUT_BALANCED_MAX 768 /* bytes of a balanced text */

/* All but LEFT: blanks before the text take no room, as those after it. */
enum layout_align { LAYOUT_LEFT, LAYOUT_BARE, LAYOUT_CENTRE };

/* How a paragraph stands in its column; see text/form.h for the forms of an
 * official document. All in columns. */
struct layout_form {
    int width;               /* of the measure, at least 2 */
    int first_indent;        /* left of the first line */
    int rest_indent;         /* left of the others */
    enum layout_align align; /* BARE is flush left without such blanks */
    bool balanced; /* lines of like length, broken at natural places, one more
                      than needed at most: for titles; a text over
                      LAYOUT_BALANCED_MAX stays as it is */
    enum ambiguous ambiguous;
};

struct layout_line {
    size_t start, end; /* bytes of the text; blanks at the line's end are not
                          in it but belong to no other line either */
    int indent;        /* columns left of the first cluster */
    int columns;       /* of the text, without the indent */
};

struct layout;

/* Borrows the clean text `s` until layout_free(). Never NULL. An empty text
 * has one empty line. Indents that leave under 2 columns are taken as 0. */
struct layout *layout_new(const char *s, size_t len,
                          const struct layout_form *form);
void layout_free(struct layout *l);

/* Line `index` from 0, or NULL past the last one; borrowed until the next
 * call. Lays out no further than it must. */
const struct layout_line *layout_line(struct layout *l, size_t index);

/* The line that shows byte `offset` (the last line, past the end). */
size_t layout_line_of(struct layout *l, size_t offset);

/* All lines; lays out the whole paragraph. */
size_t layout_count(struct layout *l);

/* Append line `line` of `l` as plain text: its indent as spaces, its words; no
 * newline. For tests. */
void layout_append(const struct layout *l, const struct layout_line *line,
                   struct str *out);

/* How many bytes are looked at ahead, from now on. The lines are the same
 * with any number: tests shrink it to see that. */
void layout_set_piece(struct layout *l, size_t bytes);

#endif
