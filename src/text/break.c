#include "text/break.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "text/cluster.h"
#include "text/mark.h"
#include "text/utf8.h"
#include "text/width.h"

#define TO          0x81F3u /* the character zhi, "to" */
#define HYPHEN_PART 3       /* letters of a word that a hyphen lets go */
#define OPENS_FULL  ((unsigned)MARK_NO_END | MARK_FULL)

/* A Han character of the main block: three bytes, class ID of UAX #14. */
static bool is_han(const char *s)
{
    unsigned char first = (unsigned char)s[0];

    return (first > 0xE4 && first <= 0xE9) ||
           (first == 0xE4 && (unsigned char)s[1] >= 0xB8);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_alnum(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp < 0x80 && is_letter((char)cp));
}

/* The character zhi, which may join the ends of a range. */
static bool is_to(const char *s)
{
    return s[0] == '\xE8' && s[1] == '\x87' && s[2] == '\xB3';
}

/* Whether nothing on the one side of byte `at` bears upon breaks on the
 * other: between two Han characters, or before a word after a blank. */
static bool is_seam(const char *s, size_t len, size_t at)
{
    if (is_letter(s[at]))
        return at >= 2 && s[at - 1] == ' ' && is_letter(s[at - 2]);
    return at >= 3 && len - at >= 3 && is_han(s + at) && is_han(s + at - 3) &&
           !is_to(s + at) && !is_to(s + at - 3);
}

size_t break_seam(const char *s, size_t len, size_t from, size_t limit)
{
    for (size_t at = from; at < limit; at++) {
        if (is_seam(s, len, at))
            return at;
    }
    return len;
}

/* What no mark can follow: then the cluster before it is complete. */
static bool begins_plain(const char *s, size_t len, size_t at)
{
    return at >= len || (s[at] >= 0x20 && s[at] < 0x7F) ||
           (len - at >= 3 && is_han(s + at));
}

/* The bytes of the cluster at `at`. Han and ASCII need no look-up. */
static size_t cluster_len(const char *s, size_t len, size_t at)
{
    if (s[at] >= 0x20 && s[at] < 0x7F && begins_plain(s, len, at + 1))
        return 1;
    if (len - at >= 3 && is_han(s + at) && begins_plain(s, len, at + 3))
        return 3;
    return cluster_at(s + at, len - at, AMBIGUOUS_NARROW).len;
}

/* Where a piece ends that begins at b->end: at a seam, for want of one at a
 * fixed distance, so that the same text is always cut at the same places. */
static size_t piece_end(const struct breaker *b, size_t want)
{
    size_t start = b->end, limit = start + BREAKER_PIECE;
    size_t at, next;

    if (want > BREAKER_PIECE)
        want = BREAKER_PIECE;
    if (b->len - start <= want)
        return b->len;
    for (at = start + want; at > start; at--) {
        if (is_seam(b->s, b->len, at))
            return at;
    }
    for (at = start + want; at < b->len && at <= limit; at++) {
        if (is_seam(b->s, b->len, at))
            return at;
    }
    if (b->len <= limit)
        return b->len;
    for (at = start; at < limit; at = next) {
        next = at + cluster_len(b->s, b->len, at);
        if (next > limit)
            break;
    }
    /* A cluster of a thousand bytes is no cluster that anyone wrote. */
    if (at == start)
        at = utf8_prev(b->s, limit + 1);
    return at;
}

static bool is_main_han(uint32_t cp)
{
    return cp >= 0x4E00 && cp < 0xA000;
}

/* Between two of these UAX #14 forbids no break that the marks' own flags
 * allow. */
static bool is_plain(uint32_t cp, unsigned marks)
{
    return is_main_han(cp) || (marks & MARK_FULL) != 0;
}

/* Wide, or a mark that stands between wide characters. */
static bool is_wide(uint32_t cp, unsigned marks)
{
    return is_plain(cp, marks) || (marks & (MARK_DASH | MARK_DOTS)) != 0 ||
           width_of(cp, AMBIGUOUS_NARROW) == 2;
}

static bool is_narrow_letter(uint32_t cp)
{
    return cp < 0x80 ? is_letter((char)cp)
                     : uc_is_property_alphabetic(cp) && !is_wide(cp, 0);
}

/* ASCII marks that also part Chinese clauses, typed without their full-width
 * forms. */
