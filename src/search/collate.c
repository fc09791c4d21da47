#include "search/collate.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "search/fold.h"
#include "search/numeral.h"
#include "text/utf8.h"

#define WORD_MAX 3 /* characters of a word below */

enum order_where { ORDER_ANY, ORDER_START, ORDER_NAME };

/* A word whose characters are read otherwise than by themselves: their places
 * in the order by reading. Sorted by `first`, of those alike the long ones
 * first. */
struct order_word {
    uint32_t first; /* code point */
    const char *text;
    enum order_where where;
    int chars;
    uint16_t places[WORD_MAX];
};

#include "search/order_table.h"

/*
 * A key is a row of ranks, each of two bytes from 1 to 255. What is under HAN
 * has its code point for a rank, a character that the order knows one from
 * HAN on; what it does not know has LAST and two more for its code point.
 */
enum {
    DIGIT = 255,
    HAN = 0x2E80,
    LAST = DIGIT * DIGIT - 1,
    BEGINS_WORD = 0x8000, /* in the table: order_words has a word with it */
};

_Static_assert(HAN + ORDER_READING_RANKS < LAST, "ranks are of two bytes");
_Static_assert(HAN + ORDER_STROKES_RANKS < LAST, "ranks are of two bytes");
_Static_assert(ORDER_READING_RANKS < BEGINS_WORD, "the mark has its own bit");

/* A text, and how far its key is made. */
struct collating {
    struct str *out;
    const char *text;
    size_t len, at;
    enum collate_order order;
    bool is_start;   /* nothing of it is in the key yet */
    bool is_counted; /* 第 stands before */
    bool is_name;    /* it may be a person's */
};

static uint16_t reading_entry(uint32_t cp)
{
    if (cp >= ORDER_READING_END)
        return 0;
    return order_reading_pages[order_reading_page_of[cp / 64]][cp % 64];
}

static unsigned reading_place(uint32_t cp)
{
    return reading_entry(cp) & ~(unsigned)BEGINS_WORD;
}

static unsigned strokes_place(uint32_t cp)
{
    if (cp >= ORDER_STROKES_END)
        return 0;
    return order_strokes_pages[order_strokes_page_of[cp / 64]][cp % 64];
}

/* 乾 is qian in names and not 干, 零 has its strokes and not those of 〇; by
 * strokes every character has its own. What folds to a character without a
 * place keeps its own. */
static uint32_t folded(uint32_t cp, enum collate_order order)
{
    const uint32_t qian = 0x4E7E, zero = 0x96F6;
    uint32_t other = fold(cp);

    if (cp == qian || cp == zero)
        return cp;
    if (order == COLLATE_STROKES)
        return strokes_place(cp) ? cp : other;
    return reading_place(cp) && !reading_place(other) ? cp : other;
}

static void add_rank(struct str *out, unsigned rank)
{
    const char bytes[] = {(char)(rank / DIGIT + 1), (char)(rank % DIGIT + 1)};

    assert(rank <= LAST);
    str_append(out, bytes, sizeof(bytes));
}

static void add_char(struct collating *c, uint32_t cp)
{
    unsigned place =
        c->order == COLLATE_READING ? reading_place(cp) : strokes_place(cp);

    if (place)
        add_rank(c->out, HAN + place);
    else if (cp < HAN)
        add_rank(c->out, cp);
    else {
        add_rank(c->out, LAST);
        add_rank(c->out, cp / 0x1000);
        add_rank(c->out, cp % 0x1000);
    }
}

/* ---- numbers ---- */

/* Digits without leading zeros: the longer ones are more. */
static void add_number(struct str *out, const char *digits, size_t n)
{
    add_rank(out, '0');
    add_rank(out, (unsigned)(n < LAST ? n : LAST));
    str_append(out, digits, n);
}

static bool take_digits(struct collating *c)
{
    struct str digits = {0};
    size_t at = c->at;
    bool are_digits = false;

    while (at < c->len) {
        uint32_t cp;
        size_t used = utf8_decode(c->text + at, c->len - at, &cp);

        cp = fold(cp);
        if (cp < '0' || cp > '9')
            break;
        if (cp != '0' || digits.len)
            str_addc(&digits, (char)cp);
        are_digits = true;
        at += used;
    }
    if (are_digits)
        add_number(c->out, str_text(&digits), digits.len);
    c->at = at;
    str_clear(&digits);
    return are_digits;
}

