#include "text/balance.h"

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/cluster.h"
#include "text/mark.h"
#include "text/title_word.h"
#include "text/utf8.h"

/*
 * What a bad place costs, against the square of the columns by which a line
 * differs from the mean: a cost of 100 is borne for 10 columns.
 */
enum {
    COST_NATURAL = 0,     /* after a mark, before a title in brackets */
    COST_BORDER = 12,     /* between two words that are known */
    COST_HALF_KNOWN = 25, /* beside one */
    COST_PLAIN = 40,      /* between two characters, as far as one can tell */
    COST_COMPOUND = 90,   /* between the words of a fixed compound */
    COST_AND = 90,        /* before a conjunction, which ends a line */
    COST_NOTE = 225,      /* before a note in brackets */
    COST_PARTICLE = 400,  /* before de, after guanyu: the sense is cut */
    COST_BRACKET = 400,   /* inside brackets or quotation marks */
    COST_ISSUER = 400,    /* inside the name of who issues it, if it fits */
    COST_TITLE = 900,     /* inside another document's title that would fit */
    COST_SHORT = 2000,    /* a line of two characters among long ones, of one
                             word, or of what is to be done without of what */
    COST_WORD = 100000,   /* inside a word, or a number and its unit */
    COST_LONE = 4000000,  /* a line of one character */
};

/* A line does not begin with these ... */
static const char clitics[] = "的之等了";
/* ... nor gladly with these. */
static const char *const conjunctions[] = {"和", "与", "及", "以及", "暨"};
/* Nor is a line of only these left alone. */
static const char *const deeds[] = {"关于", "转发", "印发", "关于转发",
                                    "关于印发"};
/* ... nor end with these, where they are no part of a word. */
static const char prepositions[] = "对在以为把将第各本该不向从";

#define HAN           ((size_t)3) /* bytes of a character of these tables */
#define SHORT_COLUMNS 4

static bool holds(const char *set, const char *han)
{
    for (const char *p = set; *p != '\0'; p += HAN) {
        if (memcmp(p, han, HAN) == 0)
            return true;
    }
    return false;
}

static bool has_at(const char *s, size_t len, size_t at, const char *word)
{
    size_t n = strlen(word);

    return len - at >= n && memcmp(s + at, word, n) == 0;
}

static bool has_before(const char *s, size_t at, const char *word)
{
    size_t n = strlen(word);

    return at >= n && memcmp(s + at - n, word, n) == 0;
}

static bool is_counter(const char *s, size_t len, size_t at)
{
    return at + HAN <= len && holds("年月日号批届次个期项所家名", s + at);
}

