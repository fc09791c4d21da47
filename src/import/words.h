/*
 * words.h - small questions about NUL-terminated texts that the readers ask
 * again and again.
 */
#ifndef IMPORT_WORDS_H
#define IMPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

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

/* Bytes of blank (ASCII, U+00A0, U+3000) at the start of `len` bytes. */
size_t words_leading_blank(const char *s, size_t len);

/* A copy without blanks at both ends; the caller frees it. */
char *words_trimmed(const char *s, size_t len) __attribute__((returns_nonnull));

/* A copy without any blank; the caller frees it. */
char *words_squeezed(const char *s) __attribute__((returns_nonnull));

/* Whether two texts are the same but for blanks. */
bool words_same(const char *a, const char *b);

/* Number of characters. */
size_t words_count(const char *s);

#endif
