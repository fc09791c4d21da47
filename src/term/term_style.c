#include "term/term_style.h"

#include <assert.h>

#include "base/mem.h"

#define OWN TERM_OWN_PAIR

/* Of the 256 colours those from 16 on, which a terminal's palette leaves
 * alone: each pair is legible whatever the ground around it is. Grounds are
 * from 176 on: those below stand for links (term_pairs.c). */
enum {
    BLACK = 16,   /* #000000 */
    SKY = 189,    /* #d7d7ff */
    ORANGE = 208, /* #ff8700 */
    SALMON = 210, /* #ff8787 */
    SAND = 222,   /* #ffd787 */
};

/* clang-format off */
static const struct {
    short colour, ground;    /* where there are 256 colours */
    unsigned with;           /* attributes beside them */
    unsigned without;        /* attributes where there are not */
} looks[STYLE_COUNT] = {
    [STYLE_TEXT]           = { OWN, OWN, 0, 0 },
    [STYLE_BAR]            = { OWN, OWN, TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_BAR_FOCUSED]    = { OWN, OWN, TERM_REVERSE | TERM_BOLD,
                                         TERM_REVERSE | TERM_BOLD },
    [STYLE_STATUS]         = { OWN, OWN, 0, 0 },
    [STYLE_ERROR]          = { BLACK, SALMON, 0, TERM_BOLD | TERM_REVERSE },
    [STYLE_PROMPT_FAILED]  = { BLACK, SALMON, 0, TERM_UNDERLINE },
    [STYLE_TITLE]          = { OWN, OWN, TERM_BOLD, TERM_BOLD },
    [STYLE_HEADING_1]      = { OWN, OWN, TERM_BOLD | TERM_UNDERLINE,
                                         TERM_BOLD | TERM_UNDERLINE },
    [STYLE_HEADING_2]      = { OWN, OWN, TERM_BOLD, TERM_BOLD },
    [STYLE_HEADING_3]      = { OWN, OWN, TERM_BOLD, TERM_BOLD },
    [STYLE_COLUMN]         = { OWN, OWN, TERM_BOLD, TERM_BOLD },
    [STYLE_COLUMN_ACTIVE]  = { OWN, OWN, TERM_REVERSE, TERM_REVERSE },
    [STYLE_CURSOR]         = { OWN, OWN, TERM_REVERSE, TERM_REVERSE },
    [STYLE_CURSOR_CELL]    = { BLACK, SKY, 0, TERM_REVERSE | TERM_BOLD },
    [STYLE_DERIVED]        = { OWN, OWN, 0, 0 },
    [STYLE_HINT]           = { OWN, OWN, 0, 0 },
    [STYLE_LINK]           = { OWN, OWN, TERM_UNDERLINE, TERM_UNDERLINE },
    [STYLE_LINK_CURRENT]   = { OWN, OWN, TERM_REVERSE, TERM_REVERSE },
    [STYLE_MATCH]          = { BLACK, SAND, 0, TERM_BOLD | TERM_UNDERLINE },
    [STYLE_MATCH_CURRENT]  = { BLACK, ORANGE, TERM_BOLD,
                               TERM_BOLD | TERM_REVERSE | TERM_UNDERLINE },
    [STYLE_BORDER]         = { OWN, OWN, 0, 0 },
};
/* clang-format on */

/* What stands for an attribute that the terminal lacks. */
static unsigned replaced(unsigned want, unsigned able)
{
    unsigned has = want & able;

    if (want & ~able & TERM_BOLD)
        has |= TERM_UNDERLINE & able;
    if (want & ~able & TERM_UNDERLINE)
        has |= TERM_BOLD & able;
    return has || !want ? has : TERM_REVERSE & able;
}

struct term_look term_style_look(enum style style, bool colours, unsigned able)
{
    struct term_look look = {.colour = OWN, .ground = OWN};

    assert((unsigned)style < ARRAY_LEN(looks));
    if (colours) {
        look.colour = looks[style].colour;
        look.ground = looks[style].ground;
    }
    look.attributes =
        replaced(colours ? looks[style].with : looks[style].without, able);
    return look;
}
