/*
 * lit.h - text with some stretches lit: what a search matched.
 */
#ifndef UI_LIT_H
#define UI_LIT_H

#include <stddef.h>

#include "canvas/canvas.h"
#include "text/query.h"

/* Stretches of one text that are drawn in a style of their own. Their places
 * are bytes of the text as it is given below; `cell` does not matter. */
struct lit {
    const struct query_range *ranges; /* rising; NULL if there are none */
    size_t count;
    enum style style;
};

/* As canvas_text() with bytes [from, to) of clean text. */
int lit_text(struct canvas *c, int row, int column, int limit, const char *text,
             size_t from, size_t to, enum style style, const struct lit *lit);

/*
 * Draw source text (not clean, one line) into columns [column, limit): cut
 * with '>' where it is longer, and begun later, behind a '<', where the first
 * lit stretch would not be seen otherwise. `lit` in bytes of the source.
 * Looks at no more of the text than it must.
 */
void lit_cell(struct canvas *c, int row, int column, int limit,
              const char *text, size_t len, enum style style,
              const struct lit *lit);

/* The ranges of cell `cell` among those of a row. */
struct lit lit_of_cell(const struct query_ranges *ranges, uint32_t cell,
                       enum style style);

#endif
