#include "term/term_cell.h"

#include "base/locale.h"

enum { GETA = 0x3013 };

bool term_cell_text(const struct cell *cell, int part,
                    wchar_t out[TERM_CELL_MAX])
{
    bool wide = cell->columns == 2;
    int n = 0;

    if (part > 0 && !(part == 1 && wide))
        return false;
    if (locale_can_encode(cell->base)) {
        if (part > 0)
            return false;
        out[n++] = (wchar_t)cell->base;
    } else if (wide && locale_can_encode(GETA)) {
        if (part > 0)
            return false;
        out[n++] = GETA;
    } else {
        out[n++] = L'?';
    }
    for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++) {
        if (out[0] == (wchar_t)cell->base && locale_can_encode(cell->marks[i]))
            out[n++] = (wchar_t)cell->marks[i];
    }
    out[n] = 0;
    return true;
}
