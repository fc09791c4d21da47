/*
 * app.h - the browser: its state, what keys do to it, and its picture.
 *
 * Knows no terminal: the loop (browse/loop.h) hands it keys and shows its
 * canvas. What only a terminal can do is left as a wish in `wish`.
 */
#ifndef BROWSE_APP_H
#define BROWSE_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/find.h"
#include "browse/job.h"
#include "browse/overlay.h"
#include "browse/view.h"
#include "ui/prompt.h"

enum app_prompt {
    APP_PROMPT_NONE,
    APP_PROMPT_SEARCH, /* find.mode says which */
    APP_PROMPT_GOTO,
    APP_PROMPT_PERCENT,
};

/* What a key asked for that only the terminal can do. */
struct app_wish {
    bool quit, suspend, repaint;
    char *copy; /* owned: text for the clipboard, or NULL */
    size_t copy_len;
};

struct app {
    struct edition *edition; /* borrowed */
    struct view view;
    struct find find;
    struct job job;
    struct overlay overlay;
    struct prompt prompt;
    enum app_prompt prompting;
    struct prompt_history searches;
    enum action awaiting; /* ACTION_MARK or ACTION_GOTO_MARK: the next key is
                             its letter */
    struct str message;   /* clean; shown until the next key */
    bool message_is_error;
    bool stale;        /* the prompt's text changed and was not searched yet */
    bool check_failed; /* of the content; it was said */
    enum edition_change change_told;
    enum ambiguous ambiguous;
    struct app_wish wish;
};

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

/* Show a line until the next key. */
void app_say(struct app *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void app_complain(struct app *a, const struct err *e);

/* Draw all of it; the cursor's place, -1 in `*row` when it is hidden. */
void app_draw(struct app *a, struct canvas *c, int *row, int *column);

#endif
