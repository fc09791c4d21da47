#include "import/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "import/words.h"
#include "text/span.h"
#include "text/utf8.h"

#define MAX_LETTERS 10 /* of an organ, in a number */

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

static bool is_han(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF);
}

/* Bytes of 〔2020〕33号 at `s`, 0 where it does not stand there. */
static size_t year_and_number(const char *s)
{
    size_t at = one_of(s, WORDS("〔", "[", "［", "（", "(", "【")), n = 0;
    int year;

    if (!at)
        return 0;
    year = number_at(s + at, 4, &n);
    if (year < 1949 || year > 2999)
        return 0;
    at += n;
    n = one_of(s + at, WORDS("〕", "]", "］", "）", ")", "】"));
    if (!n)
        return 0;
    at += n + one_of(s + at + n, WORDS("第"));
    at += blanks(s + at);
    if (number_at(s + at, 5, &n) < 0)
        return 0;
    at += n;
    at += blanks(s + at);
    return words_start(s + at, "号") ? at + strlen("号") : 0;
}

/* Words that lead up to a number and are no part of one. */
static bool ends_letters(const char *s)
{
    return one_of(s, WORDS("据", "照", "按", "和", "与", "及", "由", "依", "见",
                           "以", "在", "从", "如", "即", "是", "至", "的", "对",
                           "将", "经", "为", "号", "印")) > 0;
}

/* Where the organ's letters (教职成司函) before byte `at` begin. */
static size_t letters_before(const char *s, size_t from, size_t at)
{
    size_t start = at;

    for (int i = 0; i < MAX_LETTERS && start > from; i++) {
        size_t prev = utf8_prev(s, start);
        uint32_t cp;

        utf8_decode(s + prev, start - prev, &cp);
        if (!is_han(cp) || ends_letters(s + prev))
            break;
        start = prev;
    }
    return start;
}

bool pattern_number_at(const char *s, size_t from, size_t bracket,
                       size_t *start, size_t *len)
{
    size_t n = year_and_number(s + bracket);

    if (!n)
        return false;
    *start = letters_before(s, from, bracket);
    *len = bracket + n - *start;
    /* A lone letter is none: no organ has only one. */
    return utf8_count(s + *start, bracket - *start) >= 2;
}

/* The number that begins with byte `at`; its length, or 0. */
size_t pattern_number_from(const char *s, size_t at)
{
    size_t start, len, end = at + strnlen(s + at, MAX_LETTERS * UTF8_MAX);

    for (size_t i = at; i < end; i++) {
        if (pattern_number_at(s, at, i, &start, &len))
            return start == at ? len : 0;
    }
    return 0;
}

bool pattern_is_number(const char *s)
{
    size_t len = pattern_number_from(s, 0);

    return len && s[len] == '\0';
}

/* Every character of a Chinese number takes three bytes. */
#define CHINESE_DIGIT 3

static int chinese_digit(const char *s)
{
    static const char *const digits[] = {"〇", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};

    if (words_start(s, "○") || words_start(s, "零"))
        return 0;
    for (int i = 0; i < 10; i++) {
        if (words_start(s, digits[i]))
            return i;
    }
    return -1;
}

/* 二〇二〇 */
static int chinese_year(const char *s, size_t *len)
{
    int year = 0;

    for (*len = 0; *len < 4 * CHINESE_DIGIT; *len += CHINESE_DIGIT) {
        int digit = chinese_digit(s + *len);

        if (digit < 0)
            return -1;
        year = 10 * year + digit;
    }
    return year;
}

/* 九, 十, 十五, 二十, 三十一 */
static int chinese_small(const char *s, size_t *len)
{
    int tens = chinese_digit(s), unit;

    *len = tens < 0 ? 0 : CHINESE_DIGIT;
    if (!words_start(s + *len, "十"))
        return tens;
    *len += CHINESE_DIGIT;
    unit = chinese_digit(s + *len);
    if (unit >= 0)
        *len += CHINESE_DIGIT;
    return 10 * (tens < 0 ? 1 : tens) + (unit < 0 ? 0 : unit);
}

