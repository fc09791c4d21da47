/*
 * term_cell.h - a cell of the canvas in the locale's characters.
 */
#ifndef TERM_TERM_CELL_H
#define TERM_TERM_CELL_H

#include <stdbool.h>
#include <wchar.h>

#include "canvas/canvas.h"

#define TERM_CELL_MAX (CELL_MARKS + 2) /* base, marks and a NUL */

/*
 * Write part number `part` (from 0) of a cell's text to `out`, NUL-terminated.
 * False when there is no such part. A cell has one part, but where the locale
 * cannot encode its character: that becomes U+3013 or "?", and a wide one two
 * parts of "?" where U+3013 is lacking too. Marks that cannot be encoded are
 * left out.
 */
bool term_cell_text(const struct cell *cell, int part,
                    wchar_t out[TERM_CELL_MAX]);

#endif
