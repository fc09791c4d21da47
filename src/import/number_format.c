#include "import/number_format.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

#define DECIMALS_MAX 15

const char *number_format_builtin(int id)
{
    static const struct {
        int id;
        const char *code;
    } formats[] = {
        {1, "0"},
        {2, "0.00"},
        {3, "#,##0"},
        {4, "#,##0.00"},
        {5, "¥#,##0;-¥#,##0"},
        {6, "¥#,##0;-¥#,##0"},
        {7, "¥#,##0.00;-¥#,##0.00"},
        {8, "¥#,##0.00;-¥#,##0.00"},
        {9, "0%"},
        {10, "0.00%"},
        {11, "0.00E+00"},
        {14, "yyyy/m/d"},
        {15, "d-mmm-yy"},
        {16, "d-mmm"},
        {17, "mmm-yy"},
        {18, "h:mm AM/PM"},
        {19, "h:mm:ss AM/PM"},
        {20, "h:mm"},
        {21, "h:mm:ss"},
        {22, "yyyy/m/d h:mm"},
        {27, "yyyy\"年\"m\"月\""},
        {28, "m\"月\"d\"日\""},
        {29, "m\"月\"d\"日\""},
        {30, "m-d-yy"},
        {31, "yyyy\"年\"m\"月\"d\"日\""},
        {32, "h\"时\"mm\"分\""},
        {33, "h\"时\"mm\"分\"ss\"秒\""},
        {34, "h\"时\"mm\"分\""},
        {35, "h\"时\"mm\"分\"ss\"秒\""},
        {36, "yyyy\"年\"m\"月\""},
        {37, "#,##0;-#,##0"},
        {38, "#,##0;-#,##0"},
        {39, "#,##0.00;-#,##0.00"},
        {40, "#,##0.00;-#,##0.00"},
        {41, "#,##0;-#,##0;-"},
        {42, "¥#,##0;-¥#,##0;-"},
        {43, "#,##0.00;-#,##0.00;-"},
        {44, "¥#,##0.00;-¥#,##0.00;-"},
        {45, "mm:ss"},
        {46, "[h]:mm:ss"},
        {47, "mm:ss"},
        {48, "0.0E+0"},
        {49, "@"},
        {50, "yyyy\"年\"m\"月\""},
        {51, "m\"月\"d\"日\""},
        {52, "yyyy\"年\"m\"月\""},
        {53, "m\"月\"d\"日\""},
        {54, "m\"月\"d\"日\""},
        {57, "yyyy\"年\"m\"月\""},
        {58, "m\"月\"d\"日\""},
    };

    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (formats[i].id == id)
            return formats[i].code;
    }
    return NULL;
}

static void add_general(double value, struct str *out)
{
    if (fabs(value) < 1e15 && floor(value) == value)
        str_addf(out, "%.0f", value == 0 ? 0.0 : value);
    else
        str_addf(out, "%.15g", value);
}

/* ---- calendar ---- */

/* Days from 1970-01-01, in the Gregorian calendar. */
static int64_t days_from_civil(int64_t y, int m, int d)
{
    int64_t era, doy, doe;

    y -= m <= 2;
    era = (y >= 0 ? y : y - 399) / 400;
    doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    doe = (y - era * 400) * 365 + (y - era * 400) / 4 - (y - era * 400) / 100 +
          doy;
    return era * 146097 + doe - 719468;
}

static void civil_from_days(int64_t z, int *year, int *month, int *day)
{
    int64_t era, doe, yoe, doy, mp;

    z += 719468;
    era = (z >= 0 ? z : z - 146096) / 146097;
    doe = z - era * 146097;
    yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    mp = (5 * doy + 2) / 153;
    *day = (int)(doy - (153 * mp + 2) / 5 + 1);
    *month = (int)(mp < 10 ? mp + 3 : mp - 9);
    *year = (int)(yoe + era * 400 + (*month <= 2));
}

#define EPOCH_1900 25569 /* 1970-01-01 in days from 1899-12-30 */
#define EPOCH_1904 24107

