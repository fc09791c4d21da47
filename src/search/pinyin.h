/*
 * pinyin.h - how each character may be read, as it is typed on an English
 * keyboard: without tones.
 *
 * Characters with the same readings share one set, so that a search works out
 * each set once and not each of 40,000 characters.
 *
 * The table is made at build time from data/pinyin.tsv.
 */
#ifndef SEARCH_PINYIN_H
#define SEARCH_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PINYIN_NONE 0   /* the set of characters without a reading */
#define PINYIN_MAX  6   /* letters of the longest syllable */
#define PINYIN_U    'v' /* in a spelling: a letter that is u-umlaut */

struct pinyin_reading {
    char spelling[PINYIN_MAX + 1]; /* "hu", "lv", "jv": after j q x y the u
                                      is u-umlaut as well */
    bool rare;                     /* counts as a whole syllable only */
};

/* The set of readings of `cp`; of what it folds to (search/fold.h) where it has
 * none itself. */
unsigned pinyin_set(uint32_t cp);

/* Sets are numbered from 0 to one under this. */
unsigned pinyin_set_count(void);

/* The readings of a set: `*out` is valid for the program's life. */
size_t pinyin_readings(unsigned set, const struct pinyin_reading **out);

#endif
