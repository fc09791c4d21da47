/*
 * check.h - what must hold whenever the screen is drawn and whenever a count
 * is shown as final.
 */
#ifndef TESTS_RANDOM_CHECK_H
#define TESTS_RANDOM_CHECK_H

#include <stdbool.h>

#include "base/str.h"
#include "browse/app.h"
#include "canvas/canvas.h"
#include "tests/random/truth.h"

/* Each says what is wrong in `why`, on one line, when it returns false. */

/* The canvas is whole and holds nothing that acts on a terminal; nothing
 * stands in the bottom line's last two cells; the cursor is on it. */
bool check_picture(const struct canvas *c, int row, int column,
                   struct str *why);

/* What is counted in the bottom line and in the list's title, and which rows
 * the list shows, against the truth; so are frequencies. What the truth does
 * not know is not judged. */
bool check_counts(struct app *app, struct truth *t, struct str *why);

/* Where a search is counted and its words are Han alone, they are lit
 * wherever they stand in what was searched. */
bool check_light(struct app *app, const struct canvas *c, struct str *why);

#endif
