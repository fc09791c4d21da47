/*
 * plural.h - which form a word has for a number: the Plural-Forms of a
 * catalogue (GNU gettext manual, "Additional functions for plural forms").
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Work out a rule, the text behind `plural=`, for `n`. It is an expression of
 * C over n with the operators ?: || && == != < > <= >= + - * / % ! and
 * brackets; it ends at a semicolon or with the text. Returns whether it is
 * one that has a value; `*form` is it.
 */
bool plural_form(const char *rule, unsigned long n, unsigned long *form);

#endif
