/*
 * words.h - small questions about NUL-terminated texts that the readers ask
 * again and again.
 */
#ifndef IMPORT_WORDS_H
#define IMPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A NULL-terminated list of texts. */
#define WORDS(...)                                                             \
    (const char *const[])                                                      \
    {                                                                          \
        __VA_ARGS__, NULL                                                      \
    }

bool words_start(const char *s, const char *beginning);
bool words_end(const char *s, const char *ending);

/* Whether `s` ends with one of a NULL-terminated list, or has one in it. */
bool words_end_any(const char *s, const char *const *endings);
bool words_have_any(const char *s, const char *const *words);

/* The first of a NULL-terminated list that `s` starts with, or NULL. */
const char *words_start_any(const char *s, const char *const *beginnings);

/* Bytes of blank (ASCII, U+00A0, U+3000, and spaces of other widths down to
 * none) at the start of `len` bytes. */
size_t words_leading_blank(const char *s, size_t len);

/* A copy without blanks at both ends; the caller frees it. */
char *words_trimmed(const char *s, size_t len) __attribute__((returns_nonnull));

/* A copy without any blank; the caller frees it. */
char *words_squeezed(const char *s) __attribute__((returns_nonnull));

/*
 * A copy in one way of writing, to look for words in; the caller frees it.
 * Traditional characters as simplified ones, signs, letters and digits in
 * ASCII, but for the Chinese brackets, commas, colons and semicolons that
 * ASCII ones become; no blanks. A character that is no blank is one there too.
 */
char *words_bare(const char *s) __attribute__((returns_nonnull));

/* The part of `s` that holds `count` characters from character `from` on,
 * blanks not counted but kept inside; the caller frees it. */
char *words_part(const char *s, size_t from, size_t count)
    __attribute__((returns_nonnull));

/* A copy with blanks between two Chinese characters dropped, other stretches
 * of blanks as one space; the caller frees it. */
char *words_closed(const char *s) __attribute__((returns_nonnull));

/* Whether a character is a Chinese one. */
bool words_is_han(uint32_t cp);

/* Whether two texts are the same but for blanks. */
bool words_same(const char *a, const char *b);

/* Number of characters. */
size_t words_count(const char *s);

#endif