/* One part of a date and the mark behind it. */
static bool date_part(const char **s, bool year, const char *const *marks,
                      int *value)
{
    size_t n = 0;

    *s += blanks(*s);
    *value = number_at(*s, 4, &n);
    if (*value < 0)
        *value = year ? chinese_year(*s, &n) : chinese_small(*s, &n);
    if (*value < 0)
        return false;
    *s += n;
    *s += blanks(*s);
    n = one_of(*s, marks);
    *s += n;
    return n > 0;
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

bool pattern_is_date(const char *s, char iso[11])
{
    static const char *const separators[] = {"-", "/", ".", "－", NULL};
    int year, month, day;
    size_t n = 0;
    const char *at = s;

    if (!date_part(&at, true, WORDS("年"), &year)) {
        at = s;
        if (!date_part(&at, true, separators, &year) ||
            !date_part(&at, false, separators, &month))
            return false;
        day = number_at(at, 2, &n);
        at += n;
    } else if (!date_part(&at, false, WORDS("月"), &month) ||
               !date_part(&at, false, WORDS("日"), &day)) {
        return false;
    }
    if (*at || !is_day(year, month, day))
        return false;
    put_digits(iso, year, 4);
    iso[4] = '-';
    put_digits(iso + 5, month, 2);
    iso[7] = '-';
    put_digits(iso + 8, day, 2);
    iso[10] = '\0';
    return true;
}

size_t pattern_ends_with_date(const char *s, char iso[11])
{
    size_t len = strlen(s);
    uint32_t cp;

    for (size_t i = 0; i < len; i += utf8_decode(s + i, len - i, &cp)) {
        if (blanks(s + i) && pattern_is_date(s + i, iso))
            return i;
    }
    return 0;
}

/* Bytes of a Chinese number 一 to 九十九 at `s`. */
static size_t chinese_ordinal(const char *s)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六",
                                         "七", "八", "九", "十", NULL};
    size_t at = 0, n;

    while (at < 3 * strlen("一") && (n = one_of(s + at, digits)) > 0)
        at += n;
    return at;
}

static size_t bracketed(const char *s, bool chinese)
{
    size_t at = one_of(s, WORDS("（", "(")), n = 0;

    if (!at)
        return 0;
    if (chinese)
        n = chinese_ordinal(s + at);
    else if (number_at(s + at, 2, &n) < 0)
        return 0;
    if (!n)
        return 0;
    at += n;
    n = one_of(s + at, WORDS("）", ")"));
    return n ? at + n : 0;
}

/* Whether the number at `s` is part of a row of numbers, as in 一、二年级: the
 * next one follows byte `after`. */
static bool is_in_row(const char *s, const char *after)
{
    size_t n = 0;
    int first = chinese_small(s, &n), next = chinese_small(after, &n);

    return first > 0 && next == first + 1;
}

int pattern_heading_level(const char *s)
{
    size_t n = chinese_ordinal(s), mark = one_of(s + n, WORDS("、"));

    if (n && mark)
        return is_in_row(s, s + n + mark) ? 0 : 1;
    if (bracketed(s, true))
        return 2;
    if (number_at(s, 2, &n) >= 0) {
        size_t dot = one_of(s + n, WORDS(".", "．", "、"));
        size_t ignored;

        if (dot && number_at(s + n + dot, 9, &ignored) < 0)
            return 3;
    }
    return bracketed(s, false) ? 4 : 0;
}

bool pattern_is_item(const char *s)
{
    uint32_t cp;
    size_t n;

    if (!*s)
        return false;
    n = utf8_decode(s, strlen(s), &cp);
    if (cp >= 0x2460 && cp <= 0x2473)
        return s[n] != '\0';
    return one_of(s, WORDS("- ", "* ", "•", "●", "■", "◆", "—— ")) > 0;
}

static const char *const kinds[] = {
    "通知", "公告", "通告", "通报", "公报",     "公示", "决定", "决议",
    "意见", "命令", "议案", "请示", "报告",     "批复", "函",   "纪要",
    "办法", "规定", "方案", "细则", "实施意见", NULL};