double number_format_days(int year, int month, int day, double part)
{
    return (double)(days_from_civil(year, month, day) + EPOCH_1900) + part;
}

/* ---- codes ---- */

/* The part of a code for the number: the first, the second for a negative
 * one, the third for nothing. `*negated`: it shows the sign itself. */
static char *section_of(const char *code, double value, bool *negated)
{
    const char *starts[4] = {code};
    size_t lens[4] = {0}, n = 1, which = 0;
    bool quoted = false;
    const char *s = code;

    for (; *s; s++) {
        if (*s == '"')
            quoted = !quoted;
        else if (*s == '\\' && s[1])
            s++;
        else if (*s == ';' && !quoted && n < 4) {
            lens[n - 1] = (size_t)(s - starts[n - 1]);
            starts[n++] = s + 1;
        }
    }
    lens[n - 1] = (size_t)(s - starts[n - 1]);
    if (value < 0 && n > 1)
        which = 1;
    else if (value == 0 && n > 2)
        which = 2;
    *negated = which == 1;
    return xmemdup(starts[which], lens[which]);
}

/* One letter of a section, with what it means. */
struct token {
    char letter;      /* 0: a literal */
    const char *text; /* of a literal, or a run of letters */
    size_t len;
};

/* The next token; false at the end. */
static bool next_token(const char **at, struct token *t)
{
    const char *s = *at, *end;

    *t = (struct token){.text = s, .len = 1};
    switch (*s) {
    case '\0':
        return false;
    case '"':
        end = strchr(s + 1, '"');
        if (!end)
            end = s + strlen(s);
        t->text = s + 1;
        t->len = (size_t)(end - t->text);
        *at = *end ? end + 1 : end;
        return true;
    case '\\':
        t->text = s + 1;
        t->len = 0;
        while (t->len == 0 || ((unsigned char)t->text[t->len] & 0xC0) == 0x80) {
            if (!t->text[t->len])
                break;
            t->len++;
        }
        *at = t->text + t->len;
        return true;
    case '_':
    case '*':
        /* Room for a character, or filled with it: nothing to read. */
        t->len = 0;
        *at = s[1] ? s + 2 : s + 1;
        return true;
    case '[':
        end = strchr(s, ']');
        if (!end) {
            *at = s + strlen(s);
            return true;
        }
        t->text = s + 1;
        t->len = (size_t)(end - s - 1);
        t->letter = '[';
        *at = end + 1;
        return true;
    default:
        break;
    }
    if (strchr("yYmMdDhHsS", *s)) {
        while (s[t->len] && (s[t->len] | 0x20) == (*s | 0x20))
            t->len++;
        t->letter = (char)(*s | 0x20);
    } else if (strncasecmp(s, "AM/PM", 5) == 0 ||
               strncasecmp(s, "A/P", 3) == 0) {
        t->len = (s[1] | 0x20) == 'm' ? 5 : 3;
        t->letter = 'a';
    } else if (strncmp(s, "上午/下午", strlen("上午/下午")) == 0) {
        t->len = strlen("上午/下午");
        t->letter = 'a';
    } else if (strchr("0#?.,%@/E", *s)) {
        t->letter = *s;
    }
    *at = s + t->len;
    return true;
}

static bool has_letter(const char *section, const char *letters)
{
    struct token t;

    while (next_token(&section, &t)) {
        if (t.letter && strchr(letters, t.letter))
            return true;
        if (t.letter == '[' && t.len <= 2 && strchr("hHmMsS", t.text[0]) &&
            strchr(letters, 'h'))
            return true;
    }
    return false;
}

/* [$¥-804] shows a sign; [Red], [$-804] nothing. */
static void add_bracket(const struct token *t, struct str *out)
{
    size_t len = 0;

    if (t->len == 0 || t->text[0] != '$')
        return;
    while (1 + len < t->len && t->text[1 + len] != '-')
        len++;
    str_append(out, t->text + 1, len);
}

/* ---- dates ---- */

struct moment {
    int year, month, day, hour, minute, second;
    int64_t hours; /* since the first day */
};