static bool is_ascii_pause(uint32_t cp)
{
    return cp == ',' || cp == ':' || cp == ';';
}

static bool is_digit(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
}

/* The value of the triplet %XX at byte `at`, -1 where none stands there. */
static int triplet(const char *s, size_t len, size_t at)
{
    int value = 0;

    if (len - at < 3 || s[at] != '%')
        return -1;
    for (size_t i = 1; i < 3; i++) {
        unsigned char c = (unsigned char)s[at + i];

        if (c >= '0' && c <= '9')
            value = value * 16 + c - '0';
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            value = value * 16 + (c | 0x20) - 'a' + 10;
        else
            return -1;
    }
    return value;
}

/* Whether a line may begin with the triplet at `at`: what goes on with a
 * character of UTF-8 stays with its beginning. */
static bool escape_begins(const char *s, size_t len, size_t at)
{
    int value = triplet(s, len, at), before;

    if (value < 0x80 || value >= 0xC0)
        return value >= 0;
    for (int more = 1; more < UTF8_MAX && at >= 3; more++) {
        at -= 3;
        before = triplet(s, len, at);
        if (before < 0x80 || before >= 0xC0)
            return before < 0xC0 ||
                   (before >= 0xE0 ? before >= 0xF0 ? 3 : 2 : 1) < more;
    }
    return true;
}

/* Whether byte `at` is inside a triplet. */
static bool is_in_triplet(const char *s, size_t len, size_t at)
{
    return (at >= 1 && triplet(s, len, at - 1) >= 0) ||
           (at >= 2 && triplet(s, len, at - 2) >= 0);
}

static enum break_kind kind_inside(const struct breaker *b, uint32_t cp)
{
    uint32_t p = b->previous;

    switch (b->span.kind) {
    case SPAN_URL:
        /* A URL is broken after a solidus, before what goes on with it. */
        if (p == '/' && (is_alnum(cp) || cp == '_' || cp == '~' || cp == '#'))
            return BREAK_ALLOWED;
        /* fall through */
    case SPAN_ADDRESS:
        /* Wider than a line: at what parts its parts. */
        if (p == '@' || cp == '@' || p == '.')
            return p == '.' ? BREAK_JOINT : BREAK_EMERGENCY;
        /* The reader would take the mark for the end of a clause. */
        return is_ascii_pause(p) ? BREAK_NUMBER : BREAK_WORD;
    case SPAN_NUMBER:     /* UAX #14 LB25: point, comma, hyphen in a number */
    case SPAN_DOC_NUMBER: /* GB/T 9704 7.2.5: year and number are one mark */
        return BREAK_NUMBER;
    case SPAN_NONE:
        break;
    }
    return BREAK_WORD;
}

/* Whether a line may begin with `cp` for the sake of a quotation mark, of
 * which UAX #14 (LB19) knows no direction: in Chinese text an opening one
 * belongs to what follows, a closing one to what comes before (UAX #14 of
 * Unicode 16, LB19a; GB/T 15834 5.1.3). */
static bool is_outside_quote(const struct breaker *b, uint32_t cp,
                             unsigned marks)
{
    if ((marks & MARK_OPEN_QUOTE) != 0)
        return b->is_wide;
    return (b->marks & MARK_CLOSE_QUOTE) != 0 && is_wide(cp, marks);
}

/* A sign that stands before its number: class PR of UAX #14. */
static bool is_prefix(uint32_t cp)
{
    return cp == '$' || cp == '+' || cp == 0xA3 || cp == 0xA5 || cp == 0xB1 ||
           (cp >= 0x20A0 && cp < 0x20D0) || cp == 0x2116 || cp == 0xFF04 ||
           cp == 0xFFE1 || cp == 0xFFE5;
}

/* A unit in one square, as of square metres. */
static bool is_square_unit(uint32_t cp)
{
    return cp >= 0x3380 && cp < 0x33E0;
}

/* Whether `cp` at byte `at` begins a number with its sign behind a mark of
 * Chinese text. UAX #14 LB25 has "(12)$" in mind and holds it there, so that
 * the sign would stay behind without its number. */
static bool is_signed_number(const struct breaker *b, size_t at, uint32_t cp)
{
    unsigned full = MARK_FULL | MARK_NO_START;

    if ((b->marks & full) != full)
        return false;
    return is_prefix(cp) || (cp == '-' && at + 1 < b->len &&
                             is_digit((unsigned char)b->s[at + 1]));
}

