#include "import/date.h"

#include <stdlib.h>
#include <string.h>

#include "import/words.h"
#include "text/utf8.h"

/* The value of the Chinese or ASCII digit at `s`, its bytes to `*n`; -1: none
 * stands there. Letters and signs that look like nought are meant as one. */
static int digit_at(const char *s, size_t *n)
{
    static const char *const noughts[] = {"〇", "○", "◯", "◦", "零",
                                          "O",  "o", "Ο", "О", NULL};
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", NULL};
    const char *nought = words_start_any(s, noughts);

    if (*s >= '0' && *s <= '9') {
        *n = 1;
        return *s - '0';
    }
    if (nought) {
        *n = strlen(nought);
        return 0;
    }
    for (int i = 0; digits[i]; i++) {
        if (words_start(s, digits[i])) {
            *n = strlen(digits[i]);
            return i + 1;
        }
    }
    return -1;
}

static int year_at(const char *s, size_t *len)
{
    int year = 0;

    *len = 0;
    for (int i = 0; i < 4; i++) {
        size_t n = 0;
        int digit = digit_at(s + *len, &n);

        if (digit < 0)
            return -1;
        year = 10 * year + digit;
        *len += n;
    }
    return year;
}

/* 9, 09, 九, 十, 十五, 二十, 三十一, 〇五, 元 (of a month); -1: none. */
static int small_at(const char *s, size_t *len)
{
    size_t n = 0;
    int first, unit;

    *len = 0;
    if (words_start(s, "元")) {
        *len = strlen("元");
        return 1;
    }
    first = digit_at(s, &n);
    if (first >= 0)
        *len = n;
    if (words_start(s + *len, "十")) {
        *len += strlen("十");
        unit = digit_at(s + *len, &n);
        if (unit >= 0)
            *len += n;
        return 10 * (first < 0 ? 1 : first) + (unit < 0 ? 0 : unit);
    }
    unit = first < 0 ? -1 : digit_at(s + *len, &n);
    if (unit < 0)
        return first;
    *len += n;
    return 10 * first + unit;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool is_day(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 &&
           day >= 1 && day <= days[month - 1] + (month == 2 && is_leap(year));
}

static void put_digits(char *out, int value, int digits)
{
    while (digits-- > 0) {
        out[digits] = (char)('0' + value % 10);
        value /= 10;
    }
}

/* `day` 0: not said. */
static bool put(int year, int month, int day, char iso[DATE_LEN + 1])
{
    if (!is_day(year, month, day ? day : 1))
        return false;
    put_digits(iso, year, 4);
    iso[4] = '-';
    put_digits(iso + 5, month, 2);
    iso[7] = '\0';
    if (day) {
        iso[7] = '-';
        put_digits(iso + 8, day, 2);
        iso[DATE_LEN] = '\0';
    }
    return true;
}

/* 2031年3月5日 behind the year, at `s`. */
static size_t spelled(const char *s, int year, char iso[DATE_LEN + 1])
{
    size_t at = 0, n;
    int month, day;

    if (!words_start(s, "年"))
        return 0;
    at += strlen("年");
    month = small_at(s + at, &n);
    if (month < 0 || !words_start(s + at + n, "月"))
        return 0;
    at += n + strlen("月");
    day = small_at(s + at, &n);
    if (day >= 0 &&
        (words_start(s + at + n, "日") || words_start(s + at + n, "号")))
        return put(year, month, day, iso) ? at + n + strlen("日") : 0;
    return day < 0 && put(year, month, 0, iso) ? at : 0;
}

/* -3-5 behind the year, at `s`; one sign parts both. */
static size_t parted(const char *s, int year, char iso[DATE_LEN + 1])
{
    const char *sign = words_start_any(s, WORDS("-", "/", ".", "—", "–"));
    size_t at, n;
    int month, day;

    if (!sign)
        return 0;
    at = strlen(sign);
    month = small_at(s + at, &n);
    if (month < 0 || s[at] < '0' || s[at] > '9' ||
        !words_start(s + at + n, sign))
        return 0;
    at += n + strlen(sign);
    day = small_at(s + at, &n);
    if (day < 0 || s[at] < '0' || s[at] > '9' || !put(year, month, day, iso))
        return 0;
    return at + n;
}

size_t date_at(const char *bare, char iso[DATE_LEN + 1])
{
    size_t len, n;
    int year = year_at(bare, &len);

    if (year < 0)
        return 0;
    n = spelled(bare + len, year, iso);
    if (!n)
        n = parted(bare + len, year, iso);
    return n ? len + n : 0;
}

static size_t label_at(const char *s)
{
    const char *label =
        words_start_any(s, WORDS("成文日期：", "发文日期：", "发布日期：",
                                 "签发日期：", "日期：", "时间："));

    return label ? strlen(label) : 0;
}

bool date_is(const char *bare, char iso[DATE_LEN + 1])
{
    size_t at = label_at(bare), n;
    bool open = words_start(bare + at, "（");

    if (open)
        at += strlen("（");
    n = date_at(bare + at, iso);
    if (!n)
        return false;
    at += n;
    if (open && !words_start(bare + at, "）"))
        return false;
    if (open)
        at += strlen("）");
    return bare[at] == '\0';
}

size_t date_ends(const char *bare, char iso[DATE_LEN + 1])
{
    size_t len = strlen(bare), from = len;

    /* No date is longer than 二〇三一年十二月三十一日. */
    for (int i = 0; i < 14 && from > 0; i++)
        from = utf8_prev(bare, from);
    for (size_t i = from; i < len; i++) {
        size_t n = date_at(bare + i, iso);

        if (n && i + n == len)
            return i;
    }
    return 0;
}

bool date_is_printed(const char *bare, char iso[DATE_LEN + 1], size_t *date)
{
    size_t len = strlen(bare);
    bool ends = words_end(bare, "印发") || words_end(bare, "印") ||
                words_end(bare, "印发）");

    if (!ends || len > 200)
        return false;
    for (size_t i = 0; i < len; i++) {
        size_t n = date_at(bare + i, iso);

        if (n && words_start(bare + i + n, "印")) {
            *date = i;
            return true;
        }
    }
    return false;
}

/* 10:02 or 10时 at `s`. */
static bool is_clock(const char *s)
{
    size_t digits = strspn(s, "0123456789");

    return digits >= 1 && digits <= 2 &&
           (words_start(s + digits, "：") || words_start(s + digits, "时"));
}

bool date_within(const char *bare, bool clock, char iso[DATE_LEN + 1])
{
    for (const char *s = bare; *s; s++) {
        size_t n = (*s >= '0' && *s <= '9') &&
                           (s == bare || s[-1] < '0' || s[-1] > '9')
                       ? date_at(s, iso)
                       : 0;

        /* 2031-05-2010:02: the day has two digits before an hour. */
        if (n && (!clock || is_clock(s + n)))
            return true;
    }
    return false;
}
