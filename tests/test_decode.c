/* test_decode.c - what a text is encoded in is told by its bytes, and what is
 * no text of an encoding is named or marked. */
#include "tests/test.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/decode.h"

#define SIMPLIFIED                                                                                               \
    "某省教育厅关于做好汛期安全工作的通知\n各市教育局：\n　　现将有关事项通知" \
    "如下。\n一、加强值班。\n2031年6月1日\n"
#define TRADITIONAL                                                                                              \
    "某縣教育局關於開放學校圖書館的公告\n各位居民：\n　　本縣學校圖書館自本月" \
    "起"                                                                                                        \
    "開放，特此公告。\n二○三一年六月一日\n"

/* As the converter of libc writes it; the caller frees it. */
static char *encoded(const char *to, const char *text, size_t *len)
{
    iconv_t cd = iconv_open(to, "UTF-8");
    char *copy = xstrdup(text), *in = copy, *out = xcalloc(1, 4096), *at = out;
    size_t left = strlen(text), room = 4096;

    assert_true(cd != (iconv_t)-1);
    assert_int_equal(iconv(cd, &in, &left, &at, &room), 0);
    iconv_close(cd);
    free(copy);
    *len = (size_t)(at - out);
    return out;
}

static void opened(struct decode *d)
{
    struct err e = {0};

    if (!decode_open(d, &e))
        fail_msg("%s", e.msg);
}