static bool is_straight_quote(uint32_t cp)
{
    return cp == '"' || cp == '\'';
}

static bool is_full_pause(uint32_t cp)
{
    return cp == 0x3001 || cp == 0xFF0C || cp == 0xFF1A || cp == 0xFF1B;
}

/* A unit that stands behind its number: class PO of UAX #14. */
static bool is_postfix(uint32_t cp)
{
    return cp == '%' || cp == 0xFF05 || cp == 0x2030 || cp == 0x2031 ||
           cp == 0x2103 || cp == 0xB0;
}

/* What may join the ends of a range. */
static bool is_range_mark(uint32_t cp)
{
    return cp == TO || cp == '~' || cp == 0xFF5E || cp == 0x301C ||
           cp == 0xFF0D || (cp >= 0x2013 && cp <= 0x2015);
}

static bool is_solidus(uint32_t cp)
{
    return cp == '/' || cp == 0xFF0F;
}

/* Whether the hyphen before byte `at` joins two words: E-mail and Wi-Fi are
 * one. Blanks after it part as ever. */
static bool is_between_words(const char *s, size_t len, size_t at)
{
    size_t before = 0, after = 0;

    if (s[at - 1] != '-')
        return true;
    while (before < HYPHEN_PART && at >= before + 2 &&
           is_letter(s[at - 2 - before]))
        before++;
    while (after < HYPHEN_PART && at + after < len && is_letter(s[at + after]))
        after++;
    return (before == 0 || before == HYPHEN_PART || after == 0) &&
           (after == 0 || after == HYPHEN_PART || before == 0);
}

/* Whether a straight quotation mark opens before `cp` at byte `at`, or has
 * closed there: behind a pause it opens, and between a wide character and a
 * letter it belongs to the letter. UAX #14 LB19 would hold both sides
 * together. */
static bool is_outside_straight_quote(const struct breaker *b, size_t at,
                                      uint32_t cp, unsigned marks)
{
    if (is_straight_quote(cp))
        return is_full_pause(b->previous) ||
               (b->is_wide && at + 1 < b->len &&
                is_alnum((unsigned char)b->s[at + 1]));
    return is_straight_quote(b->previous) && b->after_letter &&
           (marks & MARK_NO_END) == 0 && is_wide(cp, marks);
}

/* Whether a character may be more than one cluster where `cp` stands: not
 * with ASCII, Han and the marks of Chinese text. */
static bool may_join(uint32_t cp)
{
    return cp >= 0x300 && !(cp >= 0x2010 && cp < 0xA000) &&
           !(cp >= 0xFE30 && cp < 0xFF9E);
}

/* A Han character that joins no range. */
static bool is_joinless_han(uint32_t cp)
{
    return is_main_han(cp) && cp != TO;
}

/* The kind of the place before `cp` at byte `at`; `is_possible` is what UAX
 * #14 says of it. */
