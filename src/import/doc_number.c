#include "import/doc_number.h"

#include <stdint.h>
#include <string.h>

#include "import/date.h"
#include "import/words.h"
#include "text/span.h"
#include "text/utf8.h"

#define MAX_LETTERS 10 /* of an organ, in a number within a sentence */
#define MAX_ALONE   24 /* in one that has a line for itself */

/* Bytes of one of `list` at `s`, 0 for none. */
static size_t one_of(const char *s, const char *const *list)
{
    const char *found = words_start_any(s, list);

    return found ? strlen(found) : 0;
}

/* No more than a few blanks, so that a hostile line costs no more than its
 * length. */
static size_t blanks(const char *s)
{
    return words_leading_blank(s, strnlen(s, 64));
}

/* A number of digits of either width at `s`; -1 where there is none or more
 * than `max` of them. */
static int number_at(const char *s, int max, size_t *len)
{
    size_t end = strnlen(s, 64), at = 0, n = 0;
    int value = 0, digits = 0, digit;

    while (at < end && (digit = span_digit(s, end, at, &n)) >= 0) {
        if (++digits > max)
            return -1;
        value = value * 10 + digit;
        at += n;
    }
    *len = at;
    return digits ? value : -1;
}

static const char *const open[] = {"〔", "[",  "［", "（", "(",
                                   "【", "﹝", "〖", NULL};
static const char *const closed[] = {"〕", "]",  "］", "）", ")",
                                     "】", "﹞", "〗", NULL};

/* Bytes of 〔2020〕33号 at `s`, 0 where it does not stand there. */
static size_t year_and_number(const char *s)
{
    size_t at = one_of(s, open), n = 0;
    int year;

    if (!at)
        return 0;
    at += blanks(s + at);
    year = number_at(s + at, 4, &n);
    if (year < 1949 || year > 2999)
        return 0;
    at += n;
    at += blanks(s + at);
    n = one_of(s + at, closed);
    if (!n)
        return 0;
    at += n;
    at += blanks(s + at);
    at += one_of(s + at, WORDS("第"));
    at += blanks(s + at);
    if (number_at(s + at, 5, &n) < 0)
        return 0;
    at += n;
    at += blanks(s + at);
    n = one_of(s + at, WORDS("号", "號"));
    return n ? at + n : 0;
}

/* Words that lead up to a number and are no part of one. */
static bool ends_letters(const char *s)
{
    return one_of(s, WORDS("据", "照", "按", "和", "与", "及", "由", "依", "见",
                           "以", "在", "从", "继", "如", "即", "是", "至", "的",
                           "对", "将", "经", "为", "号", "印")) > 0;
}

/* Where the organ's letters (教职成司函) before byte `at` begin. */
static size_t letters_before(const char *s, size_t from, size_t at)
{
    size_t start = at;

    for (int i = 0; i < MAX_LETTERS && start > from; i++) {
        size_t prev = utf8_prev(s, start);
        uint32_t cp;

        utf8_decode(s + prev, start - prev, &cp);
        if (!words_is_han(cp) || ends_letters(s + prev))
            break;
        start = prev;
    }
    return start;
}

bool doc_number_at(const char *s, size_t from, size_t bracket, size_t *start,
                   size_t *len)
{
    size_t n = year_and_number(s + bracket);

    if (!n)
        return false;
    *start = letters_before(s, from, bracket);
    *len = bracket + n - *start;
    /* A lone letter is none: no organ has only one. */
    return utf8_count(s + *start, bracket - *start) >= 2;
}

size_t doc_number_from(const char *s, size_t at)
{
    size_t start, len, end = at + strnlen(s + at, MAX_LETTERS * UTF8_MAX);

    for (size_t i = at; i < end; i++) {
        if (doc_number_at(s, at, i, &start, &len))
            return start == at ? len : 0;
    }
    return 0;
}

/* Letters that a number may begin with when it has a line for itself: Chinese
 * characters, also some in brackets (甲教（基）), and ASCII ones. */
