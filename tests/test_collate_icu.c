/*
 * test_collate_icu.c - the orders of a list beside those of ICU, on 2,000
 * names (tests/cases/order.tsv): every pair of them that stands otherwise
 * belongs to a class that says why.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "search/collate.h"
#include "text/utf8.h"

enum { MAX_NAMES = 3000, MAX_WORDS = 1000 };

struct name {
    char *text;
    long icu_reading;
    char *icu_strokes;       /* of each character: 15.4.10 */
    char *reading, *strokes; /* keys */
};

static struct name names[MAX_NAMES];
static size_t count;
/* Names as they are read, from tests/cases/readings.tsv. */
static struct reading {
    char *syllables; /* parted by 1, so that they compare by strcmp() */
    char *key;
} readings[MAX_WORDS];
static size_t reading_count;

static int strokes_of[0x10000]; /* data/order.tsv */
static char *words[MAX_WORDS];
static size_t word_count;

static FILE *open_source(const char *file)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    FILE *f;

    str_addf(&path, "%s/%s", srcdir ? srcdir : ".", file);
    f = fopen(str_text(&path), "r");
    assert_non_null(f);
    str_clear(&path);
    return f;
}

static char *key_of(const char *text, enum collate_order order)
{
    struct str key = {0};

    collate_key(&key, text, strlen(text), order);
    return str_take(&key);
}

/* Places and persons with one reading; a family alone is no name. */
static void read_readings(void)
{
    FILE *f = open_source("tests/cases/readings.tsv");
    char *line = NULL, *last = xstrdup("");
    size_t cap = 0;

    while (getline(&line, &cap, f) > 0) {
        struct reading *r = &readings[reading_count];
        char *syllables = strchr(line, '\t'), *kind;

        if (*line == '#' || !syllables)
            continue;
        *syllables++ = '\0';
        kind = strchr(syllables, '\t');
        assert_non_null(kind);
        *kind++ = '\0';
        if (strcmp(line, last) == 0 || strncmp(kind, "word", 4) == 0 ||
            !strchr(syllables, ' '))
            continue;
        free(last);
        last = xstrdup(line);
        assert_true(reading_count < MAX_WORDS);
        for (char *s = syllables; *s; s++) {
            if (*s == ' ')
                *s = '\1';
        }
        r->syllables = xstrdup(syllables);
        r->key = key_of(line, COLLATE_READING);
        reading_count++;
    }
    free(last);
    free(line);
    fclose(f);
}

static int read_cases(void **state)
{
    FILE *f = open_source("tests/cases/order.tsv");
    char *line = NULL;
    size_t cap = 0;

    (void)state;
    while (getline(&line, &cap, f) > 0) {
        struct name *n = &names[count];
        char *end;

        if (*line == '#')
            continue;
        assert_true(count < MAX_NAMES);
        end = strchr(line, '\t');
        assert_non_null(end);
        n->text = xmemdup(line, (size_t)(end - line));
        n->icu_reading = strtol(end + 1, &end, 10);
        n->icu_strokes = xmemdup(end + 1, strcspn(end + 1, "\n"));
        n->reading = key_of(n->text, COLLATE_READING);
        n->strokes = key_of(n->text, COLLATE_STROKES);
        count++;
    }
    fclose(f);
    f = open_source("data/order_words.tsv");
    while (getline(&line, &cap, f) > 0) {
        char *end = strchr(line, '\t');

        if (*line == '#' || !end)
            continue;
        assert_true(word_count < MAX_WORDS);
        words[word_count++] = xmemdup(line, (size_t)(end - line));
    }
    fclose(f);
    read_readings();
    f = open_source("data/order.tsv");
    while (getline(&line, &cap, f) > 0) {
        unsigned cp;
        int strokes;

        if (sscanf(line, "%4x\t%*s\t%*s\t%d", &cp, &strokes) == 2)
            strokes_of[cp] = strokes;
    }
    fclose(f);
    free(line);
    return 0;
}

