/*
 * numeral.h - the value of a number that a text writes in Chinese numerals:
 * 十一, 二百零三, 二〇二四.
 */
#ifndef SEARCH_NUMERAL_H
#define SEARCH_NUMERAL_H

#include <stddef.h>
#include <stdint.h>

/*
 * Read the numerals that `text` begins with. Returns their bytes, 0 where
 * none stands, where they are no number (十百) or it is over 99,999,999;
 * `*value` is filled otherwise. Numerals without 十 百 千 万 are read as
 * digits.
 */
size_t numeral_read(const char *text, size_t len, uint32_t *value);

#endif
