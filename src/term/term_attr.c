#include "term/term_attr.h"

#include <string.h>

#include "base/mem.h"
#include "term/term_style.h"

const struct term_attr term_attr_plain = {.colour = -1, .ground = -1};

static const struct {
    unsigned attribute;
    int number;
} numbers_of[] = {
    {TERM_BOLD, 1},
    {TERM_UNDERLINE, 4},
    {TERM_REVERSE, 7},
};

enum {
    FONT = 10, /* the usual one: some say it each time */
    COLOUR = 30,
    GROUND = 40,
    BY_NUMBER = 8, /* COLOUR or GROUND and this: "38;5;N" or "38:5:N" */
    DEFAULT = 9,
};

/* ---- reading ---- */

struct numbers {
    const char *s;
    size_t len, at;
};

/* The next number (none at all is 0) and what ends it: ';', ':' or, at the
 * end, NUL. False where something else stands there. */
static bool next_number(struct numbers *n, int *number, char *end)
{
    *number = 0;
    for (; n->at < n->len && n->s[n->at] >= '0' && n->s[n->at] <= '9';
         n->at++) {
        if (*number < 10000)
            *number = *number * 10 + n->s[n->at] - '0';
    }
    *end = n->at < n->len ? n->s[n->at++] : '\0';
    return *end == '\0' || *end == ';' || *end == ':';
}

/* "5;N" or "5:N" of a colour or a ground. */
static bool take_by_number(int *colour, struct numbers *n, char *end)
{
    int kind, number;

    if (!*end || !next_number(n, &kind, end) || kind != 5 || !*end ||
        !next_number(n, &number, end))
        return false;
    *colour = number;
    return true;
}

static bool take_number(struct term_attr *a, int number)
{
    for (size_t i = 0; i < ARRAY_LEN(numbers_of); i++) {
        if (numbers_of[i].number == number) {
            a->attributes |= numbers_of[i].attribute;
            return true;
        }
    }
    if (number == 0)
        *a = term_attr_plain;
    else if (number >= COLOUR && number < COLOUR + BY_NUMBER)
        a->colour = number - COLOUR;
    else if (number >= GROUND && number < GROUND + BY_NUMBER)
        a->ground = number - GROUND;
    else if (number == COLOUR + DEFAULT)
        a->colour = -1;
    else if (number == GROUND + DEFAULT)
        a->ground = -1;
    else
        return number == FONT;
    return true;
}

bool term_attr_take(struct term_attr *a, const char *numbers, size_t len)
{
    struct numbers n = {.s = numbers, .len = len};
    struct term_attr taken = *a;
    char end;

    do {
        int number;

        if (!next_number(&n, &number, &end))
            return false;
        if (number == COLOUR + BY_NUMBER) {
            if (!take_by_number(&taken.colour, &n, &end))
                return false;
        } else if (number == GROUND + BY_NUMBER) {
            if (!take_by_number(&taken.ground, &n, &end))
                return false;
        } else if (!take_number(&taken, number))
            return false;
        if (end == ':')
            return false;
    } while (end);
    *a = taken;
    return true;
}

/* ---- writing ---- */

static void add_number(struct str *out, int number)
{
    str_addf(out, out->len ? ";%d" : "%d", number);
}

/* A colour or a ground; -1 is the default. */
static void add_colour(struct str *out, int base, int colour)
{
    if (colour < 0)
        add_number(out, base + DEFAULT);
    else if (colour < BY_NUMBER)
        add_number(out, base + colour);
    else {
        add_number(out, base + BY_NUMBER);
        str_addf(out, ";5;%d", colour);
    }
}

static void add_attributes(struct str *out, unsigned attributes)
{
    for (size_t i = 0; i < ARRAY_LEN(numbers_of); i++) {
        if (attributes & numbers_of[i].attribute)
            add_number(out, numbers_of[i].number);
    }
}

/* "" where everything is plain, else from plain to that. */
static void add_anew(struct str *out, const struct term_attr *to)
{
    struct str numbers = {0};

    add_attributes(&numbers, to->attributes);
    if (to->colour >= 0)
        add_colour(&numbers, COLOUR, to->colour);
    if (to->ground >= 0)
        add_colour(&numbers, GROUND, to->ground);
    if (numbers.len)
        str_addf(out, "0;%s", str_text(&numbers));
    str_clear(&numbers);
}

/* What differs; there is no way to take one attribute away. */
static void add_more(struct str *out, const struct term_attr *from,
                     const struct term_attr *to)
{
    add_attributes(out, to->attributes & ~from->attributes);
    if (to->colour != from->colour)
        add_colour(out, COLOUR, to->colour);
    if (to->ground != from->ground)
        add_colour(out, GROUND, to->ground);
}

void term_attr_add(struct str *out, const struct term_attr *from,
                   const struct term_attr *to)
{
    struct str anew = {0}, more = {0};
    bool can_add = from && !(from->attributes & ~to->attributes);

    if (from && from->attributes == to->attributes &&
        from->colour == to->colour && from->ground == to->ground)
        return;
    add_anew(&anew, to);
    if (can_add)
        add_more(&more, from, to);
    can_add = can_add && more.len <= anew.len;
    str_addf(out, "\033[%sm", str_text(can_add ? &more : &anew));
    str_clear(&anew);
    str_clear(&more);
}