static enum break_kind kind_before(const struct breaker *b, size_t at,
                                   uint32_t cp, unsigned marks,
                                   bool is_possible)
{
    unsigned run = marks & (MARK_DASH | MARK_DOTS);

    /* UAX #14 LB7, for every blank: they stay on the line they end. */
    if ((marks & MARK_BLANK) != 0)
        return BREAK_NEVER;
    /* A paragraph's own indent is no line. */
    if (b->previous == 0)
        return BREAK_NEVER;
    /* GB/T 15834 5.1.4, 5.1.5: dash and ellipsis are not split. */
    if ((b->marks & run) != 0 && !b->after_blank)
        return BREAK_NEVER;
    /* UAX #14 LB13, LB14 and GB/T 15834 5.1, blanks between or not. */
    if ((b->marks & MARK_NO_END) != 0)
        return BREAK_NEVER;
    if (run != 0)
        return BREAK_EMERGENCY;
    /* And a URL between characters that are written in hexadecimal. */
    if (cp == '%' && at < b->span.end && b->span.kind == SPAN_URL &&
        escape_begins(b->s, b->len, at))
        return BREAK_ALLOWED;
    if ((marks & MARK_NO_START) != 0)
        return BREAK_NEVER;
    /* Nothing below bears upon a Han character behind another or a mark. */
    if (is_joinless_han(cp) && at >= b->span.end &&
        (is_joinless_han(b->previous) || (b->marks & MARK_FULL) != 0))
        return BREAK_ALLOWED;
    /* UAX #29: what the terminal shows in several cells can still be one
     * character to its reader (a flag, a Korean syllable spelled out). */
    if (!b->after_blank && (may_join(b->previous) || may_join(cp)) &&
        !uc_is_grapheme_break(b->previous, cp))
        return BREAK_NEVER;
    if (at < b->span.end && b->span.kind == SPAN_URL &&
        is_in_triplet(b->s, b->len, at))
        return BREAK_NEVER;
    /* CLREQ 3.1: numbers are not split, of whatever digits; LB25. */
    if (is_digit(b->previous) && is_digit(cp) && !b->after_blank)
        return BREAK_NUMBER;
    if (at < b->span.end)
        return kind_inside(b, cp);
    if (!b->after_blank && is_outside_quote(b, cp, marks))
        return BREAK_ALLOWED;
    /* GB/T 15834 4.13.3.3: from - to is one thing. */
    if ((is_range_mark(cp) || is_range_mark(b->previous)) &&
        span_is_range(b->s, b->len, at))
        return cp == '~' ? BREAK_NEVER : BREAK_EMERGENCY;
    /* GB/T 15834 4.17: a solidus joins what is said together. */
    if (is_solidus(b->previous) && !b->after_blank)
        return BREAK_EMERGENCY;
    /* A mark of Chinese text opens anew behind a number's unit, which LB25
     * would keep before "(". */
    if (is_postfix(b->previous) &&
        ((marks & OPENS_FULL) == OPENS_FULL || (marks & MARK_OPEN_QUOTE) != 0))
        return BREAK_ALLOWED;
    if (b->previous == '-' && !is_between_words(b->s, b->len, at))
        return BREAK_WORD;
    /* GB/T 15834 5.1.1 for what stands in its place: a clause ends here. */
    if (is_ascii_pause(b->previous) && b->is_wide && is_alnum(cp))
        return BREAK_ALLOWED;
    if (!b->after_blank && (is_signed_number(b, at, cp) ||
                            is_outside_straight_quote(b, at, cp, marks)))
        return BREAK_ALLOWED;
    /* CLREQ 3.1: a number keeps its unit. */
    if (is_digit(b->previous) && is_square_unit(cp) && !b->after_blank)
        return BREAK_NUMBER;
    /* C++ is one word, though UAX #14 takes + for the sign of a number. */
    if (b->previous == '+' && cp == '+' && !b->after_blank)
        return BREAK_WORD;
    /* UAX #14 LB29, which libunistring 1.0 lacks. */
    if ((is_ascii_pause(b->previous) || b->previous == '.') &&
        !b->after_blank && is_narrow_letter(cp))
        return BREAK_WORD;
    return is_possible ? BREAK_ALLOWED : BREAK_WORD;
}

/* Whether a span may begin with `cp`: not inside a word or a number. */
static bool may_begin_span(const struct breaker *b, uint32_t cp, unsigned marks)
{
    uint32_t p = b->after_blank ? ' ' : b->previous;

    if (is_digit(cp))
        return !is_digit(p);
    return is_alnum(cp) ? !is_alnum(p) : (marks & MARK_NO_END) != 0;
}

/* Go past the cluster at `at`. */
static void step(struct breaker *b, size_t at, uint32_t cp, unsigned marks)
{
    if ((marks & MARK_BLANK) != 0) {
        b->after_blank = true;
        return;
    }
    if (at >= b->span.end && may_begin_span(b, cp, marks)) {
        struct span span = span_at(b->s, b->len, at);

        if (span.kind != SPAN_NONE)
            b->span = span;
    }
    /* A closing quote and an ASCII comma are as wide as what they close. */
    if ((marks & MARK_CLOSE_QUOTE) == 0 && !is_ascii_pause(cp))
        b->is_wide = cp >= 0x80 && is_wide(cp, marks);
    b->after_letter = b->previous < 0x80 && is_alnum(b->previous);
    b->previous = cp;
    b->marks = marks;
    b->after_blank = false;
}

/* The code point of the cluster of `n` bytes at `at` and its marks. A blank
 * that bears a combining mark is none. */
