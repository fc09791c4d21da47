/*
 * lit.h - text with some stretches lit (what a search matched) or leading
 * somewhere.
 */
#ifndef UI_LIT_H
#define UI_LIT_H

#include <stdbool.h>
#include <stddef.h>

#include "canvas/canvas.h"
#include "text/link.h"
#include "search/query.h"

/* Stretches of one text that are drawn in a style of their own. Their places
 * are bytes of the text as it is given below; `cell` does not matter. */
struct lit {
    const struct query_range *ranges; /* rising; NULL if there are none */
    size_t count;
    enum style style;
};

/* Where a text goes: columns [from, to) of a row, and how it looks there. */
struct strip {
    int row, from, to;
    enum style style;
};

/* Draw bytes [from, to) of clean text, as canvas_text() does. */
void lit_text(struct canvas *c, const struct strip *strip, const char *text,
              size_t from, size_t to, const struct lit *lit);

/* Bytes of a text. */
struct lit_span {
    size_t start, end;
};

/* Of a line of clean text that stands in a strip: the part of the strip in
 * which bytes `wanted` of the text stand. False where none of them does. */
bool lit_part(const struct strip *strip, const char *text, struct lit_span line,
              struct lit_span wanted, enum ambiguous ambiguous,
              struct strip *part);

/* Let a strip lead where a link with this text (as it is stored) does, if it
 * leads out of the program. */
void lit_link(struct canvas *c, const struct strip *strip, enum link_kind kind,
              const char *text, size_t len);

/*
 * Draw source text (not clean, one line): cut with '>' where it is longer
 * than the strip, and begun later, behind a '<', where the first lit stretch
 * would not be seen otherwise. `lit` in bytes of the source. Looks at no more
 * of the text than it must.
 */
void lit_cell(struct canvas *c, const struct strip *strip, const char *text,
              size_t len, const struct lit *lit);

/* The ranges of cell `cell` among those of a row. */
struct lit lit_of_cell(const struct query_ranges *ranges, uint32_t cell,
                       enum style style);

#endif
