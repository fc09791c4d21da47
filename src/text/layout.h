/*
 * layout.h - a paragraph as lines of a given width.
 *
 * Lines are made when they are looked at: the first line of a paragraph of
 * megabytes costs one line, and one in its middle no more than a stretch. The
 * words are never changed; a line is a range of bytes of the clean text that
 * the caller keeps.
 *
 * A paragraph of over LAYOUT_STRETCH bytes is laid out in stretches, since
 * the lines before a place would all have to be made else to know the line
 * that shows it. What is guaranteed: stretch k begins with the first byte
 * from k * LAYOUT_STRETCH on that stands between two Han characters or two
 * words of letters (where the next 256 have none it goes with the one
 * before), whatever the width; a line begins there, and no line depends on
 * another stretch. The last lines of a stretch are drawn in by one character
 * each, so that none of them is short.
 */
#ifndef TEXT_LAYOUT_H
#define TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/width.h"

#define LAYOUT_BALANCED_MAX 768       /* bytes of a balanced text */
#define LAYOUT_STRETCH      (1 << 17) /* bytes */

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
 * call. Makes all lines before it, none after it. */
const struct layout_line *layout_line(struct layout *l, size_t index);

/* All lines; lays out the whole paragraph. */
size_t layout_count(struct layout *l);

/*
 * The same lines by their places, for a view that is anywhere: a place costs
 * one stretch at most. Places grow down the text; those of one stretch follow
 * each other, and up to LAYOUT_STRETCH bytes a place is the line's index.
 */

/* The line at a place that layout_find() or layout_last() gave, or that was
 * stepped to; borrowed until the next call. */
const struct layout_line *layout_at(struct layout *l, int64_t place);

/* The place of the line that shows byte `offset` (the last line, past the
 * end), and of the last line. */
int64_t layout_find(struct layout *l, size_t offset);
int64_t layout_last(struct layout *l);

/* Step to the next or the previous line; false, and no step, at the end. */
bool layout_next(struct layout *l, int64_t *place);
bool layout_prev(struct layout *l, int64_t *place);

/* Append line `line` of `l` as plain text: its indent as spaces, its words; no
 * newline. For tests. */
void layout_append(const struct layout *l, const struct layout_line *line,
                   struct str *out);

/* For tests, before any line is made: how many bytes are looked at ahead,
 * which changes no line; the bytes of a stretch. */
void layout_set_piece(struct layout *l, size_t bytes);
void layout_set_stretch(struct layout *l, size_t bytes);

#endif
