#include "import/numeral.h"

#include "base/mem.h"
#include "text/utf8.h"

static void append_code_point(struct str *out, long cp)
{
    char bytes[UTF8_MAX];

    str_append(out, bytes, utf8_encode((uint32_t)cp, bytes));
}

static void append_wide(struct str *out, long n)
{
    struct str digits = {0};

    str_addf(&digits, "%ld", n);
    for (size_t i = 0; i < digits.len; i++)
        append_code_point(out, 0xFF10 + (digits.text[i] - '0'));
    str_clear(&digits);
}

/* a to z, then aa, bb, ... as Word counts. */
static void append_letter(struct str *out, long n, char first)
{
    for (long times = (n - 1) / 26 + 1; times > 0; times--)
        str_addc(out, (char)(first + (n - 1) % 26));
}

static void append_roman(struct str *out, long n, bool upper)
{
    static const struct {
        long value;
        const char *lower, *upper;
    } parts[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
        {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
        {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"},
    };

    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        for (; n >= parts[i].value; n -= parts[i].value)
            str_add(out, upper ? parts[i].upper : parts[i].lower);
    }
}

struct chinese {
    const char *digits[10];
    const char *units[4]; /* of the place: "", ten, hundred, thousand */
    bool says_one_ten;    /* 一十 rather than 十 */
};

static const struct chinese plain = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
    {"", "十", "百", "千"},
    false};
static const struct chinese legal = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
    {"", "拾", "佰", "仟"},
    true};

/* 1 to 9999. */
static void append_chinese(struct str *out, long n, const struct chinese *words)
{
    bool began = false, gap = false;
    long unit = 1000;

    for (int place = 3; place >= 0; place--, unit /= 10) {
        long digit = n / unit % 10;

        if (digit == 0) {
            gap = began;
            continue;
        }
        if (gap)
            str_add(out, words->digits[0]);
        if (!(place == 1 && digit == 1 && !began && !words->says_one_ten))
            str_add(out, words->digits[digit]);
        str_add(out, words->units[place]);
        began = true;
        gap = false;
    }
}

static void append_chinese_digits(struct str *out, long n)
{
    struct str digits = {0};

    str_addf(&digits, "%ld", n);
    for (size_t i = 0; i < digits.len; i++)
        str_add(out, digits.text[i] == '0'
                         ? "〇"
                         : plain.digits[digits.text[i] - '0']);
    str_clear(&digits);
}

static void append_circled(struct str *out, long n)
{
    if (n <= 20)
        append_code_point(out, 0x2460 + n - 1);
    else if (n <= 35)
        append_code_point(out, 0x3251 + n - 21);
    else
        append_code_point(out, 0x32B1 + n - 36);
}

/* The largest number that a form can say; 0: any. */
static const long largest[] = {
    [NUMERAL_CIRCLED] = 50,         [NUMERAL_BRACKETED] = 20,
    [NUMERAL_FULL_STOP] = 20,       [NUMERAL_LOWER_LETTER] = 780,
    [NUMERAL_UPPER_LETTER] = 780,   [NUMERAL_LOWER_ROMAN] = 3999,
    [NUMERAL_UPPER_ROMAN] = 3999,   [NUMERAL_CHINESE] = 9999,
    [NUMERAL_CHINESE_LEGAL] = 9999, [NUMERAL_STEM] = 10,
    [NUMERAL_BRANCH] = 12,
};

void numeral_append(struct str *out, enum numeral form, long n)
{
    static const char *const stems = "甲乙丙丁戊己庚辛壬癸";
    static const char *const branches = "子丑寅卯辰巳午未申酉戌亥";
    long most = largest[form];

    if (form != NUMERAL_NONE && (n < 0 || (most && (n < 1 || n > most))))
        form = NUMERAL_DECIMAL;
    switch (form) {
    case NUMERAL_DECIMAL_ZERO:
        str_addf(out, "%02ld", n);
        break;
    case NUMERAL_DECIMAL_WIDE:
        append_wide(out, n);
        break;
    case NUMERAL_CIRCLED:
        append_circled(out, n);
        break;
    case NUMERAL_BRACKETED:
        append_code_point(out, 0x2474 + n - 1);
        break;
    case NUMERAL_FULL_STOP:
        append_code_point(out, 0x2488 + n - 1);
        break;
    case NUMERAL_LOWER_LETTER:
        append_letter(out, n, 'a');
        break;
    case NUMERAL_UPPER_LETTER:
        append_letter(out, n, 'A');
        break;
    case NUMERAL_LOWER_ROMAN:
    case NUMERAL_UPPER_ROMAN:
        append_roman(out, n, form == NUMERAL_UPPER_ROMAN);
        break;
    case NUMERAL_CHINESE:
        append_chinese(out, n, &plain);
        break;
    case NUMERAL_CHINESE_LEGAL:
        append_chinese(out, n, &legal);
        break;
    case NUMERAL_CHINESE_DIGIT:
        append_chinese_digits(out, n);
        break;
    case NUMERAL_STEM: /* Han have three bytes each */
        str_append(out, stems + 3 * (n - 1), 3);
        break;
    case NUMERAL_BRANCH:
        str_append(out, branches + 3 * (n - 1), 3);
        break;
    case NUMERAL_NONE:
        break;
    case NUMERAL_DECIMAL:
        str_addf(out, "%ld", n);
        break;
    }
}
