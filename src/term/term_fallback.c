#include "term/term.h" /* before <term.h>, whose macros are words like lines */

#include <string.h>

#include <curses.h>
#include <term.h>

#include "base/mem.h"

/* Whether terminfo knows a name, and whether it is one to draw on: the cursor
 * can be put anywhere, the screen cleared. */
static bool look_up(const char *name, bool *can_draw)
{
    TERMINAL *before = cur_term;
    int status = 0;

    *can_draw = false;
    if (setupterm(name, -1, &status) == OK) {
        *can_draw = cursor_address && clear_screen && !hard_copy;
        del_curterm(cur_term);
        set_curterm(before);
    }
    return status == 1; /* also of hard copy, which setupterm() refuses */
}

const char *term_fallback(const char *name)
{
    static const char *const likely[] = {"xterm-256color", "xterm", "vt100"};

    bool can_draw;

    if (!name || !*name || strcmp(name, "unknown") == 0)
        return "";
    if (look_up(name, &can_draw))
        return can_draw ? NULL : "";
    for (size_t i = 0; i < ARRAY_LEN(likely); i++) {
        if (look_up(likely[i], &can_draw) && can_draw)
            return likely[i];
    }
    return "";
}
