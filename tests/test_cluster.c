/* test_cluster.c - cells of text: worked cases, and Unicode's own test with
 * every difference accounted for. */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"

static void a_cluster_is_a_base_with_its_marks(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        size_t len;
        int narrow, wide; /* columns, by the width of ambiguous characters */
    } cases[] = {
        { "a", 1, 1, 1 },
        { "ab", 1, 1, 1 },
        { "中文", 3, 2, 2 },
        { "“", 3, 1, 2 },
        { "—", 3, 1, 2 },
        { "〔", 3, 2, 2 },
        { "㈠", 3, 2, 2 },
        { "e\u0301x", 3, 1, 1 },
        { "中\u0301，", 5, 2, 2 },
        { "，\u0301", 5, 2, 2 },
        { "葛\U000E0100城", 7, 2, 2 },        /* a variant */
        { "e\u0301\u0302\u0303\u0304x", 9, 1, 1 },
        { "\u1100\u1161\u11A8x", 9, 2, 2 },  /* Korean, spelled out */
        { "각x", 3, 2, 2 },
        { "\u1100가", 3, 2, 2 },             /* each initial is a cell */
        { "कि", 3, 1, 1 },                    /* a spacing mark is a cell */
        { "\uFF76\uFF9E", 3, 1, 1 },          /* half-width voicing mark */
        { "〓\u0301x", 5, 2, 2 },
        { "\u0301x", 2, 0, 0 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t len = strlen(cases[i].text);
        struct cluster n = cluster_at(cases[i].text, len, AMBIGUOUS_NARROW);
        struct cluster w = cluster_at(cases[i].text, len, AMBIGUOUS_WIDE);

        if (n.len != cases[i].len || n.columns != cases[i].narrow ||
            w.len != cases[i].len || w.columns != cases[i].wide)
            fail_msg("\"%s\": %zu bytes, %d columns or %d", cases[i].text,
                     n.len, n.columns, w.columns);
    }
}

static void fitting_never_cuts_a_cluster(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int columns;
        size_t bytes; /* that fit */
        int used;
    } cases[] = {
        { "", 5, 0, 0 },
        { "abc", 0, 0, 0 },
        { "abc", 2, 2, 2 },
        { "中文", 3, 3, 2 },        /* half a character is none */
        { "中文", 4, 6, 4 },
        { "中文", -1, 0, 0 },
        { "e\u0301x", 1, 3, 1 },    /* the accent stays with its letter */
        { "文\u0301", 1, 0, 0 },
        { "——", 3, 6, 2 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int used = -1;
        size_t bytes = cluster_fit(cases[i].text, strlen(cases[i].text),
                                   cases[i].columns, AMBIGUOUS_NARROW, &used);

        if (bytes != cases[i].bytes || used != cases[i].used)
            fail_msg("\"%s\" in %d: %zu bytes, %d used", cases[i].text,
                     cases[i].columns, bytes, used);
        assert_int_equal(cluster_fit(cases[i].text, strlen(cases[i].text),
                                     cases[i].columns, AMBIGUOUS_NARROW, NULL),
                         bytes);
    }
}

/* ---- GraphemeBreakTest.txt ---- */

/* Why a boundary of UAX #29 is none of ours, or the reverse. The text is
 * judged as it would reach the screen: cleaned. */
enum reason {
    NO_REASON,
    KOREAN_INITIAL, /* takes a cell, though it joins the syllable */
    KOREAN_FINAL,   /* takes none, so it stays with what is before it */
    SPACING_MARK,   /* takes a cell of its own */
    SHOWN,          /* a format character that joins is shown as <200D> */
    PICTURE,        /* flags and joined or tinted pictures are drawn apart */
    REASON_COUNT,
};

static const char *const reason_names[REASON_COUNT] = {
    "no reason",    "KOREAN_INITIAL", "KOREAN_FINAL",
    "SPACING_MARK", "SHOWN",          "PICTURE",
};

/* One line of the test: code points, and whether a cluster begins at each. */
struct sample {
    uint32_t cps[16];
    bool breaks[16];
    size_t count;
};

static bool parse_sample(const char *line, struct sample *s)
{
    *s = (struct sample){0};
    while (*line && *line != '#' && s->count < ARRAY_LEN(s->cps)) {
        char *end;

        if (strncmp(line, "÷", 2) == 0) {
            s->breaks[s->count] = true;
            line += strlen("÷");
        } else if (strncmp(line, "×", 2) == 0) {
            s->breaks[s->count] = false;
            line += strlen("×");
        } else if ((*line >= '0' && *line <= '9') ||
                   (*line >= 'A' && *line <= 'F')) {
            s->cps[s->count++] = (uint32_t)strtoul(line, &end, 16);
            line = end;
        } else {
            line++;
        }
    }
    return s->count > 0;
}