static bool are_letters(const char *s, size_t len)
{
    size_t chars = 0;

    if (one_of(s, WORDS("见", "据", "根据", "按", "依", "转发", "关于")))
        return false;
    for (size_t i = 0, n; i < len; i += n) {
        uint32_t cp;

        n = utf8_decode(s + i, len - i, &cp);
        if (!words_is_han(cp) && cp != 0xFF08 && cp != 0xFF09 &&
            !(cp >= 'A' && cp <= 'Z'))
            return false;
        chars++;
    }
    return chars >= 2;
}

/* 教职成司函〔2020〕33号 at `s`: its bytes. */
static size_t with_year(const char *s)
{
    size_t end = strnlen(s, MAX_ALONE * UTF8_MAX);

    for (size_t i = 1; i < end; i++) {
        size_t n = year_and_number(s + i);

        if (n && are_letters(s, i))
            return i + n;
    }
    return 0;
}

static size_t ordinal(const char *s)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十",
                                         "百", "〇", "零", NULL};
    size_t at = 0, n = 0;

    if (number_at(s, 5, &n) >= 0)
        return n;
    while (at < 6 * strlen("一") && (n = one_of(s + at, digits)) > 0)
        at += n;
    return at;
}

/* 第27号, 令第27号, 2031年第5号, 公告2031年第5号, 甲教字第5号 at `s`. */
static size_t without_year(const char *s)
{
    size_t at = one_of(s, WORDS("公告", "通告", "令", "通报", "公报")), n = 0;
    const char *letters = strstr(s, "字第");

    if (letters && (size_t)(letters - s) < MAX_ALONE * UTF8_MAX &&
        are_letters(s, (size_t)(letters - s)))
        at = (size_t)(letters - s) + strlen("字");
    if (number_at(s + at, 4, &n) >= 1949 && words_start(s + at + n, "年第"))
        at += n + strlen("年");
    if (!words_start(s + at, "第"))
        return 0;
    at += strlen("第");
    n = ordinal(s + at);
    if (!n || !words_start(s + at + n, "号"))
        return 0;
    return at + n + strlen("号");
}

static size_t number_bytes(const char *s, struct doc_number *out, size_t start)
{
    size_t n = with_year(s);

    *out = (struct doc_number){start, n, n > 0};
    if (!n)
        out->len = n = without_year(s);
    return n;
}

static size_t label_at(const char *s)
{
    return one_of(s, WORDS("发文字号：", "发文文号：", "文号：", "字号：",
                           "编号：", "文件编号："));
}

/* What may stand behind a number in its line: nothing, brackets, 签发人. */
static bool may_follow(const char *s)
{
    return !*s || words_start(s, "签发人") || words_start(s, "会签人") ||
           (words_start(s, "（") && words_end(s, "）") && words_count(s) <= 12);
}

bool doc_number_is(const char *bare, struct doc_number *out)
{
    size_t at = label_at(bare), n;
    bool bracketed = words_start(bare + at, "（");

    if (bracketed)
        at += strlen("（");
    n = number_bytes(bare + at, out, at);
    if (!n)
        return false;
    at += n;
    if (bracketed) {
        char iso[DATE_LEN + 1];

        /* （丙院〔2031〕3号，2031年4月6日） */
        at += one_of(bare + at, WORDS("，", "；"));
        at += date_at(bare + at, iso);
        if (!words_start(bare + at, "）"))
            return false;
        at += strlen("）");
    }
    return may_follow(bare + at);
}

bool doc_number_ends(const char *bare, struct doc_number *out, size_t *begin)
{
    size_t len = strlen(bare), at = len;

    if (!words_end(bare, "）"))
        return false;
    /* The last bracket may have one of its own in it: 甲教（2031）5号. */
    for (int i = 0; i < MAX_ALONE + 12 && at > 0; i++) {
        at = utf8_prev(bare, at);
        if (at > 0 && words_start(bare + at, "（")) {
            size_t in = at + strlen("（");
            size_t n = number_bytes(bare + in, out, in);

            if (n && strcmp(bare + in + n, "）") == 0) {
                *begin = at;
                return true;
            }
        }
    }
    return false;
}
