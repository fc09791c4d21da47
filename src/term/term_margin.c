#include "term/term_margin.h"

#include <stdbool.h>
#include <string.h>

#include <curses.h>
#include <term.h>

static bool wraps_at_once(const char *name)
{
    int status;
    bool wraps;

    if (setupterm(name, -1, &status) != OK)
        return false;
    wraps = auto_right_margin && !eat_newline_glitch && cursor_address &&
            strncmp(cursor_address, "\033[", 2) == 0;
    del_curterm(cur_term);
    return wraps;
}

static bool is_known(const char *name)
{
    int status;

    if (setupterm(name, -1, &status) != OK)
        return false;
    del_curterm(cur_term);
    return true;
}

const char *term_margin_name(const char *name)
{
    static const char both[] = "vt100";

    return wraps_at_once(name) && is_known(both) ? both : name;
}
