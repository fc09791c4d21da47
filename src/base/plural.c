#include "base/plural.h"

#include <ctype.h>
#include <string.h>

#include "base/mem.h"

#define MAX_DEPTH 32 /* of brackets and conditions in a rule */

struct parser {
    const char *at;
    unsigned long n;
    int depth;
    bool failed;
};

static unsigned long condition(struct parser *p);

static void skip_blanks(struct parser *p)
{
    while (isspace((unsigned char)*p->at))
        p->at++;
}

static bool take(struct parser *p, const char *sign)
{
    size_t len = strlen(sign);

    skip_blanks(p);
    if (strncmp(p->at, sign, len) != 0)
        return false;
    p->at += len;
    return true;
}

static unsigned long number(struct parser *p)
{
    unsigned long value = 0;

    if (!isdigit((unsigned char)*p->at))
        p->failed = true;
    for (; isdigit((unsigned char)*p->at); p->at++)
        value = value * 10 + (unsigned long)(*p->at - '0');
    return value;
}

/* Brackets within brackets, of which MAX_DEPTH ends it.
 * NOLINTNEXTLINE(misc-no-recursion) */
static unsigned long primary(struct parser *p)
{
    unsigned long value;
    int negations = 0;

    while (take(p, "!"))
        negations++;
    skip_blanks(p);
    if (take(p, "(")) {
        value = condition(p);
        p->failed = p->failed || !take(p, ")");
    } else if (take(p, "n"))
        value = p->n;
    else
        value = number(p);
    for (; negations > 0; negations--)
        value = !value;
    return value;
}

/* The operators of two sides, those that bind closest last. */
static const char *const levels[][5] = {
    {"||"},     {"&&"},          {"==", "!="}, {"<=", ">=", "<", ">"},
    {"+", "-"}, {"*", "/", "%"},
};

static unsigned long apply(struct parser *p, const char *sign, unsigned long a,
                           unsigned long b)
{
    switch (sign[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return sign[1] ? a <= b : a < b;
    case '>':
        return sign[1] ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    default:
        break;
    }
    if (!b) {
        p->failed = true;
        return 0;
    }
    return sign[0] == '/' ? a / b : a % b;
}

/* NOLINTNEXTLINE(misc-no-recursion): a level deeper */
static unsigned long binary(struct parser *p, size_t level)
{
    unsigned long value;
    const char *sign;

    if (level == ARRAY_LEN(levels))
        return primary(p);
    value = binary(p, level + 1);
    do {
        sign = NULL;
        for (size_t i = 0; levels[level][i] && !sign; i++)
            sign = take(p, levels[level][i]) ? levels[level][i] : NULL;
        if (sign)
            value = apply(p, sign, value, binary(p, level + 1));
    } while (sign && !p->failed);
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): it counts its depth */
static unsigned long condition(struct parser *p)
{
    unsigned long value = 0, yes, no;

    if (++p->depth > MAX_DEPTH)
        p->failed = true;
    if (!p->failed)
        value = binary(p, 0);
    if (!p->failed && take(p, "?")) {
        yes = condition(p);
        p->failed = p->failed || !take(p, ":");
        no = p->failed ? 0 : condition(p);
        value = value ? yes : no;
    }
    p->depth--;
    return value;
}

bool plural_form(const char *rule, unsigned long n, unsigned long *form)
{
    struct parser p = {.at = rule, .n = n};
    unsigned long value = condition(&p);

    skip_blanks(&p);
    if (p.failed || (*p.at && *p.at != ';' && *p.at != '\n'))
        return false;
    *form = value;
    return true;
}