static void the_encoding_is_told_by_the_bytes(void **state)
{
    /* clang-format off */
    static const struct {
        const char *to, *mark, *text;
        size_t mark_len;
        enum encoding declared, wanted;
    } cases[] = {
        { "UTF-8", "", SIMPLIFIED, 0, ENCODING_UNKNOWN, ENCODING_UTF8 },
        { "UTF-8", "", SIMPLIFIED, 0, ENCODING_GB18030, ENCODING_UTF8 },
        { "UTF-8", "\xEF\xBB\xBF", SIMPLIFIED, 3, ENCODING_BIG5, ENCODING_UTF8 },
        { "UTF-16LE", "\xFF\xFE", SIMPLIFIED, 2, ENCODING_UNKNOWN,
          ENCODING_UTF16LE },
        { "UTF-16LE", "", SIMPLIFIED, 0, ENCODING_UNKNOWN, ENCODING_UTF16LE },
        { "UTF-16BE", "\xFE\xFF", SIMPLIFIED, 2, ENCODING_UTF8,
          ENCODING_UTF16BE },
        { "UTF-16BE", "", SIMPLIFIED, 0, ENCODING_UTF8, ENCODING_UTF16BE },
        { "UTF-16BE", "", TRADITIONAL, 0, ENCODING_UTF8, ENCODING_UTF16BE },
        { "UTF-16LE", "", "通知：各班明天开会。", 0, ENCODING_UNKNOWN,
          ENCODING_UTF16LE },
        { "UTF-32LE", "\xFF\xFE\0\0", SIMPLIFIED, 4, ENCODING_UNKNOWN,
          ENCODING_UTF32LE },
        { "GB18030", "", SIMPLIFIED, 0, ENCODING_UNKNOWN, ENCODING_GB18030 },
        { "GB18030", "", SIMPLIFIED, 0, ENCODING_UTF8, ENCODING_GB18030 },
        { "GB18030", "", SIMPLIFIED, 0, ENCODING_BIG5, ENCODING_GB18030 },
        { "GB18030", "", TRADITIONAL, 0, ENCODING_UNKNOWN, ENCODING_GB18030 },
        { "GB18030", "", "通知", 0, ENCODING_UNKNOWN, ENCODING_GB18030 },
        { "GB18030", "", "丙学院〇㐀", 0, ENCODING_UTF8, ENCODING_GB18030 },
        { "BIG5", "", TRADITIONAL, 0, ENCODING_UNKNOWN, ENCODING_BIG5 },
        { "BIG5", "", TRADITIONAL, 0, ENCODING_UTF8, ENCODING_BIG5 },
        { "BIG5", "", TRADITIONAL, 0, ENCODING_GB18030, ENCODING_BIG5 },
        { "BIG5", "", "關於公告", 0, ENCODING_BIG5, ENCODING_BIG5 },
        { "UTF-8", "", "plain", 0, ENCODING_GB18030, ENCODING_UTF8 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct decode d;
        struct str file = {0}, text = {0};
        struct err e = {0};
        size_t len, skip = 99;
        char *bytes = encoded(cases[i].to, cases[i].text, &len);
        enum encoding got;

        opened(&d);
        str_append(&file, cases[i].mark, cases[i].mark_len);
        str_append(&file, bytes, len);
        got = decode_tell(&d, file.text, file.len, true, cases[i].declared,
                          &skip);
        if (got != cases[i].wanted || skip != cases[i].mark_len)
            fail_msg("case %zu: told %s, mark of %zu", i,
                     got < ENCODING_COUNT ? decode_name(got) : "none", skip);
        if (!decode_whole(&d, "f", file.text, file.len, cases[i].declared,
                          &text, &e))
            fail_msg("case %zu: %s", i, e.msg);
        if (strcmp(str_text(&text), cases[i].text) != 0)
            fail_msg("case %zu: %s", i, str_text(&text));
        str_clear(&text);
        str_clear(&file);
        free(bytes);
        decode_close(&d);
    }
}

static void what_the_user_names_overrules_the_bytes(void **state)
{
    struct decode d;
    struct str text = {0};
    struct err e = {0};

    (void)state;
    opened(&d);
    d.forced = ENCODING_BIG5;
    /* As GB18030 these are two other characters. */
    assert_true(decode_whole(&d, "f", "\xAC\xF9\xA5\xCD", 4, ENCODING_UNKNOWN,
                             &text, &e));
    assert_string_equal(str_text(&text), "約生");
    str_clear(&text);
    decode_close(&d);
}

static void bytes_that_are_no_text_are_named_or_marked(void **state)
{
    /* clang-format off */
    static const struct {
        enum encoding forced;
        const char *bytes;
        size_t len;
        const char *message, *marked;
    } cases[] = {
        { ENCODING_UNKNOWN, "通知\n关于\303(甲", 18,
          "f:2: byte 7 (14 of the file) is not UTF-8", "通知\n关于\uFFFD(甲" },
        { ENCODING_UTF8, "\xE5\x85", 2,
          "f:1: byte 1 (1 of the file) is not UTF-8", "\uFFFD" },
        { ENCODING_UTF8, "a\0b", 3, "f:1: has a NUL byte", "a\uFFFD" "b" },
        { ENCODING_GB18030, "a\n\xB0\xA1\xFF\xB0\xA1", 7,
          "f:2: byte 3 (5 of the file) is not GB18030", "a\n啊\uFFFD啊" },
        { ENCODING_GB18030, "\xB0", 1,
          "f:1: byte 1 (1 of the file) is not GB18030", "\uFFFD" },
        { ENCODING_UTF16LE, "a\0\n\0\0\xDC" "b\0", 8,
          "f:2: byte 1 (5 of the file) is not UTF-16LE", "a\n\uFFFD" "b" },
        { ENCODING_UTF16BE, "\0a\x4E", 3,
          "f:1: byte 3 (3 of the file) is not UTF-16BE", "a\uFFFD" },
        { ENCODING_UTF16LE, "a\0\0\0b\0", 6, "f:1: has a NUL byte",
          "a\uFFFD" "b" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct decode d;
        struct str text = {0};
        struct err e = {0};

        opened(&d);
        d.forced = cases[i].forced;
        if (decode_whole(&d, "f", cases[i].bytes, cases[i].len,
                         ENCODING_UNKNOWN, &text, &e))
            fail_msg("case %zu: taken as %s", i, str_text(&text));
        if (!strstr(e.msg, cases[i].message))
            fail_msg("case %zu: %s", i, e.msg);
        str_clear(&text);
        d.lossy = true;
        if (!decode_whole(&d, "f", cases[i].bytes, cases[i].len,
                          ENCODING_UNKNOWN, &text, &e))
            fail_msg("case %zu: %s", i, e.msg);
        if (strcmp(str_text(&text), cases[i].marked) != 0)
            fail_msg("case %zu: marked as %s", i, str_text(&text));
        str_clear(&text);
        decode_close(&d);
    }
}

/* Cut anywhere, the parts give the whole. */
static void a_text_may_come_in_parts(void **state)
{
    static const char *const encodings[] = {"UTF-8", "UTF-16LE", "GB18030",
                                            "UTF-32BE"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(encodings); i++) {
        struct decode d;
        size_t len;
        char *bytes = encoded(encodings[i], SIMPLIFIED, &len);

        opened(&d);
        for (size_t cut = 0; cut <= len; cut++) {
            struct decode_place at = {.path = "f", .line = 1};
            struct str text = {0};
            long long taken;

            at.encoding = decode_named(encodings[i], strlen(encodings[i]));
            taken = decode_append(&d, &at, bytes, cut, false, &text, NULL);
            assert_true(taken >= 0 && (size_t)taken <= cut &&
                        cut - (size_t)taken < 4);
            taken = decode_append(&d, &at, bytes + taken, len - (size_t)taken,
                                  true, &text, NULL);
            assert_true(taken >= 0);
            assert_string_equal(str_text(&text), SIMPLIFIED);
            assert_int_equal(at.offset, len);
            assert_int_equal(at.line, 6);
            str_clear(&text);
        }
        decode_close(&d);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_encoding_is_told_by_the_bytes),
        cmocka_unit_test(what_the_user_names_overrules_the_bytes),
        cmocka_unit_test(bytes_that_are_no_text_are_named_or_marked),
        cmocka_unit_test(a_text_may_come_in_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
