/*
 * ascii.h - kinds of ASCII characters, whatever the locale; a byte may be
 * signed or not.
 */
#ifndef TEXT_ASCII_H
#define TEXT_ASCII_H

#include <stdbool.h>

/* A letter or a digit. */
static inline bool ascii_is_alnum(int c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

#endif
