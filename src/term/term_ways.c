#include "term/term_ways.h"

#include <curses.h>

#include "term/term_output.h"
#include "term/term_wcwidth.h"

int term_ways_columns(const wchar_t *text)
{
    WINDOW *pad = newpad(1, 8);
    int columns = -1;
    cchar_t cell;

    if (pad && setcchar(&cell, text, A_NORMAL, 0, NULL) == OK &&
        wadd_wch(pad, &cell) == OK)
        columns = getcurx(pad);
    if (pad)
        delwin(pad);
    return columns;
}

struct term_ways term_ways_find(void)
{
    struct term_ways ways;

    delay_output(0); /* empties its buffer, with what it began with */
    ways.writes = term_output_has();
    term_wcwidth_was_asked();
    term_ways_columns(L"\u4E2D");
    ways.measures = term_wcwidth_was_asked();
    return ways;
}