/* The title without （试行） and the like. */
static size_t without_brackets(const char *s)
{
    size_t len = strlen(s);
    const char *open;

    if (!words_end_any(s, WORDS("）", ")")))
        return len;
    open = strstr(s, "（");
    for (const char *next = open; next; next = strstr(next + 1, "（"))
        open = next;
    if (!open)
        open = strrchr(s, '(');
    return open ? (size_t)(open - s) : len;
}

const char *pattern_kind(const char *title)
{
    size_t len = without_brackets(title);

    for (size_t i = 0; kinds[i]; i++) {
        size_t n = strlen(kinds[i]);

        if (len >= n && memcmp(title + len - n, kinds[i], n) == 0)
            return kinds[i];
    }
    return NULL;
}

/* What a title may be made of: no sentence, no table, not too long. */
static bool could_be_title(const char *s)
{
    return *s && !strchr(s, '\t') && words_count(s) <= 120 &&
           !words_have_any(s, WORDS("。", "；", "！", "？")) &&
           !words_end_any(s, WORDS("：", ":", "，", "、", ",", ";"));
}

bool pattern_is_title(const char *s)
{
    const char *kind = pattern_kind(s), *value;

    return kind && !pattern_page_head(s, &value) && could_be_title(s) &&
           !pattern_heading_level(s) && words_count(s) >= 5 &&
           strstr(s, "关于") != NULL;
}

bool pattern_is_title_end(const char *s)
{
    return pattern_kind(s) && could_be_title(s) && !strstr(s, "关于") &&
           !pattern_heading_level(s) && words_count(s) <= 40;
}

bool pattern_is_title_beginning(const char *s)
{
    return could_be_title(s) && !pattern_kind(s) && strstr(s, "关于") &&
           !pattern_heading_level(s) && words_count(s) <= 60 &&
           !words_have_any(s, WORDS("《", "》"));
}

/* Who is written to: organs, 单位, or those that hold an office. */
bool pattern_is_addressee(const char *s)
{
    static const char *const who[] = {"厅",   "局",   "委",   "部",   "院",
                                      "校",   "单位", "政府", "司",   "处",
                                      "中心", "协会", "学会", "公司", "集团",
                                      "大学", "学部", "办",   NULL};

    return words_end_any(s, WORDS("：", ":")) &&
           !words_have_any(s, WORDS("。", "；", "？", "！")) &&
           !words_start_any(s, WORDS("附件", "联系", "附：", "抄送", "主题",
                                     "网址", "来源", "请", "现将", "根据",
                                     "按照", "经研究")) &&
           !words_have_any(s, WORDS("如下", "以下", "下列")) &&
           !pattern_heading_level(s) && words_count(s) >= 3 &&
           words_count(s) <= 400 && words_have_any(s, who);
}

bool pattern_is_organ(const char *s)
{
    static const char *const endings[] = {
        "部",     "厅",     "局",     "司",   "委",   "委员会",   "办公厅",
        "办公室", "政府",   "处",     "中心", "学院", "大学",     "学校",
        "协会",   "学会",   "研究院", "院",   "办",   "领导小组", "公司",
        "党组",   "秘书处", "教委",   NULL};

    return words_count(s) >= 2 && words_count(s) <= 40 && !strchr(s, '\t') &&
           !words_have_any(s, WORDS("。", "，", "；", "：", ":", "、", "！",
                                    "《", "关于", "1", "2", "0")) &&
           words_end_any(s, endings);
}

static bool has_phone_or_mail(const char *s)
{
    size_t digits = 0;

    if (strchr(s, '@'))
        return true;
    for (; *s; s++) {
        if (*s >= '0' && *s <= '9')
            digits++;
        else if (*s != '-' && *s != ' ')
            digits = 0;
        if (digits >= 7)
            return true;
    }
    return false;
}

