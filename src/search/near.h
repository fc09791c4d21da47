/*
 * near.h - readings that speakers of southern dialects do not tell apart:
 * z zh, c ch, s sh, n l, f h at the beginning of a syllable, an ang, en eng,
 * in ing at its end.
 *
 * For a search that found nothing (query_widen()); never mixed with what is
 * written as it is read.
 */
#ifndef SEARCH_NEAR_H
#define SEARCH_NEAR_H

#include <stddef.h>

#include "search/pinyin.h"

#define NEAR_MAX 8 /* spellings of one reading, itself counted */

/* Fill `out` with the spellings that sound near a syllable, itself first.
 * Returns how many. */
size_t near_spellings(const char *spelling, char out[NEAR_MAX][PINYIN_MAX + 1]);

#endif
