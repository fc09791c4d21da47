/*
 * print_format.h - one text in the form that a format wants it, and the marks
 * around what matched.
 *
 * All texts are clean (text/clean.h, CLEAN_EXPORT): they hold no control
 * character, so that none has to be escaped.
 */
#ifndef PRINT_PRINT_FORMAT_H
#define PRINT_PRINT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "text/clean.h"
#include "search/query.h"

/* A field of RFC 4180: in quotes where it holds a comma, a quote or a blank
 * at an end. */
void format_csv(struct str *out, const char *s, size_t len);

/* A JSON string with its quotes; `ascii` writes all else as \u escapes, for
 * an output that is not UTF-8. */
void format_json(struct str *out, const char *s, size_t len, bool ascii);

/* Whether the text of a number is one in JSON too (SQLite also has Inf). */
bool format_is_json_number(const char *s);

/* The characters that CommonMark would take for marks get a backslash; with
 * `is_start` also what is a mark at the beginning of a paragraph only. */
void format_markdown(struct str *out, const char *s, size_t len, bool is_start);

/*
 * Bytes [from, to) of a clean text with the marks of grep around what lies in
 * `ranges`: those of one cell, by their start, in bytes of the text before
 * it was cleaned. `ranges` NULL: no marks.
 */
void format_marked(struct str *out, const struct clean *text, size_t from,
                   size_t to, const struct query_range *ranges, size_t n);

#endif
