/*
 * title_word.h - the words that titles of official documents are made of, so
 * that no line of a title ends inside one.
 */
#ifndef TEXT_TITLE_WORD_H
#define TEXT_TITLE_WORD_H

#include <stddef.h>

enum title_word_flag {
    TITLE_WORD_INSIDE = 1,   /* inside a word */
    TITLE_WORD_COMPOUND = 2, /* between the words of a fixed compound */
    TITLE_WORD_BEGINS = 4,   /* a word begins with this byte */
    TITLE_WORD_ENDS = 8,     /* a word ends before it */
};

/* Set the flags of each place of a text: `flags` has `len` + 1 of them. Words
 * that overlap are all taken for words: which is meant, only a reader knows. */
void title_word_find(const char *s, size_t len, unsigned char *flags);

#endif