static int forget_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < count; i++) {
        free(names[i].text);
        free(names[i].icu_strokes);
        free(names[i].reading);
        free(names[i].strokes);
    }
    for (size_t i = 0; i < word_count; i++)
        free(words[i]);
    for (size_t i = 0; i < reading_count; i++) {
        free(readings[i].syllables);
        free(readings[i].key);
    }
    return 0;
}

static int sign(long n)
{
    return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/* Whether a name has a character, or a word, that data/order_words.tsv reads
 * otherwise than the first source does. */
static bool is_read_otherwise(const char *text)
{
    for (size_t i = 0; i < word_count; i++) {
        if (strstr(text, words[i]))
            return true;
    }
    return false;
}

static void readings_agree_but_where_the_hand_knows_better(void **state)
{
    size_t pairs = 0, by_hand = 0, others = 0;

    (void)state;
    assert_true(count == 2000);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            int ours = sign(strcmp(names[i].reading, names[j].reading));
            int icus = sign(names[i].icu_reading - names[j].icu_reading);

            pairs++;
            if (ours == icus)
                continue;
            if (is_read_otherwise(names[i].text) ||
                is_read_otherwise(names[j].text))
                by_hand++;
            else
                others++;
        }
    }
    print_message("%zu pairs, %zu otherwise by hand, %zu besides\n", pairs,
                  by_hand, others);
    /* Besides: of one syllable and tone, where ICU does not go by strokes. */
    assert_true(others * 1000 < pairs);
    assert_true(by_hand * 100 < pairs * 4);
}

/* The first characters that are not the same, and their strokes as ICU counts
 * them. False where one name is the other's beginning. */
struct difference {
    uint32_t a, b; /* code points */
    long strokes_a, strokes_b;
};

static bool first_difference(const struct name *a, const struct name *b,
                             struct difference *out)
{
    const char *x = a->text, *y = b->text;
    char *i = a->icu_strokes, *k = b->icu_strokes;

    while (*x && *y) {
        out->strokes_a = strtol(i, &i, 10);
        out->strokes_b = strtol(k, &k, 10);
        x += utf8_decode(x, strlen(x), &out->a);
        y += utf8_decode(y, strlen(y), &out->b);
        if (out->a != out->b)
            return true;
        i += *i == '.';
        k += *k == '.';
    }
    return false;
}

/* Within a number of strokes ICU goes by radicals: only pairs of unlike numbers
 * are compared. What differs has a radical (艹 辶 阝 礻 廴 ...) that ICU counts
 * as it is printed in Taiwan, with a stroke more. */
static void strokes_agree_where_their_numbers_differ(void **state)
{
    size_t pairs = 0, by_radical = 0, others = 0;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            struct difference d;

            if (!first_difference(&names[i], &names[j], &d) ||
                d.strokes_a == d.strokes_b)
                continue;
            pairs++;
            if (sign(strcmp(names[i].strokes, names[j].strokes)) ==
                sign(d.strokes_a - d.strokes_b))
                continue;
            if (strokes_of[d.a] != d.strokes_a ||
                strokes_of[d.b] != d.strokes_b)
                by_radical++;
            else
                others++;
        }
    }
    print_message("%zu pairs, %zu otherwise by a radical, %zu besides\n", pairs,
                  by_radical, others);
    assert_true(pairs > 1000000);
    assert_true(by_radical * 50 < pairs);
    assert_int_equal(others, 0);
}

/* In the syllable in which they first differ. */
static void names_stand_as_they_are_read(void **state)
{
    size_t pairs = 0, otherwise = 0;

    (void)state;
    for (size_t i = 0; i < reading_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const char *a = readings[i].syllables, *b = readings[j].syllables;

            if (a[0] == b[0])
                continue;
            pairs++;
            if (sign(strcmp(a, b)) !=
                sign(strcmp(readings[i].key, readings[j].key)))
                otherwise++;
        }
    }
    print_message("%zu pairs, %zu otherwise\n", pairs, otherwise);
    assert_true(pairs > 10000);
    assert_true(otherwise * 1000 < pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_agree_but_where_the_hand_knows_better),
        cmocka_unit_test(names_stand_as_they_are_read),
        cmocka_unit_test(strokes_agree_where_their_numbers_differ),
    };

    return cmocka_run_group_tests(tests, read_cases, forget_cases);
}
