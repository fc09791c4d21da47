#include "term/term_pairs.h"

#include <string.h>

#include "term/term_style.h"

enum { COLOURS = 8 /* the default, and 1-7 as ANSI numbers them */ };

static unsigned attributes_able(void)
{
    attr_t able = term_attrs();
    unsigned mine = 0;

    if (able & A_BOLD)
        mine |= TERM_BOLD;
    if (able & A_UNDERLINE)
        mine |= TERM_UNDERLINE;
    if (able & A_REVERSE)
        mine |= TERM_REVERSE;
    if (able & A_DIM)
        mine |= TERM_DIM;
    return mine;
}

/* The attributes that this terminal does not show beside a colour. */
static unsigned attributes_without_colour(void)
{
    int bits = tigetnum("ncv");
    unsigned mine = 0;

    if (bits <= 0)
        return 0;
    if (bits & 1 << 1)
        mine |= TERM_UNDERLINE;
    if (bits & 1 << 2)
        mine |= TERM_REVERSE;
    if (bits & 1 << 4)
        mine |= TERM_DIM;
    if (bits & 1 << 5)
        mine |= TERM_BOLD;
    return mine;
}

static void open_styles(struct term_pairs *p, bool colour)
{
    unsigned able = attributes_able();
    unsigned unable = attributes_without_colour();

    for (int s = 0; s < STYLE_COUNT; s++) {
        struct term_look look = term_style_look((enum style)s, colour, able);
        attr_t a = A_NORMAL;

        if (look.colour && look.attributes & unable)
            look = term_style_look((enum style)s, false, able);
        if (look.attributes & TERM_BOLD)
            a |= A_BOLD;
        if (look.attributes & TERM_UNDERLINE)
            a |= A_UNDERLINE;
        if (look.attributes & TERM_REVERSE)
            a |= A_REVERSE;
        if (look.attributes & TERM_DIM)
            a |= A_DIM;
        p->attributes[s] = a;
        p->colours[s] = (short)look.colour;
    }
}

static short link_pair(int place, int colour)
{
    return (short)(COLOURS * (place + 1) + colour);
}

/* Beyond the first sixteen, 256 colours are the same everywhere; of others,
 * or more, the first eight are there. */
static void open_links(struct term_link *links)
{
    const char *background = tigetstr("setab");
    int first = COLORS == 256 ? 16 : 0;
    int count = COLORS == 256 ? TERM_LINK_MAX : 8;

    /* NOLINTNEXTLINE(performance-no-int-to-ptr): terminfo's own sign */
    if (!background || background == (const char *)-1 ||
        strncmp(background, "\033[", 2) != 0 || attributes_without_colour())
        return;
    if (count > COLOR_PAIRS / COLOURS - 1)
        count = COLOR_PAIRS / COLOURS - 1;
    for (int place = 0; place < count; place++) {
        for (int n = 0; n < COLOURS; n++)
            init_pair(link_pair(place, n), (short)(n ? n : -1),
                      (short)(first + place));
    }
    term_link_init(links, first, count);
}

void term_pairs_open(struct term_pairs *p, bool colour, bool hyperlinks,
                     struct term_link *links)
{
    bool able = (colour || hyperlinks) && has_colors() && start_color() == OK &&
                COLORS >= COLOURS && use_default_colors() == OK;

    for (int n = 1; able && n < COLOURS; n++)
        init_pair((short)n, (short)n, -1);
    open_styles(p, colour && able);
    term_link_init(links, 0, 0);
    if (hyperlinks && able)
        open_links(links);
}

short term_pairs_pair(const struct term_pairs *p, enum style style, int place)
{
    return link_pair(place, p->colours[style]);
}
