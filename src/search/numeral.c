#include "search/numeral.h"

#include <stdbool.h>

#include "base/mem.h"
#include "text/utf8.h"

#define VALUE_MAX    99999999
#define NUMERALS_MAX 16 /* 一千二百三十四万五千六百七十八 has 15 */
#define MYRIAD       10000

/* What a numeral stands for: a digit, or a unit of ten or more; -1: none. */
static int meaning(uint32_t cp)
{
    /* clang-format off */
    static const struct { uint32_t cp; int value; } numerals[] = {
        { 0x3007, 0 }, { 0x25CB, 0 }, { 0x25EF, 0 }, { 0x96F6, 0 }, /* 〇零 */
        { 0x4E00, 1 }, { 0x4E8C, 2 }, { 0x4E24, 2 }, { 0x4E09, 3 },
        { 0x56DB, 4 }, { 0x4E94, 5 }, { 0x516D, 6 }, { 0x4E03, 7 },
        { 0x516B, 8 }, { 0x4E5D, 9 },
        { 0x5341, 10 }, { 0x767E, 100 }, { 0x5343, 1000 },
        { 0x4E07, 10000 }, { 0x842C, 10000 },
    };
    /* clang-format on */

    for (size_t i = 0; i < ARRAY_LEN(numerals); i++) {
        if (numerals[i].cp == cp)
            return numerals[i].value;
    }
    return -1;
}

/* Digits one behind the other: 二〇二四. */
static uint64_t positional(const int *values, size_t n)
{
    uint64_t whole = 0;

    for (size_t i = 0; i < n; i++)
        whole = whole * 10 + (uint64_t)values[i];
    return whole;
}

/* Digits before units that fall, once again behind 万. False: no number. */
static bool with_units(const int *values, size_t n, uint64_t *whole)
{
    uint64_t myriads = 0, sum = 0;
    int digit = 0, last_unit = MYRIAD;

    for (size_t i = 0; i < n; i++) {
        int value = values[i];

        if (value < 10) {
            if (digit)
                return false;
            digit = value;
            continue;
        }
        if (value == MYRIAD) {
            if (myriads || (!sum && !digit))
                return false;
            myriads = (sum + (uint64_t)digit) * MYRIAD;
            sum = 0;
            last_unit = MYRIAD;
        } else {
            if (value >= last_unit || (!digit && value != 10))
                return false;
            sum += (uint64_t)(digit ? digit : 1) * (uint64_t)value;
            last_unit = value;
        }
        digit = 0;
    }
    *whole = myriads + sum + (uint64_t)digit;
    return true;
}

size_t numeral_read(const char *text, size_t len, uint32_t *value)
{
    int values[NUMERALS_MAX];
    size_t at = 0, n = 0;
    bool has_unit = false;
    uint64_t whole;

    while (at < len) {
        uint32_t cp;
        size_t used = utf8_decode(text + at, len - at, &cp);
        int said = meaning(cp);

        if (said < 0)
            break;
        if (n == NUMERALS_MAX)
            return 0;
        values[n++] = said;
        has_unit = has_unit || said >= 10;
        at += used;
    }
    if (!has_unit)
        whole = positional(values, n);
    else if (!with_units(values, n, &whole))
        return 0;
    if (whole > VALUE_MAX)
        return 0;
    *value = (uint32_t)whole;
    return at;
}
