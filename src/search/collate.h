/*
 * collate.h - the order in which Chinese readers look things up: signs,
 * numbers, letters, then characters, by reading (拼音: syllable, tone, strokes)
 * or by strokes (笔画: their number, then which they are), then by code point.
 *
 * Character by character, not by the spelling of whole words: 安全 stands
 * before 案例 because 全 is not looked at until 安 and 案 are told apart. What
 * a search takes for the same character (search/fold.h) is the same here,
 * but for a character that order_words.tsv reads otherwise, and for
 * traditional ones by strokes.
 *
 * Naturally: digits stand by their value (第2条 before 第10条), and so do
 * Chinese numerals behind 第 and where they number a text (一、 十一、 （二）).
 * In names a character has the place of the reading that it has there (data/
 * order_words.tsv): 重庆 stands under chong, a person named 曾 under zeng.
 *
 * The tables are made at build time from data/order.tsv and order_words.tsv.
 */
#ifndef SEARCH_COLLATE_H
#define SEARCH_COLLATE_H

#include <stddef.h>

#include "base/str.h"

enum collate_order { COLLATE_READING, COLLATE_STROKES };

/* Append the key of a text: keys compare by strcmp() as their texts stand in
 * order. A key holds no NUL; none is added. */
void collate_key(struct str *out, const char *text, size_t len,
                 enum collate_order order);

#endif