static bool is_numeral_before(const char *s, size_t at)
{
    if (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9')
        return true;
    return at >= HAN && holds("一二三四五六七八九十百两几", s + at - HAN);
}

/* Whether the title in brackets that is open at `at` has more columns than a
 * line: then it must be broken somewhere. `from` is after its bracket. */
static bool is_long_title(const struct balance_text *t, size_t from, size_t at,
                          int room)
{
    static const char close[] = "》";
    const int brackets = 4;
    size_t end = at;

    while (end < t->len && !has_at(t->s, t->len, end, close))
        end++;
    return cluster_columns(t->s + from, end - from, t->ambiguous) + brackets >
           room;
}

/* How deep `at` stands in brackets: the dearest that is open there. */
static long bracket_cost(const struct balance_text *t, size_t at, int room)
{
    int titles = 0, others = 0;
    size_t from = 0;

    for (size_t i = 0; i < at;) {
        uint32_t cp;
        size_t n = utf8_decode(t->s + i, at - i, &cp);
        unsigned marks = mark_of(cp);

        i += n;
        if (cp == 0x300A && titles++ == 0)
            from = i;
        else if (cp == 0x300B)
            titles--;
        else if (cp != 0x300A && (marks & MARK_NO_END) != 0)
            others++;
        else if ((marks & MARK_CLOSE_QUOTE) != 0 || cp == 0xFF09 || cp == ')')
            others--;
    }
    if (titles > 0 && !is_long_title(t, from, at, room))
        return COST_TITLE;
    return others > 0 ? COST_BRACKET : 0;
}

/* What it costs to begin a line with byte `at`, by the words alone. */
static long sense_cost(const char *s, size_t len, size_t at, unsigned flags)
{
    bool begins = (flags & TITLE_WORD_BEGINS) != 0;
    bool ends = (flags & TITLE_WORD_ENDS) != 0;
    size_t before = utf8_prev(s, at);
    uint32_t left, right;

    (void)utf8_decode(s + before, at - before, &left);
    (void)utf8_decode(s + at, len - at, &right);
    /* What the words forbid, and a number and what it counts. */
    if ((flags & TITLE_WORD_INSIDE) != 0 ||
        (is_numeral_before(s, at) && is_counter(s, len, at)))
        return COST_WORD;
    if (has_before(s, at, "关于") ||
        (!ends && at >= HAN && holds(prepositions, s + at - HAN)) ||
        (!begins && len - at >= HAN && holds(clitics, s + at)))
        return COST_PARTICLE;
    for (size_t i = 0; i < ARRAY_LEN(conjunctions); i++) {
        if (!begins && has_at(s, len, at, conjunctions[i]))
            return COST_AND;
    }
    if ((mark_of(left) & (MARK_NO_START | MARK_BLANK)) != 0 ||
        right == 0x300A || has_at(s, len, at, "关于"))
        return COST_NATURAL;
    /* A note in brackets belongs to what it explains. */
    if ((mark_of(right) & MARK_NO_END) != 0)
        return COST_NOTE;
    if ((flags & TITLE_WORD_COMPOUND) != 0)
        return COST_COMPOUND;
    if (begins && ends)
        return COST_BORDER;
    return begins || ends ? COST_HALF_KNOWN : COST_PLAIN;
}

/* A title and what it costs to begin a line with each of its places. */
struct title {
    const struct balance_text *text;
    long *starts; /* owned */
};

static bool is_one_cluster(int columns)
{
    return columns <= 2;
}

/* Whether the line from place `i` to place `j` says that something is issued,
 * and not what. */
static bool is_deed(const struct balance_text *t, size_t i, size_t j)
{
    const char *s = t->s + t->places[i].at;
    size_t len = t->places[j].at - t->places[i].at;

    while (len > 0 && s[len - 1] == ' ')
        len--;
    for (size_t k = 0; k < ARRAY_LEN(deeds); k++) {
        if (strlen(deeds[k]) == len && memcmp(s, deeds[k], len) == 0)
            return true;
    }
    return false;
}

/* Whether there is a border of words between places `i` and `j`. */
static bool has_border(const struct title *title, size_t i, size_t j)
{
    for (i++; i < j; i++) {
        if (title->starts[i] < COST_WORD)
            return true;
    }
    return false;
}

/* What a line from place `i` to place `j` costs without its start; LONG_MAX
 * where it does not fit. */
static long line_cost(const struct title *title, size_t i, size_t j, int room,
                      int mean)
{
    const struct balance_place *places = title->text->places;
    int columns = places[j].before - places[i].after;
    long off = (long)columns - mean;

    if (columns > room)
        return LONG_MAX;
    if (is_one_cluster(columns))
        return off * off + COST_LONE;
    if ((columns <= SHORT_COLUMNS && mean >= 3 * SHORT_COLUMNS) ||
        (columns * 2 < mean && !has_border(title, i, j)) ||
        is_deed(title->text, i, j))
        return off * off + COST_SHORT;
    return off * off;
}

/* What the best ways to each place cost, by the number of lines. */
struct table {
    size_t count;
    long *best;   /* [lines * count + place]; LONG_MAX: there is no way */
    size_t *from; /* the place where the last line of that way begins */
};

static void extend(struct table *t, size_t lines, size_t i, size_t j, long cost)
{
    for (size_t k = 0; k < lines; k++) {
        long old = t->best[k * t->count + i];
        size_t slot = (k + 1) * t->count + j;

        if (old != LONG_MAX && old + cost < t->best[slot]) {
            t->best[slot] = old + cost;
            t->from[slot] = i;
        }
    }
}

/* The best way in `lines` lines: its line starts to `chosen`. */
static void trace(const struct table *t, size_t lines, size_t *chosen)
{
    size_t at = t->count - 1;

    for (size_t k = lines; k > 1; k--) {
        at = t->from[k * t->count + at];
        chosen[k - 2] = at;
    }
}

/* Find the best way in `lines` lines and what it costs, LONG_MAX if there is
 * none. */
static long find_way(const struct title *title, size_t lines, int room,
                     size_t *chosen)
{
    const struct balance_place *places = title->text->places;
    size_t count = title->text->count, slots = (lines + 1) * count;
    struct table t = {.count = count,
                      .best = xcalloc(slots, sizeof(*t.best)),
                      .from = xcalloc(slots, sizeof(*t.from))};
    int mean;
    long cost;

    assert(lines > 0);
    mean = places[count - 1].before / (int)lines;
    for (size_t i = 1; i < slots; i++)
        t.best[i] = LONG_MAX;
    for (size_t i = 0; i < count - 1; i++) {
        for (size_t j = i + 1; j < count; j++) {
            long line = line_cost(title, i, j, room, mean);

            if (line == LONG_MAX)
                break;
            extend(&t, lines, i, j, title->starts[i] + line);
        }
    }
    cost = t.best[slots - 1];
    if (cost != LONG_MAX)
        trace(&t, lines, chosen);
    free(t.best);
    free(t.from);
    return cost;
}

/* The byte after the name of who issues the title's document: 0 where it is
 * not said or is longer than a line. */
static size_t issuer_end(const struct balance_text *t, int room)
{
    for (size_t at = 0; at < t->len; at++) {
        bool ends = has_at(t->s, t->len, at, deeds[0]) ||
                    has_at(t->s, t->len, at, deeds[1]) ||
                    has_at(t->s, t->len, at, deeds[2]);

        if (has_at(t->s, t->len, at, "《"))
            return 0;
        if (ends)
            return cluster_columns(t->s, at, t->ambiguous) <= room ? at : 0;
    }
    return 0;
}

/* What it costs to begin a line with each place; the caller frees. */
static long *start_costs(const struct balance_text *t, int room)
{
    long *costs = xcalloc(t->count, sizeof(*costs));
    unsigned char *flags = xcalloc(t->len + 1, 1);
    size_t issuer = issuer_end(t, room);

    title_word_find(t->s, t->len, flags);
    for (size_t i = 1; i + 1 < t->count; i++) {
        size_t at = t->places[i].at;

        costs[i] =
            bracket_cost(t, at, room) + sense_cost(t->s, t->len, at, flags[at]);
        if (at < issuer && costs[i] > COST_NATURAL)
            costs[i] += COST_ISSUER;
    }
    free(flags);
    return costs;
}

/* Whether a line begins where the sense is cut. */
static bool cuts_sense(const long *starts, size_t lines, const size_t *chosen)
{
    for (size_t i = 0; i + 1 < lines; i++) {
        if (starts[chosen[i]] >= COST_COMPOUND)
            return true;
    }
    return false;
}

size_t balance_lines(const struct balance_text *t, size_t lines, int room,
                     size_t *chosen)
{
    struct title title = {t, start_costs(t, room)};
    size_t *more = xcalloc(lines, sizeof(*more));
    long cost = find_way(&title, lines, room, chosen);

    if (cost == LONG_MAX || cuts_sense(title.starts, lines, chosen)) {
        long other = find_way(&title, lines + 1, room, more);

        if (other < cost) {
            memcpy(chosen, more, lines * sizeof(*more));
            cost = other;
            lines++;
        }
    }
    free(more);
    free(title.starts);
    return cost == LONG_MAX ? 0 : lines;
}