static bool moment_of(double value, bool from_1904, struct moment *m)
{
    int64_t days, seconds;

    if (!(value >= 0 && value < 2958466))
        return false;
    days = (int64_t)floor(value);
    seconds = (int64_t)llround((value - floor(value)) * 86400);
    if (seconds == 86400) {
        seconds = 0;
        days++;
    }
    m->hours = days * 24 + seconds / 3600;
    m->hour = (int)(seconds / 3600);
    m->minute = (int)(seconds / 60 % 60);
    m->second = (int)(seconds % 60);
    /* The first spreadsheet thought that 1900 was a leap year. */
    if (!from_1904 && days < 60)
        days++;
    civil_from_days(days - (from_1904 ? EPOCH_1904 : EPOCH_1900), &m->year,
                    &m->month, &m->day);
    return true;
}

static void add_two(struct str *out, int value, size_t len)
{
    str_addf(out, len >= 2 ? "%02d" : "%d", value);
}

/* A run of m is of minutes behind hours or before seconds. */
static bool is_minute(char before, const char *rest)
{
    struct token t;

    if (before == 'h')
        return true;
    while (next_token(&rest, &t)) {
        if (t.letter && t.letter != '[' && strchr("ymdhs", t.letter))
            return t.letter == 's';
    }
    return false;
}

static void add_month(struct str *out, int month, size_t len)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr",
                                        "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec"};

    if (len >= 3)
        str_add(out, names[month - 1]);
    else
        add_two(out, month, len);
}

static void add_moment(const char *section, const struct moment *m,
                       struct str *out)
{
    struct token t;
    char before = 0;
    bool half = has_letter(section, "a");

    while (next_token(&section, &t)) {
        switch (t.letter) {
        case 'y':
            if (t.len >= 3)
                str_addf(out, "%04d", m->year);
            else
                str_addf(out, "%02d", m->year % 100);
            break;
        case 'm':
            if (is_minute(before, section))
                add_two(out, m->minute, t.len);
            else
                add_month(out, m->month, t.len);
            break;
        case 'd':
            if (t.len <= 2)
                add_two(out, m->day, t.len);
            break;
        case 'h':
            add_two(out, half ? (m->hour + 11) % 12 + 1 : m->hour, t.len);
            break;
        case 's':
            add_two(out, m->second, t.len);
            break;
        case 'a':
            str_add(out, t.text[0] == 'A' || t.text[0] == 'a'
                             ? (m->hour < 12 ? "AM" : "PM")
                             : (m->hour < 12 ? "上午" : "下午"));
            break;
        case '[':
            if (t.len && (t.text[0] | 0x20) == 'h')
                str_addf(out, "%lld", (long long)m->hours);
            t.letter = t.len && (t.text[0] | 0x20) == 'h' ? 'h' : 0;
            break;
        case '@':
            break;
        case '.':
            /* Parts of a second: left out with the zeros behind it. */
            if (section[0] == '0')
                break;
            str_addc(out, '.');
            break;
        case '0':
            break;
        default:
            str_append(out, t.text, t.len);
            break;
        }
        if (t.letter && t.letter != '[')
            before = t.letter;
    }
}

/* ---- numbers ---- */

/* What the places for digits in a section ask for. */
struct digits {
    int whole;       /* at least so many before the point */
    int kept, least; /* behind it: at most, at least */
    int percent, thousands;
    bool groups, scientific, has_any;
};

static struct digits digits_of(const char *section)
{
    struct digits d = {0};
    struct token t;
    bool behind = false;
    int commas = 0;

    while (next_token(&section, &t)) {
        if (t.letter == '0' || t.letter == '#' || t.letter == '?') {
            d.groups = d.groups || (commas > 0 && !behind && d.has_any);
            commas = 0;
            d.has_any = true;
            if (behind && d.kept < DECIMALS_MAX) {
                d.kept++;
                if (t.letter != '#')
                    d.least = d.kept;
            } else if (!behind && t.letter == '0') {
                d.whole++;
            }
        } else if (t.letter == ',') {
            commas++;
        } else if (t.letter == '.') {
            behind = true;
        } else if (t.letter == '%') {
            d.percent++;
        } else if (t.letter == 'E') {
            d.scientific = true;
        }
    }
    d.thousands = commas;
    return d;
}