static unsigned marks_at(const struct breaker *b, size_t at, size_t n,
                         uint32_t *cp)
{
    size_t used = utf8_decode(b->s + at, b->len - at, cp);
    unsigned marks = mark_of(*cp);

    return used < n ? marks & ~(unsigned)MARK_BLANK : marks;
}

void breaker_init(struct breaker *b, const char *s, size_t len)
{
    *b = (struct breaker){.s = s, .len = len, .next = BREAK_NEVER};
}

/* libunistring's answers for a stretch of a piece, asked for when needed:
 * most of a Chinese text can do without. */
struct base {
    size_t from;       /* the last character that was no blank */
    size_t limit;      /* where the piece ends */
    size_t start, end; /* the stretch */
    char answers[BREAKER_PIECE + UTF8_MAX];
};

/* Whether UAX #14 lets a line begin with byte `at` < limit. */
static bool ask(struct base *base, const struct breaker *b, size_t at)
{
    if (at >= base->end) {
        size_t to = at;

        /* What follows a Han character needs nothing from before it. */
        while (to < base->limit && !(b->len - to >= 3 && is_han(b->s + to)))
            to++;
        if (to < base->limit)
            to += 3;
        base->start = base->from;
        base->end = to;
        u8_possible_linebreaks_v2((const uint8_t *)b->s + base->start,
                                  to - base->start, "UTF-8", base->answers);
    }
    return base->answers[at - base->start] == UC_BREAK_POSSIBLE;
}

/* Past what goes on as it began at the character before `at`: Han characters,
 * before each of which a line may begin, or spaces, before which none may. */
static size_t run_on(const struct breaker *b, size_t at, size_t end,
                     bool is_han_run, unsigned char *out)
{
    const char *s = b->s;
    size_t size = is_han_run ? 3 : 1;

    while (at < end && b->len - at >= size &&
           (is_han_run ? is_han(s + at) && !is_to(s + at) : s[at] == ' ') &&
           begins_plain(s, b->len, at + size)) {
        out[at - b->end] = is_han_run ? BREAK_ALLOWED : BREAK_NEVER;
        at += size;
    }
    return at;
}

/* The kind of the place before the cluster at `at`, whose code point is `cp`.
 */
static unsigned char find_kind(const struct breaker *b, struct base *base,
                               size_t at, uint32_t cp, unsigned marks)
{
    bool is_possible =
        (marks & MARK_BLANK) != 0 ||
        (is_plain(cp, marks) && is_plain(b->previous, b->marks)) ||
        ask(base, b, at);

    return (unsigned char)kind_before(b, at, cp, marks, is_possible);
}

size_t breaker_next(struct breaker *b, size_t want, unsigned char *out)
{
    size_t start = b->end, end, at;
    struct base base;
    uint32_t cp = 0;
    unsigned marks;

    if (start >= b->len)
        return 0;
    end = piece_end(b, want);
    base = (struct base){.from = start, .limit = end};
    memset(out, BREAK_INSIDE, end - start);
    for (at = start; at < end;) {
        size_t n = cluster_len(b->s, b->len, at);

        marks = marks_at(b, at, n, &cp);
        out[at - start] =
            at == start ? b->next : find_kind(b, &base, at, cp, marks);
        step(b, at, cp, marks);
        if ((marks & MARK_BLANK) == 0)
            base.from = at;
        at += n;
        if (cp == ' ' && n == 1) {
            at = run_on(b, at, end, false, out);
        } else if (is_main_han(cp) && cp != TO) {
            at = run_on(b, at, end, true, out);
            base.from = at > base.from + n ? at - 3 : base.from;
        }
    }
    if (end < b->len) {
        size_t n = cluster_len(b->s, b->len, end);

        /* One character more tells the kind of the next piece's first. */
        marks = marks_at(b, end, n, &cp);
        base.limit += utf8_decode(b->s + end, b->len - end, &cp);
        b->next = find_kind(b, &base, end, cp, marks);
    }
    b->end = end;
    return end - start;
}

void break_find(const char *s, size_t len, unsigned char *out)
{
    struct breaker b;
    size_t done = 0, n;

    breaker_init(&b, s, len);
    while ((n = breaker_next(&b, BREAKER_PIECE, out + done)) > 0)
        done += n;
}
