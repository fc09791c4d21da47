#include "text/written_date.h"

#include <stdint.h>

#include "text/utf8.h"

/* The rest of the text. */
struct reader {
    const char *at, *end;
};

static uint32_t peek(const struct reader *r, size_t *n)
{
    uint32_t cp = 0;

    *n = r->at < r->end ? utf8_next(r->at, (size_t)(r->end - r->at), &cp) : 0;
    return cp;
}

static void skip_blanks(struct reader *r)
{
    size_t n;
    uint32_t cp;

    while ((cp = peek(r, &n)) == ' ' || cp == '\t' || cp == 0xA0 ||
           cp == 0x3000)
        r->at += n;
}

/* The next character, if it is this one or its full-width twin. */
static bool take(struct reader *r, uint32_t wanted)
{
    struct reader next = *r;
    size_t n;
    uint32_t cp;

    skip_blanks(&next);
    cp = peek(&next, &n);
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        cp -= 0xFF01 - 0x21;
    if (!n || cp != wanted)
        return false;
    next.at += n;
    *r = next;
    return true;
}

/* 0 to 9, 10 for 十, or -1. */
static int digit_of(uint32_t cp, bool *is_han)
{
    static const uint32_t han[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09,
                                   0x56DB, 0x4E94, 0x516D, 0x4E03,
                                   0x516B, 0x4E5D, 0x5341};
    /* What stands for 〇: ○ ◯ Ｏ O 零. */
    static const uint32_t zeros[] = {0x25CB, 0x25EF, 0xFF2F, 'O', 0x96F6};

    *is_han = cp < '0' || cp > '9';
    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    if (cp >= 0xFF10 && cp <= 0xFF19) {
        *is_han = false;
        return (int)(cp - 0xFF10);
    }
    for (int i = 0; i < 11; i++)
        if (han[i] == cp)
            return i;
    for (int i = 0; i < 5; i++)
        if (zeros[i] == cp)
            return 0;
    return -1;
}

enum { DIGITS_MAX = 4 };

/* One to four digits of one kind; 二〇二〇 mixes with 0 (二0二0). */
struct digits {
    int values[DIGITS_MAX];
    int count;
    bool has_han;
};

static bool take_digits(struct reader *r, struct digits *d)
{
    size_t n;
    int value;
    bool is_han;

    *d = (struct digits){0};
    skip_blanks(r);
    while ((value = digit_of(peek(r, &n), &is_han)) >= 0) {
        if (d->count == DIGITS_MAX)
            return false;
        d->has_han = d->has_han || is_han;
        d->values[d->count++] = value;
        r->at += n;
    }
    return d->count > 0;
}

/* Digits one after the other. */
static int plain_value(const struct digits *d)
{
    int value = 0;

    for (int i = 0; i < d->count; i++) {
        if (d->values[i] > 9)
            return -1;
        value = 10 * value + d->values[i];
    }
    return value;
}

/* 九, 十, 十一, 二十, 二十一. */
static int han_value(const struct digits *d)
{
    int value = 0, at = 0;

    if (at < d->count && d->values[at] < 10)
        value = d->values[at++];
    if (at < d->count && d->values[at] == 10) {
        value = (value ? value : 1) * 10;
        at++;
        if (at < d->count && d->values[at] < 10)
            value += d->values[at++];
    }
    return at == d->count ? value : -1;
}

/* A month or a day, or a part of a time: one or two digits, up to `most`. */
static bool part_of(const struct digits *d, int most, int *value)
{
    *value = d->has_han ? han_value(d) : plain_value(d);
    return (d->has_han || d->count <= 2) && *value >= 0 && *value <= most;
}

static bool take_part(struct reader *r, int most, int *value)
{
    struct digits d;

    return take_digits(r, &d) && part_of(&d, most, value);
}

/* A time of day, or nothing, to the end of the text. */
static bool take_time(struct reader *r, struct written_date *d)
{
    int hours, minutes, seconds = 0;
    bool is_due = take(r, 'T');

    skip_blanks(r);
    if (r->at == r->end)
        return !is_due;
    if (!take_part(r, 24, &hours) || !take(r, ':') ||
        !take_part(r, 59, &minutes) ||
        (take(r, ':') && !take_part(r, 60, &seconds)))
        return false;
    d->seconds = (hours * 60 + minutes) * 60 + seconds;
    skip_blanks(r);
    return r->at == r->end;
}

static bool at_end(struct reader *r)
{
    skip_blanks(r);
    return r->at == r->end;
}

/* After 月: a day, or nothing. */
static bool take_day(struct reader *r, struct written_date *d)
{
    if (at_end(r))
        return true;
    return take_part(r, 31, &d->day) && d->day > 0 &&
           (take(r, 0x65E5) || take(r, 0x53F7)) && take_time(r, d);
}

/* After 年: a month, or nothing. */
static bool take_month(struct reader *r, struct written_date *d)
{
    if (at_end(r))
        return true;
    return take_part(r, 12, &d->month) && d->month > 0 && take(r, 0x6708) &&
           take_day(r, d);
}

/* After the year and a sign. 1200.5 is an amount. */
static bool take_signed(struct reader *r, uint32_t sign, struct written_date *d)
{
    bool is_recent = d->year >= 1900 && d->year < 2100;

    if (d->year < 1000 || !take_part(r, 12, &d->month) || d->month == 0)
        return false;
    if (at_end(r))
        return sign != '.' || is_recent;
    return take(r, sign) && take_part(r, 31, &d->day) && d->day > 0 &&
           take_time(r, d);
}

bool written_date_read(const char *text, size_t len, struct written_date *d)
{
    static const char signs[] = "-/.";
    struct reader r = {text, text + len};
    struct digits first;

    *d = (struct written_date){0};
    if (!take_digits(&r, &first))
        return false;
    if (take(&r, 0x6708))
        return part_of(&first, 12, &d->month) && d->month > 0 &&
               take_day(&r, d);
    if (first.count != 4 || (d->year = plain_value(&first)) <= 0)
        return false;
    if (take(&r, 0x5E74))
        return take_month(&r, d);
    for (const char *sign = signs; *sign; sign++)
        if (take(&r, (uint32_t)*sign))
            return take_signed(&r, (uint32_t)*sign, d);
    return false;
}

double written_date_order(const struct written_date *d)
{
    return ((d->year * 100.0 + d->month) * 100.0 + d->day) * 100000.0 +
           d->seconds;
}
