/*
 * Unicode's LineBreakTest.txt against break_find(): every line of it, cleaned
 * as all text is. Every place where the two differ falls under a rule below,
 * which says why, and the number of places of each rule is known (libunistring
 * 1.0). A rule that no longer covers a difference, or covers another number of
 * them, fails.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "base/mem.h"
#include "text/break.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/width.h"

#define LINES_IN_FILE 7654
#define CODES_MOST    64

/* A line of the file. */
struct sample {
    uint32_t codes[CODES_MOST];
    size_t at[CODES_MOST]; /* bytes in the text */
    bool may_break[CODES_MOST];
    size_t count;
    char text[CODES_MOST * UTF8_MAX];
    size_t len;
};

/* A place where the answers differ. */
struct place {
    const struct sample *sample;
    size_t index; /* of the code point after it */
    enum break_kind kind;
};

static uint32_t right_of(const struct place *p)
{
    return p->sample->codes[p->index];
}

/* The last code point before the place that is drawn and that `skipped` does
 * not hold; 0 for none. */
static uint32_t left_but(const struct place *p, const char *skipped)
{
    for (size_t i = p->index; i-- > 0;) {
        uint32_t cp = p->sample->codes[i];

        if (!(cp == ' ' && strchr(skipped, ' ')) &&
            !(cp == 0x308 && strchr(skipped, 'm')) &&
            width_kind(cp) != WIDTH_HIDDEN)
            return cp;
    }
    return 0;
}

/* The character to the left, without the combining mark of the samples. */
static uint32_t left_of(const struct place *p)
{
    return left_but(p, "m");
}

/* Whether a character of this kind stands on either side, its marks between
 * or not. */
static bool is_beside(const struct place *p, enum width_kind kind)
{
    const uint32_t *codes = p->sample->codes;
    size_t left = p->index - 1;

    while (left > 0 && codes[left] == 0x308)
        left--;
    return width_kind(right_of(p)) == kind || width_kind(codes[left]) == kind;
}

static bool is_beside_dropped(const struct place *p)
{
    return is_beside(p, WIDTH_HIDDEN);
}

static bool is_beside_marked(const struct place *p)
{
    return is_beside(p, WIDTH_MARKED);
}

static bool is_one_of(const char *set, uint32_t cp)
{
    return cp > 0 && cp < 0x80 && strchr(set, (int)cp);
}

static bool is_indent(const struct place *p)
{
    return p->kind == BREAK_NEVER && left_but(p, " ") == 0;
}

static bool is_in_character(const struct place *p)
{
    return p->kind == BREAK_INSIDE ||
           (p->kind == BREAK_NEVER &&
            !uc_is_grapheme_break(p->sample->codes[p->index - 1], right_of(p)));
}

static bool is_forbidden_first(const struct place *p)
{
    uint32_t right = right_of(p);

    return (p->kind == BREAK_NEVER && (right == '%' || right == 0x203D)) ||
           (p->kind == BREAK_EMERGENCY && right == 0x2014);
}

static bool is_outside_straight_quote(const struct place *p)
{
    return p->kind == BREAK_ALLOWED && right_of(p) == '"' &&
           left_of(p) == 0x3001;
}

static bool is_plain_lb25(const struct place *p)
{
    uint32_t left = left_of(p), right = right_of(p);

    if (p->kind != BREAK_WORD && p->kind != BREAK_NUMBER &&
        p->kind != BREAK_JOINT)
        return false;
    return (is_one_of(",./", left) && is_one_of("0123456789", right)) ||
           (is_one_of(")}", left) && right == '$') ||
           (is_one_of("%$\\", left) &&
            (is_one_of("({", right) || right == 0x2329));
}

static bool is_in_url(const struct place *p)
{
    return p->kind == BREAK_WORD && left_of(p) == '-' &&
           strstr(p->sample->text, "http://");
}

static bool is_at_object(const struct place *p)
{
    return p->kind == BREAK_WORD &&
           (left_of(p) == 0xFFFC || right_of(p) == 0xFFFC);
}

static bool is_nonstarter_after_blank(const struct place *p)
{
    uint32_t right = right_of(p);

    return p->kind == BREAK_ALLOWED && left_of(p) == ' ' &&
           left_but(p, " m") == ')' && (right == 0x3041 || right == 0x17D6);
}

static bool is_comma_and_symbol(const struct place *p)
{
    uint32_t right = right_of(p);

    return p->kind == BREAK_ALLOWED && left_of(p) == ',' &&
           (right == '#' || right == 0xA7 || right == 0x50005);
}

static bool is_marked_flag(const struct place *p)
{
    return p->kind == BREAK_ALLOWED && left_of(p) == 0x1F1E6 &&
           right_of(p) == 0x1F1E6 && p->sample->codes[p->index - 1] == 0x308;
}

static bool is_behind_solidus(const struct place *p)
{
    return p->kind == BREAK_EMERGENCY && left_of(p) == '/';
}

