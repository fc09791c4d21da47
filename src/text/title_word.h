/*
 * title_word.h - the words that a title is made of, so that no line of it ends
 * inside one.
 *
 * The words are those of data/title_words.tsv, numbers, and places with what
 * they are (a province, a county). Of the ways to read a text as words the
 * likeliest counts, by how common its words are.
 */
#ifndef TEXT_TITLE_WORD_H
#define TEXT_TITLE_WORD_H

#include <stddef.h>

enum title_word_flag {
    TITLE_WORD_INSIDE = 1,   /* inside a word */
    TITLE_WORD_COMPOUND = 2, /* between the words of a fixed compound */
    TITLE_WORD_BEGINS = 4,   /* a known word begins with this byte */
    TITLE_WORD_ENDS = 8,     /* a known word ends before it */
};

/* Set the flags of each place of a text: `flags` has `len` + 1 of them. */
void title_word_find(const char *s, size_t len, unsigned char *flags);

#endif
