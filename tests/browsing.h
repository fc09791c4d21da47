/*
 * browsing.h - the whole browser over a database, without a terminal: keys in,
 * picture out. The words are English, the screen has 24 rows and 80 columns.
 *
 * The clock is the test's own: every look at it takes a millisecond, so that
 * work is left half done in the same places on any machine.
 */
#ifndef TESTS_BROWSING_H
#define TESTS_BROWSING_H

#include "browse/app.h"
#include "canvas/canvas.h"
#include "model/edition.h"

#define BROWSING_ROWS    24
#define BROWSING_COLUMNS 80

struct browsing {
    struct edition *edition;
    struct app app;
    struct canvas canvas;
};

/* Frees `path`. Fails the test where it cannot be opened. */
void browsing_open(struct browsing *b, char *path);
void browsing_close(struct browsing *b);

/*
 * Over a table of SLOW_ROWS rows, too many to be looked at within a key. Every
 * second row holds 甲, every hundredth 乙 too, the others 丙. It is list 0;
 * list 1 has one row.
 */
enum {
    SLOW_ROWS = 20000,
    SLOW_HALF = SLOW_ROWS / 2,
    SLOW_BOTH = SLOW_ROWS / 100,
};
void browsing_open_slow(struct browsing *b);
void browsing_size(struct browsing *b, int rows, int columns,
                   enum ambiguous ambiguous);

/* Press keys, given as UTF-8 (\r is Enter, \033 Esc, \t Tab, \b Backspace):
 * one after the other, with no work done in between; or what keys leave over
 * is worked off after each, as by a reader who waits. */
void browsing_press(struct browsing *b, const char *keys);
void browsing_type(struct browsing *b, const char *keys);

/* Work off what is left over. */
void browsing_work(struct browsing *b);

/* The picture, which must be whole, and its last line: until the next call. */
const char *browsing_drawn(struct browsing *b);
const char *browsing_bottom(struct browsing *b);

/* Cells of the picture in one of two styles. */
int browsing_cells(struct browsing *b, enum style one, enum style other);

struct pane *browsing_list(const struct browsing *b);
struct pane *browsing_notice(const struct browsing *b);

#endif
