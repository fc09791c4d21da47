/*
 * app.h - the browser as the loop has it: keys in, work in slices, picture out.
 *
 * Knows no terminal: the loop (browse/loop.h) hands it keys and shows its
 * canvas. What only a terminal can do is left as a wish in `wish`.
 */
#ifndef BROWSE_APP_H
#define BROWSE_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/state.h"
#include "canvas/canvas.h"

/* Borrows the edition. A notice that cannot be read is told on the screen. */
void app_open(struct app *a, struct edition *ed);
void app_close(struct app *a);

void app_resize(struct app *a, int rows, int columns, enum ambiguous ambiguous);

/* Any key but the one that repaints stops the long work in hand; Esc and
 * Ctrl-C then do nothing else. */
void app_key(struct app *a, int key);

/* A paste goes into the prompt; with none open it opens a search. */
void app_paste(struct app *a, const char *text, size_t len);

/* Work that keys left over: the search for what was typed, the rest of a
 * count, the check of the file. Goes on for about `milliseconds`, says
 * whether the picture may have changed. */
bool app_is_busy(const struct app *a);
bool app_work(struct app *a, int milliseconds);

/* What is looked at now and then while nothing happens: whether the file has
 * changed. Says whether the picture has. */
bool app_idle(struct app *a);

/* Draw all of it; the cursor's place, -1 in `*row` when it is hidden. */
void app_draw(struct app *a, struct canvas *c, int *row, int *column);

#endif
