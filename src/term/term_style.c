#include "term/term_style.h"

#include <assert.h>

#include "base/mem.h"

enum { NONE, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

/* Blue is not used: on a dark ground it cannot be read. */
/* clang-format off */
static const struct {
    int colour;
    unsigned with;    /* attributes beside the colour */
    unsigned without; /* attributes where there is no colour */
} looks[STYLE_COUNT] = {
    [STYLE_TEXT]           = { NONE,   0, 0 },
    [STYLE_BAR]            = { NONE,   TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_BAR_FOCUSED]    = { NONE,   TERM_REVERSE | TERM_BOLD,
                                       TERM_REVERSE | TERM_BOLD },
    [STYLE_STATUS]         = { NONE,   0, 0 },
    [STYLE_ERROR]          = { RED,    TERM_BOLD, TERM_BOLD },
    [STYLE_PROMPT_FAILED]  = { RED,    TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_TITLE]          = { NONE,   TERM_BOLD, TERM_BOLD },
    [STYLE_HEADING_1]      = { NONE,   TERM_BOLD | TERM_UNDERLINE,
                                       TERM_BOLD | TERM_UNDERLINE },
    [STYLE_HEADING_2]      = { NONE,   TERM_BOLD, TERM_BOLD },
    [STYLE_HEADING_3]      = { NONE,   TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_COLUMN]         = { CYAN,   0, TERM_DIM },
    [STYLE_COLUMN_ACTIVE]  = { CYAN,   TERM_BOLD | TERM_UNDERLINE,
                                       TERM_BOLD | TERM_UNDERLINE },
    [STYLE_CURSOR]         = { NONE,   TERM_BOLD, TERM_BOLD },
    [STYLE_DERIVED]        = { MAGENTA, 0, TERM_DIM },
    [STYLE_DIM]            = { NONE,   TERM_DIM, TERM_DIM },
    [STYLE_LINK]           = { CYAN,   TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_LINK_CURRENT]   = { CYAN,   TERM_REVERSE, TERM_REVERSE },
    [STYLE_MATCH]          = { YELLOW, TERM_BOLD | TERM_UNDERLINE,
                                       TERM_BOLD | TERM_UNDERLINE },
    [STYLE_MATCH_CURRENT]  = { YELLOW, TERM_BOLD | TERM_REVERSE,
                                       TERM_BOLD | TERM_REVERSE },
    [STYLE_BORDER]         = { NONE,   TERM_DIM, TERM_DIM },
};
/* clang-format on */

struct term_look term_style_look(enum style style, bool colour, unsigned able)
{
    struct term_look look = {0};
    unsigned want;

    assert((unsigned)style < ARRAY_LEN(looks));
    if (colour)
        look.colour = looks[style].colour;
    want = colour ? looks[style].with : looks[style].without;
    look.attributes = want & able;
    if (want != TERM_DIM && want != 0 && look.attributes == 0)
        look.attributes = able & TERM_BOLD ? TERM_BOLD : able & TERM_REVERSE;
    return look;
}