/* Write where clusters of the cleaned text begin in the source's terms. */
static void our_breaks(const struct sample *s, bool breaks[16])
{
    size_t starts[17] = {0};
    char text[16 * UTF8_MAX];
    struct clean c = {0};
    size_t len = 0;

    for (size_t i = 0; i < s->count; i++) {
        starts[i] = len;
        len += utf8_encode(s->cps[i], text + len);
    }
    clean_text(&c, text, len, CLEAN_SCREEN);
    memset(breaks, 0, 16 * sizeof(*breaks));
    for (size_t at = 0; at < c.len;) {
        for (size_t i = 0; i < s->count; i++) {
            if (clean_to_source(&c, at) == starts[i])
                breaks[i] = true;
        }
        at += cluster_at(c.text + at, c.len - at, AMBIGUOUS_NARROW).len;
    }
    clean_clear(&c);
}

static bool is_korean_initial(uint32_t cp)
{
    return (cp >= 0x1100 && cp <= 0x115F) || (cp >= 0xAC00 && cp <= 0xD7A3);
}

/* Whether `cp` is part of what UAX #29 takes for one picture or flag. */
static bool is_picture(uint32_t cp)
{
    return (cp >= 0x1F1E6 && cp <= 0x1F1FF) ||
           (cp >= 0x1F3FB && cp <= 0x1F3FF) || cp == 0x1F6D1 || cp == 0x2701 ||
           (cp >= 0x1F400 && cp <= 0x1F6FF);
}

static enum reason why(const struct sample *s, size_t i, bool ours)
{
    uint32_t cp = s->cps[i];
    uint32_t before = i > 0 ? s->cps[i - 1] : 0;

    if (cp >= 0x1160 && cp <= 0x11FF && !ours)
        return KOREAN_FINAL;
    if (is_korean_initial(cp) && is_korean_initial(before) && ours)
        return KOREAN_INITIAL;
    if (ours && uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mc))
        return SPACING_MARK;
    if (is_picture(cp))
        return PICTURE;
    if (width_kind(cp) == WIDTH_MARKED || width_kind(before) == WIDTH_MARKED)
        return SHOWN;
    return NO_REASON;
}

static void unicodes_own_test_differs_only_where_cells_do(void **state)
{
    static const int expected[REASON_COUNT] = {
        [KOREAN_INITIAL] = 4, [KOREAN_FINAL] = 51, [SPACING_MARK] = 32,
        [SHOWN] = 86,         [PICTURE] = 17,
    };
    int found[REASON_COUNT] = {0};
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    char line[1024];
    int samples = 0;
    FILE *f;

    (void)state;
    str_addf(&path, "%s/tests/unicode/GraphemeBreakTest.txt",
             srcdir ? srcdir : ".");
    f = fopen(str_text(&path), "r");
    assert_non_null(f);
    while (fgets(line, sizeof(line), f)) {
        struct sample s;
        bool ours[16];

        if (line[0] == '#' || !parse_sample(line, &s))
            continue;
        samples++;
        our_breaks(&s, ours);
        for (size_t i = 0; i < s.count; i++) {
            if (ours[i] == s.breaks[i])
                continue;
            found[why(&s, i, ours[i])]++;
            if (why(&s, i, ours[i]) == NO_REASON)
                print_message("# %s at %zu: %s\n", line, i,
                              ours[i] ? "cut" : "joined");
        }
    }
    fclose(f);
    str_clear(&path);
    assert_int_equal(samples, 602);
    for (int i = 0; i < REASON_COUNT; i++) {
        if (found[i] != expected[i])
            print_message("# %s: %d, not %d\n", reason_names[i], found[i],
                          expected[i]);
    }
    assert_memory_equal(found, expected, sizeof(found));
}

/* The short ways past the table, held to it. */
static void no_mark_is_taken_for_something_else(void **state)
{
    (void)state;
    for (uint32_t cp = 0x80; cp <= 0x10FFFF; cp++) {
        char text[1 + UTF8_MAX] = "x";
        size_t len = 1 + utf8_encode(cp, text + 1);
        bool is_joined = cluster_at(text, len, AMBIGUOUS_NARROW).len == len;
        struct cluster alone = cluster_at(text + 1, len - 1, AMBIGUOUS_NARROW);

        if (is_joined != (width_kind(cp) == WIDTH_ZERO) ||
            (width_kind(cp) != WIDTH_MARKED &&
             alone.columns != width_of(cp, AMBIGUOUS_NARROW)))
            fail_msg("U+%04X", (unsigned)cp);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cluster_is_a_base_with_its_marks),
        cmocka_unit_test(fitting_never_cuts_a_cluster),
        cmocka_unit_test(no_mark_is_taken_for_something_else),
        cmocka_unit_test(unicodes_own_test_differs_only_where_cells_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
