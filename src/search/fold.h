/*
 * fold.h - what counts as the same character in a search: case, full and half
 * width, traditional and simplified, compatibility forms and radicals, kinds
 * of quotes, dashes, dots and brackets.
 *
 * Folding is for comparing only; what is shown is never folded.
 */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#define FOLD_QUOTE '"' /* what every quotation mark and apostrophe folds to */

/* The one character that stands for `cp` and all that is like it. Folding
 * twice changes nothing. */
uint32_t fold(uint32_t cp);

/* Whether a search reads over `cp` as if it were not there: white space,
 * variation selectors, and what is never drawn (U+200B U+2060 U+FEFF
 * U+00AD). */
bool fold_is_transparent(uint32_t cp);

/* Whether `cp` parts the terms of a query: white space. */
bool fold_is_space(uint32_t cp);

#endif
