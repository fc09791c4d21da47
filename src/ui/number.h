/*
 * number.h - counts as the screen shows them: 1,000,000.
 */
#ifndef UI_NUMBER_H
#define UI_NUMBER_H

#include <stdint.h>

#include "base/str.h"

/* Append `n` with a comma before every third digit. */
void number_append(struct str *out, int64_t n);

#endif
