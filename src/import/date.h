/*
 * date.h - dates as official documents write them.
 *
 * Texts are bare (words_bare()): blanks, widths and the two scripts do not
 * count.
 */
#ifndef IMPORT_DATE_H
#define IMPORT_DATE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of YYYY-MM-DD; YYYY-MM where the day is not said. */
#define DATE_LEN 10

/* Bytes of the date that the text begins with (2031年3月5日, 2031-3-5,
 * 2031.3.5, 二〇三一年三月五日 with any sign for nought, 2031年3月); 0: none,
 * or no day of the calendar. `iso` is then YYYY-MM-DD or YYYY-MM. */
size_t date_at(const char *bare, char iso[DATE_LEN + 1]);

/* The whole line is a date: also in brackets, or after 日期：. */
bool date_is(const char *bare, char iso[DATE_LEN + 1]);

/* Bytes before the date that ends the line; 0: none does, or it stands
 * alone. */
size_t date_ends(const char *bare, char iso[DATE_LEN + 1]);

/* Whether a line is when and by whom a document was printed (…2031年3月5日
 * 印发). `*date` is where its date begins. */
bool date_is_printed(const char *bare, char iso[DATE_LEN + 1], size_t *date);

/* Whether a date stands anywhere in the line; with `clock` only one with an
 * hour behind it. */
bool date_within(const char *bare, bool clock, char iso[DATE_LEN + 1]);

#endif