/* The digits of a number that is not negative. */
static void add_digits(double value, const struct digits *d, struct str *out)
{
    char text[400];
    size_t whole, zeros = 0, end;
    char *point;

    /* 1.005 is kept as 1.00499999999999989: what is rounded is what 15 digits
     * show, as in spreadsheets. */
    snprintf(text, sizeof(text), "%.15g", value);
    value = strtod(text, NULL);
    value = nextafter(value, INFINITY);
    snprintf(text, sizeof(text), "%.*f", d->kept, value);
    point = strchr(text, '.');
    whole = point ? (size_t)(point - text) : strlen(text);
    end = strlen(text);
    if (point) {
        while (end > whole + 1 + (size_t)d->least && text[end - 1] == '0')
            end--;
        if (end == whole + 1)
            end--;
    }
    if (d->whole == 0 && whole == 1 && text[0] == '0' && end > whole)
        whole = 0;
    if ((size_t)d->whole > whole)
        zeros = (size_t)d->whole - whole;
    for (size_t i = 0; i < zeros + whole; i++) {
        size_t left = zeros + whole - i;

        if (d->groups && i > 0 && left % 3 == 0)
            str_addc(out, ',');
        str_addc(out, i < zeros ? '0' : text[i - zeros]);
    }
    str_append(out, point ? point : text + whole,
               point ? end - (size_t)(point - text) : 0);
}

static void add_number(const char *section, double value, struct str *out)
{
    struct digits d = digits_of(section);
    struct token t;
    bool done = false;

    for (int i = 0; i < d.percent; i++)
        value *= 100;
    for (int i = 0; i < d.thousands; i++)
        value /= 1000;
    while (next_token(&section, &t)) {
        switch (t.letter) {
        case '0':
        case '#':
        case '?':
        case '.':
        case ',':
            if (!done && d.has_any)
                add_digits(value, &d, out);
            done = true;
            break;
        case '%':
            str_addc(out, '%');
            break;
        case '@':
            add_general(value, out);
            break;
        case '[':
            add_bracket(&t, out);
            break;
        default:
            str_append(out, t.text, t.len);
            break;
        }
    }
}

/* What this module does not know: conditions, fractions, exponents. */
static bool is_strange(const char *section)
{
    struct token t;
    const char *s = section;

    while (next_token(&s, &t)) {
        if (t.letter == 'E' || (t.letter == '/' && has_letter(section, "?")))
            return true;
        if (t.letter == '[' && t.len && strchr("<>=", t.text[0]))
            return true;
    }
    return false;
}

static bool says_general(const char *section)
{
    return strcasestr(section, "general") || strstr(section, "G/通用格式");
}

void number_format(double value, const char *code, bool from_1904,
                   struct str *out)
{
    struct moment m;
    char *section;
    bool negated;

    if (!code || !*code || !isfinite(value) || strcmp(code, "@") == 0) {
        add_general(value, out);
        return;
    }
    section = section_of(code, value, &negated);
    if (strncmp(section, "[$-F800]", 8) == 0 && moment_of(value, from_1904, &m))
        str_addf(out, "%d年%d月%d日", m.year, m.month, m.day);
    else if (strncmp(section, "[$-F400]", 8) == 0 &&
             moment_of(value, from_1904, &m))
        str_addf(out, "%d:%02d:%02d", m.hour, m.minute, m.second);
    else if (!says_general(section) && !is_strange(section) &&
             has_letter(section, "ymdhs") && moment_of(value, from_1904, &m))
        add_moment(section, &m, out);
    else if (says_general(section) || is_strange(section) ||
             has_letter(section, "ymdhs"))
        add_general(value, out);
    else {
        if (value < 0 && !negated)
            str_addc(out, '-');
        add_number(section, fabs(value), out);
    }
    free(section);
}