static const struct {
    const char *why;
    bool (*covers)(const struct place *p);
    size_t places;
} rules[] = {
    {"U+200B, U+2060, U+FEFF and U+00AD are dropped, and so are the breaks "
     "that "
     "they allow or forbid",
     is_beside_dropped, 154},
    {"controls and format characters are shown as ^X or <200D>, broken as "
     "those "
     "signs are; a paragraph is one line, so that no line end is in it",
     is_beside_marked, 1293},
    {"a paragraph's own indent is no line of its own", is_indent, 109},
    {"UAX #29: what is read as one character stays whole, and a mark stays on "
     "the blank that bears it",
     is_in_character, 405},
    {"GB/T 15834 and CLREQ: a dash, % or a nonstarter begins no line, after a "
     "blank neither",
     is_forbidden_first, 240},
    {"a straight quotation mark behind a full-width comma opens (LB19 knows no "
     "direction)",
     is_outside_straight_quote, 1},
    {"the file's numbers are tailored (UAX #14, 8.2, example 7); libunistring "
     "has plain LB25, which keeps .5 and a.2 together",
     is_plain_lb25, 28},
    {"GB/T 15834: a solidus joins what is said together", is_behind_solidus,
     32},
    {"a URL is broken after / only", is_in_url, 1},
    {"libunistring: LB20 is missing; there are no embedded objects in a text",
     is_at_object, 13},
    {"libunistring: LB16 is missing after blanks; no such text here",
     is_nonstarter_after_blank, 4},
    {"libunistring: LB29 is missing; it is added for letters, not for symbols",
     is_comma_and_symbol, 6},
    {"libunistring: LB30a does not see through a combining mark",
     is_marked_flag, 1},
};

/* Parse one line; false for one without a sample. */
static bool parse(const char *line, struct sample *s)
{
    static const char yes[] = "\u00f7", no[] = "\u00d7";
    bool may_break = false;

    *s = (struct sample){0};
    while (*line != '\0' && *line != '#' && *line != '\n') {
        if (strncmp(line, yes, strlen(yes)) == 0) {
            may_break = true;
            line += strlen(yes);
        } else if (strncmp(line, no, strlen(no)) == 0) {
            may_break = false;
            line += strlen(no);
        } else if (*line == ' ' || *line == '\t') {
            line++;
        } else {
            char *end;
            uint32_t cp = (uint32_t)strtoul(line, &end, 16);

            assert_true(end > line && s->count < CODES_MOST);
            s->codes[s->count] = cp;
            s->at[s->count] = s->len;
            s->may_break[s->count++] = may_break;
            s->len += utf8_encode(cp, s->text + s->len);
            line = end;
        }
    }
    return s->count > 0;
}

/* Compare one sample; count each difference by its rule. */
static void compare(const struct sample *s, const char *line, size_t *counts)
{
    struct clean clean = {0};
    unsigned char *kinds;

    clean_text(&clean, s->text, s->len, CLEAN_EXPORT);
    kinds = xcalloc(clean.len + 1, 1);
    break_find(clean.text, clean.len, kinds);
    for (size_t i = 1; i < s->count; i++) {
        size_t at = clean_from_source(&clean, s->at[i]);
        struct place p = {s, i, (enum break_kind)kinds[at]};
        size_t rule = 0;

        if ((p.kind == BREAK_ALLOWED) == s->may_break[i])
            continue;
        while (rule < ARRAY_LEN(rules) && !rules[rule].covers(&p))
            rule++;
        if (rule == ARRAY_LEN(rules))
            fail_msg("no rule for %04X|%04X, kind %d, of %s", left_of(&p),
                     right_of(&p), (int)p.kind, line);
        counts[rule]++;
    }
    free(kinds);
    clean_clear(&clean);
}

static FILE *open_samples(void)
{
    const char *srcdir = getenv("srcdir");
    char path[4096];
    FILE *f;

    assert_true(snprintf(path, sizeof(path),
                         "%s/tests/unicode/LineBreakTest.txt",
                         srcdir ? srcdir : ".") < (int)sizeof(path));
    f = fopen(path, "r");
    if (!f)
        fail_msg("%s cannot be read", path);
    return f;
}

static void line_breaks_are_unicodes_but_for_the_rules(void **state)
{
    size_t counts[ARRAY_LEN(rules)] = {0};
    size_t lines = 0, size = 0;
    struct sample sample;
    char *line = NULL;
    FILE *f = open_samples();

    (void)state;
    while (getline(&line, &size, f) >= 0) {
        if (!parse(line, &sample))
            continue;
        lines++;
        compare(&sample, line, counts);
    }
    free(line);
    (void)fclose(f);
    assert_int_equal(lines, LINES_IN_FILE);
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        if (counts[i] != rules[i].places)
            print_message("# %zu places, not %zu: %s\n", counts[i],
                          rules[i].places, rules[i].why);
    }
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        assert_int_equal(counts[i], rules[i].places);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_breaks_are_unicodes_but_for_the_rules),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
