#include "model/column_kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/written_date.h"

enum {
    INTEGER_DIGITS = 15, /* a double holds them; an identity number has 18 */
    CODE_DIGITS = 7,     /* so many in every cell are no amount */
    NUMBER_BYTES = 64,
};

/* ---- numbers ---- */

bool column_kind_integer(const char *text, size_t len, int64_t *value)
{
    size_t at = len > 1 && text[0] == '-';
    int64_t n = 0;

    if (len == 0 || len - at > INTEGER_DIGITS || (text[at] == '0' && len > 1))
        return false;
    for (size_t i = at; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        n = 10 * n + (text[i] - '0');
    }
    *value = at ? -n : n;
    return true;
}

/* The ASCII character for which `cp` stands in a number, or 0. */
static char narrow(uint32_t cp)
{
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        cp -= 0xFF01 - 0x21;
    if (cp == 0x2212) /* minus sign */
        cp = '-';
    if (cp == 0xA5 || cp == 0xFFE5)
        cp = '$';
    if (cp == 0x3000 || cp == 0xA0)
        cp = ' ';
    return cp && cp < 0x80 ? (char)cp : '\0';
}

/* The text in `ascii`, without the blanks around it; false: too long, or with
 * what no number has. */
static bool narrowed(const char *text, size_t len, char ascii[NUMBER_BYTES])
{
    size_t n = 0;

    for (size_t i = 0; i < len;) {
        uint32_t cp;
        char c;

        i += utf8_next(text + i, len - i, &cp);
        c = narrow(cp);
        if (c == ' ' && n == 0)
            continue;
        if (!c || !strchr("0123456789+-$,.% ", c) || n == NUMBER_BYTES - 1)
            return false;
        ascii[n++] = c;
    }
    while (n > 0 && ascii[n - 1] == ' ')
        n--;
    ascii[n] = '\0';
    return n > 0;
}

static size_t digits_at(const char *s)
{
    return strspn(s, "0123456789");
}

/* Digits that may be parted by commas in threes, moved together; returns how
 * many there are, 0: it is no such number. */
static size_t join_groups(char *s, size_t *used)
{
    size_t n = digits_at(s), to = n;

    *used = n;
    if (s[n] != ',' || n > 3)
        return n;
    while (s[*used] == ',') {
        if (digits_at(s + *used + 1) != 3)
            return 0;
        memmove(s + to, s + *used + 1, 3);
        to += 3;
        *used += 4;
    }
    return to;
}

/* [+-][$]digits[.digits] at the start of `s`, which is altered; *rest is what
 * follows. */
static bool take_decimal(char *s, char **rest, double *order)
{
    bool is_negative = *s == '-';
    char plain[NUMBER_BYTES];
    size_t whole, used = 0;

    s += *s == '-' || *s == '+';
    s += *s == '$';
    whole = join_groups(s, &used);
    if (whole == 0 || whole > INTEGER_DIGITS || (whole > 1 && *s == '0'))
        return false;
    memcpy(plain, s, whole);
    /* The text is whole and ends with NUL.
     * NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
    if (s[used] == '.') {
        size_t fraction = digits_at(s + used + 1);

        if (!fraction)
            return false;
        memcpy(plain + whole, s + used, fraction + 1);
        whole += fraction + 1;
        used += fraction + 1;
    }
    plain[whole] = '\0';
    *rest = s + used;
    *order = strtod(plain, NULL);
    if (is_negative)
        *order = -*order;
    return true;
}

static bool order_integer(const char *text, size_t len, double *order)
{
    int64_t value;

    if (!column_kind_integer(text, len, &value))
        return false;
    *order = (double)value;
    return true;
}

static bool order_decimal(const char *text, size_t len, double *order)
{
    char ascii[NUMBER_BYTES], *rest;

    return narrowed(text, len, ascii) && take_decimal(ascii, &rest, order) &&
           !*rest;
}

static bool order_percent(const char *text, size_t len, double *order)
{
    char ascii[NUMBER_BYTES], *rest;

    if (!narrowed(text, len, ascii) || !take_decimal(ascii, &rest, order))
        return false;
    rest += strspn(rest, " ");
    return rest[0] == '%' && !rest[1];
}

static bool order_date(const char *text, size_t len, double *order)
{
    struct written_date d;

    if (!written_date_read(text, len, &d))
        return false;
    *order = written_date_order(&d);
    return true;
}

/* ---- the kinds ---- */

/* clang-format off */
static const struct {
    const char *name;
    bool (*order)(const char *text, size_t len, double *order);
    bool is_right;
} kinds[COLUMN_KIND_COUNT] = {
    [COLUMN_TEXT] = { "text", NULL, false },
    [COLUMN_INTEGER] = { "integer", order_integer, true },
    [COLUMN_PERCENT] = { "percent", order_percent, true },
    [COLUMN_DATE] = { "date", order_date, false },
    [COLUMN_DECIMAL] = { "decimal", order_decimal, true },
};
/* clang-format on */

const char *column_kind_name(enum column_kind kind)
{
    return kinds[kind].name;
}

enum column_kind column_kind_from_name(const char *name)
{
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++)
        if (strcmp(kinds[kind].name, name) == 0)
            return (enum column_kind)kind;
    return COLUMN_TEXT;
}

bool column_kind_is_right(enum column_kind kind)
{
    return kinds[kind].is_right;
}

bool column_kind_order(enum column_kind kind, const char *text, size_t len,
                       double *order)
{
    return kinds[kind].order && kinds[kind].order(text, len, order);
}

/* ---- what a column is ---- */

static bool is_none(const char *text, size_t len)
{
    static const char *const signs[] = {"-", "－", "—",  "——", "–",
                                        "/", "／", "无", "…",  "……"};

    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        if (strlen(signs[i]) == len && memcmp(signs[i], text, len) == 0)
            return true;
    return false;
}

void column_guess_add(struct column_guess *g, const char *text, size_t len)
{
    const unsigned all = (1u << COLUMN_KIND_COUNT) - 1;
    size_t digits = 0;
    double order;

    if (len == 0 || (g->cannot | 1u << COLUMN_TEXT) == all)
        return;
    if (is_none(text, len)) {
        g->has_none = true;
        return;
    }
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++)
        if (!(g->cannot & 1u << kind) &&
            !column_kind_order((enum column_kind)kind, text, len, &order))
            g->cannot |= 1u << kind;
    while (digits < len && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    if (!g->has_value)
        g->digits = digits;
    g->has_value = true;
    g->is_no_code = g->is_no_code || digits < CODE_DIGITS || digits < len ||
                    digits != g->digits;
}

enum column_kind column_guess_kind(const struct column_guess *g)
{
    /* As many digits everywhere, and many of them. */
    if (!g->has_value || !g->is_no_code)
        return COLUMN_TEXT;
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++)
        if (!(g->cannot & 1u << kind) &&
            !(kind == COLUMN_INTEGER && g->has_none))
            return (enum column_kind)kind;
    return COLUMN_TEXT;
}
