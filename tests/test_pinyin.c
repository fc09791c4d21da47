/* test_pinyin.c - readings: names and words that people look for, and which
 * readings are too rare to match by their initial. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "search/fold.h"
#include "search/pinyin.h"
#include "search/query.h"
#include "text/utf8.h"

/* Whether `text`, all of it, is what `query` finds first. */
static bool is_found(const char *query, const char *text)
{
    struct query *q = query_new(query, strlen(query), NULL, NULL);
    struct query_cell cell = {text, strlen(text)};
    struct query_ranges ranges = {0};
    bool found = q && query_match(q, &cell, 1, &ranges) &&
                 ranges.items[0].start == 0 && ranges.items[0].len == cell.len;

    query_ranges_clear(&ranges);
    query_free(q);
    return found;
}

/* A case's syllables with `join` between, u-umlaut as `umlaut`. */
static void spell(struct str *out, const char *syllables, const char *join,
                  const char *umlaut)
{
    str_truncate(out, 0);
    for (const char *s = syllables; *s; s++) {
        if (*s == ' ')
            str_add(out, join);
        else if (strncmp(s, "ü", strlen("ü")) == 0)
            str_add(out, umlaut), s += strlen("ü") - 1;
        else
            str_addc(out, *s);
    }
}

static void check_case(const char *text, const char *syllables)
{
    static const char *const umlauts[] = {"ü", "v", "u"};
    struct str query = {0};

    for (size_t u = 0; u < ARRAY_LEN(umlauts); u++) {
        spell(&query, syllables, "'", umlauts[u]);
        if (!is_found(str_text(&query), text))
            fail_msg("%s does not find %s", str_text(&query), text);
        spell(&query, syllables, "", umlauts[u]);
        if (!is_found(str_text(&query), text))
            fail_msg("%s does not find %s", str_text(&query), text);
    }
    str_clear(&query);
}

static void names_and_words_are_found_as_they_are_read(void **state)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};
    char *line = NULL;
    size_t cap = 0, cases = 0;
    FILE *f;

    (void)state;
    str_addf(&path, "%s/tests/cases/readings.tsv", srcdir ? srcdir : ".");
    f = fopen(str_text(&path), "r");
    assert_non_null(f);
    while (getline(&line, &cap, f) > 0) {
        char *syllables, *rest;

        if (*line == '#')
            continue;
        syllables = strchr(line, '\t');
        assert_non_null(syllables);
        *syllables++ = '\0';
        rest = strchr(syllables, '\t');
        assert_non_null(rest);
        *rest = '\0';
        check_case(line, syllables);
        cases++;
    }
    assert_true(cases >= 175);
    free(line);
    fclose(f);
    str_clear(&path);
}

static void rare_readings_count_as_whole_syllables_only(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *whole;
        bool is_rare;
    } cases[] = {
        { "广", "an", true }, { "合", "ge", true }, { "术", "zhu", true },
        { "校", "jiao", true }, { "省", "xing", true }, { "系", "ji", true },
        { "係", "ji", true }, { "见", "xian", true }, { "見", "xian", true },
        { "石", "dan", true }, { "红", "gong", true }, 
        { "厂", "an", true }, { "适", "kuo", true }, { "识", "zhi", true },
        { "解", "xie", false }, { "单", "shan", false },
        { "單", "shan", false }, { "区", "ou", false }, { "區", "ou", false },
        { "种", "chong", false }, { "尉", "yu", false },
        { "车", "ju", false }, { "車", "ju", false }, { "铅", "yan", false },
        { "泌", "bi", false }, { "洞", "tong", false },
        { "蔚", "yu", false }, { "繁", "po", false }, { "查", "zha", false },
        { "厦", "xia", false }, { "廈", "xia", false },
        { "重", "chong", false }, { "长", "zhang", false },
        { "行", "hang", false }, { "会", "kuai", false },
        { "藏", "zang", false }, { "仇", "qiu", false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char initial[] = {cases[i].whole[0], '\0'};

        assert_true(is_found(cases[i].whole, cases[i].text));
        if (is_found(initial, cases[i].text) == cases[i].is_rare)
            fail_msg("%s by %s", cases[i].text, initial);
    }
    assert_true(is_found("r", "儿"));
    assert_true(is_found("er", "儿"));
    assert_true(is_found("huar", "花儿"));
}

static void spellings_are_small_letters(void **state)
{
    (void)state;
    for (unsigned set = 0; set < pinyin_set_count(); set++) {
        const struct pinyin_reading *readings;
        size_t n = pinyin_readings(set, &readings);

        assert_int_equal(n == 0, set == PINYIN_NONE);
        for (size_t i = 0; i < n; i++) {
            const char *s = readings[i].spelling;
            size_t len = strlen(s);

            assert_in_range(len, 1, PINYIN_MAX);
            assert_int_equal(strspn(s, "abcdefghijklmnopqrstuvwxyz"), len);
            /* The u after these is u-umlaut. */
            assert_null(strchr("jqxy", s[0]) && s[1] == 'u' ? s : NULL);
        }
    }
}

static void every_character_has_a_set(void **state)
{
    size_t read = 0;

    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        assert_true(pinyin_set(cp) < pinyin_set_count());
        read += pinyin_set(cp) != PINYIN_NONE;
    }
    assert_true(read > 41000);
    assert_int_equal(pinyin_set('a'), PINYIN_NONE);
    assert_int_equal(pinyin_set(0x2ED3), pinyin_set(0x957F)); /* a radical */
    assert_int_equal(pinyin_set(0xF900), pinyin_set(0x5C82)); /* as 岂 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_words_are_found_as_they_are_read),
        cmocka_unit_test(rare_readings_count_as_whole_syllables_only),
        cmocka_unit_test(spellings_are_small_letters),
        cmocka_unit_test(every_character_has_a_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
