/*
 * numeral.h - a number as automatic numbering writes it: 3, c, iii, 三, ③, 丙.
 */
#ifndef IMPORT_NUMERAL_H
#define IMPORT_NUMERAL_H

#include "base/str.h"

enum numeral {
    NUMERAL_NONE, /* writes nothing */
    NUMERAL_DECIMAL,
    NUMERAL_DECIMAL_ZERO, /* 01 */
    NUMERAL_DECIMAL_WIDE, /* full-width digits */
    NUMERAL_CIRCLED,      /* 1 to 50; others as decimal */
    NUMERAL_BRACKETED,    /* ⑴ to ⒇ */
    NUMERAL_FULL_STOP,    /* ⒈ to ⒛ */
    NUMERAL_LOWER_LETTER,
    NUMERAL_UPPER_LETTER,
    NUMERAL_LOWER_ROMAN,
    NUMERAL_UPPER_ROMAN,
    NUMERAL_CHINESE,       /* 一百零五 */
    NUMERAL_CHINESE_DIGIT, /* 一〇五 */
    NUMERAL_CHINESE_LEGAL, /* 壹佰零伍 */
    NUMERAL_STEM,          /* 甲 to 癸; then decimal */
    NUMERAL_BRANCH,        /* 子 to 亥; then decimal */
};

/* Append `n`; what a form cannot say (0 as a letter) is decimal. */
void numeral_append(struct str *out, enum numeral form, long n);

#endif
