/*
 * written_date.h - dates in the forms in which people write them into a cell.
 *
 *     2020年9月1日  2020年9月  2020年    二〇二〇年九月一日
 *     2020-9-1  2020/9/1  2020.9.1      2020-9  2020/9  2020.9
 *     9月1日  9月
 *
 * Year and month alone with a point between are a date from 1900 to 2099:
 * others are numbers.
 *
 * Digits may be full-width, blanks may stand between
 * the parts, and a time of day may follow a whole date (2020-9-1 14:30:05,
 * 2020-09-01T14:30).
 */
#ifndef TEXT_WRITTEN_DATE_H
#define TEXT_WRITTEN_DATE_H

#include <stdbool.h>
#include <stddef.h>

/* Months and days are in their ranges, but no month is looked up for its
 * length: 2月30日 was written by somebody and stands behind 2月29日. */
struct written_date {
    int year, month, day; /* 0: not written */
    int seconds;          /* of the day; 0 where no time is written */
};

/* Whether the whole text, but for blanks around it, is such a date. */
bool written_date_read(const char *text, size_t len, struct written_date *d);

/* Dates compare by this number as they follow one another; what is not written
 * stands first (2020年, 2020年1月, 2020年1月1日). */
double written_date_order(const struct written_date *d);

#endif
