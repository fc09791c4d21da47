#include "term/term_pairs.h"

#include <assert.h>
#include <string.h>

#include "term/term_style.h"

/* For styles that set colours; beyond the first sixteen, which are the user's,
 * the same everywhere. Those for links end before those of styles. */
#define ENOUGH_COLOURS 256
#define FIRST_COLOUR   16
_Static_assert(FIRST_COLOUR + TERM_PAIRS_MAX * TERM_LINK_MAX <=
                   TERM_FIRST_GROUND,
               "a colour that stands for a link is no style's");

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
    if (bits & 1 << 5)
        mine |= TERM_BOLD;
    return mine;
}

/* The pair with the two colours of a style; the terminal's own is 0. */
static short pair_of(struct term_pairs *p, const struct term_look *look)
{
    int n = 1;

    if (look->colour == TERM_OWN_PAIR)
        return 0;
    for (; n < p->count; n++) {
        if (p->colours[n] == look->colour && p->grounds[n] == look->ground)
            return (short)n;
    }
    assert(n < TERM_PAIRS_MAX);
    p->colours[n] = look->colour;
    p->grounds[n] = look->ground;
    p->count++;
    init_pair((short)n, look->colour, look->ground);
    return (short)n;
}

static void open_styles(struct term_pairs *p, bool colours)
{
    unsigned able = attributes_able();
    unsigned unable = attributes_without_colour();

    for (int s = 0; s < STYLE_COUNT; s++) {
        struct term_look look = term_style_look((enum style)s, colours, able);
        attr_t a = A_NORMAL;

        if (look.colour != TERM_OWN_PAIR && look.attributes & unable)
            look = term_style_look((enum style)s, false, able);
        if (look.attributes & TERM_BOLD)
            a |= A_BOLD;
        if (look.attributes & TERM_UNDERLINE)
            a |= A_UNDERLINE;
        if (look.attributes & TERM_REVERSE)
            a |= A_REVERSE;
        p->attributes[s] = a;
        p->pairs[s] = pair_of(p, &look);
    }
}

/* A pair for each of the styles' and each place of a link. */
static short link_pair(int pair, int place)
{
    return (short)(TERM_PAIRS_MAX + pair * TERM_LINK_MAX + place);
}

/* Of colours other than 256 the first eight are there, and no style sets
 * any. */
static void open_links(const struct term_pairs *p, struct term_link *links)
{
    const char *background = tigetstr("setab");
    int first = COLORS == ENOUGH_COLOURS ? FIRST_COLOUR : 0;
    int count = COLORS == ENOUGH_COLOURS ? TERM_LINK_MAX : 8;

    /* NOLINTNEXTLINE(performance-no-int-to-ptr): terminfo's own sign */
    if (!background || background == (const char *)-1 ||
        strncmp(background, "\033[", 2) != 0 || attributes_without_colour() ||
        COLOR_PAIRS <= link_pair(p->count - 1, count - 1))
        return;
    term_link_init(links, first, count);
    for (int pair = 0; pair < p->count; pair++) {
        int from =
            first + (pair ? term_link_add_ground(links, p->grounds[pair]) : 0);

        for (int place = 0; place < count; place++)
            init_pair(link_pair(pair, place), p->colours[pair],
                      (short)(from + place));
    }
}

void term_pairs_open(struct term_pairs *p, bool colour, bool hyperlinks,
                     struct term_link *links)
{
    bool able = (colour || hyperlinks) && has_colors() && start_color() == OK &&
                COLORS >= 8 && use_default_colors() == OK;

    *p = (struct term_pairs){
        .count = 1, .colours = {TERM_OWN_PAIR}, .grounds = {TERM_OWN_PAIR}};
    open_styles(p, colour && able && COLORS == ENOUGH_COLOURS);
    term_link_init(links, 0, 0);
    if (hyperlinks && able)
        open_links(p, links);
}

short term_pairs_pair(const struct term_pairs *p, enum style style, int place)
{
    return place < 0 ? p->pairs[style] : link_pair(p->pairs[style], place);
}