bool pattern_is_contact(const char *s, bool after_contact)
{
    static const char *const labels[] = {
        "联系人",   "联系电话", "联系方式", "联系地址", "联系邮箱", "联系单位",
        "联系部门", "电话",     "传真",     "手机",     "邮箱",     "电子邮箱",
        "电子邮件", "邮编",     "邮政编码", "邮寄地址", "通讯地址", "通信地址",
        "地址",     "咨询电话", "技术支持", "技术平台", "E-mail",   "Email",
        "收件人",   "网址",     "QQ群",     "监督电话", NULL};
    const char *label = words_start_any(s, labels);

    if (words_count(s) > 120 || words_have_any(s, WORDS("。")))
        return false;
    if (label) {
        const char *rest = s + strlen(label);

        if (one_of(rest, WORDS("：", ":", "（", "(", "及")))
            return true;
        if (blanks(rest) && has_phone_or_mail(s))
            return true;
    }
    return after_contact && words_count(s) <= 80 && has_phone_or_mail(s);
}

bool pattern_is_annex(const char *s, int *number, const char **rest)
{
    size_t n = one_of(s, WORDS("附件", "附表")), digits = 0, mark;

    if (!n)
        return false;
    n += blanks(s + n);
    *number = number_at(s + n, 2, &digits);
    if (*number < 0) {
        *number = 0;
        digits = 0;
    }
    n += digits;
    n += blanks(s + n);
    mark = one_of(s + n, WORDS("：", ":", ".", "．", "、"));
    if (!mark && s[n])
        return false;
    *rest = s + n + mark;
    *rest += blanks(*rest);
    return !words_have_any(*rest, WORDS("。"));
}

bool pattern_is_annex_entry(const char *s, int *number, const char **rest)
{
    size_t n = 0, mark;

    *number = number_at(s, 2, &n);
    if (*number < 1)
        return false;
    n += blanks(s + n);
    mark = one_of(s + n, WORDS(".", "．", "、"));
    if (!mark)
        return false;
    *rest = s + n + mark;
    *rest += blanks(*rest);
    return **rest && words_count(*rest) <= 120 &&
           !words_have_any(*rest, WORDS("。"));
}

const char *pattern_page_head(const char *s, const char **value)
{
    static const char *const labels[] = {
        "信息名称", "信息索引", "信息类别", "生成日期", "发文机构", "发文字号",
        "成文日期", "发布日期", "发布时间", "索引号",   "主题分类", "发文日期",
        "发布机构", "内容概述", "文号",     "来源",     NULL};
    const char *label = words_start_any(s, labels);
    size_t mark;

    if (!label)
        return NULL;
    mark = one_of(s + strlen(label), WORDS("：", ":"));
    if (!mark)
        return NULL;
    *value = s + strlen(label) + mark;
    *value += blanks(*value);
    return label;
}

bool pattern_is_furniture(const char *s)
{
    return words_start_any(
               s, WORDS("上一篇：", "下一篇：", "责任编辑：", "版权所有",
                        "打印本页", "关闭窗口", "扫一扫", "【打印", "【字体",
                        "【字号", "【关闭", "字体：", "字号：", "分享到",
                        "当前位置：", "您现在的位置", "浏览次数")) != NULL &&
           words_count(s) <= 100 && !words_have_any(s, WORDS("。"));
}

bool pattern_is_english(const char *s)
{
    size_t len = strlen(s), letters = 0, han = 0, words = 0, n;
    bool after_blank = true;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;
        bool letter;

        n = utf8_decode(s + i, len - i, &cp);
        letter = (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
        letters += letter;
        han += is_han(cp);
        words += letter && after_blank;
        after_blank = cp == ' ';
    }
    return words >= 8 && letters > 2 * han;
}

const char *pattern_address(const char *s)
{
    static const char *const labels[] = {"网址",     "原文链接", "原文地址",
                                         "原文网址", "链接",     "来源网址",
                                         "网页地址", NULL};
    size_t n = one_of(s, labels);
    const char *address;

    if (n)
        n += one_of(s + n, WORDS("：", ":"));
    address = s + n;
    address += blanks(address);
    if (!words_start_any(address, WORDS("http://", "https://")))
        return NULL;
    return strpbrk(address, " \t") ? NULL : address;
}
