/*
 * number_format.h - a number as a spreadsheet shows it by a format: 0.5 as 50%,
 * 7 as 007, 44119 as 2020-10-15.
 *
 * Formats as ECMA-376 part 1, 18.8.30 and 18.8.31 have them, with the built-in
 * ones of the Chinese edition. What a format has that is not understood here
 * (fractions, conditions) leaves the number as it is.
 */
#ifndef IMPORT_NUMBER_FORMAT_H
#define IMPORT_NUMBER_FORMAT_H

#include <stdbool.h>

#include "base/str.h"

/* The code of a built-in format; NULL: none has this number. */
const char *number_format_builtin(int id);

/* Append the number. `code` NULL or "General": without a format. Days count
 * from 1899-12-30, or 1904-01-01. */
void number_format(double value, const char *code, bool from_1904,
                   struct str *out);

/* Days and their part from a date, for formats: the reverse. */
double number_format_days(int year, int month, int day, double part);

#endif