/* 、 or a bracket that closes, or a full stop: what stands behind the number
 * of a section. */
static bool ends_numbering(const struct collating *c, size_t at)
{
    uint32_t cp;

    if (at >= c->len)
        return false;
    utf8_decode(c->text + at, c->len - at, &cp);
    return cp == 0x3001 || fold(cp) == ')' || fold(cp) == '.';
}

static bool take_numerals(struct collating *c, bool is_numbering)
{
    char digits[16];
    uint32_t value;
    size_t used = numeral_read(c->text + c->at, c->len - c->at, &value);
    int n;

    if (!used)
        return false;
    if (!c->is_counted && !(is_numbering && ends_numbering(c, c->at + used)))
        return false;
    n = snprintf(digits, sizeof(digits), "%lu", (unsigned long)value);
    add_number(c->out, digits, value ? (size_t)n : 0);
    c->at += used;
    return true;
}

/* ---- words ---- */

/* Bytes of the text from `at` on that say the word, 0: they do not. */
static size_t says(const struct collating *c, const struct order_word *w)
{
    const char *word = w->text;
    size_t left = strlen(word), at = c->at;

    while (left) {
        uint32_t said, wanted;
        size_t used;

        if (at >= c->len)
            return 0;
        at += utf8_decode(c->text + at, c->len - at, &said);
        if (fold_is_transparent(said))
            continue;
        used = utf8_decode(word, left, &wanted);
        if (said != wanted && fold(said) != wanted)
            return 0;
        word += used;
        left -= used;
    }
    return at - c->at;
}

static bool stands_right(const struct collating *c, const struct order_word *w)
{
    switch (w->where) {
    case ORDER_ANY:
        return true;
    case ORDER_START:
        return c->is_start;
    case ORDER_NAME:
        return c->is_start && c->is_name;
    }
    return false;
}

/* The first of the words with this character, or where it would stand. */
static size_t first_word(uint32_t cp)
{
    size_t low = 0, high = ARRAY_LEN(order_words);

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (order_words[mid].first < cp)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static bool take_word(struct collating *c, uint32_t cp)
{
    if (c->order != COLLATE_READING || !(reading_entry(cp) & BEGINS_WORD))
        return false;
    for (size_t i = first_word(cp);
         i < ARRAY_LEN(order_words) && order_words[i].first == cp; i++) {
        const struct order_word *w = &order_words[i];
        size_t used = stands_right(c, w) ? says(c, w) : 0;

        if (!used)
            continue;
        for (int k = 0; k < w->chars; k++)
            add_rank(c->out, HAN + w->places[k]);
        c->at += used;
        return true;
    }
    return false;
}

/* Two or three characters and nothing else. */
static bool may_be_name(const char *text, size_t len)
{
    size_t n = 0;

    for (size_t at = 0; at < len;) {
        uint32_t cp;

        at += utf8_decode(text + at, len - at, &cp);
        if (fold_is_transparent(cp))
            continue;
        if (!reading_place(fold(cp)) || ++n > 3)
            return false;
    }
    return n >= 2;
}

void collate_key(struct str *out, const char *text, size_t len,
                 enum collate_order order)
{
    const uint32_t ordinal = 0x7B2C; /* 第 */
    struct collating c = {.out = out,
                          .text = text,
                          .len = len,
                          .order = order,
                          .is_start = true,
                          .is_name = may_be_name(text, len)};
    bool is_numbering = true; /* only a bracket stands before */

    while (c.at < len) {
        uint32_t cp;
        size_t used = utf8_decode(text + c.at, len - c.at, &cp);
        bool opens;

        if (fold_is_transparent(cp)) {
            c.at += used;
            continue;
        }
        cp = folded(cp, order);
        opens = is_numbering && cp == '(';
        if (!take_digits(&c) && !take_numerals(&c, is_numbering) &&
            !take_word(&c, cp)) {
            add_char(&c, cp);
            c.at += used;
        }
        c.is_counted = cp == ordinal;
        c.is_start = false;
        is_numbering = opens;
    }
}
